"""Figures, places and times against those annotated: found by overlap, then judged by their values."""

from __future__ import annotations

from dateline.model import Figure, Place, Reading, Span, Time
from dateline.score.gold import GoldFigure, GoldPlace, GoldTime
from dateline.score.match import match_spans
from dateline.score.sheet import Sheet

AnyCell = GoldFigure | GoldPlace | GoldTime | Figure | Place | Time


def score_figures(sheet: Sheet, reading: Reading) -> None:
    """Figures by overlap; bound, what is counted and the three values over the matched."""
    golds, reads = list(sheet.doc.figures), list(reading.figures)
    pairs = match_spans(golds, reads, _span)
    sheet.found("figures", golds, reads, pairs, _span)
    sheet.agreed("figures: bounds", pairs, _span, lambda g, r: (g.bound, r.bound))
    sheet.agreed("figures: counts", pairs, _span, lambda g, r: (g.counts, r.counts))
    sheet.agreed("figures: values", pairs, _span, lambda g, r: ((g.low, g.best, g.high), (r.low, r.best, r.high)))
    sheet.agreed("figures: low", pairs, _span, lambda g, r: (g.low, r.low))
    sheet.agreed("figures: best", pairs, _span, lambda g, r: (g.best, r.best))
    sheet.agreed("figures: high", pairs, _span, lambda g, r: (g.high, r.high))


def score_places(sheet: Sheet, reading: Reading) -> None:
    """Places by overlap; country and kind over the matched."""
    golds, reads = list(sheet.doc.places), list(reading.places)
    pairs = match_spans(golds, reads, _span)
    sheet.found("places", golds, reads, pairs, _span, lambda p: p.kind)
    sheet.agreed("places: country", pairs, _span, lambda g, r: (g.country, r.country))
    sheet.agreed("places: kind", pairs, _span, lambda g, r: (g.kind, r.kind))


def score_times(sheet: Sheet, reading: Reading) -> None:
    """Times by overlap; resolved when both ends are the same day, or both unknown."""
    golds, reads = list(sheet.doc.times), list(reading.times)
    pairs = match_spans(golds, reads, _span)
    sheet.found("times", golds, reads, pairs, _span)
    sheet.agreed("times: resolved", pairs, _span, lambda g, r: (_ends(g), _ends(r)))
    dated = [(g, r) for g, r in pairs if g.from_ or g.to]
    sheet.agreed("times: resolved, where dated", dated, _span, lambda g, r: (_ends(g), _ends(r)))


def _span(cell: AnyCell) -> tuple[Span, ...]:
    return (cell.span,)


def _ends(time: GoldTime | Time) -> str:
    return f"{time.from_} to {time.to}"
