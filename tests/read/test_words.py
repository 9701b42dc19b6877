"""Words, shapes and pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.read.words import SEP, UNKNOWN, shape, vocabulary, words_of


def test_words_carry_their_spans_and_pieces() -> None:
    text = "The SDF re-took al-Ṣūr."
    words = words_of(text, Span(0, len(text)))
    assert [w.span.of(text) for w in words] == ["The", "SDF", "re", "-", "took", "al", "-", "Ṣūr", "."]
    assert words[7].pieces == words_of("sur", Span(0, 3))[0].pieces, "case and accents are folded"


def test_shapes_tell_how_a_word_is_written() -> None:
    assert [shape(w) for w in ("fled", "Raqqa", "SDF", "McGurk", "150", ",", "A", "“")] == [0, 1, 2, 3, 4, 5, 6, 7]


def test_a_word_of_no_known_piece_is_one_unknown() -> None:
    assert words_of("ꙮ", Span(0, 1))[0].pieces == (UNKNOWN,)


@given(st.text())
def test_any_text_gives_words_in_order_inside_it(text: str) -> None:
    words = words_of(text, Span(0, len(text)))
    assert all(a.span.end <= b.span.start for a, b in pairwise(words))
    assert all(w.pieces and max(w.pieces) < len(vocabulary()) and SEP not in w.pieces for w in words)
