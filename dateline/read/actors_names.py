"""Names found in text: a trie over words, case checked, longest name first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from dateline.model import Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼ`´ʿ‘][^\W_]+)*")
_GAP = re.compile(r"['’]?(?:\s{1,3}|\s?[-‐‑–/&]\s?)\Z")
_INITIAL = re.compile(r"\.\s\Z")
_MARKS = str.maketrans("", "", ".'’ʼ`´ʿ‘")
_END = ""


class Token(NamedTuple):
    """A word of the text: as written (possessive ending off), and its plain form (lower case, no accents or marks)."""

    start: int
    end: int
    text: str
    plain: str
    owns: bool


class Named(NamedTuple):
    """A name that stands in the text: what it names, its first and past-the-last token."""

    what: str
    first: int
    last: int


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """Lower case without accents, full stops or apostrophes."""
    low = word.casefold().translate(_MARKS)
    if low.isascii():
        return low
    low = low.replace("ı", "i")
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def _bare(word: str) -> tuple[str, str, bool]:
    owns = len(word) > 2 and word[-2:] in ("'s", "’s", "'S", "’S")
    text = word[:-2] if owns else word
    return text, plain(text), owns


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of `text[start:end]`, spans in the whole text."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, low, owns = _bare(match.group())
        found.append(Token(match.start(), match.start() + len(word), word, low, owns))
    return found


class Names:
    """A set of names to find. A name's capitals are asked of the text (see the tables' remarks)."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._root: dict[str, Any] = {}
        for name, what in names:
            self._add(name, what)

    def _add(self, name: str, what: str) -> None:
        exact, words = name.startswith("="), tokens(name.lstrip("=~"))
        if not words:
            return
        node = self._root
        for word in words:
            node = node.setdefault(word.plain, {})
        cases = [_case(word.text, exact) for word in words]
        if len(cases) > 2 and cases[-1] == "cap":
            cases[-1] = ""
        node.setdefault(_END, []).append((what, tuple(cases)))

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Named]:
        """The names in the text, in order, apart from one another, the longest where several begin."""
        at, root = 0, self._root
        while at < len(words):
            node = root.get(words[at].plain)
            found = self._longest(text, words, at, node) if node is not None else None
            if found:
                yield found
                at = found.last
            else:
                at += 1

    def _longest(self, text: str, words: Sequence[Token], first: int, node: dict[str, Any]) -> Named | None:
        best, last = None, first + 1
        while True:
            for what, cases in node.get(_END, ()):
                if _fits(words, first, cases):
                    best = Named(what, first, last)
                    break
            if last >= len(words) or not _joined(text, words[last - 1], words[last]):
                return best
            node = node.get(words[last].plain)  # type: ignore[assignment]
            if node is None:
                return best
            last += 1


def _case(word: str, exact: bool) -> str:
    """What a name's word asks of the text's: "=" exactly it, "upper", "cap" or nothing."""
    if exact:
        return "=" + word
    letters = word
    if "." in word:
        return "=" + word
    if len(letters) == 3 and not letters.isupper() and any(c.isupper() for c in letters[1:]):
        return "=" + word
    if letters.isupper() and 2 <= len(letters) <= 3:
        return "upper"
    return "cap" if word[0].isupper() and word.lower() != "the" else ""


def _fits(words: Sequence[Token], first: int, cases: Sequence[str]) -> bool:
    for offset, case in enumerate(cases):
        word = words[first + offset].text
        if case == "":
            continue
        if case == "cap":
            if not (word[0].isupper() or word[0].isdigit()):
                return False
        elif case == "upper":
            if not word.isupper():
                return False
        elif word != case[1:] or _shouted(words, first + offset):
            return False
    return True


def _shouted(words: Sequence[Token], at: int) -> bool:
    """Whether the words around are in capitals too, as in a headline: then capitals say nothing."""
    near = [word.text for word in (*words[max(0, at - 2) : at], *words[at + 1 : at + 3]) if len(word.text) > 1]
    return len(near) > 1 and all(word.isupper() and word.isalpha() for word in near)


@lru_cache(maxsize=2_000)
def _gap(gap: str) -> bool:
    return bool(_GAP.match(gap))


def _joined(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end + (2 if left.owns else 0) : right.start]
    return gap == " " or _gap(gap) or (len(left.text) == 1 and bool(_INITIAL.match(gap)))


def joined(text: str, left: Token, right: Token) -> bool:
    """Whether nothing but a space or a hyphen stands between two words."""
    return _joined(text, left, right)


def span(words: Sequence[Token], first: int, last: int) -> Span:
    """From the first to the last token, possessive ending left out."""
    return Span(words[first].start, words[last - 1].end)
