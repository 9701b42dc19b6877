"""Actors: every known body, group, state and outlet a report names, and which of them a phrase stands for."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from dateline.model import Actor, ActorKind, Span
from dateline.read.actors_mentions import mentions
from dateline.read.actors_names import tokens
from dateline.read.actors_phrase import ActorPhrase
from dateline.read.actors_registry import actor, outlet_of

__all__ = ["actor", "complete", "find_actors", "kind_of", "link", "mentions", "outlet_of"]


def find_actors(text: str) -> list[Actor]:
    """The known actors that the text names, in the order of their first mention, each with all its mentions."""
    spans: dict[str, list[Span]] = {}
    for found in mentions(text, tokens(text)):
        spans.setdefault(found.id, []).append(found.span)
    return [_with(id, many) for id, many in spans.items()]


def complete(found: Sequence[Actor], linked: Iterable[tuple[str, Span]]) -> list[Actor]:
    """`found` and the actors that phrases were linked to besides, with those phrases as their mentions."""
    spans = {one.id: sorted(one.mentions) for one in found}
    for id, where in linked:
        have = spans.setdefault(id, [])
        at = bisect_left(have, where)
        if not any(one.overlap(where) for one in have[max(0, at - 1) : at + 1]):
            insort(have, where)
    return [_with(id, many) for id, many in spans.items()]


def _with(id: str, many: Iterable[Span]) -> Actor:
    plain = actor(id)
    assert plain is not None
    return Actor(plain.id, plain.name, plain.kind, plain.country, tuple(many))


def link(words: str, found: Sequence[Actor], at: Span, acts: bool = False) -> str | None:
    """The id of the actor that a phrase (an argument, a source) stands for, None when it is none or more than one.

    The phrase's head decides: "IS fighters" are islamic-state, "families of IS fighters" and "IS prisons" are not; "an
    Iraqi major" is iraq-military. `found` are the report's actors, for "the army" where it names one; `at` is the phrase's
    span in the report; `acts` as for `mentions`.
    """
    text = tokens(words)
    return ActorPhrase(words, text, mentions(words, text, acts, phrase=True), found).actor(0)


def kind_of(words: str, found: Sequence[Actor], at: Span, acts: bool = False) -> ActorKind | None:
    """What kind of party a phrase is: its actor's kind, else by its head ("villagers": civil); None when neither tells."""
    id = link(words, found, at, acts)
    known = actor(id) if id else None
    if known:
        return known.kind
    text = tokens(words)
    return ActorPhrase(words, text, [], found).kind(0)
