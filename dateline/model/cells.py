"""Figures, times, places and actors: the cells of a reading, each with its words."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.spans import Span

Bound = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
Counts = Literal[
    "killed", "injured", "detained", "displaced", "fighters", "civilians", "people", "weapons", "vehicles", "money",
    "other",
]
PlaceKind = Literal["country", "admin", "city", "village", "facility", "region", "border", "water", "mountain"]
ActorKind = Literal["state", "military", "armed_group", "police", "civil", "media", "ngo", "igo", "other"]


class Figure(msgspec.Struct, frozen=True):
    """A number with its meaning: `span` the number's words, `of` what it counts; bounds as in the codebook."""

    id: str
    span: Span
    bound: Bound
    counts: Counts
    of: Span | None = None
    low: float | int | None = None
    best: float | int | None = None
    high: float | int | None = None


class Time(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """A time expression, resolved against the publication date.

    `from_`/`to` are ISO dates ("2019-02-21"), both None when it cannot be resolved; `precision` is UCDP date_prec
    1 day, 2 range of 2-6 days, 3 week, 4 month, 5 longer or unknown; `repeats` like "daily 21:00-03:00".
    """

    id: str
    span: Span
    from_: str | None = None
    to: str | None = None
    precision: int = 5
    repeats: str | None = None


class Place(msgspec.Struct, frozen=True):
    """A place named in the report; `precision` is UCDP where_prec 1..7; `why` gives the reason for the choice."""

    id: str
    span: Span
    name: str
    kind: PlaceKind
    why: str
    precision: int
    country: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None


class Actor(msgspec.Struct, frozen=True):
    """A known actor found in the report, with every place it is named."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    mentions: tuple[Span, ...] = ()
