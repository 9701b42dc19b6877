"""The words of one language that tell kinds of places apart (`languages/en/places.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

import msgspec

from dateline.model.cells import PlaceKind


class PlaceWords(msgspec.Struct, frozen=True):
    """`kinds`: common noun -> kind; the rest are sets of lower-case words."""

    kinds: dict[str, PlaceKind]
    qualifiers: frozenset[str]
    directions: frozenset[str]
    within_city: frozenset[str]
    fillers: frozenset[str]
    doubtful: frozenset[str]
    physical: frozenset[str]
    unplaced: frozenset[str]
    abroad: frozenset[str]
    cues: frozenset[str]
    partitives: frozenset[str]
    metonyms: frozenset[str]
    followers: frozenset[str]
    stateless: frozenset[str]


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The English words."""
    data = tomllib.loads(resources.files("dateline.languages.en").joinpath("places.toml").read_text("utf-8"))
    kinds = {word: kind for kind, words in data["kinds"].items() for word in words.split()}
    sets = {name: frozenset(data[name].split()) for name in PlaceWords.__struct_fields__ if name != "kinds"}
    return PlaceWords(kinds=kinds, **sets)


TOKEN = re.compile(r"\w+(?:[-–'’‘ʼʻ.]\w+)*[’ʼ]?\.?|[,/&–-]|\(|\)")


def plain(token: str) -> str:
    """A token as the word lists write it: lower case, no possessive, no final dot."""
    low = token.casefold().replace("’", "'").rstrip(".")
    return low[:-2] if low.endswith("'s") else low.rstrip("'")
