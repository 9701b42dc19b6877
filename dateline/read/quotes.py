"""What stands in quotation marks, and how a content is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.model import Note, Quote, Span

_MARK = re.compile(r"[“”„«»\"]|\n[ \t]*\n|(?<![\w])‘|’(?!\w)|''|``")
_OPEN = "“„«‘`"
FULL, SOME = 0.85, 2


def quoted(text: str) -> tuple[list[Span], list[Note]]:
    """Stretches inside quotation marks, in order, marks excluded; a mark left open runs to the end of its paragraph."""
    found: list[Span] = []
    notes: list[Note] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark[0] == "\n":
            if opened and opened[1] in "‘":
                opened = None
            elif opened:
                found.append(Span(opened[0], match.start()))
                if text[match.end() : match.end() + 1] not in _OPEN + '"':
                    notes.append(_unclosed(opened[0] - 1))
                opened = None
        elif opened is None:
            if mark[0] in _OPEN or mark == '"':
                opened = (match.end(), mark[0])
        elif _closes(opened[1], mark[0]):
            found.append(Span(opened[0], match.start()))
            opened = None
    if opened and opened[1] not in "‘":
        found.append(Span(opened[0], len(text)))
        notes.append(_unclosed(opened[0] - 1))
    return found, notes


def _closes(opening: str, mark: str) -> bool:
    return {"“": mark in "”\"", "„": mark in "”“", "«": mark == "»", "‘": mark == "’", "`": mark == "'", '"': mark in "\"”"}[
        opening
    ]


def _unclosed(at: int) -> Note:
    said = "a quotation mark is opened and never closed; read to the end of its paragraph"
    return Note("quotation-unclosed", said, Span(at, at + 1))


def how_quoted(content: Sequence[Span], inside: Sequence[Span]) -> Quote:
    """direct: (almost) all of it in quotation marks; mixed: some words of it; indirect: none."""
    total = sum(s.end - s.start for s in content)
    shared = sum(_shared(s, inside) for s in content)
    if shared >= FULL * total:
        return "direct"
    return "mixed" if shared > SOME else "indirect"


def _shared(span: Span, inside: Sequence[Span]) -> int:
    first = max(0, bisect_right(inside, (span.start, span.start)) - 1)
    total = 0
    for quote in inside[first:]:
        if quote.start >= span.end:
            break
        total += span.overlap(quote)
    return total
