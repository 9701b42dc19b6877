"""Quotation marks."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.read.quotes import how_quoted, quoted


def _quoted(text: str) -> list[str]:
    return [s.of(text) for s in quoted(text)[0]]


def test_double_curly_straight_and_angled_marks() -> None:
    assert _quoted('He said “go”. She said "stay". On a dit « non ».') == ["go", "stay", " non "]


def test_apostrophes_open_nothing() -> None:
    assert _quoted("The group’s men weren’t there, the soldiers’ families said") == []


def test_a_mark_left_open_runs_to_the_end_of_its_paragraph_and_is_noted() -> None:
    text = "“We fled at night, he said.\n\nNobody came back."
    spans, notes = quoted(text)
    assert [s.of(text) for s in spans] == ["We fled at night, he said."]
    assert [n.code for n in notes] == ["quotation-unclosed"]


def test_a_quotation_taken_up_again_in_the_next_paragraph_is_no_mistake() -> None:
    text = "“We fled.\n\n“Nobody stayed,” he said."
    assert quoted(text)[1] == []
    assert _quoted(text) == ["We fled.", "Nobody stayed,"]


def test_how_quoted() -> None:
    text = "they had “no choice” but to go"
    inside = quoted(text)[0]
    assert how_quoted([Span(10, 19)], inside) == "direct"
    assert how_quoted([Span(0, len(text))], inside) == "mixed"
    assert how_quoted([Span(20, 30)], inside) == "indirect"


@given(st.text(alphabet="“”\"‘’«» a\n"))
def test_any_marks_give_spans_in_order(text: str) -> None:
    spans, _ = quoted(text)
    assert all(0 <= s.start <= s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
