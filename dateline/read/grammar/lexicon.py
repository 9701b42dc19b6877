"""The lexicon: which words belong to which classes, one class character for every set of classes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import DataError

FIRST = 0xE000  # class characters come from the private use area, so that none means anything to a regular expression
BUILT_IN = (
    "number", "number day", "number year", "number decimal", "fraction", "ordinal", "decade", "clock", "isodate",
    "slashed", "suffixed", "word", "name", "comma", "dot", "hyphen", "dash", "poss", "open", "close", "percent",
    "currency", "quote", "colon", "slash", "mark",
)  # fmt: skip


@cache
def load_table(language: str, name: str) -> dict[str, Any]:
    """The data file `languages/<language>/<name>.toml`; raises `DataError` when it is missing or no TOML."""
    path = files("dateline.languages") / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"languages/{language}/{name}.toml: {error}") from None


class Lexicon:
    """Classes of words. `values[class][word]` is a word's value in a class (months 1..12, "fifty" 50 …)."""

    def __init__(self, classes: Mapping[str, Any], cased: Iterable[str] = (), literals: Iterable[str] = ()) -> None:
        self.values: dict[str, dict[str, Any]] = {name: _valued(words) for name, words in classes.items()}
        self.cased = frozenset(cased)
        self.chars: dict[frozenset[str], str] = {}
        self.table: dict[str, str] = {}
        for name in BUILT_IN:
            self.char(frozenset(name.split()))
        for word, member_of in self._memberships(literals).items():
            for form in self._forms(word):
                self.table[form] = self.char(member_of)

    def char(self, member_of: frozenset[str]) -> str:
        """The class character of a set of classes, made on first asking."""
        return self.chars.setdefault(member_of, chr(FIRST + len(self.chars)))

    def charset(self, name: str) -> str:
        """All class characters whose set holds the class `name`; "" when there is none."""
        return "".join(sorted(char for member_of, char in self.chars.items() if name in member_of))

    def value(self, name: str, word: str) -> Any:
        """The value of `word` in class `name`, None when it is not in it."""
        table = self.values[name]
        return table.get(word.lower(), table.get(word))

    def _memberships(self, literals: Iterable[str]) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for name, words in self.values.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        for word in literals:
            found.setdefault(word, set()).add("=" + word)
        return {word: frozenset(member_of) for word, member_of in found.items()}

    def _forms(self, word: str) -> tuple[str, ...]:
        if word in self.cased:
            return (word.capitalize(), word.upper())
        return (word, word.capitalize(), word.upper())


def _valued(words: Any) -> dict[str, Any]:
    """A class as written in the data: a table word -> value, or a plain list of words."""
    return dict(words) if isinstance(words, Mapping) else {word: word for word in words}
