"""What the words just before and after a mention add: "the village of X", "X province", "X, Texas"."""

from __future__ import annotations

import re

import msgspec

from dateline.knowledge.gazetteer import gazetteer
from dateline.model import Span
from dateline.read.places_mention import Mention, parse
from dateline.read.places_words import place_words, plain

_BEFORE = re.compile(r"([\w-]+)\s+of\s+(?:the\s+)?$")
_AFTER = re.compile(r"^\s+((?:[a-z-]+\s+)?[a-z-]+)")
_CONTAINER = re.compile(r"^,\s+((?:[A-Z][\w’'.-]*)(?:\s[A-Z][\w’'.-]*){0,2})")
_CAMPS = ("camp", "camps", "prison")
_INNER = re.compile(r"([A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,2}),\s+$")
_COMMON = ("admin", "city", "village", "water", "mountain")


def surrounded(text: str, span: Span) -> Mention:
    """The mention parsed, with what stands right beside it."""
    mention = parse(span.of(text))
    if not mention.within:
        mention = msgspec.structs.replace(mention, within=_container(text, span))
    inner = _INNER.search(text[max(0, span.start - 60) : span.start])
    if inner:
        mention = msgspec.structs.replace(mention, inner=inner.group(1))
    if mention.kind is None and mention.direction is None and not _complete(span.of(text)):
        noun = _before(text, span) or _after(text, span)
        if noun:
            mention = msgspec.structs.replace(mention, noun=noun, kind=place_words().kinds[noun])
    return mention


def _complete(words: str) -> bool:
    """Whether the mention needs no noun beside it: a country, or one that has its noun."""
    return gazetteer().nation(words) is not None or any(plain(word) in place_words().kinds for word in words.split())


def _before(text: str, span: Span) -> str | None:
    match = _BEFORE.search(text[max(0, span.start - 40) : span.start])
    noun = plain(match.group(1)) if match else ""
    return noun if place_words().kinds.get(noun) in _COMMON else None


def _after(text: str, span: Span) -> str | None:
    match = _AFTER.match(text[span.end : span.end + 40])
    for noun in [plain(w) for w in match.group(1).split()] if match else ():
        if (place_words().kinds.get(noun) in _COMMON or noun in _CAMPS) and noun != "capital":
            return noun
        if noun not in place_words().qualifiers:
            return None
    return None


def _container(text: str, span: Span) -> tuple[str, ...]:
    """The area named after a comma, if it is one: "Huntsville, Texas" and not "Paris, London"."""
    match = _CONTAINER.match(text[span.end : span.end + 60])
    words = match.group(1).split() if match else []
    while words:
        name = " ".join(words)
        found = gazetteer().find(name) or gazetteer().find(name.rstrip("."))
        if any(e.kind in ("country", "admin", "region") and (e.curated or e.level == 1) for e in found[:4]):
            return (name,)
        words.pop()
    return ()
