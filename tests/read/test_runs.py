"""Labels to spans."""

import numpy as np

from dateline.model import Span
from dateline.read.runs import close_gaps, runs, span_of
from dateline.read.words import words_of


def test_runs_of_one_label_and_breaks() -> None:
    rows = np.asarray([[0, 1, 1, 2, 0], [3, 3, 3, 0, 3]])
    assert [tuple(r) for r in runs(rows)] == [(0, 1, 3, 1), (0, 3, 4, 2), (1, 0, 3, 3), (1, 4, 5, 3)]
    breaks = np.asarray([[False, False, True, False, False], [False] * 5])
    assert [tuple(r) for r in runs(rows, breaks)][:2] == [(0, 1, 2, 1), (0, 2, 3, 1)]


def test_small_gaps_between_the_same_label_close() -> None:
    rows = np.asarray([[2, 0, 2, 0, 0, 2, 0, 0, 0, 2], [1, 0, 1, 0, 0, 0, 0, 0, 0, 0]])
    assert close_gaps(rows, 2, (2,)).tolist() == [[2, 2, 2, 2, 2, 2, 0, 0, 0, 2], [1, 0, 1, 0, 0, 0, 0, 0, 0, 0]]


def test_marks_at_the_ends_are_left_out_but_not_brackets_that_belong() -> None:
    text = "“the Syrian Democratic Forces (SDF)” at 9 p.m., $5m"
    words = words_of(text, Span(0, len(text)))
    assert span_of(text, words, 0, 9).of(text) == "the Syrian Democratic Forces (SDF)"  # type: ignore[union-attr]
    clock = next(n for n, w in enumerate(words) if w.span.of(text) == "9")
    assert span_of(text, words, clock, clock + 6).of(text) == "9 p.m."  # type: ignore[union-attr]
    assert span_of(text, words, len(words) - 2, len(words)).of(text) == "$5m"  # type: ignore[union-attr]
    assert span_of(text, words, 0, 1) is None
