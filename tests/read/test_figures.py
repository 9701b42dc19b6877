"""Figures: golden sentences and properties."""

from __future__ import annotations

import time

import pytest
from golden import Case, cases
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Figure, Span
from dateline.read.figures import find_figures
from dateline.read.grammar import number_value
from dateline.read.times import find_times

PIECES = [
    "more than", "150", "fighters", "of", "between", "and", "to", "five", "hundred", "thousands", "$", "2.5", "million",
    "half", "a", "third", "percent", "%", "-", "one", "dozen", "killed", "wounded", "IS", "1,000", "1,00", "½", "1/0",
    "up to", "7m", "9.9.9", "or", "people", "two-thirds", "²", "١٢", "0/0", "tens", "…", "999999999999999999999",
]  # fmt: skip


@pytest.mark.parametrize("case", cases("figures.txt"))
def test_golden(case: Case) -> None:
    text = case.sentence
    assert tuple(_line(text, figure) for figure in find_figures(text, [Span(0, len(text))])) == case.expected


def _line(text: str, figure: Figure) -> str:
    low, best, high = ("-" if value is None else str(value) for value in (figure.low, figure.best, figure.high))
    of = figure.of.of(text) if figure.of else "-"
    return f"{figure.span.of(text)} | {of} | {figure.bound} {low} {best} {high} | {figure.counts}"


@pytest.mark.parametrize("all_candidates", [False, True])
@given(text=st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text(text: str, all_candidates: bool) -> None:
    where = [Span(0, len(text))]
    figures = find_figures(text, where, all_candidates=all_candidates)
    assert figures == find_figures(text, where, all_candidates=all_candidates)
    assert [figure.id for figure in figures] == [f"f{number}" for number in range(1, len(figures) + 1)]
    last = 0
    for figure in figures:
        assert last <= figure.span.start < figure.span.end <= len(text)
        assert figure.of is None or 0 <= figure.of.start < figure.of.end <= len(text)
        assert any(value is not None for value in (figure.low, figure.best, figure.high))
        last = figure.span.end


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two hundred and fifty", 250), ("half a million", 500_000), ("1.5 million", 1_500_000), ("20k", 20_000),
        ("three dozen", 36), ("1,234,567", 1_234_567), ("ten thousand", 10_000), ("none", None),
        ("1.5 crore", 15_000_000),
    ],
)  # fmt: skip
def test_number_words(words: str, value: float | None) -> None:
    assert number_value(words.split()) == value


@pytest.mark.parametrize("words", ["million crore sixty", "one", "more than about", "two hundred and", "tens of", "a half"])
def test_long_runs_stay_linear(words: str) -> None:
    text = f"{words} " * 100
    started = time.process_time()
    find_figures(text, [Span(0, len(text))])
    find_times(text, [Span(0, len(text))], None)
    assert time.process_time() - started < 2
