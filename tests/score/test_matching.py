"""Words, overlaps and one-to-one matching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.score.match import iou, match_spans, touching
from dateline.score.words import content_words, same_name, share_word


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("the two officials", {"two", "officials"}),
        ("They", {"they"}),
        ("of the", {"of", "the"}),
        ("U.S.-led", {"u", "led"}),
        ("—", set()),
    ],
)
def test_content_words(words, content):
    assert content_words(words) == content


def test_sharing_a_word():
    text = "the army and the militia and the army's men"
    assert share_word(Span(0, 8), Span(29, 43), text)
    assert not share_word(Span(0, 8), Span(13, 24), text)
    assert share_word(None, None, text)
    assert not share_word(None, Span(0, 8), text)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the Harun Brigade", "Harun Brigade", True),
        ("a Harun Brigade commander", "Harun Brigade", True),
        ("a commander of the Harun Brigade's rear guard", "Harun Brigade", False),
        (None, "", True),
        (None, "they", False),
    ],
)
def test_same_name(a, b, same):
    assert same_name(a, b) is same


def test_overlaps():
    assert iou([Span(0, 4)], [Span(2, 6)]) == pytest.approx(2 / 6)
    assert iou([Span(0, 4)], [Span(4, 6)]) == 0
    assert iou([], [Span(4, 6)]) == 0
    assert iou([Span(0, 2), Span(4, 6)], [Span(0, 6)]) == pytest.approx(4 / 6)


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda t: Span(t[0], t[0] + t[1])), max_size=12)


@given(SPANS, SPANS)
def test_touching_finds_every_overlap(golds, reads):
    wanted = {(i, j) for i, g in enumerate(golds) for j, r in enumerate(reads) if g.overlap(r)}
    assert set(touching([(g,) for g in golds], [(r,) for r in reads])) == wanted


@given(SPANS, SPANS)
def test_matching_is_one_to_one_and_leaves_no_pair_behind(golds, reads):
    pairs = match_spans(list(enumerate(golds)), list(enumerate(reads)), lambda item: (item[1],))
    left, right = {g[0] for g, _ in pairs}, {r[0] for _, r in pairs}
    assert len(left) == len(right) == len(pairs)
    assert all(g[1].overlap(r[1]) for g, r in pairs)
    free = [(g, r) for i, g in enumerate(golds) for j, r in enumerate(reads) if i not in left and j not in right]
    assert not any(g.overlap(r) for g, r in free)


@given(SPANS)
def test_the_same_spans_match_wholly(spans):
    assert len(match_spans(spans, spans, lambda span: (span,))) == len(spans)
