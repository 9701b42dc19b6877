"""What the network found, as spans: the raw material of claims, events and cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.model import Span, Status
from dateline.read.network import Floats


class DraftClaim(NamedTuple):
    """A cue (None where the sentence has none) with its parts; scores are probabilities in the order of `labels`."""

    sentence: int
    cue: Span | None
    content: tuple[Span, ...]
    source: Span | None
    medium: Span | None
    kinds: Floats
    named: float
    stances: Floats
    certainties: Floats
    confidence: float


class DraftEvent(NamedTuple):
    """A trigger with its parts by role; `counted` are the stretches that count its people or things."""

    sentence: int
    trigger: Span
    kind: str
    status: Status
    roles: dict[str, tuple[Span, ...]]
    counted: tuple[Span, ...]
    confidence: float


class Mark(NamedTuple):
    """A stretch marked as a figure, place or time, and how surely."""

    sentence: int
    span: Span
    confidence: float


class Drafts(NamedTuple):
    """All that was found in one report; `marks` by name (figure, place, time)."""

    claims: tuple[DraftClaim, ...]
    events: tuple[DraftEvent, ...]
    marks: dict[str, tuple[Mark, ...]]


def joined(parts: Sequence[Drafts], step: int) -> Drafts:
    """The drafts of a report taken `step` sentences at a time as one, sentences counted through."""
    moved = [_later(part, n * step) if n else part for n, part in enumerate(parts)]
    marks = {name for part in moved for name in part.marks}
    return Drafts(
        tuple(claim for part in moved for claim in part.claims),
        tuple(event for part in moved for event in part.events),
        {name: tuple(mark for part in moved for mark in part.marks.get(name, ())) for name in sorted(marks)},
    )


def _later(part: Drafts, by: int) -> Drafts:
    return Drafts(
        tuple(claim._replace(sentence=claim.sentence + by) for claim in part.claims),
        tuple(event._replace(sentence=event.sentence + by) for event in part.events),
        {name: tuple(mark._replace(sentence=mark.sentence + by) for mark in many) for name, many in part.marks.items()},
    )
