"""A scene: one matched time expression with all its meaning may depend on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from dateline.read.grammar import Lexicon, Tokens, number_value
from dateline.read.grammar.templates import Found
from dateline.read.times.stretch import UNKNOWN, Stretch


class Setting(NamedTuple):
    """What a time is resolved against: never the clock of the machine."""

    published: date | None
    anchor: Stretch = UNKNOWN
    """the last resolved time before it in the report, for "the same day", "two days later" """
    year: int | None = None
    """the only year of the full dates in a report that is itself undated"""
    ahead: bool = False
    """whether the words around speak of what is to come"""


class Scene(NamedTuple):
    """One match in its setting; `resolve(first, last)` gives the meaning of some of its tokens."""

    tokens: Tokens
    found: Found
    setting: Setting
    lexicon: Lexicon
    resolve: Callable[[int, int], Stretch]

    @property
    def options(self) -> dict[str, Any]:
        """The rule's settings."""
        return self.found.rule.options

    @property
    def words(self) -> list[str]:
        """All words of the match, in lower case."""
        return [word.lower() for word in self.tokens.words[self.found.first : self.found.last]]

    def group(self, name: str) -> list[str]:
        """The words a name in the template captured, in lower case; [] when it captured none."""
        if name not in self.found.match.re.groupindex or self.found.match[name] is None:
            return []
        return [word.lower() for word in self.tokens.words[slice(*self.found.match.span(name))]]

    def said(self, name: str) -> str:
        """The captured words joined by spaces."""
        return " ".join(self.group(name))

    def inner(self, name: str) -> Stretch:
        """The meaning of the captured words as a time of their own."""
        return self.resolve(*self.found.match.span(name)) if self.group(name) else UNKNOWN

    def number(self, name: str) -> int | None:
        """The captured digits or number words ("5th" too)."""
        words = self.group(name)
        if not words:
            return None
        digits = "".join(char for char in words[0] if char.isdecimal())
        value = int(digits) if digits else self.lexicon.values["nth"].get(words[0], number_value(words))
        return None if value is None else int(value)

    def value(self, klass: str, name: str) -> Any:
        """The value in a class of the captured word, None when there is none."""
        words = self.group(name)
        return self.lexicon.value(klass, words[0]) if words else None

    def first_of(self, klass: str) -> Any:
        """The value of the first word of the match that belongs to a class."""
        values = self.lexicon.values[klass]
        return next((values[word] for word in self.words if word in values), None)


Meaning = Callable[[Scene], Stretch]


class Length(NamedTuple):
    """A length of time: how many of which unit; `exact` unless the count is vague ("a few")."""

    many: float
    unit: str
    exact: bool


def length_of(words: list[str], lexicon: Lexicon) -> Length | None:
    """The length that some words say ("almost two and a half years", "a couple of weeks"); None when they say none."""
    units = {**lexicon.values["unit"], **lexicon.values["units"]}
    where = next((i for i, word in enumerate(words) if word in units and i), None)
    if where is None:
        return None
    few = next((lexicon.values["few"][word] for word in words[:where] if word in lexicon.values["few"]), None)
    counted = number_value(words[:where])
    many = counted if counted is not None and few is None else (few or 1)
    unread = counted is None and any(word[0].isdecimal() for word in words[:where])
    return Length(float(many), units[words[where]], few is None and not unread)
