"""Mentions of actors among the words of a text: names, states' bodies ("Iraqi troops"), capitals, office holders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.languages.en.actors import ActorWords, actor_words
from dateline.model import Span
from dateline.read.actors_names import Named, Token, joined, span
from dateline.read.actors_registry import registry


class Mention(NamedTuple):
    """An actor's mention: its id, its words' span, the tokens they are; `how` says as what ("actor", "state", "body" …)."""

    id: str
    span: Span
    first: int
    last: int
    how: str


def mentions(text: str, words: Sequence[Token], acts: bool = False, phrase: bool = False) -> list[Mention]:
    """The mentions among `words` of `text`. `acts`: the words are someone's who acts or speaks, so that a country's name is
    its state and a capital its government; else a country after "in" and a capital are places. `phrase`: they are one
    phrase, in which a country is never a mere place ("the government of Iraq")."""
    found: list[Mention] = []
    for hit in registry().names.find(text, words):
        one = None if _is_part(text, words, hit) else _mention(text, words, hit, acts, acts or phrase)
        if one and not (found and found[-1].last > one.first):
            found.append(one)
    return found


def _mention(text: str, words: Sequence[Token], hit: Named, acts: bool, bare: bool) -> Mention | None:
    how, _, id = hit.what.partition(":")
    if how == "person":
        return Mention(registry().people[id].body, span(words, hit.first, hit.last), hit.first, hit.last, how)
    if how == "seat":
        kept = acts or " " in text[words[hit.first].start : words[hit.last - 1].end] or _is_house(words, hit)
        where = span(words, hit.first, hit.last)
        return Mention(f"{id}-government", where, hit.first, hit.last, how) if kept else None
    if how == "actor":
        return Mention(id, span(words, hit.first, hit.last), hit.first, hit.last, how)
    return _body(text, words, hit, id) or (_bare_state(text, words, hit, id, bare) if how == "state" else None)


def _is_part(text: str, words: Sequence[Token], hit: Named) -> bool:
    """Whether a name is only a piece of something else: "anti-Assad", "the National" of "the National Council"."""
    before = words[hit.first - 1] if hit.first else None
    if before and before.plain in actor_words().phrases["against"] and text[before.end] in "-‐‑–":
        return True
    short = hit.last - hit.first == 2 and words[hit.first].plain == "the" and hit.last < len(words)
    return short and joined(text, words[hit.last - 1], words[hit.last]) and words[hit.last].text[0].isupper()


def _is_house(words: Sequence[Token], hit: Named) -> bool:
    """The Kremlin and Whitehall are nobody's town: they stand for a government wherever they are named."""
    return words[hit.first].plain in ("kremlin", "whitehall", "elysee")


def _body(text: str, words: Sequence[Token], hit: Named, id: str) -> Mention | None:
    """The state's body that the words after its name or adjective tell ("Iraqi military intelligence officials")."""
    lists, body, last, at = actor_words(), None, hit.last, hit.last
    if hit.first and words[hit.first - 1].plain in lists.phrases["others"]:
        return None
    pending: str | None = None
    while at < len(words) and at < hit.last + 5 and joined(text, words[at - 1], words[at]):
        word = words[at].plain
        if word in lists.phrases["spoilers"] or (at == hit.last and word in lists.phrases["done_by"]):
            return None
        head = next((name for name, one in lists.bodies.items() if word in one.heads), None)
        if head:
            body, last = _stronger(pending, head, word), at + 1
        elif word in lists.phrases["neutral"]:
            advises = pending == "security-forces" and word in lists.phrases["advisers"]
            body, last = "government" if advises else pending or body or "government", at + 1
        elif word not in lists.phrases["between"] and not any(word in one.modifiers for one in lists.bodies.values()):
            break
        pending = next((name for name, one in lists.bodies.items() if word in one.modifiers), pending)
        at += 1
    if body is None or (at < len(words) and _spoilt(text, words, at, lists)):
        return None
    return Mention(f"{id}-{body}", span(words, hit.first, last), hit.first, last, "body")


def _stronger(modifier: str | None, head: str, word: str) -> str:
    """"security forces", "intelligence officers": the word before tells more than forces, unit, general."""
    return modifier if modifier in ("security-forces",) and word in ("forces", "force") else head


def _spoilt(text: str, words: Sequence[Token], at: int, lists: ActorWords) -> bool:
    return joined(text, words[at - 1], words[at]) and words[at].plain in lists.phrases["spoilers"]


def _bare_state(
    text: str, words: Sequence[Token], hit: Named, id: str, anywhere: bool
) -> Mention | None:
    lists = actor_words().phrases
    before = words[hit.first - 1].plain if hit.first else ""
    after = words[hit.last].plain if hit.last < len(words) and text[words[hit.last - 1].end] == "-" else ""
    if after in lists["done_by"] or before in lists["regions"] or before in lists["against"]:
        return None
    if not anywhere and before in lists["locative"]:
        return None
    return Mention(id, span(words, hit.first, hit.last), hit.first, hit.last, "state")
