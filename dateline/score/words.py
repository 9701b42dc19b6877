"""Content words: what two spans must share to be called the same."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from dateline.model import Span

_WORD = re.compile(r"\w+")


@cache
def function_words() -> frozenset[str]:
    """The words of `languages/en/function_words.txt`."""
    text = (files("dateline.languages.en") / "function_words.txt").read_text("utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def content_words(words: str) -> frozenset[str]:
    """Casefolded alphanumeric words less function words; all of them where only function words are left.

    >>> sorted(content_words("the SDF's men")), sorted(content_words("They"))
    (['men', 'sdf'], ['they'])
    """
    every = frozenset(_WORD.findall(words.casefold()))
    return every - function_words() or every


def share_word(a: Span | None, b: Span | None, text: str) -> bool:
    """Whether two spans of one text share a content word; two absent spans agree, one absent does not."""
    if a is None or b is None:
        return a is b
    return not content_words(a.of(text)).isdisjoint(content_words(b.of(text)))


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two written-out sources name the same: half of their content words, taken together, are shared."""
    if not a or not b:
        return not a and not b
    one, two = content_words(a), content_words(b)
    return 2 * len(one & two) >= len(one | two)
