"""Attributions against PolNeAR: sources, cues and contents found, by overlap and exactly.

PolNeAR (Newell, Margolin and Ruths 2018) marks source, cue and content of each attribution as lists of `[start, end)`
offsets. As usual for it, a predicted span is right when it overlaps an annotated span of the same type: precision is
over the predicted spans, recall over the annotated ones; exact asks for the same offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from dateline.errors import DataError
from dateline.model import Span

PARTS = ("source", "cue", "content")
Attribution = Mapping[str, Sequence[Span]]


class Attributed(msgspec.Struct, frozen=True):
    """One annotated attribution."""

    source: list[Span] = []
    cue: list[Span] = []
    content: list[Span] = []


class PolnearArticle(msgspec.Struct, frozen=True):
    """One article; `annotators` gives each annotator's own attributions, the first is taken."""

    id: str
    text: str
    annotators: dict[str, list[Attributed]]

    def spans(self, part: str) -> frozenset[Span]:
        """All annotated spans of a part."""
        attributions = next(iter(self.annotators.values()), [])
        return frozenset(span for attribution in attributions for span in getattr(attribution, part))


class Overlapped(msgspec.Struct, frozen=True):
    """Predicted spans that are right, annotated spans that are found."""

    right: int = 0
    read: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """None when nothing was predicted."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """None when nothing is annotated."""
        return self.found / self.gold if self.gold else None

    @property
    def value(self) -> float | None:
        """F1; None when there is nothing on either side."""
        if not self.read and not self.gold:
            return None
        p, r = self.precision or 0.0, self.recall or 0.0
        return 2 * p * r / (p + r) if p + r else 0.0

    def __add__(self, other: Overlapped) -> Overlapped:
        return Overlapped(
            self.right + other.right, self.read + other.read, self.found + other.found, self.gold + other.gold
        )


def load_polnear(path: Path) -> Iterator[PolnearArticle]:
    """The articles of a PolNeAR file, one JSON object a line; DataError names the line that breaks it."""
    with path.open("rb") as rows:
        for number, row in enumerate(rows, 1):
            try:
                yield msgspec.json.decode(row, type=PolnearArticle)
            except msgspec.DecodeError as error:
                raise DataError(f"{path}:{number}: {error}") from error


def score_polnear(
    articles: Iterable[PolnearArticle], predicted: Iterable[tuple[str, Sequence[Attribution]]]
) -> dict[str, Overlapped]:
    """"source", "cue", "content" and each with " exact" → tally.

    `predicted` gives, for each article in order, its text and the attributions read in it.
    """
    names = [*PARTS, *(f"{part} exact" for part in PARTS)]
    scores = {name: Overlapped() for name in names}
    for article, (text, attributions) in zip(articles, predicted, strict=True):
        if text != article.text:
            raise DataError(f"{article.id}: the attributions are of another text")
        for part in PARTS:
            gold, read = article.spans(part), _spans(attributions, part)
            scores[part] += overlapped(gold, read)
            same = len(gold & read)
            scores[f"{part} exact"] += Overlapped(same, len(read), same, len(gold))
    return scores


def overlapped(gold: Iterable[Span], read: Iterable[Span]) -> Overlapped:
    """How many read spans touch a gold one, and how many gold ones are touched."""
    golds, reads = sorted(gold), sorted(read)
    right = sum(any(r.overlap(g) for g in golds) for r in reads)
    found = sum(any(g.overlap(r) for r in reads) for g in golds)
    return Overlapped(right, len(reads), found, len(golds))


def _spans(attributions: Sequence[Attribution], part: str) -> frozenset[Span]:
    return frozenset(Span(*span) for attribution in attributions for span in attribution.get(part, ()))
