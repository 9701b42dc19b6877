"""Paragraphs: where a text breaks before any sentence is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dateline.model import Span, Zone

_RUN = re.compile(r"\S(?:.|\n(?![^\S\n]*(?:\n|\Z)))*")
_BULLET = re.compile(r"\s*(?:[•◦▪‣●·*–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_WIDEST_WRAP = 120


def paragraphs(text: str, zones: Iterable[Zone] = ()) -> list[Span]:
    """Stretches no sentence runs out of, in order, without the space around them.

    A blank line and the edge of a zone always end one; so does a single line break, unless a small letter follows it or
    the lines around it are wrapped to one width (up to 120 characters).
    """
    edges = sorted({edge for zone in zones for edge in zone.span} | {0, len(text)})
    return [
        span
        for start, end in pairwise(edges)
        for run in _RUN.finditer(text, start, end)
        for span in _lines(text, run.start(), run.end())
    ]


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The run cut at those line breaks that mean something."""
    cuts = _breaks(text[start:end]) if text.find("\n", start, end) >= 0 else []
    for left, right in pairwise([start, *(start + cut for cut in cuts), end]):
        yield from _trimmed(text, left, right)


def _breaks(run: str) -> list[int]:
    lines = run.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    pairs = list(pairwise(lines))
    wrapped = width <= _WIDEST_WRAP and any(_goes_on(a, b) and not _would_fit(a, b, width) for a, b in pairs)
    cuts, position = [], 0
    for a, b in pairs:
        position += len(a) + 1
        if _BULLET.match(b) or not (_goes_on(a, b) or (wrapped and not _would_fit(a, b, width))):
            cuts.append(position)
    return cuts


def _goes_on(a: str, b: str) -> bool:
    """Whether a sentence plainly goes on over the break: a small letter after a line that ends in none of its marks."""
    return b.lstrip()[:1].islower() and a.rstrip()[-1:] not in ".!?:;”\""


def _would_fit(a: str, b: str, width: int) -> bool:
    """Whether the next line's first word had room on this one: then the break was meant."""
    return len(a.rstrip()) + 1 + len(b.split(maxsplit=1)[0] if b.strip() else b) < width - 12


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if right > left:
        yield Span(start + left, start + right)
