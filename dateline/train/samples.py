"""Annotated sentences as the network is taught them: words with labels, and anchors with the parts they govern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.model import Span
from dateline.read.words import Word

LONGEST = 180
"""Sentences are clipped to this many pieces in training."""


@dataclass
class Anchor:
    """One question to stage two: `at` indexes the marked words; only the layers present are taught."""

    kind: str
    at: list[int]
    roles: dict[str, list[int]] = field(default_factory=dict)
    labels: dict[str, int] = field(default_factory=dict)


@dataclass
class Sentence:
    """Words and, layer by layer, one label a word; a layer that was not annotated is absent, never all zero."""

    words: list[Word]
    layers: dict[str, list[int]] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)


@dataclass
class Document:
    """Consecutive sentences of one report."""

    id: str
    sentences: list[Sentence]


def clip(words: list[Word]) -> list[Word]:
    """The words that fit in `LONGEST` pieces."""
    kept, pieces = [], 0
    for word in words:
        pieces += len(word.pieces)
        if pieces > LONGEST:
            break
        kept.append(word)
    return kept


def inside(words: Sequence[Word], span: Span) -> list[int]:
    """Indexes of the words that `span` touches."""
    return [i for i, w in enumerate(words) if w.span.start < span.end and span.start < w.span.end]


def paint(words: Sequence[Word], spans: Iterable[tuple[Span, int]]) -> list[int]:
    """One label a word, 0 where no span lies; a shorter span is painted over a longer one."""
    row = [0] * len(words)
    for span, label in sorted(spans, key=lambda s: s[0].start - s[0].end):
        for i in inside(words, span):
            row[i] = label
    return row


def begin_inside(words: Sequence[Word], spans: Iterable[Span]) -> list[int]:
    """0 outside, 1 where a span begins, 2 where it goes on."""
    row = [0] * len(words)
    for span in spans:
        for n, i in enumerate(inside(words, span)):
            row[i] = 2 if n else 1
    return row
