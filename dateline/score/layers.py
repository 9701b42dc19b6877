"""Readings against annotated reports, layer by layer, by the codebook's scoring."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.errors import DataError
from dateline.model import Reading
from dateline.score.cells import score_figures, score_places, score_times
from dateline.score.claims import score_claims
from dateline.score.events import score_events
from dateline.score.gold import GoldDoc
from dateline.score.sheet import Sheet
from dateline.score.tally import Scores, together


def score(golds: Iterable[GoldDoc], readings: Iterable[Reading]) -> Scores:
    """All layers over all documents; `readings` are of the documents' texts, in the same order."""
    return together({doc.id: score_document(doc, reading) for doc, reading in zip(golds, readings, strict=True)})


def score_document(doc: GoldDoc, reading: Reading) -> Scores:
    """All layers of one document; DataError when the reading is of another text."""
    if reading.report.text != doc.text:
        raise DataError(f"{doc.id}: the reading is of another text than the annotation")
    sheet = Sheet(doc)
    claims = score_claims(sheet, reading)
    score_events(sheet, reading, claims)
    score_figures(sheet, reading)
    score_places(sheet, reading)
    score_times(sheet, reading)
    return sheet.scores()
