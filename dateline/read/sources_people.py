"""The persons a report names: full names found by titles, given names, ages and asides, so that short forms can be resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from dateline.knowledge.actors import Person as KnownPerson
from dateline.knowledge.actors import people
from dateline.languages.en.sources import source_words
from dateline.model import SourceKind, Span
from dateline.read.actors_names import plain, tokens
from dateline.read.actors_registry import registry
from dateline.read.sources_kind import kind_by_words
from dateline.read.sources_phrase import is_bodys, split

Sex = Literal["he", "she"]
_CAPITAL = (
    r"(?:[A-Z]\.|(?:Gen|Col|Maj|Lt|Sgt|Capt|Mr|Mrs|Ms|Dr|Sen|Rep|Brig|Adm|Const|Prof|Rev|Gov|St)\."
    r"|[A-ZÀ-ÖØ-ÞĀ-ŽİŞĞ][^\W\d_]*(?:[-'’](?!s\b)[^\W\d_]+)*)"
)
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s(?:(?:al|el|bin|ibn|de|la|da|di|von|van|der|del|bint|le|dos|ten)\s)*"
    rf"(?:(?:al|el|as|ad|an|ar|az|ul)[-\s])?{_CAPITAL}){{0,5}}"
)
_AFTER = re.compile(r",\s(?:aged\s|\d{1,2}[,\s]|who\s)")
_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[.,]?\s\Z")
_PERSONS = ("spokesperson", "leader", "official", "expert", "witness", "fighter", "other")


class Person(NamedTuple):
    """A person as named at one place: the name's words (titles off), its span, and what the words around tell."""

    name: tuple[str, ...]
    span: Span
    sex: Sex | None
    kind: SourceKind | None
    about: frozenset[str] = frozenset()

    @property
    def full(self) -> str:
        """The name as written."""
        return " ".join(self.name)


def find_people(text: str, sentences: Sequence[Span]) -> list[Person]:
    """The persons named in the text by more than a family name, or with a title, in order."""
    starts = {sentence.start for sentence in sentences}
    return list(_people(text, starts))


def _people(text: str, starts: set[int]) -> Iterator[Person]:
    by_name = _by_name()
    for match in _NAME.finditer(text):
        words = match.group().rstrip(".").split()
        start = match.start()
        while words and _is_off(words[0], start in starts):
            start += len(words[0]) + 1
            words = words[1:]
        titled = text[match.start() : start]
        if not words or len(words) > 6:
            continue
        full = " ".join(words)
        person = _judged(text, full, start, titled, by_name.get(plain(full)))
        if person:
            yield person


@lru_cache(maxsize=1)
def _by_name() -> dict[str, KnownPerson]:
    return {plain(name.lstrip("=")): person for person in people() for name in person.names}


def _is_off(word: str, first: bool) -> bool:
    """Titles, and words that no name begins with."""
    low = plain(word)
    lists = source_words().phrase
    return low in lists["titles"] or low in lists["not_names"] or (low in source_words().role and low not in source_words().sex)


def _judged(text: str, full: str, start: int, titled: str, known: KnownPerson | None) -> Person | None:
    words, end = tuple(full.split()), start + len(full)
    phrase = split(full)
    if is_bodys(phrase.words) and known is None:
        return None
    before = _BEFORE.search(text, max(0, start - 30), start)
    word_before = plain(before.group(1)) if before else ""
    title = bool(titled.strip()) and any(plain(t.strip(".")) in source_words().phrase["titles"] for t in titled.split())
    role = source_words().role.get(word_before)
    given = source_words().sex.get(plain(words[0]))
    person_role = role in _PERSONS
    alone = len(words) == 1 and not title and given is None and not _AFTER.match(text, end)
    if known is None and (alone or _is_known_else(full)):
        return None
    sure = known is not None or title or person_role or (len(words) > 1 and given is not None)
    around = text[max(0, start - 40) : start] + " " + text[end : end + 50]
    aside = re.split(r"(?<=[a-z])\.\s", text[end : end + 80])[0] if text[end : end + 1] == "," else ""
    before_words = re.split(r"[.;:!?”\"]\s", text[max(0, start - 60) : start])[-1]
    verdict = kind_by_words(split(f"{before_words}{full}{aside}"), None)
    told = bool(aside) and verdict.kind in _PERSONS and verdict.why.startswith("aside")
    if not sure and not (len(words) > 1 and (told or _AFTER.match(text, end))):
        return None
    sex = (known.pronoun if known else None) or _sex(around, given)
    kind = (known.kind if known else None) or (verdict.kind if title or person_role or aside else None)
    told_of = f"{before_words} {aside} {known.office if known else ''}"
    about = frozenset(plain(word) for word in re.findall(r"[^\W\d_]+", told_of))
    return Person(words, Span(start, end), sex, kind if kind in _PERSONS else None, about)


def _is_known_else(full: str) -> bool:
    """Whether the whole name is a body's, a group's or a nation's."""
    words = tokens(full)
    hits = registry().names.find(full, words)
    return any(hit.last - hit.first == len(words) and not hit.what.startswith("person:") for hit in hits)


def _sex(around: str, given: str | None) -> Sex | None:
    return given if given in ("he", "she") else sex_of(around)  # type: ignore[return-value]


def sex_of(words: str) -> Sex | None:
    """he or she by words such as "mother", "spokesman", None when there is none or both."""
    lists = source_words().phrase
    low = {word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words)}
    her, him = bool(low & lists["her"]), bool(low & lists["him"])
    return None if her == him else "she" if her else "he"


def same(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a short name can stand for a full one: its last words, or its first.

    >>> same(["Rasul"], ["Yahya", "Rasul"]), same(["Bali"], ["Bali", "Street"]), same(["Mistura"], ["Staffan", "Rasul"])
    (True, True, False)
    """
    a, b = [plain(w) for w in short], [plain(w) for w in full]
    if len(a) > len(b):
        return False
    loose = [w.removeprefix("al-") for w in b]
    return a in (b[-len(a) :], b[: len(a)], loose[-len(a) :]) or [w.removeprefix("al-") for w in a] == loose[-len(a) :]
