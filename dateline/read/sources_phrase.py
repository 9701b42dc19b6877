"""A source's words taken apart: kernel, appositions, titles, name; what kind of source they tell, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.knowledge.actors import states
from dateline.languages.en.sources import source_words
from dateline.read.actors_names import plain

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-‐‑'’ʼ‘][^\W_]+)*(?:['’](?=\s))?|[,;(–—]|\s-\s")
_OWNS = re.compile(r"(?:['’]s|s['’])\Z", re.I)
_THINGS = ("organisation", "outlet", "document")
_PAUSES = frozenset(",;(–—")


class Word(NamedTuple):
    """A word: as written, in plain form, where it stands; `owns` when it is a possessor ("Erdoğan’s")."""

    text: str
    plain: str
    start: int
    end: int
    owns: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text.rpartition("-")[2][:1].isupper()


class Phrase(NamedTuple):
    """`kernel` is the first segment up to its first "of", "in", "who" …, possessors and determiners before it left out;
    `rest` what follows it in the segment; `asides` the segments after commas; `name` the proper name in the kernel."""

    words: tuple[Word, ...]
    determiner: str
    owners: tuple[Word, ...]
    kernel: tuple[Word, ...]
    rest: tuple[Word, ...]
    asides: tuple[tuple[Word, ...], ...]
    name: tuple[Word, ...]

    @property
    def head(self) -> Word | None:
        """The kernel's last word."""
        return self.kernel[-1] if self.kernel else None

    @property
    def pronoun(self) -> str | None:
        """he, she, it, they, speaker or who for a phrase that is only a pronoun."""
        only = self.words[0] if len(self.words) == 1 else None
        return None if only is None or only.text == "US" else source_words().pronoun.get(only.plain)

    def bag(self) -> frozenset[str]:
        """All its words, plain, parts of hyphened ones too."""
        return frozenset(part for word in self.words for part in (word.plain, *word.plain.split("-")))


def split(words: str, start: int = 0) -> Phrase:
    """The phrase `words`, which stands at `start` in its text; any text will do."""
    segments = _segments(words, start)
    all_words = tuple(word for segment in segments for word in segment)
    first = segments[0] if segments else ()
    determiner = first[0].plain if first and first[0].plain in source_words().phrase["determiners"] else ""
    body = first[1:] if determiner and len(first) > 1 else first
    head, rest = _kernel(body)
    owned = max((i + 1 for i, word in enumerate(head[:-1]) if word.owns), default=0)
    owners, kernel = head[:owned], head[owned:]
    return Phrase(all_words, determiner, owners, kernel, rest, tuple(segments[1:]), proper_name(kernel))


def _segments(words: str, start: int) -> list[tuple[Word, ...]]:
    found: list[list[Word]] = [[]]
    for match in _WORD.finditer(words):
        text = match.group()
        if text in _PAUSES or text.isspace() or text.strip() == "-":
            found.append([])
        else:
            found[-1].append(_word(text, start + match.start()))
    return [tuple(segment) for segment in found if segment]


def _word(text: str, start: int) -> Word:
    owns = _OWNS.search(text) if len(text) > 2 else None
    own = text[: owns.start()] + ("s" if owns.group()[0] in "sS" else "") if owns else text
    return Word(own or text, plain(own or text), start, start + len(text), owns is not None)


def _kernel(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    lists = source_words().phrase
    for at, word in enumerate(words):
        if at and not word.capital and (word.plain in lists["cut"] or word.plain in lists["of"]):
            if word.plain in ("of", "for") and _in_name(words, at):
                continue
            return tuple(words[:at]), tuple(words[at:])
    return tuple(words), ()


def before_clause(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words before a relative clause ("who fled to Afrin") or a preposition; none when they begin with one."""
    return () if words[:1] and words[0].plain in source_words().phrase["cut"] else _kernel(words)[0]


def _in_name(words: Sequence[Word], at: int) -> bool:
    """"Department of Defense", "Secretary of State": an "of" or "for" inside a name."""
    before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if after is None or not before.capital or not after.capital:
        return False
    office = before.plain in source_words().role and not before.plain.endswith("s")
    return office or before.plain in source_words().phrase["of_bodies"]


@lru_cache(maxsize=1)
def _state_words() -> frozenset[str]:
    """Names and adjectives of states: capitalised, but not in anyone's name."""
    many = (name for one in states().values() for name in (*one.names, *one.adjectives))
    return frozenset(part for name in many for part in plain(name.lstrip("=~")).split())


def proper_name(kernel: Sequence[Word]) -> tuple[Word, ...]:
    """The last run of capitalised words that is a name: titles, nationalities and words of no name left out."""
    lists = source_words()
    run: list[Word] = []
    best: tuple[Word, ...] = ()
    for at, word in enumerate(kernel):
        nextone = kernel[at + 1] if at + 1 < len(kernel) else None
        within = not word.capital and word.plain in lists.phrase["particles"] and nextone is not None and nextone.capital
        skip = word.plain in lists.phrase["titles"] or lists.role.get(word.plain, "organisation") not in _THINGS
        within = within or (word.plain in ("of", "for") and is_bodys(run) and nextone is not None and nextone.capital)
        if skip and run and not (nextone is not None and nextone.capital):
            skip = False
        if (word.capital and not skip and not _no_name(word, run)) or (within and (run or word.plain in ("al", "de"))):
            run.append(word)
        elif run:
            best, run = tuple(run), []
    return tuple(run) or best


def _no_name(word: Word, run: Sequence[Word]) -> bool:
    return not run and (word.plain in source_words().phrase["not_names"] or word.plain in _state_words())


def is_bodys(name: Sequence[Word]) -> bool:
    """Whether a proper name is a body's by one of its words ("the California Highway Patrol") or is an abbreviation."""
    bodies = source_words().phrase["of_bodies"]
    if not name:
        return False
    letters = name[-1].text.replace(".", "") if len(name) == 1 else ""
    return any(word.plain in bodies for word in name) or (len(letters) > 1 and letters.isupper())


def is_plural(phrase: Phrase) -> bool:
    """Whether the phrase is about several ("officials", "police", "A and B")."""
    head, lists = phrase.head, source_words().phrase
    if head is None:
        return False
    if any(word.plain == "and" for word in phrase.kernel) and not phrase.name[2:]:
        return True
    if head.plain in lists["plural"] or phrase.determiner in ("these", "those", "several", "many", "some", "two"):
        return True
    common = not head.capital or head.plain in source_words().role
    return common and head.plain.endswith("s") and not head.plain.endswith("ss") and len(head.plain) > 3
