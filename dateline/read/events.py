"""Drafts of events to events: parties linked, places, times and figures tied by their words, codes added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    Event,
    Figure,
    Party,
    Place,
    PlaceArgument,
    Span,
    Time,
    TimeArgument,
    Words,
)
from dateline.ontologies.codes import codes
from dateline.read.actors import kind_of, link
from dateline.read.claims import size
from dateline.read.drafts import DraftEvent
from dateline.read.near import Near

Cell = TypeVar("Cell", Figure, Place, Time)


class Cells(NamedTuple):
    """What the other layers found in the report."""

    claims: Sequence[Claim]
    figures: Sequence[Figure]
    places: Sequence[Place]
    times: Sequence[Time]
    actors: Sequence[Actor]


def read_events(text: str, drafts: Sequence[DraftEvent], cells: Cells) -> list[Event]:
    """Events in text order; an argument that is no known actor, place or time keeps its words and has no id."""
    around = _Around(cells)
    return [_event(text, f"e{n + 1}", draft, around) for n, draft in enumerate(drafts)]


class _Around:
    """The cells, to be looked up by the words they share with others."""

    def __init__(self, cells: Cells) -> None:
        self.actors = cells.actors
        self.claims = Near(cells.claims, lambda claim: claim.content)
        self.figures = Near(cells.figures, lambda figure: (figure.span,))
        self.places = Near(cells.places, lambda place: (place.span,))
        self.times = Near(cells.times, lambda time: (time.span,))


def _event(text: str, id: str, draft: DraftEvent, cells: _Around) -> Event:
    actors, targets, others = (_parties(text, draft, role, cells.actors) for role in ("actor", "target", "other"))
    return Event(
        id=id,
        trigger=Words(draft.trigger),
        kind=draft.kind,
        status=draft.status,
        confidence=round(draft.confidence, 3),
        claim=_innermost(draft.trigger, cells.claims),
        actors=actors,
        targets=targets,
        others=others,
        places=_places(draft, "place", cells.places),
        from_=_places(draft, "from", cells.places),
        to=_places(draft, "to", cells.places),
        times=_times(draft, cells.times),
        means=tuple(Words(s) for s in draft.roles.get("means", ())),
        figures=_counted(draft, cells.figures),
        codes=codes(
            draft.kind,
            draft.status,
            [k for k in _kinds(text, actors, cells.actors) if k],
            _kinds(text, targets, cells.actors),
        ),
    )


def _counted(draft: DraftEvent, figures: Near[Figure]) -> tuple[str, ...]:
    told = {figure.id: figure.span for span in draft.counted for figure in figures.sharing(span)}
    return tuple(sorted(told, key=lambda id: told[id]))


def _innermost(trigger: Span, claims: Near[Claim]) -> str | None:
    around = [c for c in claims.sharing(trigger) if any(s.covers(trigger) for s in c.content)]
    return min(around, key=lambda c: size(c.content)).id if around else None


def _parties(text: str, draft: DraftEvent, role: str, actors: Sequence[Actor]) -> tuple[Party, ...]:
    acts = role == "actor"
    return tuple(Party(s, link(s.of(text), actors, s, acts=acts)) for s in draft.roles.get(role, ()))


def _kinds(text: str, parties: Sequence[Party], actors: Sequence[Actor]) -> list[ActorKind | None]:
    return [kind_of(p.span.of(text), actors, p.span) for p in parties]


def _places(draft: DraftEvent, role: str, places: Near[Place]) -> tuple[PlaceArgument, ...]:
    return tuple(PlaceArgument(s, _named(s, places)) for s in draft.roles.get(role, ()))


def _times(draft: DraftEvent, times: Near[Time]) -> tuple[TimeArgument, ...]:
    """Times with the words they were read by; a stretch that is no known time keeps its own words."""
    spans = draft.roles.get("time", ())
    known = {time.id: time for span in spans for time in times.sharing(span)}
    told = [TimeArgument(time.span, time.id) for time in known.values()]
    told += [TimeArgument(span) for span in spans if not times.sharing(span)]
    return tuple(sorted(told, key=lambda argument: argument.span))


def _named(span: Span, cells: Near[Cell]) -> str | None:
    """The cell these words name: the one that shares most of them, the first of several."""
    best = max(cells.sharing(span), key=lambda c: (c.span.overlap(span), -c.span.start), default=None)
    return best.id if best is not None else None
