"""Find figures sentence by sentence: the number's words, what it amounts to, what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Figure, Span
from dateline.read.figures.amounts import AMOUNTS, Amount, Said
from dateline.read.figures.counted import PERSONS, Phrase, counts_of, is_participle, noun_kind, phrase_after
from dateline.read.figures.grammar import FigureGrammar, figure_grammar
from dateline.read.figures.worth import bears, is_figure
from dateline.read.grammar import Tokens, cut, longest
from dateline.read.grammar.templates import Found, matches


def find_figures(
    text: str, sentences: Sequence[Span], *, all_candidates: bool = False, language: str = "en"
) -> list[Figure]:
    """The figures of a report, ids f1 … in text order, spans in `text`.

    By default those that say how many people, things, how much money or land; with `all_candidates` every number that
    is no date, time, age, rank or name.
    """
    grammar = figure_grammar(language)
    figures: list[Figure] = []
    for sentence in sentences:
        tokens = cut(text, sentence, grammar.lexicon)
        if not grammar.heads.isdisjoint(tokens.shape):
            figures.extend(_figures(text, tokens, grammar, all_candidates, len(figures)))
    return figures


def _figures(
    text: str, tokens: Tokens, grammar: FigureGrammar, all_candidates: bool, before: int
) -> Iterator[Figure]:
    number, person = before, Phrase(0, 0)
    all_found = longest(matches(grammar.rules, tokens.shape))
    for found, following in zip(all_found, [*all_found[1:], None], strict=False):
        amount = AMOUNTS[found.rule.means](Said(tokens, found, grammar.lexicon))
        phrase = _phrase(tokens, found, following, grammar)
        if amount is None or not is_figure(text, tokens, found, grammar):
            continue
        if not (all_candidates or bears(tokens, found, phrase, grammar)):
            continue
        number += 1
        noun = _named(tokens, phrase, person, grammar)
        yield _figure(f"f{number}", tokens, found, amount, (phrase, noun), grammar)
        if noun_kind(tokens.words[noun.first : noun.last], grammar.nouns) in PERSONS:
            person = noun


def _phrase(tokens: Tokens, found: Found, following: Found | None, grammar: FigureGrammar) -> Phrase:
    """The noun phrase after a number; in "150 of about 500 fighters" that of the second number too."""
    parts = following and [word.lower() for word in tokens.words[found.last : following.first]]
    of_whole = following is not None and parts in (["of"], ["of", "the"], ["of", "some"])
    return phrase_after(tokens, following.last if following and of_whole else found.last, grammar.nouns)


def _named(tokens: Tokens, phrase: Phrase, person: Phrase, grammar: FigureGrammar) -> Phrase:
    """The phrase that names what is counted: after the number, else the persons counted before ("and wounded 20")."""
    if phrase.first == phrase.last:
        return person
    return person if person.last and is_participle(phrase, tokens, grammar.nouns) else phrase


def _figure(
    name: str, tokens: Tokens, found: Found, amount: Amount, phrases: tuple[Phrase, Phrase], grammar: FigureGrammar
) -> Figure:
    """A figure; `phrases` are the one after the number and the one that names what is counted."""
    phrase, noun = phrases
    counts = counts_of(tokens, Phrase(found.first, found.last), phrase, noun, grammar.nouns)
    if _is_money(tokens, found, grammar):
        counts = "money"
    of = tokens.span(noun.first, noun.last) if noun.last > noun.first else None
    span = tokens.span(found.first, found.last)
    return Figure(name, span, amount.bound, counts, of, amount.low, amount.best, amount.high)


def _is_money(tokens: Tokens, found: Found, grammar: FigureGrammar) -> bool:
    money = grammar.lexicon.charset("currency") + grammar.lexicon.charset("money")
    return any(char in money for char in tokens.shape[found.first : found.last + 1])
