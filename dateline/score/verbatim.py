"""Verbatim strings of an annotated sentence, found again as spans."""

from __future__ import annotations

import re

from dateline.model import Span

_NUMBERED = re.compile(r"(?P<words>.+)#(?P<k>\d+)\Z", re.S)


def find(words: str, sentence: str) -> Span | None:
    """The span of `words` in `sentence`, `#k` picking the k-th raw occurrence; None when it is not there.

    >>> find("it#2", "With it")
    Span(start=5, end=7)
    >>> find("it", "With it")
    Span(start=1, end=3)
    """
    numbered = _NUMBERED.match(words)
    if numbered:
        start = _occurrence(numbered["words"], sentence, int(numbered["k"]))
        if start >= 0:
            return Span(start, start + len(numbered["words"]))
    start = sentence.find(words) if words else -1
    return Span(start, start + len(words)) if start >= 0 else None


def _occurrence(words: str, sentence: str, k: int) -> int:
    """Where the k-th (from 1) raw occurrence begins, overlapping ones counted; -1 when there are fewer."""
    start = -1
    for _ in range(k):
        start = sentence.find(words, start + 1)
        if start < 0:
            return -1
    return start if k else -1
