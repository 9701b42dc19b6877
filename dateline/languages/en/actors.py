"""English words by which a phrase is tied to an actor, from `actors.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple


class Body(NamedTuple):
    """A state's body: its actor kind, and the words that name it (`heads`) or only point to it (`modifiers`)."""

    kind: str
    heads: frozenset[str]
    modifiers: frozenset[str]


class ActorWords(NamedTuple):
    """The word lists of `actors.toml`, all lower case."""

    bodies: Mapping[str, Body]
    phrases: Mapping[str, frozenset[str]]
    generic: Mapping[str, str]
    kinds: Mapping[str, str]


@lru_cache(maxsize=1)
def actor_words() -> ActorWords:
    """The lists, read once."""
    raw = tomllib.loads(resources.files("dateline.languages.en").joinpath("actors.toml").read_text("utf-8"))
    return ActorWords(
        bodies={
            id: Body(body["kind"], frozenset(body["heads"]), frozenset(body["modifiers"]))
            for id, body in raw["bodies"].items()
        },
        phrases={name: frozenset(words) for name, words in raw["phrases"].items() if name != "generic"},
        generic=raw.get("generic", {}),
        kinds={word: kind for kind, words in reversed(raw["kinds"].items()) for word in words},
    )
