"""Which language a text is in: by script, then by its commonest words. English, another, or too little to tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib import resources
from typing import Any

SAMPLE = 20_000
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The language's English name ("English", "Arabic"), or None when the text is too short or too odd to tell."""
    sample = _sample(text)
    return _by_script(sample) or _by_words(sample)


def _sample(text: str) -> str:
    """All of a short text; the start, middle and end of a long one."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


def _by_script(text: str) -> str | None:
    """The language of the script that most letters are in, None for the Latin script."""
    letters = len(_LETTER.findall(text))
    counts = {name: len(script.findall(text)) for name, script in _scripts().items()}
    name = max(counts, key=counts.__getitem__)
    foreign = sum(counts.values())
    return _narrowed(name, text, counts[name]) if foreign > 4 and foreign > letters / 2 else None


def _narrowed(name: str, text: str, total: int) -> str:
    """One language among those that share the script, by letters only it has (at least one in a hundred)."""
    for language, letters in _marks()["letters"].get(name, {}).items():
        if len(re.findall(f"[{letters}]", text)) > total / 100:
            return str(language)
    return name


def _by_words(text: str) -> str | None:
    """The language with most function words among the words; None when fewer than three or no clear winner."""
    words = Counter(_WORD.findall(text.lower()))
    hits = {name: sum(words[w] for w in common) for name, common in _common().items()}
    english = hits.pop("English")
    other = max(hits, key=hits.__getitem__)
    if english > hits[other] and english >= 2 and english * 25 >= words.total():
        return "English"
    return other if hits[other] >= max(4, 1.5 * english) and hits[other] * 10 >= words.total() else None


@lru_cache(maxsize=1)
def _marks() -> dict[str, Any]:
    return tomllib.loads(resources.files("dateline.languages").joinpath("marks.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _scripts() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(f"[{letters}]") for name, letters in _marks()["scripts"].items()}


@lru_cache(maxsize=1)
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _marks()["words"].items()}
