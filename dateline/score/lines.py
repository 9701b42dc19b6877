"""The codebook's lines as they stand in a file, checked for their keys and types."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.errors import DataError
from dateline.model.cells import Bound, Counts, PlaceKind
from dateline.model.claims import Certainty, Quote, SourceKind, Stance
from dateline.model.events import Status

T = TypeVar("T")


class HeaderLine(msgspec.Struct):
    """The first line: which document this is."""

    doc: str
    outlet: str | None = None
    date: date | None = None


class ClaimLine(msgspec.Struct, rename={"within": "in"}):
    """One entry of `claims`."""

    id: str
    content: list[str]
    kind: SourceKind
    named: bool
    quote: Quote
    stance: Stance
    certainty: Certainty
    source: str | None = None
    who: str | None = None
    count: int | None = None
    medium: str | None = None
    cue: str | None = None
    within: str | None = None


class EventLine(msgspec.Struct, rename={"from_": "from"}):
    """One entry of `events`; `figure` holds indexes into the sentence's figures."""

    trigger: str
    kind: str
    status: Status
    claim: str | None = None
    actor: list[str] = []
    target: list[str] = []
    other: list[str] = []
    place: list[str] = []
    from_: list[str] = []
    to: list[str] = []
    time: list[str] = []
    means: list[str] = []
    figure: list[int] = []


class FigureLine(msgspec.Struct):
    """One entry of `figures`."""

    text: str
    bound: Bound
    counts: Counts
    of: str | None = None
    low: float | int | None = None
    best: float | int | None = None
    high: float | int | None = None


class PlaceLine(msgspec.Struct):
    """One entry of `places`."""

    text: str
    kind: PlaceKind
    country: str | None = None


class TimeLine(msgspec.Struct, rename={"from_": "from"}):
    """One entry of `times`."""

    text: str
    from_: str | None = None
    to: str | None = None
    repeats: str | None = None


class SentenceLine(msgspec.Struct):
    """Every line but the first."""

    s: int
    text: str
    claims: list[ClaimLine] = []
    events: list[EventLine] = []
    figures: list[FigureLine] = []
    places: list[PlaceLine] = []
    times: list[TimeLine] = []


def decode(path: Path) -> tuple[HeaderLine, list[tuple[int, SentenceLine]]]:
    """The header, and each sentence line with its number in the file; DataError when a line breaks the format."""
    try:
        rows = [(i, row) for i, row in enumerate(path.read_bytes().splitlines(), 1) if row.strip()]
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error
    if not rows:
        raise DataError(f"{path}:1: empty, a header line is wanted")
    header = _line(path, *rows[0], HeaderLine)
    return header, [(number, _line(path, number, row, SentenceLine)) for number, row in rows[1:]]


def _line(path: Path, number: int, row: bytes, type_: type[T]) -> T:
    try:
        return msgspec.json.decode(row, type=type_)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}:{number}: {error}") from error
