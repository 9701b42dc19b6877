"""What stands around a report: boilerplate and credits, as whole lines, at the end of lines, or as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.clean.lines import goes_on
from dateline.languages.en.boilerplate import Place, even, patterns
from dateline.model import Span, Zone, ZoneKind

_BULLET = re.compile(r"[\s•·▪►▶»›|*>–—-]*")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[A-Z\"“‘'(©\[@#\d–—-])")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_LINE_AT_MOST = 700
_REPORT_AT_LEAST = 300
_SPOTS: tuple[Place, ...] = ("tail", "credit", "sentence")
_KINDS: dict[Place, ZoneKind] = {"tail": "boilerplate", "credit": "byline", "sentence": "boilerplate"}


def around(text: str, lines: list[Span]) -> Iterator[Zone]:
    """Zones for all that is not the report's own words, in text order."""
    section: str | None = None
    report = 0
    for at, line in enumerate(lines):
        words = even(line.of(text))
        if goes_on(text, lines[at - 1] if at else None, line):
            yield from _in_line(line, words, whole=False)
            continue
        report += len(words) if _ENDS.search(words) else 0
        if report > _REPORT_AT_LEAST and (why := _whole("rest", words)):
            yield from (Zone("boilerplate", each, why=why) for each in lines[at:])
            return
        section = _whole("section", words) or (None if _ENDS.search(words) else section)
        if section:
            yield Zone("boilerplate", line, why=section)
        else:
            yield from _in_line(line, words)


def _in_line(line: Span, words: str, *, whole: bool = True) -> Iterator[Zone]:
    if whole and (why := _whole("line", words)):
        yield Zone("boilerplate", line, why=why)
        return
    starts = [*([0] if whole else []), *(found.end() for found in _SENTENCE.finditer(words))]
    tail = _tail(words, starts)
    for zone in (*_sentences(words, starts, tail[0].span.start if tail else len(words)), *tail):
        yield Zone(zone.kind, zone.span.shift(line.start), why=zone.why)


def _whole(place: Place, words: str) -> str | None:
    """The reason why the whole line is boilerplate, if it is."""
    if len(words) > _LINE_AT_MOST:
        return None
    bare = _BULLET.sub("", words, count=1) or words
    return next((why for why, pattern in patterns(place) if pattern.fullmatch(bare) or pattern.fullmatch(words)), None)


def _tail(words: str, starts: list[int]) -> list[Zone]:
    """The earliest sentence start from which patterns, one after another, reach the line's end."""
    for start in starts[-12:]:
        chain = _chain(words, start)
        if chain:
            return chain
    return []


def _chain(words: str, start: int) -> list[Zone]:
    zones: list[Zone] = []
    while start < len(words):
        found = _longest(words, start)
        if found is None:
            return []
        zones.append(found)
        start = found.span.end + len(words[found.span.end :]) - len(words[found.span.end :].lstrip())
    return zones


def _longest(words: str, start: int) -> Zone | None:
    """The longest tail, credit or sentence pattern at `start` that ends where a word does."""
    found = [zone for place in _SPOTS for zone in _at(place, words, start)]
    return max(found, key=lambda zone: zone.span.end, default=None)


def _at(place: Place, words: str, start: int) -> Iterator[Zone]:
    for why, pattern in patterns(place):
        found = pattern.match(words, start)
        if found and found.end() > start and not words[found.end() : found.end() + 1].strip():
            yield Zone(_KINDS[place], Span(*found.span()), why=why)


def _sentences(words: str, starts: list[int], end: int) -> Iterator[Zone]:
    """Single sentences before `end` that are boilerplate or a credit."""
    for start, stop in pairwise([*starts, len(words)]):
        if stop > end or stop - start > _LINE_AT_MOST:
            continue
        sentence = words[start:stop].rstrip()
        for place in _SPOTS[1:]:
            for why, pattern in patterns(place):
                if pattern.fullmatch(sentence):
                    yield Zone(_KINDS[place], Span(start, start + len(sentence)), why=why)
