"""Tokens: a sentence cut into words, numbers and marks, each with its class character."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from dateline.model.spans import Span
from dateline.read.grammar.lexicon import Lexicon

TOKEN = re.compile(
    r"""
      (?P<word>[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_]+)
    | (?P<clock>(?<![\d.,$£€])\d{1,2}(?:[:.]\s?\d\d)?\s?(?:[ap]\.\s?m\b\.?|[ap]m\b)
        | (?<![\d:.])\d{1,2}:\s?[0-5]\d(?!\d)(?!:\d))
    | (?P<isodate>\d{4}-\d\d-\d\d(?!\d))
    | (?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d))
    | (?P<decade>\d{3}0\s?['’]?s\b|['’‘]\d0s\b)
    | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
    | (?P<fraction>\d+/\d+(?![\d/])|[½¼¾⅓⅔])
    | (?P<suffixed>\d[\d,]*(?:\.\d+)?(?:bn|tn|mn|m|b|k|K|M|B)(?![^\W_]))
    | (?P<number>\d{1,3}(?:,\ ?(?:\d{3}|(?<=\ )000)(?!\d))+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?)
    | (?P<poss>['’]s\b)
    | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
MARKS = {
    ",": "comma", ".": "dot", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "dash", "—": "dash", "(": "open",
    "[": "open", ")": "close", "]": "close", "%": "percent", "$": "currency", "£": "currency", "€": "currency",
    "¥": "currency", "₹": "currency", '"': "quote", "“": "quote", "”": "quote", ":": "colon", "/": "slash",
}  # fmt: skip
YEARS = range(1000, 2100)


class Tokens(NamedTuple):
    """Words as written with their offsets; `shape[i]` is the class character of `words[i]`."""

    words: list[str]
    spans: list[tuple[int, int]]
    shape: str

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from token `first` up to, not including, token `last`."""
        return Span(self.spans[first][0], self.spans[last - 1][1])


def cut(text: str, where: Span, lexicon: Lexicon) -> Tokens:
    """The tokens of `text[where]`; offsets are offsets in `text`."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    shape: list[str] = []
    classify = _classifier(lexicon)
    for match in TOKEN.finditer(text, where.start, where.end):
        word = match[0]
        words.append(word)
        spans.append(match.span())
        shape.append(classify(match.lastgroup or "mark", word))
    return Tokens(words, spans, "".join(shape))


def _classifier(lexicon: Lexicon) -> Callable[[str, str], str]:
    table, char = lexicon.table, lexicon.char
    kinds = {name: char(frozenset([name])) for name in ("word", "name", "mark")}

    def classify(kind: str, word: str) -> str:
        if kind == "word":
            return table.get(word) or (kinds["name"] if word[0].isupper() else kinds["word"])
        if kind == "mark":
            return table.get(word) or char(frozenset([MARKS.get(word, "mark")]))
        return char(_number_classes(word) if kind == "number" else frozenset([kind]))

    return classify


def _number_classes(word: str) -> frozenset[str]:
    if not word.isdecimal():
        return frozenset(["number", "decimal"] if "." in word else ["number"])
    value = int(word[:6])
    if 1 <= value <= 31 and len(word) <= 2:
        return frozenset(["number", "day"])
    return frozenset(["number", "year"] if len(word) == 4 and value in YEARS else ["number"])
