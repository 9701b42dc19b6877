"""The grammar of figures of one language: words, rules, and the nouns that say what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from dateline.errors import DataError
from dateline.read.figures.amounts import AMOUNTS
from dateline.read.grammar import Lexicon, Rule, Templates, load_table
from dateline.read.grammar.templates import words_of

HEADS = ("number", "suffixed", "cardinal", "scale", "vague", "share", "fraction")
SHARED = ("month", "abbr", "unit", "units", "weekday", "ties")  # classes of times.toml used to tell figures from times


class Nouns(NamedTuple):
    """The word lists of `counted.toml`, named as there: `counts` by noun, `outcome` by word near, the rest sets."""

    counts: dict[str, str]
    outcome: dict[str, str]
    active: frozenset[str]
    participle: frozenset[str]
    passive: frozenset[str]
    stops: frozenset[str]
    names: frozenset[str]
    starts: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    skip: frozenset[str]
    plural: frozenset[str]
    groups: frozenset[str]
    barriers: frozenset[str]


class FigureGrammar(NamedTuple):
    """Words, rules and nouns; `heads` are the class characters at least one of which every figure holds."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    nouns: Nouns
    heads: frozenset[str]


@cache
def figure_grammar(language: str = "en") -> FigureGrammar:
    """The grammar of `quantities.toml` and `counted.toml`; raises `DataError` when a file breaks its format."""
    table, numbers, times = (load_table(language, name) for name in ("quantities", "numbers", "times"))
    says = [say for rule in table["rules"] for say in ([rule["say"]] if isinstance(rule["say"], str) else rule["say"])]
    classes = {**{name: times["classes"][name] for name in SHARED}, **numbers["classes"], **table["classes"]}
    lexicon = Lexicon(classes, times["cased"], words_of([*says, *table["parts"].values()]))
    rules = Templates(lexicon, table["parts"]).rules(table["rules"])
    unknown = sorted({rule.means for rule in rules} - AMOUNTS.keys())
    if unknown:
        raise DataError(f"languages/{language}/quantities.toml: no such meaning: {', '.join(unknown)}")
    heads = frozenset(char for name in HEADS for char in lexicon.charset(name))
    return FigureGrammar(lexicon, rules, _nouns(language), heads)


def _nouns(language: str) -> Nouns:
    table = load_table(language, "counted")
    counts = {word: name for name, words in reversed(list(table["nouns"].items())) for word in words}
    outcome = {word: name for name, words in table["outcome"].items() for word in words}
    return Nouns(counts, outcome, *(frozenset(words) for words in _sets(table)))


def _sets(table: dict[str, Any]) -> Iterator[list[str]]:
    """The word lists in the order of the fields of `Nouns`."""
    both = {**table["after"], **table["phrase"]}
    yield from (both[name] for name in Nouns._fields[2:])
