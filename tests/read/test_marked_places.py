"""Words marked as places that can name none are no places."""

from __future__ import annotations

import pytest

from dateline.model import Span
from dateline.read.actors import find_actors
from dateline.read.marked_places import namable


@pytest.mark.parametrize(
    "words", ["the border", "west bank", "Kurdish", "Lebanese", "Hamas", "Reuters", "Furat Post"],
)  # fmt: skip
def test_no_place(words):
    text = f"They spoke of {words} on Monday."
    span = Span(14, 14 + len(words))
    assert list(namable(text, [span], find_actors(text), "Furat Post")) == []


@pytest.mark.parametrize("words", ["Baghouz", "West Bank", "northern Syria", "the Turkish border", "Lebanon", "Ramallah"])
def test_place(words):
    text = f"They spoke of {words} on Monday."
    span = Span(14, 14 + len(words))
    assert list(namable(text, [span], find_actors(text), "The Ramallah Courier")) == [span]


def test_an_owners_ending_is_left_out():
    text = "They live in Syria’s Qalamoun region."
    (found,) = namable(text, [Span(19, 36)], [], None)
    assert found.of(text) == "Qalamoun region"


def test_a_text_without_capitals_has_places_too():
    assert list(namable("shells fell on baghouz.", [Span(15, 22)], [], None)) == [Span(15, 22)]
