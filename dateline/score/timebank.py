"""TimeBank: how many dates of annotated newswire (TIMEX3, type DATE) are resolved to the annotated value.

Given are the words of each expression, the words around it and the document's creation time; whether the grammar would
have found the expression is not asked. Counted are the values that name a stretch of the calendar: a day, week (with
WE its weekend), month, quarter, half, season, year, decade ("1998-03-06", "1998-W12", "1998-Q3", "1998-SU", "199"); not
those with unknown parts (X), nor the creation time itself, nor the types TIME, DURATION, SET. TIMEX3 keeps "early",
"mid", "late", "the end of" in an attribute of its own (mod), so they are taken off before resolving.
With `references` the vague values are counted too: PRESENT_REF is right when read as the creation day, PAST_REF and
FUTURE_REF when left open.
"""

from __future__ import annotations

import calendar
import html
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dateline.read.times.find import resolve_time
from dateline.read.times.stretch import UNKNOWN, Stretch, around

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
STRETCH_VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-Q\d|-H\d|-W\d\d(-WE)?|-(SP|SU|FA|WI))?|\d{3}")
REFERENCES = frozenset(["PRESENT_REF", "PAST_REF", "FUTURE_REF"])
MOD = re.compile(
    r"(?i)^(?:the )?(?:(?:early|late|mid|end|beginning|start|middle)(?: of| in)?"
    r"|(?:earli|lat)er(?= this)|earlier in(?= the))[ -](?=\S)"
)
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
REACH = 200  # characters of the text before and after an expression that are given with it


class Timex(NamedTuple):
    """One annotated expression with the text before and after it."""

    words: str
    value: str
    before: str
    after: str


def timebank_accuracy(folder: Path, *, references: bool = False) -> tuple[int, int]:
    """(right, total) over the `*.tml` documents of a folder; raises OSError when they cannot be read."""
    results = [right for path in sorted(folder.glob("*.tml")) for right in _results(path, references)]
    return sum(results), len(results)


def _results(path: Path, references: bool) -> Iterator[bool]:
    text = path.read_text(encoding="utf-8", errors="replace")
    created = _created(text)
    anchor = UNKNOWN
    for timex in _dates(text):
        got = resolve_time(MOD.sub("", timex.words), created, before=timex.before, after=timex.after, anchor=anchor)
        anchor = got if got.start and got.end else anchor
        if STRETCH_VALUE.fullmatch(timex.value):
            yield as_timex(got) == timex.value
        elif references and timex.value in REFERENCES:
            yield got == Stretch(created, created) if timex.value == "PRESENT_REF" else not got.known


def _created(text: str) -> date | None:
    match = re.search(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", text, re.DOTALL)
    return date.fromisoformat(match[1]) if match else None


def _dates(text: str) -> Iterator[Timex]:
    """The expressions of type DATE in the document's text, in text order."""
    body = text[text.find("<TEXT>") :]
    plain, found = _plain(body)
    for start, end, attributes in found:
        if attributes.get("type") == "DATE" and attributes.get("functionInDocument", "NONE") == "NONE":
            words, before, after = plain[start:end], plain[max(0, start - REACH) : start], plain[end : end + REACH]
            yield Timex(words, attributes.get("value", ""), before, after)


def _plain(body: str) -> tuple[str, list[tuple[int, int, dict[str, str]]]]:
    """The text without its marks, and where the TIMEX3 stood in it."""
    plain, where, begun = "", 0, (0, "")
    found: list[tuple[int, int, dict[str, str]]] = []
    for tag in TAG.finditer(body):
        plain += html.unescape(body[where : tag.start()])
        where = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            begun = (len(plain), tag[3])
        elif tag[2] == "TIMEX3":
            found.append((begun[0], len(plain), dict(ATTRIBUTE.findall(begun[1]))))
    return plain + html.unescape(body[where:]), found


def as_timex(stretch: Stretch) -> str | None:
    """A stretch as a TIMEX3 value, None when it is open or no unit of the calendar.

    >>> as_timex(Stretch(date(1998, 7, 1), date(1998, 9, 30)))
    '1998-Q3'
    """
    start, end = stretch.start, stretch.end
    if start is None or end is None:
        return None
    if start == end:
        return start.isoformat()
    if stretch == around(start, "week"):
        return f"{start.isocalendar().year}-W{start.isocalendar().week:02d}"
    if stretch == around(start, "weekend"):
        return f"{start.isocalendar().year}-W{start.isocalendar().week:02d}-WE"
    return _months_timex(start, end)


def _months_timex(start: date, end: date) -> str | None:
    if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    names = {1: f"-{start.month:02d}", 12: ""}
    if months == 3:
        season = SEASONS.get(start.month)
        return f"{start.year}-{season or f'Q{start.month // 3 + 1}'}"
    if months == 6 and start.month in (1, 7):
        return f"{start.year}-H{start.month // 6 + 1}"
    if months == 120 and start.year % 10 == 0:
        return str(start.year)[:3]
    return f"{start.year}{names[months]}" if months in names and (months == 1 or start.month == 1) else None
