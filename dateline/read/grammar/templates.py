"""Templates: patterns over word classes, written in the data files, compiled to regular expressions.

In a template, UPPER CASE names a class, lower case a word, `<part>` another template, `name:` captures what follows;
`( | )`, `?`, `*`, `+` and look-arounds mean what they mean in regular expressions; spaces only separate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dateline.errors import DataError
from dateline.read.grammar.lexicon import Lexicon

PIECE = re.compile(
    r"(?P<name>[a-z_]+):|(?P<part><[a-z-]+>)|(?P<klass>[A-Z]+)|(?P<word>[a-z]+)|(?P<look>\(\?<?[=!])|(?P<sign>\S)"
)
SIGNS = frozenset("()|?*+")


class Rule(NamedTuple):
    """One template with what it means: `means` names a meaning, `options` are its settings."""

    pattern: re.Pattern[str]
    means: str
    options: dict[str, Any]
    order: int


class Found(NamedTuple):
    """A rule that matched tokens `first` up to, not including, `last`."""

    rule: Rule
    match: re.Match[str]
    first: int
    last: int


class Templates:
    """The templates of one data file, compiled for one lexicon."""

    def __init__(self, lexicon: Lexicon, parts: Mapping[str, str]) -> None:
        self.lexicon = lexicon
        self.parts = parts
        self.compiled: dict[str, str] = {}

    def rules(self, tables: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
        """Rules from `[[rules]]` tables: `say` (a template or a list of them), `means`, and any options."""
        return tuple(self._rules(tables))

    def _rules(self, tables: Iterable[Mapping[str, Any]]) -> Iterator[Rule]:
        for order, table in enumerate(tables):
            options = {key: value for key, value in table.items() if key not in ("say", "means")}
            say = table["say"]
            for template in [say] if isinstance(say, str) else say:
                yield Rule(re.compile(self.regex(template)), table["means"], options, order)

    def regex(self, template: str, names: bool = True) -> str:
        """The template as a regular expression over class characters; without `names` nothing is captured."""
        pieces: list[str] = []
        capture = ""
        for piece in PIECE.finditer(template):
            kind, text = piece.lastgroup, piece[0]
            if kind == "name":
                capture = f"(?P<{text[:-1]}>" if names else "(?:"
            elif text == "(" and capture:
                pieces.append(capture)
                capture = ""
            else:
                pieces.append(f"{capture}{self._piece(kind, text, template)}{')' if capture else ''}")
                capture = ""
        return "".join(pieces)

    def _piece(self, kind: str | None, text: str, template: str) -> str:
        if kind == "part":
            return self._part(text[1:-1], template)
        if kind in ("klass", "word"):
            chars = self.lexicon.charset("=" + text if kind == "word" else text.lower())
            if not chars:
                raise DataError(f"template {template!r}: nothing is in class {text}")
            return f"[{chars}]"
        if kind == "sign" and text not in SIGNS:
            raise DataError(f"template {template!r}: {text!r} is no sign of templates")
        return "(?:" if text == "(" else text

    def _part(self, name: str, template: str) -> str:
        if name not in self.parts:
            raise DataError(f"template {template!r}: no part {name!r}")
        if name not in self.compiled:
            self.compiled[name] = "(?:" + self.regex(self.parts[name], names=False) + ")"
        return self.compiled[name]


def words_of(templates: Iterable[str]) -> frozenset[str]:
    """The words that stand as themselves in the templates."""
    found = (piece for template in templates for piece in PIECE.finditer(template))
    return frozenset(piece[0] for piece in found if piece.lastgroup == "word")


def longest(found: Iterable[Found]) -> list[Found]:
    """The longest matches that do not overlap (ties: leftmost, then first rule), in text order."""
    ranked = sorted(found, key=lambda f: (f.first - f.last, f.first, f.rule.order))
    taken = bytearray(max((one.last for one in ranked), default=0))
    kept: list[Found] = []
    for one in ranked:
        if not any(taken[one.first : one.last]):
            taken[one.first : one.last] = b"\1" * (one.last - one.first)
            kept.append(one)
    return sorted(kept, key=lambda f: f.first)


def matches(rules: Iterable[Rule], shape: str) -> Iterator[Found]:
    """Every match of every rule in a class string."""
    for rule in rules:
        for match in rule.pattern.finditer(shape):
            if match.end() > match.start():
                yield Found(rule, match, match.start(), match.end())
