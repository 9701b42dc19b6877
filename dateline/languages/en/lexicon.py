"""The trigger lexicon as rows of a table: which kinds a word hints at, whatever its inflection."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ied", "ed", "es", "er", "s")


def stem(word: str) -> str:
    """A crude stem: "shelled", "shelling", "shells" are one; wrong stems only cost a hint."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    low = low.rstrip("eyi") or low
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] and low[-1] in "bdgmnprt" else low


@lru_cache(maxsize=1)
def lexicon() -> tuple[tuple[str, ...], dict[str, int], tuple[tuple[int, ...], ...]]:
    """(list names, stem → row, row → indexes of the lists it stands in); row 0 is the empty one."""
    data = tomllib.loads(resources.files(__package__).joinpath("triggers.toml").read_text("utf-8"))
    names = tuple(data)
    lists: dict[str, set[int]] = {}
    for index, words in enumerate(data.values()):
        for word in words.replace("-", " ").split() if isinstance(words, str) else ():
            lists.setdefault(stem(word), set()).add(index)
    rows: dict[tuple[int, ...], int] = {(): 0}
    return names, {s: rows.setdefault(tuple(sorted(at)), len(rows)) for s, at in lists.items()}, tuple(rows)


def lexicon_id(word: str) -> int:
    """The word's row in the table, 0 when it hints at nothing."""
    return lexicon()[1].get(stem(word), 0)
