"""Sentences: one scan for marks that may end one; `stops` judges each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.model import Span, Zone
from dateline.read.overlong import bounded
from dateline.read.paragraphs import paragraphs
from dateline.read.quotations import quotations, runs_on
from dateline.read.stops import OPENERS, QUOTES, Mark, ends_sentence

_MARK = re.compile(
    r"(?P<sign>[.!?…]+)(?P<closers>[\"'”’»)\]]*(?:\s?\[\d+\])*)"
    r"(?:(?P<space>\s+)|(?<=[a-z]{3}[.!?\"”’])(?=[“A-Z][\w ]))"
)
_BULLET = re.compile(r"\s(?=[•▪●◦]\s)")
_APART = re.compile(r"(\"|''|”)(?:\s+|\Z)")
_WORD = re.compile(r"\w[\w’'-]*")
_REACH = 24


def split_sentences(text: str, zones: Iterable[Zone] = ()) -> list[Span]:
    """The sentences of a text, in order: every word is in one, none crosses a paragraph or the edge of a zone.

    >>> text = "Gen. Adan left at 9 p.m. on Feb. 3. “We fled.” He stayed."
    >>> [span.of(text) for span in split_sentences(text)]
    ['Gen. Adan left at 9 p.m. on Feb. 3.', '“We fled.”', 'He stayed.']
    """
    whole = (sentence for paragraph in paragraphs(text, zones) for sentence in _sentences(text, paragraph))
    return [part for sentence in whole for part in bounded(text, sentence)]


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end, begin in sorted(_cuts(text, paragraph)):
        if start < end and begin < paragraph.end:
            yield Span(start, end)
            start = begin
    yield Span(start, paragraph.end)


def _cuts(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and where the next begins; a quotation of several sentences stays with its speaker."""
    quoted = quotations(text, *paragraph)
    carried = runs_on(text, *paragraph)
    if carried is not None:
        quoted.append(Span(carried, paragraph.end + 1))
    for end, begin in _marked_cuts(text, paragraph):
        if not any(span.start < end < span.end for span in quoted):
            yield end, begin


def _marked_cuts(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    for match in _MARK.finditer(text, *paragraph):
        if match["space"] is None:
            if _no_address(text, match.start(), match.end(), paragraph):
                yield match.end(), match.end()
            continue
        end, begin = match.end("closers"), match.end()
        closing = _APART.match(text, begin, paragraph.end)
        if closing and (closing[1] != '"' or text.count('"', paragraph.start, begin) % 2):
            end, begin = closing.end(1), closing.end()
        if begin < paragraph.end and not _lone(text, match) and ends_sentence(_mark(text, paragraph, match, begin)):
            yield end, begin
    for bullet in _BULLET.finditer(text, *paragraph):
        yield bullet.start(), bullet.end()


def _mark(text: str, paragraph: Span, match: re.Match[str], begin: int) -> Mark:
    before = text[max(paragraph.start, match.start() - _REACH) : match.start()]
    words = before.split()
    word = words.pop() if words and not before[-1].isspace() else ""
    ahead = text[begin : min(begin + 4 * _REACH, paragraph.end)]
    rest = ahead.lstrip(OPENERS)
    next_word = _WORD.search(rest)
    return Mark(
        sign=match["sign"],
        before=word.lstrip(OPENERS + "-–—/"),
        previous=words[-1] if words else "",
        closers=match["closers"] + (QUOTES[0] if begin > match.end() else ""),
        opened=ahead[:1] in OPENERS,
        word=next_word[0] if next_word else "",
        rest=rest,
    )


def _lone(text: str, match: re.Match[str]) -> bool:
    """Whether the mark stands by itself after a whole sentence, as lists have it: it begins the next one."""
    before = text[max(0, match.start() - 3) : match.start()]
    return before[-1:].isspace() and before.rstrip()[-1:] in (".", "!", "?")


def _no_address(text: str, start: int, end: int, paragraph: Span) -> bool:
    """Whether a mark without a space after it stands between two words run together, not in a web address."""
    before = text[max(paragraph.start, start - _REACH) : start].split()[-1:]
    after = text[end : min(end + _REACH, paragraph.end)].split(maxsplit=1)[:1]
    return not any(sign in word for word in (*before, *after) for sign in "/@") and "www" not in "".join(before)
