"""One-to-one matching, best overlap first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dateline.model import Span, hull

G = TypeVar("G")
R = TypeVar("R")
Pair = tuple[G, R]


def match(
    golds: Sequence[G], reads: Sequence[R], likeness: Callable[[G, R], float], candidates: Iterable[tuple[int, int]]
) -> list[tuple[G, R]]:
    """Pairs of one gold and one read item, the likest first; a likeness of 0 is no match.

    Among equals the one that comes first in both lists wins, so the same input gives the same pairs.
    """
    scored = [(-likeness(golds[i], reads[j]), i, j) for i, j in candidates]
    pairs, gold_taken, read_taken = [], set(), set()
    for score, i, j in sorted(scored):
        if score < 0 and i not in gold_taken and j not in read_taken:
            gold_taken.add(i)
            read_taken.add(j)
            pairs.append((i, j))
    return [(golds[i], reads[j]) for i, j in sorted(pairs)]


def match_spans(
    golds: Sequence[G], reads: Sequence[R], spans: Callable[[G | R], tuple[Span, ...]],
    right: Callable[[G, R], bool] = lambda gold, read: True,
) -> list[tuple[G, R]]:  # fmt: skip
    """Matching by intersection over union of the items' characters, among those pairs that are `right`."""
    here, there = [spans(g) for g in golds], [spans(r) for r in reads]

    def likeness(i: int, j: int) -> float:
        alike = iou(here[i], there[j])
        return alike if alike and right(golds[i], reads[j]) else 0.0

    pairs = match(range(len(golds)), range(len(reads)), likeness, touching(here, there))
    return [(golds[i], reads[j]) for i, j in pairs]


def touching(golds: Sequence[tuple[Span, ...]], reads: Sequence[tuple[Span, ...]]) -> list[tuple[int, int]]:
    """Indexes of those whose hulls overlap: the only ones worth comparing."""
    order = sorted((hull(spans), j) for j, spans in enumerate(reads) if spans)
    starts = [span.start for span, _ in order]
    found = []
    for i, spans in enumerate(golds):
        if spans:
            whole = hull(spans)
            before = order[: bisect_left(starts, whole.end)]
            found += [(i, j) for span, j in before if span.end > whole.start]
    return found


def iou(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Shared characters over all characters of two lists of spans, 0 when apart or empty."""
    if len(a) == 1 and len(b) == 1:
        shared = a[0].overlap(b[0])
        return shared / (a[0].end - a[0].start + b[0].end - b[0].start - shared) if shared else 0.0
    one, two = _characters(a), _characters(b)
    return len(one & two) / len(one | two) if one & two else 0.0


def _characters(spans: Sequence[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}
