"""How place names are made comparable: one key for spelling, one for transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "at", "an", "ath", "az", "ul", "ez", "es", "ed", "et", "the", "de"))
_LEADING = ARTICLES - {"de", "et", "es", "ed"}
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a", "ʿ": "", "ʾ": "",
})  # fmt: skip
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_DIGRAPHS = (("kh", "x"), ("gh", "g"), ("sh", "c"), ("ch", "c"), ("th", "t"), ("dh", "d"), ("ph", "f"))
_CONSONANTS = str.maketrans({"q": "k", "z": "s", "j": "g", "v": "b", "p": "b", **dict.fromkeys("aeiouyw")})
_APART = re.compile(r"[^\w]+|_+")
_MARKS = re.compile(r"['’‘`ʼ´ʻʹ\"“”.]+")


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """`name` without case, accents, apostrophes, dots and hyphens: "Deir ez-Zôr" -> "deir ez zor"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = _APART.sub(" ", _MARKS.sub("", plain.translate(_LETTERS))).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def bare(folded: str) -> str:
    """A key without the article it begins with: "al qaim" -> "qaim"; a lone article stays."""
    words = folded.split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=16384)
def skeleton(folded: str) -> str:
    """The consonants of a key, articles left out, letters that stand for one another made one.

    "hawija" and "al hawijah" -> "hg"; "deir ez zor", "dayr az zawr" and "deir al zour" -> "dr sr".
    """
    words = [w for w in folded.split() if w not in ARTICLES] or folded.split()
    return " ".join(filter(None, map(_bones, words)))


def _bones(word: str) -> str:
    vowel = "a" if word[0] in "aeiou" else ""
    for two, one in _DIGRAPHS:
        word = word.replace(two, one)
    bones = word.translate(_CONSONANTS).rstrip("h")
    return vowel + re.sub(r"(.)\1+", r"\1", bones)
