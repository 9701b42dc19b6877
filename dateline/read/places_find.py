"""Likely place names by the lexicon alone: a feature and a fallback beside the tagger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from dateline.knowledge.gazetteer import gazetteer
from dateline.knowledge.gazetteer_keys import key
from dateline.model import Span
from dateline.read.places_words import place_words, plain

LARGE = 40_000  # inhabitants from which a town's bare name is taken for it
_TOKEN = re.compile(r"[\w’'.]+(?:[-–/][\w’'.]+)*")
_ARTICLE = re.compile(r"(?:al|el) [A-Z]|(?:al|el|ar|as|ad|az|an|ash)-[A-Z]")
_ENDING = re.compile(r"(?:['’]s?|[.'’]+)$")
_LONGEST = 5
_NOT_NOUNS = frozenset(
    ("country", "capital", "post", "posts", "point", "sector", "court", "state", "department", "nation", "office", "field")
)
_LISTED = (", ", " and ", ", and ", " or ", " and the ")
Known = Literal["no", "sure", "open"]  # "open": as likely a government, a person, a body; needs a word that says where


def find_places(text: str, sentences: Sequence[Span] | None = None) -> list[Span]:
    """Spans of likely place names in text order, none overlapping: countries, curated places, first-level areas,
    larger towns, borders; with a direction before or a common noun after them ("northern Syria", "Hasakah province").
    Conservative: demonyms, governments, persons and bodies are left out as far as the words beside them show.
    """
    found: list[Span] = []
    for sentence in sentences or [Span(0, len(text))]:
        tokens = [Span(m.start() + sentence.start, m.end() + sentence.start) for m in _TOKEN.finditer(sentence.of(text))]
        found += _Sentence(text, [t for t in (_trimmed(text, t) for t in tokens) if t.start < t.end]).places()
    return found


def _trimmed(text: str, token: Span) -> Span:
    words = token.of(text)
    ending = _ENDING.search(words)
    if ending and not re.fullmatch(r"(?:[A-Z]\.)+", words):
        return Span(token.start, token.start + ending.start())
    return token


class _Sentence:
    """One sentence's tokens, read from left to right."""

    def __init__(self, text: str, tokens: Sequence[Span]) -> None:
        self.text, self.tokens = text, tokens
        self.words = [t.of(text) for t in tokens]
        self.found: list[Span] = []

    def places(self) -> list[Span]:
        at = 0
        while at < len(self.tokens):
            span = self._border(at) or self._place(at)
            if span:
                self.found.append(span)
                at = next((i for i in range(at, len(self.tokens)) if self.tokens[i].start >= span.end), len(self.tokens))
            else:
                at += 1
        return self.found

    def _place(self, at: int) -> Span | None:
        first = self.words[at]
        if not (first[0].isupper() or _ARTICLE.match(self.text, self.tokens[at].start)):
            return None
        for size in range(min(_LONGEST, len(self.tokens) - at), 0, -1):
            words = self.text[self.tokens[at].start : self.tokens[at + size - 1].end]
            last = self.words[at + size - 1]
            if any(mark in words for mark in "\n,;:()\"“”") or not (last[0].isupper() or last[0].isdigit() or "-" in last):
                continue
            known = _known(words)
            if known != "no" and self._free(at, at + size):
                span = self._widened(at, at + size)
                return span if known == "sure" or span.end - span.start > len(words) or self._cued(at, at + size) else None
        return None

    def _border(self, at: int) -> Span | None:
        """"the Iraq-Syria border", "Turkish border", "border with Iraq"."""
        low, kinds = plain(self.words[at]), place_words().kinds
        after = plain(self.words[at + 1]) if at + 1 < len(self.words) else ""
        if kinds.get(low) == "border" and after == "with" and at + 2 < len(self.words):
            third = at + 3 if plain(self.words[at + 2]) == "the" and at + 3 < len(self.words) else at + 2
            return Span(self.tokens[at].start, self.tokens[third].end) if self._nations(third) else None
        owned = kinds.get(after) == "border" or after in ("airspace", "territory", "soil")
        return Span(self.tokens[at].start, self.tokens[at + 1].end) if owned and self._nations(at) else None

    def _nations(self, at: int) -> bool:
        parts = re.split(r"[-–/]", self.words[at])
        known = gazetteer()
        return all(p[:1].isupper() and (known.people(p) or known.nation(p)) for p in parts)

    def _free(self, start: int, end: int) -> bool:
        """Not part of a longer proper name: no other capitalised word right before or after."""
        if end < len(self.words) and self._apart(end) == " ":
            after = self.words[end]
            if after[0].isupper() and not (plain(after) in place_words().kinds and plain(after) not in _NOT_NOUNS):
                return False
            if self.words[end - 1].isupper() and len(self.words[end - 1]) < 4 and after[0].islower():
                return plain(after) in place_words().followers
        if start and self._apart(start) == " " and self.words[start - 1][0].isupper():
            before = plain(self.words[start - 1])
            words = place_words()
            known = before in words.fillers or before in words.directions or before in words.cues
            return known or gazetteer().people(self.words[start - 1]) is not None
        return True

    def _apart(self, at: int) -> str:
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _cued(self, start: int, end: int) -> bool:
        """Whether the words before say it is a location: "in X", "parts of X", "in X, Y and Z"; or an area follows."""
        words = place_words()
        if self.found and self.text[self.found[-1].end : self.tokens[start].start] in _LISTED:
            return True
        if end < len(self.words) and self._apart(end) == ", " and _contains(self.words[end]):
            return True
        at = start - 1
        while at >= 0 and plain(self.words[at]) in words.fillers:
            at -= 1
        if at < 0:
            return False
        before = plain(self.words[at])
        if before == "of" and at:
            whole = plain(self.words[at - 1])
            return whole in words.kinds or whole in words.directions or whole in words.partitives
        return before in words.cues

    def _widened(self, start: int, end: int) -> Span:
        """With a direction before and a common noun after it, where these belong to the mention."""
        words, floor = place_words(), self.found[-1].end if self.found else 0
        while start and plain(self.words[start - 1]) in words.directions and self.tokens[start - 1].start >= floor:
            if self._apart(start) != " ":
                break
            start -= 1
        stop = end
        while stop < len(self.words) and stop - end < 2 and self._apart(stop) == " ":
            word = plain(self.words[stop])
            if word in words.kinds and word not in _NOT_NOUNS:
                return Span(self.tokens[start].start, self.tokens[stop].end)
            if word not in words.qualifiers:
                break
            stop += 1
        return Span(self.tokens[start].start, self.tokens[end - 1].end)


def _contains(name: str) -> bool:
    entries = gazetteer().find(name)[:3] if name[0].isupper() else ()
    return any(e.curated and e.kind in ("country", "admin") for e in entries)


@lru_cache(maxsize=8192)
def _known(words: str) -> Known:
    known, words_of, folded = gazetteer(), place_words(), key(words)
    if known.nation(words):
        return "no" if words.islower() or (len(words) < 4 and not words.isupper()) else "open"
    if len(words) < 3 or folded in words_of.doubtful or known.people(words):
        return "no"
    if known.curated(words):
        if folded.replace(" ", "-") in words_of.metonyms:
            return "open"
        common = all(plain(w) in words_of.kinds or plain(w) in words_of.doubtful for w in words.split())
        return "no" if common and len(words.split()) == 1 else "sure"
    if all(plain(w) in words_of.kinds or plain(w) in words_of.doubtful for w in words.split()):
        return "no"
    large = any(e.level == 1 or (e.population >= LARGE and not e.other) for e in known.find(words))
    return "open" if large else "no"
