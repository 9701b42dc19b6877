"""Words that stand at no edge of a phrase."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def edges() -> tuple[frozenset[str], frozenset[str]]:
    """(leading, trailing) words to trim, lower case."""
    data = tomllib.loads(resources.files(__package__).joinpath("edges.toml").read_text("utf-8"))
    return frozenset(data["leading"].split()), frozenset(data["trailing"].split())
