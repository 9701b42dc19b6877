"""What the report says of countries around a mention: names, demonyms, sentence bounds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from dateline.knowledge.gazetteer import gazetteer
from dateline.model import Span

_WORD = re.compile(r"\b[A-Z][\w’'.]*")
_WORD_OR_SMALL = re.compile(r"[A-Za-z][\w’'.]*")
_ENDING = re.compile(r"(?:['’]s?|[.'’]+)$")
_STOP = re.compile(r"(?<=[\w”\"’')])[.!?][”\"’')]*\s+(?=[\"“‘'(]?[A-Z])|\n+")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Maj|Lt|Sgt|Capt|Gov|Sen|Rep|No|vs|[A-Z])|[A-Z]\.[A-Z])$")


class Countries:
    """Where in the text countries are named, by name or demonym: `(start, code)` in text order, and how often each is."""

    def __init__(self, text: str) -> None:
        self.found = sorted(_named(text))
        self.starts = [start for start, _ in self.found]
        self.counts = Counter(code for _, code in self.found)
        stops = (m for m in _STOP.finditer(text) if not _ABBREVIATED.search(text[max(0, m.start() - 6) : m.start()]))
        self._stops = [0, *(m.end() for m in stops), len(text)]

    def sentence(self, span: Span) -> Span:
        """The sentence a span stands in, roughly: between full stops."""
        at = bisect_right(self._stops, span.start)
        return Span(self._stops[max(0, at - 1)], self._stops[min(at, len(self._stops) - 1)])

    def beside(self, span: Span) -> list[str]:
        """Codes named in the span's sentence outside the span, the nearest first."""
        around = self.sentence(span)
        low, high = bisect_left(self.starts, around.start), bisect_left(self.starts, around.end)
        outside = [(abs(s - span.start), code) for s, code in self.found[low:high] if not span.start <= s < span.end]
        return list(dict.fromkeys(code for _, code in sorted(outside)))


def _named(text: str) -> list[tuple[int, str]]:
    found, until = [], 0
    for match in _WORD.finditer(text):
        if match.start() < until or match.group() == "us":
            continue
        named = _at(text, match)
        if named:
            until, code = named
            found.append((match.start(), code))
    return found


def _at(text: str, match: re.Match[str]) -> tuple[int, str] | None:
    """Where the name of a country or people that begins here ends, and its code; the longest name wins."""
    known = gazetteer()
    longest = known.opens_nation(match.group())
    if not longest:
        return None
    ends = [match.end()]
    for more in _WORD_OR_SMALL.finditer(text, match.end(), match.end() + 40):
        if len(ends) == longest or text[ends[-1] : more.start()] not in (" ", "-"):
            break
        ends.append(more.end())
    for end in reversed(ends):
        name = _ENDING.sub("", text[match.start() : end]) if text[end - 1] != "." else text[match.start() : end]
        code = _code(known.nation(name), known.people(name), name)
        if code:
            return end, code
    return None


def _code(nation: str | None, people: str | None, name: str) -> str | None:
    """The code, unless the name is as well that of another place (Georgia) or of persons (Jordan)."""
    if people:
        return people
    return None if name.casefold() in _OPEN else nation


_OPEN = frozenset(("georgia", "chad", "jersey", "guinea", "america", "victoria", "dominica"))


def majority(counts: Sequence[tuple[str, float]], least: float) -> str | None:
    """The code that has at least that share of all, if one does."""
    total = sum(n for _, n in counts)
    best = max(counts, key=lambda c: c[1], default=("", 0.0))
    return best[0] if total and best[1] / total >= least else None
