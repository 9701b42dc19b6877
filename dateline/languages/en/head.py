"""The head of a report in plain text: its headline, byline, date and labelled lines, where they are plain to see."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, NamedTuple, get_args

from dateline.languages.en.dates import publication_date
from dateline.model import Span

Part = Literal["title", "outlet", "byline", "published", "url", "other"]
HEAD_LINES = 12
_LINE = re.compile(r"[^\r\n\u2028\u2029]*[^\s\u2028\u2029][^\r\n\u2028\u2029]*")
_LABEL = re.compile(r"\*{0,2}([A-Za-z][A-Za-z ]{1,20}?)\*{0,2}\s*:\*{0,2}\s*(\S.{0,300})")
_NAME = r"[^\W\d_a-z][\w'’.-]*"


class HeadLine(NamedTuple):
    """One line of the head: the part it plays, its span (no blank edges), its value without the label."""

    part: Part
    span: Span
    value: str


def head(text: str) -> tuple[HeadLine, ...]:
    """The lines before the body that are recognised beyond doubt, at most one headline; often none."""
    lines = list(_first_lines(text))
    found: list[HeadLine] = []
    for at, span in enumerate(lines[:HEAD_LINES]):
        line = _labelled(text, span) or _dated(text, span) or _by(text, span)
        if line is None and not any(h.part == "title" for h in found) and _is_headline(text, lines, at):
            line = HeadLine("title", span, span.of(text))
        if line is None and found:
            line = _credit(text, lines, at)
        if line is None:
            break
        found.append(line)
    return tuple(found) if len(lines) > len(found) else ()


def byline_pattern() -> re.Pattern[str]:
    """A whole line "By Jane Doe and John Roe in Beirut, Middle East correspondent", as a compiled pattern."""
    return _byline()


def _first_lines(text: str) -> Iterator[Span]:
    for count, line in enumerate(_LINE.finditer(text)):
        if count > HEAD_LINES:
            return
        start = line.end() - len(line.group().lstrip())
        yield Span(start, start + len(line.group().strip()))


def _labelled(text: str, span: Span) -> HeadLine | None:
    found = _LABEL.fullmatch(span.of(text)[:400])
    part = _labels().get(found[1].lower()) if found else None
    if not found or part is None or not _fits(part, found[2]):
        return None
    return HeadLine(part, span, found[2].strip())


def _fits(part: Part, value: str) -> bool:
    """A date has digits, an outlet or an author few words: "Source: prince held in palace raid, aides say" is none."""
    if part == "published":
        return any(c.isdigit() for c in value)
    return part not in ("outlet", "byline") or len(value.split()) <= 7


def _dated(text: str, span: Span) -> HeadLine | None:
    """A line that is only a date, or "Published" and a date."""
    words = re.sub(r"(?i)^(?:(?:first )?published|posted|date)(?: on| at)? ", "", span.of(text)[:80])
    return HeadLine("published", span, words) if publication_date(words) else None


def _by(text: str, span: Span) -> HeadLine | None:
    words = span.of(text)
    return HeadLine("byline", span, words[3:].strip()) if len(words) < 160 and _byline().fullmatch(words) else None


def _credit(text: str, lines: list[Span], at: int) -> HeadLine | None:
    """A short line that is no sentence, under a headline and right above the date: "Furat Post, Hasakah"."""
    words = lines[at].of(text)
    if at + 1 >= len(lines) or len(words.split()) > 12 or words[-1] in ".:;!?”\"" or words[:1].islower():
        return None
    value = re.sub(r"(?i)^by ", "", words)
    return HeadLine("byline", lines[at], value) if _dated(text, lines[at + 1]) else None


def _is_headline(text: str, lines: list[Span], at: int) -> bool:
    """A short line that is no sentence, set off by a blank line, a label, a date or a much longer paragraph."""
    words = lines[at].of(text)
    if at + 1 >= len(lines) or not _headline_like(words):
        return False
    following = lines[at + 1]
    if len(re.findall(r"\r\n|\r|\n", text[lines[at].end : following.start])) > 1:
        return True
    if _labelled(text, following) or _dated(text, following) or _by(text, following):
        return True
    return following.end - following.start > max(100, 1.5 * len(words))


def _headline_like(words: str) -> bool:
    count = len(words.split())
    sentence = words[-1] in ".,;:…-–—" or (words[-2:-1] in (".", ",") and words[-1] in "\"”’')")
    return 3 <= count <= 22 and len(words) <= 180 and not (words[0].islower() or sentence)


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files(__package__).joinpath("head.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _labels() -> dict[str, Part]:
    labels = _data()["labels"]
    return {label: part for part in get_args(Part) for label in labels[part]}


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    """By + names, then optional place or role; case matters for the names."""
    words = _data()["byline"]
    particles = "|".join(words["particles"].split())
    role = "|".join(words["roles"].split())
    name = rf"{_NAME}(?: (?:{particles}|{_NAME})){{0,4}}"
    names = rf"{name}(?:(?:,| and|, and| &) {name}){{0,5}}"
    position = rf"(?:{_NAME}|(?i:{role}))"
    tail = rf"(?:,? (?:in|at|for) {names})?(?:(?:,| \||/| [-–—]) ?{position}(?: {position}){{0,7}})*"
    return re.compile(rf"(?:By|BY|by) {names}{tail}")
