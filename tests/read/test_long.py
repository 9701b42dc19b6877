"""Long texts: nothing is cut out of them, nothing takes longer a word than in short ones."""

from __future__ import annotations

from dateline.model import Span
from dateline.read import sources
from dateline.read.near import Near
from dateline.read.overlong import MOST, bounded
from dateline.read.sentences import split_sentences
from dateline.read.sources import SourceMention, resolve_sources
from dateline.read.words import words_of


def test_near_finds_what_shares_words():
    near = Near([Span(0, 4), Span(2, 30), Span(30, 31), Span(5, 5)], lambda span: (span,))
    assert near.sharing(Span(3, 6)) == [Span(0, 4), Span(2, 30)]
    assert near.sharing(Span(30, 40)) == [Span(30, 31)]
    assert near.sharing(Span(31, 40)) == []


def test_a_sentence_of_usual_length_stands():
    text = "The army said on Monday, after a night of fire, that nobody had left."
    assert list(bounded(text, Span(0, len(text)))) == [Span(0, len(text))]


def test_text_without_full_stops_is_cut_between_words():
    for text in ("the army, " * 2000, '"' * 5000, "a" * 50_000, "IS SDF " * 3000):
        parts = split_sentences(text)
        assert max(len(words_of(text, part)) for part in parts) <= MOST
        assert "".join(part.of(text) for part in parts).replace(" ", "") == text.replace(" ", "")


def test_cut_at_a_full_stop_inside_a_quotation():
    text = "“" + "We stayed in the village for days. " * 60 + "”"
    first = next(bounded(text, Span(0, len(text)))).of(text)
    assert first.endswith("days.")


def test_sources_of_a_very_long_text_rest_on_those_near_them(monkeypatch):
    monkeypatch.setattr(sources, "STRETCH", 1000)
    one = "Yahya Rasul, an army spokesman, said it was calm. He said so twice. "
    text = one * (4000 // len(one))
    sentences = split_sentences(text)
    mentions = [
        SourceMention(Span(s.start, s.start + (11 if n % 2 == 0 else 2)), None, n) for n, s in enumerate(sentences)
    ]
    found = resolve_sources(text, sentences, mentions, [])
    assert {one.who for one in found} == {"Yahya Rasul"}
    assert all(one.antecedent.of(text) == "Yahya Rasul" for one in found[1::2])
