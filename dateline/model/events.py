"""Events: what is said to have happened, to whom, where, when. Kinds and roles are the codebook's."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.spans import Span

Status = Literal["actual", "possible", "planned", "denied", "hypothetical"]


class Words(msgspec.Struct, frozen=True):
    """An argument that is only its words (a trigger, a means)."""

    span: Span


class Party(msgspec.Struct, frozen=True):
    """An argument that may be a known actor."""

    span: Span
    actor: str | None = None


class PlaceArgument(msgspec.Struct, frozen=True):
    """An argument that may be a resolved place (`place` is an id in `Reading.places`)."""

    span: Span
    place: str | None = None


class TimeArgument(msgspec.Struct, frozen=True):
    """An argument that may be a resolved time (`time` is an id in `Reading.times`)."""

    span: Span
    time: str | None = None


class Codes(msgspec.Struct, frozen=True):
    """The event in other ontologies; None where an ontology has no such category."""

    plover: dict[str, str | None] | None = None
    cameo: str | None = None
    acled: dict[str, str | None] | None = None
    ucdp: int | None = None


class Event(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """One happening as mentioned, with the claim it stands in (`claim`, None in the article's own voice)."""

    id: str
    trigger: Words
    kind: str
    status: Status
    confidence: float
    claim: str | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    places: tuple[PlaceArgument, ...] = ()
    from_: tuple[PlaceArgument, ...] = ()
    to: tuple[PlaceArgument, ...] = ()
    times: tuple[TimeArgument, ...] = ()
    means: tuple[Words, ...] = ()
    figures: tuple[str, ...] = ()
    codes: Codes = Codes()
