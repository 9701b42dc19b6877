"""The words around a report, as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Literal

Place = Literal["line", "tail", "sentence", "section", "rest", "credit"]


@lru_cache(maxsize=8)
def patterns(place: Place) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(reason, pattern) pairs for one way of matching, in the file's order; to be matched against `even(words)`."""
    data = tomllib.loads(resources.files(__package__).joinpath("boilerplate.toml").read_text("utf-8"))
    return tuple((why, re.compile(_any_of(many), re.I)) for why, many in data[place].items())


def even(words: str) -> str:
    """The words with every apostrophe written ’, as the patterns write it; the length stays."""
    return words.replace("'", "’")


def _any_of(many: list[str]) -> str:
    return "|".join(f"(?:{one})" for one in many)
