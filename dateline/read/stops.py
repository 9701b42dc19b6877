"""Whether a mark ends a sentence: the questions asked about it, the words in `languages/en/abbreviations.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

QUOTES = "\"'”’»"
DASHES = "-–—•"
OPENERS = "\"'“‘«([`"
_INITIALS = re.compile(r"[A-Z](?:\.-?[A-Z])*\Z")
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[IVX]{1,4}|[A-Za-z])\Z")
_SPEAKER = re.compile(r"(?:[\w.’'-]+\s+){1,4}?(\w+)")


class Stops(msgspec.Struct, frozen=True):
    """What the data file says of full stops; all words casefolded."""

    titles: frozenset[str]
    before_number: frozenset[str]
    months: frozenset[str]
    may_end: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    starters: frozenset[str]
    small_names: frozenset[str]
    speech: frozenset[str]


class Mark(msgspec.Struct, frozen=True):
    """A mark and what stands around it: the word it closes, the closers after it, and what follows.

    `previous` is the word before that one; `rest` is what follows, openers left out, and `word` its first word.
    """

    sign: str
    before: str
    previous: str
    closers: str
    opened: bool
    word: str
    rest: str


@cache
def stops() -> Stops:
    """The English data, read once."""
    text = (files("dateline.languages.en") / "abbreviations.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Stops)


def ends_sentence(mark: Mark) -> bool:
    """The verdict on one mark that white space follows."""
    if not _may_begin(mark):
        return False
    if mark.sign != ".":
        return not (_quoted(mark) and _speaker_follows(mark))
    if _quoted(mark) or not mark.before:
        return True
    return not _abbreviates(mark)


def _quoted(mark: Mark) -> bool:
    return any(closer in QUOTES for closer in mark.closers)


def _may_begin(mark: Mark) -> bool:
    """Whether what follows can begin a sentence: anything but a small letter or a mark, "al-Hol" excepted."""
    letter = mark.rest[:1]
    if letter in DASHES:
        return not _quoted(mark)
    if not letter.islower():
        return letter.isalnum() or letter in "#@$£€…" or mark.rest[:2] == ". "
    name = re.match(r"(\w+[’']?)[- ]?(?=[A-Z])", mark.rest)
    small = name is not None and name[1].casefold() in stops().small_names
    return small and (mark.sign != "." or mark.before.casefold() not in stops().titles)


def _speaker_follows(mark: Mark) -> bool:
    """`“Who fired?” Adan asked`: the sentence goes on."""
    speaker = _SPEAKER.match(mark.rest)
    return speaker is not None and speaker[1].casefold() in stops().speech and not mark.opened


def _abbreviates(mark: Mark) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on."""
    known, before, after = stops(), mark.before.casefold(), mark.word.casefold()
    digit = mark.word[:1].isdigit()
    if _NUMBERING.match(mark.before) and _numbers(mark.previous):
        return True
    if before in known.titles:
        return True
    if before in known.before_number or before in known.months:
        return digit
    if before in known.clock:
        return after in known.after_clock
    if before in known.may_end or _INITIALS.match(mark.before):
        return mark.rest[:1] in DASHES or not (mark.opened or after in known.starters)
    return "." in before and before.replace(".", "").isalpha() and len(before) <= 3 * before.count(".") + 1


def _numbers(previous: str) -> bool:
    """Whether a number or letter after this word begins an item of a list: nothing, or the end of a sentence."""
    known, word = stops(), previous.rstrip(".").casefold()
    if not previous:
        return True
    return previous[-1] in ".!?:;" and not (word in known.before_number or word in known.months or word in known.titles)
