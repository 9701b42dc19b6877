"""All actors a phrase can be linked to: those of the tables, the bodies of every state, office holders' voices, outlets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dateline.knowledge.actors import Known, Outlet, Person, actors, outlets, people, states
from dateline.languages.en.actors import actor_words
from dateline.model import Actor
from dateline.read.actors_names import Names, plain, tokens

_LABELS = {"military": "military", "police": "police", "intelligence": "intelligence",
           "security-forces": "security forces", "government": "government"}  # fmt: skip


class Registry(NamedTuple):
    """`names` finds names; what they name is prefixed: "actor:", "state:" (name), "adjective:", "seat:", "person:"."""

    names: Names
    known: Mapping[str, Known]
    people: Mapping[str, Person]


def registry() -> Registry:
    """The registry for the tables as they stand (built once for each set of tables); DataError for a broken table."""
    known = actors()
    return _registry(id(known))


@lru_cache(maxsize=2)
def _registry(_: int) -> Registry:
    known = dict(_bodies())
    for id, row in actors().items():
        known[id] = row._replace(names=row.names + known[id].names) if id in known else row
    for outlet in outlets().values():
        known.setdefault(outlet.id, _as_known(outlet))
    names = [*_actor_names(known), *_state_names(), *((n, f"person:{p.name}") for p in people() for n in p.names)]
    return Registry(Names(names), known, {person.name: person for person in people()})


def _bodies() -> Iterator[tuple[str, Known]]:
    for state in states().values():
        adjective = state.adjectives[0].lstrip("=") if state.adjectives else state.name
        yield state.id, Known(state.id, state.name, "state", state.country, ())
        for body, label in _LABELS.items():
            id, kind = f"{state.id}-{body}", actor_words().bodies[body].kind
            yield id, Known(id, f"{adjective} {label}", kind, state.country, ())  # type: ignore[arg-type]


def _as_known(outlet: Outlet) -> Known:
    return Known(outlet.id, outlet.name, "media", outlet.country, outlet.names)


def _actor_names(known: Mapping[str, Known]) -> Iterator[tuple[str, str]]:
    for row in known.values():
        for name in row.names:
            yield name, f"actor:{row.id}"


def _state_names() -> Iterator[tuple[str, str]]:
    for state in states().values():
        yield from ((name, f"state:{state.id}") for name in state.names if not name.startswith("~"))
        yield from ((name[1:], f"adjective:{state.id}") for name in state.names if name.startswith("~"))
        yield from ((name, f"adjective:{state.id}") for name in state.adjectives)
        yield from ((name, f"seat:{state.id}") for name in state.seats)


def actor(id: str) -> Actor | None:
    """The actor of that id without mentions; None for an id nobody knows."""
    row = registry().known.get(id)
    return Actor(row.id, row.name, row.kind, row.country) if row else None


def outlet_of(words: str, found: frozenset[str] = frozenset()) -> str | None:
    """The id of the outlet that the words name ("Reuters news agency", "the AP"), None when they name none or several.

    `found` are the actors of the report: "the Times" is the New York Times where only that one is named in full.
    """
    text = tokens(words)
    hits = {hit.what for hit in _outlet_names().find(words, text)}
    longer = {id for id in found if id in outlets() and _shortens(text[-1].plain if text else "", id)}
    if len(longer) == 1 and not hits & found:
        return next(iter(longer))
    return next(iter(hits)) if len(hits) == 1 else None


def _shortens(last: str, id: str) -> bool:
    return any(plain(name.split()[-1]) == last for name in outlets()[id].names[:1])


@lru_cache(maxsize=1)
def _outlet_names() -> Names:
    return Names((name, outlet.id) for outlet in outlets().values() for name in outlet.names)

