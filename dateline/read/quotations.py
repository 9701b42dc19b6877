"""Quotations: where a quotation mark opens and the next one closes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Span

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_MARKS = re.compile(r"[“”«»„]|(?<![^\s(\[—–-])\"(?=\S)|(?<=\S)\"(?![^\s.,;:!?)\]—–-])")
_LONGEST = 3000


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The quotations of a paragraph, marks included; one that does not close there, or is over 3,000 long, is none.

    A mark that opens again before it is closed (a quotation carried over a paragraph) opens nothing new.

    >>> quotations('He said "go. Now." and "come', 0, 28)
    [Span(start=8, end=18)]
    """
    return list(_closed(text, start, end))


def runs_on(text: str, start: int, end: int) -> int | None:
    """Where a paragraph's last quotation opens when the next paragraph takes it up with a mark of its own."""
    opened = text.rfind("“", start, end)
    if opened < 0 or text.find("”", opened, end) >= 0:
        return None
    return opened if text[end : end + 40].lstrip().startswith("“") else None


def _closed(text: str, start: int, end: int) -> Iterator[Span]:
    opened, closer = -1, ""
    for mark in _MARKS.finditer(text, start, end):
        sign = mark[0]
        if sign == closer and (sign != '"' or not _opens(text, mark.start(), start)):
            if mark.end() - opened <= _LONGEST:
                yield Span(opened, mark.end())
            opened, closer = -1, ""
        elif not closer and (sign in _PAIRS or (sign == '"' and _opens(text, mark.start(), start))):
            opened, closer = mark.start(), _PAIRS.get(sign, '"')


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a straight mark stands before its word, not after it."""
    return at == start or text[at - 1] in " \t\n([—–-"
