"""Figures, times and places of a report: the grammars find and resolve, the network's marks say which of them count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.model import Actor, Figure, Note, Place, Report, Span, Time
from dateline.read.drafts import Mark
from dateline.read.figures import find_figures
from dateline.read.marked_places import namable
from dateline.read.near import Near
from dateline.read.places import resolve_places
from dateline.read.times import find_times, resolve_time
from dateline.read.times.find import as_time

SURE = 0.9
"""A time the grammar does not know is taken from the network when it is surer than this."""


def read_figures(text: str, sentences: Sequence[Span], marks: Sequence[Mark]) -> tuple[list[Figure], list[Note]]:
    """Numbers the grammar can read and the network marked; a marked number it cannot read is a note."""
    readable = find_figures(text, sentences, all_candidates=True)
    marked = Near(marks, lambda mark: (mark.span,))
    kept = [f for f in readable if marked.sharing(f.span)]
    read = Near(kept, lambda figure: (figure.span,))
    lost = [m for m in marks if not read.sharing(m.span) and any(c.isdigit() for c in m.span.of(text))]
    notes = [Note("figure-unread", f"“{m.span.of(text)}” looks like a figure and could not be read", m.span) for m in lost]
    return [msgspec.structs.replace(f, id=f"f{n + 1}") for n, f in enumerate(kept)], notes


def read_times(
    text: str, sentences: Sequence[Span], marks: Sequence[Mark], published: date | None
) -> tuple[list[Time], list[Note]]:
    """Time expressions the grammar can read; those it cannot resolve stay, with a note and without a date."""
    found = find_times(text, sentences, published)
    read = Near(found, lambda time: (time.span,))
    surely = [m for m in marks if m.confidence > SURE and not read.sharing(m.span)]
    kept = sorted(found + [_resolved(text, sentences, m, published) for m in surely], key=lambda t: t.span)
    named = [msgspec.structs.replace(t, id=f"t{n + 1}") for n, t in enumerate(kept)]
    return named, [_unresolved(text, t) for t in named if t.from_ is None and t.to is None and t.repeats is None]


def read_places(
    text: str, marks: Sequence[Mark], actors: Sequence[Actor], report: Report
) -> tuple[list[Place], list[Note]]:
    """Places the network marked, as far as their words can name one, resolved against the gazetteer."""
    spans = list(namable(text, [m.span for m in marks], actors, report.outlet))
    dateline = next((z.span for z in report.zones if z.kind == "dateline"), None)
    return resolve_places(text, spans, outlet=report.outlet, dateline=dateline)


def _resolved(text: str, sentences: Sequence[Span], mark: Mark, published: date | None) -> Time:
    """A marked expression the grammar did not find by itself, resolved as far as its words go."""
    home = sentences[mark.sentence]
    before, after = text[home.start : mark.span.start], text[mark.span.end : home.end]
    return as_time("", mark.span, resolve_time(mark.span.of(text), published, before=before, after=after))


def _unresolved(text: str, time: Time) -> Note:
    return Note("time-unresolved", f"“{time.span.of(text)}” gives no date", time.span)
