"""What is too long for a sentence (text without full stops, lists, tables, noise) is cut, so that reading it stays cheap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Span

MOST = 300
"""Words and marks in a sentence; the longest in newswire, quotations of a whole paragraph, have about 230."""
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_BREAKS = (re.compile(r"[.!?…][\"'”’»)\]]*\s+"), re.compile(r"[;:,–—]\s+"), re.compile(r"\s+"))


def bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or parts of it of at most `MOST` words, cut where it hurts least."""
    start = sentence.start
    while (limit := _limit(text, start, sentence.end)) < sentence.end:
        end, begin = _cut(text, start, limit)
        yield Span(start, end)
        start = begin
    yield Span(start, sentence.end)


def _limit(text: str, start: int, end: int) -> int:
    """Where the word after `MOST` words begins; `end` where there are fewer."""
    if end - start <= MOST:
        return end
    for count, word in enumerate(_WORD.finditer(text, start, end)):
        if count == MOST:
            return word.start()
    return end


def _cut(text: str, start: int, limit: int) -> tuple[int, int]:
    """End of one part and beginning of the next: the last full stop of its second half, else a comma, else a space."""
    for pattern in _BREAKS:
        found = list(pattern.finditer(text, (start + limit) // 2, limit))
        if found:
            return found[-1].start() + len(found[-1].group().rstrip()), found[-1].end()
    return limit, limit

