"""Words and word pieces: from sentences of a report to the numbers the encoder reads.

A *word* is a run of letters and digits or one other visible character (BERT's basic tokens); a *piece* is a part of a word
in the encoder's vocabulary (WordPiece: greedy longest match, Wu et al. 2016, arXiv:1609.08144).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import numpy as np

from dateline.languages.en.lexicon import lexicon, lexicon_id
from dateline.model import Span
from dateline.read.network import Floats

CLS, SEP, UNKNOWN = 101, 102, 100

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


class Word(NamedTuple):
    """One word: its span in the report, its pieces, its shape (0..7) and its row in the lexicon's table (0 = none)."""

    span: Span
    pieces: tuple[int, ...]
    shape: int
    lexicon: int


@lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, int]:
    """The encoder's pieces and their numbers, from the shipped vocabulary."""
    lines = resources.files("dateline.read").joinpath("weights/vocab.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


@lru_cache(maxsize=1)
def hint_table() -> Floats:
    """The lexicon's rows [rows, lists]: 1 where the words of a row stand in a list."""
    names, _, rows = lexicon()
    table = np.zeros((len(rows), len(names)), np.float32)
    for row, lists in enumerate(rows):
        table[row, list(lists)] = 1
    return table


def shape(word: str) -> int:
    """How a word is written: 0 lower, 1 Title, 2 UPPER, 3 miXed, 4 digits, 5 mark, 6 one capital, 7 quotation mark."""
    if not word[0].isalnum():
        return 7 if word in "“”\"„‘’'«»" else 5
    if word[0].isdigit():
        return 4
    if word.islower():
        return 0
    if len(word) == 1:
        return 6
    return 2 if word.isupper() else 1 if word.istitle() else 3


def _plain(word: str) -> str:
    """Lower case without accents, as the encoder's vocabulary is written."""
    low = word.lower()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFD", low) if unicodedata.category(c) != "Mn")


@lru_cache(maxsize=200_000)
def _known(word: str) -> tuple[tuple[int, ...], int, int]:
    return _pieces(_plain(word)), shape(word), lexicon_id(word)


def _pieces(word: str) -> tuple[int, ...]:
    table, found, start = vocabulary(), [], 0
    if len(word) > 60:
        return (UNKNOWN,)
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            piece = table.get(prefix + word[start:end])
            if piece is not None:
                found.append(piece)
                start = end
                break
        else:
            return (UNKNOWN,)
    return tuple(found) or (UNKNOWN,)


def words_of(text: str, span: Span) -> list[Word]:
    """The words of `text[span]`, in order, with spans in the whole text."""
    found = []
    for match in _WORD.finditer(text, span.start, span.end):
        pieces, form, row = _known(match.group())
        found.append(Word(Span(match.start(), match.end()), pieces, form, row))
    return found
