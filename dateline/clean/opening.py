"""The opening of a report: headline, byline, publication line, dateline."""

from __future__ import annotations

import re

from dateline.clean.lines import goes_on
from dateline.languages.en.dateline import dateline
from dateline.languages.en.head import HeadLine, Part, byline_pattern, head
from dateline.model import Report, Span, Zone, ZoneKind

_KINDS: dict[Part, ZoneKind] = {"title": "headline", "byline": "byline"}
_NEAR = 4
_FULL_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z])")
_BYLINE_AT_MOST = 160


def opening(report: Report, lines: list[Span]) -> tuple[list[Zone], str | None]:
    """Zones of the opening, and the agency the dateline credits."""
    text = report.text
    zones = [_zone(line) for line in _head(report)]
    at_head = {z.span.start for z in zones}
    starts = [line for last, line in zip([None, *lines], lines, strict=False) if not goes_on(text, last, line)]
    rest = [line for line in starts if line.start not in at_head]
    zones.extend(_again(report, rest[:_NEAR]))
    zones.extend(_bylines(text, rest))
    marked = {z.span.start for z in zones}
    datelines, wire = _datelines(text, [line for line in rest if line.start not in marked])
    return [*zones, *datelines], wire


def _head(report: Report) -> tuple[HeadLine, ...]:
    """The head of a plain text; a page's own marks have said it already."""
    return () if report.zones else head(report.text)


def _zone(line: HeadLine) -> Zone:
    kind = _KINDS.get(line.part)
    return Zone(kind, line.span) if kind else Zone("boilerplate", line.span, why=f"{line.part} line")


def _again(report: Report, lines: list[Span]) -> list[Zone]:
    """A line near the top that repeats the title."""
    title = _bare(report.title or "")
    return [Zone("headline", line) for line in lines if title and _bare(line.of(report.text)) == title]


def _bare(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _bylines(text: str, lines: list[Span]) -> list[Zone]:
    """Whole lines "By Jane Doe in Beirut" near the top or the end."""
    near = [*lines[:_NEAR], *lines[_NEAR:][-_NEAR:]]
    short = (line for line in near if line.end - line.start <= _BYLINE_AT_MOST)
    return [Zone("byline", line) for line in short if byline_pattern().fullmatch(line.of(text))]


def _datelines(text: str, lines: list[Span]) -> tuple[list[Zone], str | None]:
    """Datelines that name an agency or a date; else one near the top if no other line opens so."""
    lines = [*_after_headline(text, lines[:1]), *lines]
    found = [(at, line, opens) for at, line in enumerate(lines) if (opens := dateline(line.of(text)))]
    unsure = [(at, line, opens) for at, line, opens in found if not opens.sure]
    sure = [(at, line, opens) for at, line, opens in found if opens.sure]
    chosen = sure or ([] if len(unsure) > 1 or (unsure and unsure[0][0] >= _NEAR) else unsure)
    zones = [Zone("dateline", _up_to(text, line, opens.end)) for _, line, opens in chosen]
    return zones, next((opens.wire for _, _, opens in chosen if opens.wire), None)


def _after_headline(text: str, first: list[Span]) -> list[Span]:
    """Where a text is all on one line, its dateline may stand after the headline's full stop."""
    starts = (m.end() for line in first for m in _FULL_STOP.finditer(text, line.start, min(line.end, line.start + 250)))
    later = (Span(start, line.end) for line in first for start in starts)
    return [span for span in later if (opens := dateline(span.of(text))) and opens.sure][:1]


def _up_to(text: str, line: Span, end: int) -> Span:
    return Span(line.start, line.start + len(line.of(text)[:end].rstrip()))
