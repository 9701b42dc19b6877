"""Whether a number is a figure at all, and whether it bears on something that happened or is claimed."""

from __future__ import annotations

from dateline.read.figures.counted import Phrase, outcome_of
from dateline.read.figures.grammar import FigureGrammar
from dateline.read.grammar import Tokens
from dateline.read.grammar.templates import Found

MODIFIED = frozenset(["at_least", "more", "at_most", "about", "range", "vague", "several"])
PADS = 3  # words that may stand between a number and its unit of time


def is_figure(text: str, tokens: Tokens, found: Found, grammar: FigureGrammar) -> bool:
    """No part of a code ("F16", "S-400", "4chan"), no length of time ("more than five years"), no count of times."""
    span = tokens.span(found.first, found.last)
    if found.first and _glued(text, tokens, found.first):
        return False
    if text[span.end : span.end + 1].isalpha() and not _in(tokens, found.last, "measure", grammar):
        return False
    return not _counts_time(tokens, found.last, grammar)


def _glued(text: str, tokens: Tokens, first: int) -> bool:
    """Whether a letter or a hyphen with a letter stands right before the number."""
    start = tokens.spans[first][0]
    before = text[max(0, start - 2) : start]
    if not tokens.words[first][0].isdecimal() or not before:
        return False
    return before[-1].isalpha() or (len(before) == 2 and before[1] == "-" and before[0].isalpha())


def _counts_time(tokens: Tokens, at: int, grammar: FigureGrammar) -> bool:
    padding = grammar.lexicon.values["padding"]
    last = min(at + PADS, len(tokens.words))
    while at < last and (tokens.words[at] == "-" or tokens.words[at].lower() in padding):
        at += 1
    return any(_in(tokens, at, name, grammar) for name in ("unit", "units", "after"))


def _in(tokens: Tokens, at: int, name: str, grammar: FigureGrammar) -> bool:
    return at < len(tokens.words) and tokens.words[at].lower() in grammar.lexicon.values[name]


def bears(tokens: Tokens, found: Found, phrase: Phrase, grammar: FigureGrammar) -> bool:
    """Numbers with a bound always; bare ones when they count something; "one" only a known noun or a casualty."""
    words = [word.lower() for word in tokens.words[phrase.first : phrase.last]]
    first = tokens.words[found.first].lower()
    if _is_distance(tokens, found, grammar) or (first[0] == "0" and first.isdecimal()):
        return False
    if found.rule.means in MODIFIED:
        return True
    alone = found.last - found.first == 1
    if _speaks(tokens, found, phrase):
        return False
    if alone and (first in ("one", "1") or _is_year(first)):
        known = any(word in grammar.nouns.counts for word in words) and not _next(tokens, found, "of")
        return known or _outcome(tokens, found, phrase, grammar)
    if words or not alone:
        return True
    before = tokens.words[found.first - 1].lower() if found.first else ""
    return (not first.isdecimal() and before not in ("in", "into", "of")) or _outcome(tokens, found, phrase, grammar)


def _next(tokens: Tokens, found: Found, word: str) -> bool:
    return tokens.words[found.last : found.last + 1] == [word]


def _outcome(tokens: Tokens, found: Found, phrase: Phrase, grammar: FigureGrammar) -> bool:
    return outcome_of(tokens, Phrase(found.first, found.last), phrase, grammar.nouns) is not None


def _is_year(word: str) -> bool:
    """A bare number that may be a year: "2019", not "2,019"."""
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2039


def _is_distance(tokens: Tokens, found: Found, grammar: FigureGrammar) -> bool:
    """"About 15 miles north of": how far, not how much; "a 15-mile zone" and "15 square miles" are land."""
    return _in(tokens, found.last, "measure", grammar)


def _speaks(tokens: Tokens, found: Found, phrase: Phrase) -> bool:
    """Whether the counted are a source: "said one doctor", "two officials said", "according to three witnesses"."""
    before = [word.lower() for word in tokens.words[max(0, found.first - 2) : found.first]]
    after = [word.lower() for word in tokens.words[phrase.last : phrase.last + 1]]
    one = before[-1:] if tokens.words[found.first].lower() == "one" else []
    return before == ["according", "to"] or any(word in ("said", "says", "told", "added") for word in one + after)
