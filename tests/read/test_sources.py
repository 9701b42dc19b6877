"""Sources resolved within a report, and bare quotations given back to their speaker."""

import pytest
from golden import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Span
from dateline.read.actors import find_actors
from dateline.read.sources import SourceMention, resolve_sources, running_speaker


def _sentences(text):
    ends = [i + 1 for i, c in enumerate(text) if c in ".”" and text[i + 1 : i + 2] in ("", " ") and text[i - 1] not in "“"]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)] or [Span(0, len(text))]


def _at(text, words):
    words, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def _mentions(text, sentences, spans):
    return [SourceMention(s, s, max(n for n, one in enumerate(sentences) if one.start <= s.start)) for s in spans]


def _line(words, one):
    count = "-" if one.count is None else one.count
    return f"{words} = {one.who}, {one.kind or '?'}, {'named' if one.named else 'nameless'}, {count}"


@pytest.mark.parametrize("case", cases("sources.txt"))
def test_golden(case):
    text, sentences = case.sentence, _sentences(case.sentence)
    words = [line.split(" = ")[0] for line in case.expected]
    mentions = _mentions(text, sentences, [_at(text, one) for one in words])
    found = resolve_sources(text, sentences, mentions, find_actors(text))
    assert [_line(w, one) for w, one in zip(words, found, strict=True)] == list(case.expected)


def test_a_quotation_that_runs_on_keeps_its_speaker():
    text = "“We left,” said Omar Jabir, a barber. “There was no bread. There was no water.”"
    parts = ("“We left,” said Omar Jabir, a barber.", "“There was no bread.", "There was no water.”")
    sentences = [_at(text, words) for words in parts]
    mentions = [SourceMention(_at(text, "Omar Jabir, a barber"), _at(text, "said"), 0, (_at(text, "We left"),))]
    mentions += [SourceMention(None, None, n, (sentences[n],)) for n in (1, 2)]
    assert [running_speaker(text, sentences, mentions, n) for n in (1, 2)] == [0, 0]
    assert [one.who for one in resolve_sources(text, sentences, mentions, [])] == ["Omar Jabir"] * 3


def test_no_source_is_no_one():
    text = "The fighters were reportedly moved."
    found = resolve_sources(text, [Span(0, len(text))], [SourceMention(None, _at(text, "reportedly"), 0)], [])[0]
    assert (found.who, found.kind, found.named, found.count) == (None, None, False, None)


def test_reasons_and_antecedents_are_given():
    text = "Police in Kirkuk said so. They said no more."
    sentences = _sentences(text)
    mentions = _mentions(text, sentences, [_at(text, "Police in Kirkuk"), _at(text, "They")])
    found = resolve_sources(text, sentences, mentions, [])
    assert found[1].antecedent == Span(0, 16) and "they" in found[1].why and found[0].why


PIECES = ["he", "She", "the officials", "Al", "-", ",", "’s", "of", "(", "Omar", "Isis", "two", "who", "“", ".", "and", "al-"]


@settings(max_examples=150, deadline=None)
@given(
    st.text(min_size=1, max_size=80) | st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join),
    st.data(),
)  # fmt: skip
def test_any_words_are_answered(text, data):
    ends = st.integers(0, len(text))
    spans = [Span(*sorted((data.draw(ends), data.draw(ends)))) for _ in range(3)]
    mentions = [SourceMention(span, None, 0, (spans[0],)) for span in spans] + [SourceMention(None, None, 0)]
    found = resolve_sources(text, [Span(0, len(text))], mentions, find_actors(text))
    assert len(found) == 4
    assert found == resolve_sources(text, [Span(0, len(text))], mentions, find_actors(text))
