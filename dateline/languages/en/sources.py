"""English words that tell what kind of source a phrase is, from `sources.toml` and `given_names.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple


class SourceWords(NamedTuple):
    """`role` gives a word its source kind, `pronoun` a pronoun its group (he, she, it, they, speaker, who), `sex` a given name
    he or she; `phrase` the small lists; `heads`, `expert`, `official`, `fighter` the words beside a title that settle it."""

    role: Mapping[str, str]
    pronoun: Mapping[str, str]
    sex: Mapping[str, str]
    phrase: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]
    heads: frozenset[str]
    expert: frozenset[str]
    official: frozenset[str]
    fighter: frozenset[str]
    assemblies: frozenset[str]


@lru_cache(maxsize=1)
def source_words() -> SourceWords:
    """The lists, read once."""
    raw, names = _table("sources.toml"), _table("given_names.toml")
    lists = {name: words for name, words in raw["phrase"].items() if isinstance(words, list)}
    return SourceWords(
        role=dict.fromkeys(raw["heads"]["words"], "other") | _inverted(raw["roles"]),
        pronoun=_inverted(raw["pronouns"]),
        sex={name: sex for sex in ("she", "he") for name in names[sex].split()},
        phrase={name: frozenset(words) for name, words in lists.items()},
        numbers=raw["phrase"]["numbers"],
        heads=frozenset(raw["heads"]["words"]),
        expert=frozenset(raw["heads"]["expert"]),
        official=frozenset(raw["official"]["bodies"]),
        fighter=frozenset(raw["fighter"]["bodies"]),
        assemblies=frozenset(raw["heads"]["assemblies"]),
    )


def _inverted(lists: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in reversed(list(lists.items())) for word in words}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("dateline.languages.en").joinpath(name).read_text("utf-8"))
