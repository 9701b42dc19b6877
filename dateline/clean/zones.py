"""The zones of a report: every stretch that is not blank, in order, none overlapping."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.clean.around import around
from dateline.clean.lines import lines_of
from dateline.clean.opening import opening
from dateline.model import Report, Span, Zone


def clean(report: Report) -> Report:
    """The same report with its zones marked and the agency of its dateline in `wire`; the text is not touched.

    Zones that the intake marked (from a page's own markup) stand; the rest is headline, byline and dateline where the
    opening shows them, boilerplate where a pattern of `languages/en/boilerplate.toml` says so, and body.
    """
    taken = tuple(zone for zone in report.zones if zone.kind != "body")
    lines = lines_of(report.text, taken)
    first, wire = opening(report, lines)
    marked = _without_overlap((*taken, *first, *around(report.text, lines)))
    zones = _joined(_filled(report.text, lines, marked), report.text)
    return msgspec.structs.replace(report, zones=zones, wire=report.wire or wire)


def _without_overlap(zones: Iterable[Zone]) -> list[Zone]:
    """In text order; where two overlap the one given first stands."""
    kept: list[Zone] = []
    for zone in sorted(zones, key=lambda z: z.span.start):
        if not kept or zone.span.start >= kept[-1].span.end:
            kept.append(zone)
    return kept


def _filled(text: str, lines: list[Span], marked: list[Zone]) -> list[Zone]:
    """The marked zones and, for what is left of each line, body."""
    zones: list[Zone] = []
    waiting = iter([*marked, Zone("body", Span(len(text), len(text)))])
    zone = next(waiting)
    for line in lines:
        at = line.start
        while zone.span.start < line.end:
            zones.extend(_body(text, at, zone.span.start))
            zones.append(zone)
            at, zone = max(at, zone.span.end), next(waiting)
        zones.extend(_body(text, at, line.end))
    return [*zones, *(z for z in (zone, *waiting) if z.span.start < z.span.end)]


def _body(text: str, start: int, end: int) -> list[Zone]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return [Zone("body", Span(start, end))] if start < end else []


def _joined(zones: list[Zone], text: str) -> tuple[Zone, ...]:
    """Neighbours of one kind and reason as one zone, blank lines between them included."""
    joined: list[Zone] = []
    for zone in sorted(zones, key=lambda z: z.span):
        last = joined[-1] if joined else None
        if last and (last.kind, last.why) == (zone.kind, zone.why) and zone.kind != "headline":
            joined[-1] = Zone(zone.kind, Span(last.span.start, zone.span.end), why=zone.why)
        else:
            joined.append(zone)
    return tuple(joined)
