"""From labels a word to spans: runs of equal labels, small gaps closed, marks at the ends trimmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.model import Span
from dateline.read.network import Floats, Ints
from dateline.read.words import Word


class Run(NamedTuple):
    """Words `first` to `last` (exclusive) of row `row` carry `label`."""

    row: int
    first: int
    last: int
    label: int


def softmax(logits: Floats) -> Floats:
    """Over the last axis."""
    raised: Floats = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = raised / raised.sum(-1, keepdims=True)
    return shares


def sigmoid(logits: Floats) -> Floats:
    """Element by element, safe for large numbers."""
    chances: Floats = (0.5 * (1 + np.tanh(0.5 * logits))).astype(np.float32)
    return chances


def runs(rows: Ints, breaks: NDArray[np.bool_] | None = None) -> list[Run]:
    """Runs of equal, non-zero labels in [N, L]; where `breaks` is true a new run begins even if the label is the same."""
    padded = np.zeros((rows.shape[0], rows.shape[1] + 2), rows.dtype)
    padded[:, 1:-1] = rows
    change = padded[:, 1:] != padded[:, :-1]
    if breaks is not None:
        change[:, :-1] |= breaks & (rows != 0)
    row, at = np.nonzero(change)
    found = []
    for n in range(len(row) - 1):
        if row[n] == row[n + 1] and (tag := int(rows[row[n], at[n]])):
            found.append(Run(int(row[n]), int(at[n]), int(at[n + 1]), tag))
    return found


def smooth(logits: Floats, present: NDArray[np.bool_], edge: float, change: float) -> Ints:
    """The best labels of every row of [N, L, K], label 0 meaning none, when a stretch has its price (Viterbi).

    `edge`: what going from none to a label or back costs, in nats; `change`: going from one label to another.
    """
    high = logits.max(-1, keepdims=True)
    scores = logits - high - np.log(np.exp(logits - high).sum(-1, keepdims=True))
    scores = np.where(present[:, :, None], scores, 0)
    rows, length, kinds = scores.shape
    back = np.empty((length, rows, kinds), np.int64)
    total, every = scores[:, 0], np.arange(kinds)[None, :]
    for at in range(1, length):
        best = total[:, 1:].argmax(-1) + 1
        leave = np.take_along_axis(total, best[:, None], 1)
        other = np.where(every == 0, leave - edge, leave - change)
        origin = np.broadcast_to(best[:, None], total.shape)
        start = total[:, :1] - edge
        origin = np.where((start > other) & (every > 0), 0, origin)
        other = np.where(every > 0, np.maximum(start, other), other)
        back[at] = np.where(total >= other, every, origin)
        total = np.maximum(total, other) + scores[:, at]
    labels = np.empty((rows, length), np.int64)
    labels[:, -1] = total.argmax(-1)
    for at in range(length - 1, 0, -1):
        labels[:, at - 1] = back[at][np.arange(rows), labels[:, at]]
    return np.where(present, labels, 0)


def close_gaps(rows: Ints, width: int, only: Sequence[int]) -> Ints:
    """Gaps of up to `width` unlabelled words between two words of one label (of `only`) take that label."""
    closed = rows.copy()
    for gap in range(1, width + 1):
        left, right = closed[:, : -gap - 1], closed[:, gap + 1 :]
        same = (left == right) & np.isin(left, only)
        for inner in range(1, gap + 1):
            same &= closed[:, inner : inner + left.shape[1]] == 0
        for inner in range(1, gap + 1):
            view = closed[:, inner : inner + left.shape[1]]
            view[same] = left[same]
    return closed


def span_of(text: str, words: Sequence[Word], first: int, last: int) -> Span | None:
    """The span of words `first` to `last`, without quotation marks and punctuation at its ends; None if nothing is left."""
    while first < last and words[first].shape in (5, 7) and text[words[first].span.start] not in "$€£#":
        if text[words[first].span.start] == "(" and any(text[w.span.start] == ")" for w in words[first:last]):
            break
        first += 1
    while first < last and words[last - 1].shape in (5, 7) and not _belongs(text, words, first, last - 1):
        last -= 1
    return Span(words[first].span.start, words[last - 1].span.end) if first < last else None


def _belongs(text: str, words: Sequence[Word], first: int, at: int) -> bool:
    mark = text[words[at].span.start]
    if mark == ")":
        return any(text[w.span.start] == "(" for w in words[first:at])
    if mark == ".":
        before = words[at - 1].span if at > first else None
        return before is not None and before.end - before.start == 1 and before.end == words[at].span.start
    return mark in "%€£$"
