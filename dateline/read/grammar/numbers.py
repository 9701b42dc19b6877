"""Numbers in words and digits: "two hundred and fifty", "1.5m", "half a million" -> their value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from dateline.read.grammar.lexicon import load_table

DIGITS = re.compile(r"(\d[\d,. ]*)([a-zA-Z]*)")
MOST = 1e18  # what is said to be more is no number of things
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def number_value(words: Sequence[str], language: str = "en") -> float | int | None:
    """The value of a number written as tokens; None when they are no number, or beyond 10 to the 18th.

    >>> number_value(["two", "hundred", "and", "fifty"])
    250
    >>> number_value(["half", "a", "million"])
    500000
    >>> number_value(["1.5m"])
    1500000
    """
    units, scales, shares = _words(language)
    total: float = 0
    current: float | None = None
    for word in (w.lower() for w in words):
        if word in scales and scales[word] >= 1000:
            total, current = _scaled(total, current, scales[word]), None
        elif word in scales:
            current = (1 if current is None else current) * scales[word]
        else:
            step = _single(word, units, shares)
            current = current if step is None else (current or 0) + step
    value = total + (current or 0)
    return None if (current is None and not total) or value > MOST else whole(value)


def _scaled(total: float, current: float | None, scale: float) -> float:
    """A scale word multiplies what stands before it: "ten thousand million" too."""
    if current is None and total:
        return total * scale
    return total + (1 if current is None else current) * scale


def whole(value: float) -> float | int:
    """5.0 as 5; anything else rounded to six places."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _single(word: str, units: dict[str, Any], shares: dict[str, Any]) -> float | None:
    if word in units:
        return float(units[word])
    if word in shares:
        return float(shares[word])
    if word in GLYPHS:
        return GLYPHS[word]
    return _digits(word)


def _digits(word: str) -> float | None:
    if "/" in word:
        top, _, bottom = word.partition("/")
        return int(top) / int(bottom) if top.isdecimal() and bottom.isdecimal() and int(bottom) else None
    match = DIGITS.fullmatch(word)
    if match is None:
        return None
    plain = match[1].replace(",", "").replace(" ", "")
    plain = plain.replace(".", "") if plain.count(".") > 1 else plain
    return float(plain) * float(_words("en")[1].get(match[2], 1))


@cache
def _words(language: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    table = load_table(language, "numbers")["classes"]
    return table["cardinal"], {**table["scale"], **table["suffix"]}, table["share"]
