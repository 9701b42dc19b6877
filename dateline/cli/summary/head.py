"""The summary's top (what report this is) and foot (what it names, and the notes)."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding
from rich.rule import Rule

from dateline.cli.summary.parts import DIM, Piece, heading, line, quoted
from dateline.model import Place, Reading, Report


def head(reading: Reading) -> Iterator[Padding | Rule]:
    """Title, then outlet, date, byline, file; a missing date is said to be missing."""
    report = reading.report
    yield line((report.title or "(no title)", "bold" if report.title else DIM))
    yield line(*_joined(_origin(report)))
    yield Rule(style=DIM)


def _origin(report: Report) -> Iterator[Piece]:
    yield (report.outlet or "outlet unknown", "" if report.outlet else DIM)
    if report.wire:
        yield f"wire: {report.wire}"
    yield report.published.isoformat() if report.published else ("undated", "yellow")
    if report.byline:
        yield report.byline
    yield (report.path or "standard input", DIM)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(pieces):
        if number:
            yield ("·", DIM)
        yield piece


def foot(reading: Reading) -> Iterator[Padding]:
    """Places and actors named, then the notes."""
    places = dict.fromkeys(_place(place) for place in reading.places)
    actors = [f"{actor.name} ×{len(actor.mentions)}" for actor in reading.actors]
    for title, names in (("PLACES", list(places)), ("ACTORS", actors)):
        if names:
            yield heading(title, len(names))
            yield line(" · ".join(names), indent=2)
    if reading.notes:
        yield heading("NOTES", len(reading.notes))
    for note in reading.notes:
        words = quoted(reading.report, note.span) if note.span else ""
        yield line((note.code, "yellow"), note.message, (words, DIM), indent=2)


def _place(place: Place) -> str:
    return f"{place.name} ({', '.join(p for p in (place.admin1, place.country) if p) or 'not told which'})"
