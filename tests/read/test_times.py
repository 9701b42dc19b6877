"""Times: golden sentences, properties, and how well the corpora at hand are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from golden import Case, cases
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span, Time
from dateline.read.times import find_times, resolve_time
from dateline.read.times.stretch import UNKNOWN, Stretch, month, week
from dateline.score.timebank import as_timex, timebank_accuracy

TIMEBANK = Path(__file__).parents[3] / "shared" / "corpora" / "timebank"
PIECES = [
    "on Monday", "late", "last", "week", "9 p.m.", "March", "31", "Feb. 30", "2019", "since", "between", "and", "every",
    "three", "years", "ago", "the", "next", "of", "1980s", "2019-02-31", "99/99/2019", "until", ",", "early", "second",
    "quarter", "the 99th century", "9999", "a million years ago", "–", "now", "that", "day",
    "ﬁ", "١٩", "\u202e", "0000",
]  # fmt: skip


@pytest.mark.parametrize("case", cases("times.txt"))
def test_golden(case: Case) -> None:
    published = None if case.published == "none" else date.fromisoformat(case.published)
    text = case.sentence
    assert tuple(_line(text, time) for time in find_times(text, [Span(0, len(text))], published)) == case.expected


def _line(text: str, time: Time) -> str:
    return f"{time.span.of(text)} = {time.repeats or _days(time)}"


def _days(time: Time) -> str:
    if time.from_ is None and time.to is None:
        return "nothing"
    return time.from_ if time.from_ == time.to and time.from_ else f"{time.from_ or '?'}..{time.to or '?'}"


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)), st.one_of(st.none(), st.dates()))
def test_any_text(text: str, published: date | None) -> None:
    times = find_times(text, [Span(0, len(text))], published)
    assert times == find_times(text, [Span(0, len(text))], published)
    assert [time.id for time in times] == [f"t{number}" for number in range(1, len(times) + 1)]
    last = 0
    for time in times:
        assert last <= time.span.start < time.span.end <= len(text)
        assert time.span.of(text).strip() == time.span.of(text)
        assert not (time.from_ and time.to) or time.from_ <= time.to
        last = time.span.end


@given(st.lists(st.sampled_from(PIECES)).map(" ".join), st.one_of(st.none(), st.dates()))
def test_any_words_resolve(words: str, published: date | None) -> None:
    assert isinstance(resolve_time(words, published), Stretch)


def test_nothing_is_resolved_against_the_clock() -> None:
    text = "Yesterday, on Monday, last year, now and two weeks ago."
    assert all(time.from_ is None and time.to is None for time in find_times(text, [Span(0, len(text))], None))


def test_precision() -> None:
    text = "On 3 May 2018, on 3 and 4 May 2018, in May 2018, in 2018, last week."
    times = find_times(text, [Span(0, len(text))], date(2019, 2, 19))
    assert [time.precision for time in times] == [1, 2, 4, 5, 3]


def test_words_the_grammar_would_not_find() -> None:
    assert resolve_time("the Monday of the vote", date(2019, 2, 19)) == Stretch(date(2019, 2, 18), date(2019, 2, 18))
    assert resolve_time("no time at all", date(2019, 2, 19)) == UNKNOWN


def test_timex() -> None:
    assert as_timex(week(date(1998, 3, 4))) == "1998-W10"
    assert as_timex(month(1998, 7, 3)) == "1998-Q3"
    assert as_timex(UNKNOWN) is None


@pytest.mark.skipif(not TIMEBANK.is_dir(), reason="corpora are not at hand (../shared/corpora/timebank)")
def test_timebank() -> None:
    right, total = timebank_accuracy(TIMEBANK)
    assert total > 800
    assert right / total >= 0.80
