"""Sentences to the encoder and back: packs of consecutive sentences in, one flat row of words out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dateline.read import labels
from dateline.read.network import Floats, Ints, Network, Packs
from dateline.read.words import CLS, SEP, Word, hint_table

WIDTH, HEADS = 384, sum(labels.WORD_HEADS.values())
"""Numbers a word: its state, its heads."""
LONGEST = 112
"""Pieces in a pack: sentences see their neighbours, attention stays cheap."""
WINDOW = 500
"""Pieces the encoder can take at once; a longer sentence is cut there."""


class Labelled(NamedTuple):
    """All words of the sentences given, in order: states [T, 384], word heads [T, 44]; `bounds` [S + 1] parts them."""

    words: list[Word]
    states: Floats
    heads: Floats
    bounds: Ints


def label(network: Network, sentences: Sequence[list[Word]]) -> Labelled:
    """Runs stage one over a report's sentences.

    Packs go one at a time: no padding, and (int8 scales are taken from all that goes in together) what is read in a report
    never hangs on which reports are read beside it.
    """
    words = [word for sentence in sentences for word in sentence]
    bounds = np.cumsum([0, *(len(sentence) for sentence in sentences)])
    states, heads = np.zeros((len(words), WIDTH), np.float32), np.zeros((len(words), HEADS), np.float32)
    for pack in _packs(sentences):
        end = pack.first + len(pack.words)
        got_states, got_heads = network.first(_tensors(pack))
        states[pack.first : end], heads[pack.first : end] = got_states[0], got_heads[0]
    return Labelled(words, states, heads, bounds)


class _Pack(NamedTuple):
    first: int
    words: list[Word]
    homes: list[int]
    pieces: int


def _packs(sentences: Sequence[list[Word]]) -> list[_Pack]:
    found: list[_Pack] = []
    run, homes = list[Word](), list[int]()
    first = size = 0
    for number, sentence in enumerate(sentences):
        need = sum(len(w.pieces) for w in sentence)
        if run and size + need > LONGEST:
            found.append(_Pack(first, run, homes, size))
            first, run, homes, size = first + len(run), [], [], 0
        run, homes, size = run + sentence, homes + [number] * len(sentence), size + need
        while size > WINDOW:
            fits, pieces = _cut(run)
            found.append(_Pack(first, run[:fits], homes[:fits], pieces))
            first, run, homes, size = first + fits, run[fits:], homes[fits:], size - pieces
    return [*found, _Pack(first, run, homes, size)] if run else found


def _cut(words: list[Word]) -> tuple[int, int]:
    """How many words fit in a window, and their pieces."""
    size = 0
    for n, word in enumerate(words):
        if n and size + len(word.pieces) > WINDOW:
            return n, size
        size += len(word.pieces)
    return len(words), size


def _tensors(pack: _Pack) -> Packs:
    sizes = [len(w.pieces) for w in pack.words]
    pieces = np.asarray([[CLS, *(p for w in pack.words for p in w.pieces), SEP]])
    shapes, rows = np.zeros_like(pieces), np.zeros_like(pieces)
    shapes[0, 1:-1] = np.repeat([w.shape + 1 for w in pack.words], sizes)
    rows[0, 1:-1] = np.repeat([w.lexicon for w in pack.words], sizes)
    hints = hint_table()[rows]
    return Packs(pieces, shapes, hints, np.cumsum([1, *sizes[:-1]])[None], np.asarray([pack.homes]))
