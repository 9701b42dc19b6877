"""The lines of a text as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.model import Span, Zone

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def lines_of(text: str, taken: Iterable[Zone] = ()) -> list[Span]:
    """Every line with something on it, blank edges trimmed, except those lying in a zone already `taken`."""
    zones = iter(sorted((z.span for z in taken), key=lambda s: s.start))
    zone = next(zones, None)
    lines: list[Span] = []
    for found in _LINE.finditer(text):
        span = _trimmed(found)
        while zone and zone.end <= span.start:
            zone = next(zones, None)
        if span.start < span.end and not (zone and zone.overlap(span)):
            lines.append(span)
    return lines


def _trimmed(found: re.Match[str]) -> Span:
    words = found.group()
    start = found.end() - len(words.lstrip())
    return Span(start, start + len(words.strip()))


_OPEN = re.compile(r"[^.!?:;…\"”’)\]]$")
_WRAPPED_AT = range(45, 110)


def goes_on(text: str, last: Span | None, line: Span) -> bool:
    """Whether `line` continues the sentence of the line right above it (a text broken at a fixed width)."""
    if last is None or last.end - last.start not in _WRAPPED_AT or not _OPEN.search(last.of(text)):
        return False
    if not (text[line.start].isalnum() or text[line.start] in "\"'“‘($"):
        return False
    return len(re.findall(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", text[last.end : line.start])) == 1
