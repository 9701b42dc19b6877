"""What a figure counts: the noun phrase after it, and the words near it that say what became of the people."""

from __future__ import annotations

from typing import NamedTuple, cast

from dateline.model.cells import Counts
from dateline.read.figures.grammar import Nouns
from dateline.read.grammar import Tokens, number_value

MOST = 9  # tokens of a noun phrase
NEAR_BEFORE, NEAR_AFTER = 5, 7  # tokens looked at for an outcome
PERSONS = frozenset(["people", "fighters", "civilians"])
HELD = frozenset(["detained", "displaced"])
SIGNS = frozenset(".,;:()[]\"“”?!–—…")
BINDERS = frozenset(["'s", "’s", "'", "’", "-", "of"])


class Phrase(NamedTuple):
    """Tokens `first` up to, not including, `last`; empty when the same."""

    first: int
    last: int

    def words(self, tokens: Tokens) -> list[str]:
        """Its words in lower case."""
        return [word.lower() for word in tokens.words[self.first : self.last]]


def phrase_after(tokens: Tokens, at: int, nouns: Nouns) -> Phrase:
    """The noun phrase that begins at token `at` ("of" and a hyphen skipped); empty where none does."""
    words = [word if word in nouns.names else word.lower() for word in tokens.words[at : at + MOST + 2]]
    first = next((i for i, word in enumerate(words) if word not in nouns.skip), len(words))
    last = first
    while last < len(words) and last - first < MOST and _goes_on(words, first, last, nouns):
        last += 1
    while last > first and (words[last - 1] in nouns.openers or words[last - 1] in BINDERS or words[last - 1] == "and"):
        last -= 1
    if last > first and words[first] in nouns.pronouns:
        last = first
    return Phrase(at + first, at + last)


def _goes_on(words: list[str], first: int, at: int, nouns: Nouns) -> bool:
    """Whether the noun phrase begun at `first` still holds the word `at`."""
    word = words[at]
    if at == first:
        joined = words[at + 1 : at + 2] == ["-"]
        return word not in SIGNS and (word not in nouns.stops or word in nouns.starts or joined)
    if word in SIGNS or word in nouns.stops:
        return False
    before = words[at - 1]
    if word in ("and", "&"):
        return at + 1 < len(words) and words[at + 1] in nouns.counts and (before in nouns.counts or before[-1] == "s")
    if word in nouns.openers:
        return before in ("of", "and")
    return word in BINDERS or not _ended(before, word, nouns)


def _ended(before: str, word: str, nouns: Nouns) -> bool:
    """Whether the phrase is complete before `word`: a plural noun, then no other noun."""
    plural = before in nouns.plural or before[-1:] == "s"
    if (plural and word.endswith(("ed", "ing"))) or (before in nouns.counts and word.endswith("ed")):
        return True
    return (before in nouns.plural or (before in nouns.counts and plural)) and word not in nouns.counts


def is_participle(phrase: Phrase, tokens: Tokens, nouns: Nouns) -> bool:
    """Whether only an outcome follows the number ("32 wounded"): what is counted then stands elsewhere."""
    words = phrase.words(tokens)
    return len(words) == 1 and words[0] in nouns.outcome


def counts_of(tokens: Tokens, figure: Phrase, phrase: Phrase, noun: Phrase, nouns: Nouns) -> Counts:
    """What is counted: the noun's class, unless people are killed, injured, detained or displaced nearby.

    `phrase` follows the number; `noun` names what is counted: the same phrase or one before in the sentence.
    """
    kind = noun_kind(tokens.words[noun.first : noun.last], nouns)
    if kind is not None and kind not in PERSONS and kind not in HELD:
        return cast(Counts, kind)
    outcome = outcome_of(tokens, figure, phrase, nouns)
    if kind in HELD:
        return cast(Counts, outcome if outcome in ("killed", "injured") else kind)
    return cast(Counts, outcome or kind or "other")


def noun_kind(phrase: list[str], nouns: Nouns) -> str | None:
    """The class of the head noun, the last known one before "of"; a capitalised plural ("Syrians") is people."""
    words = [word.lower() for word in phrase]
    head = words[: words.index("of")] if "of" in words else words
    known = [nouns.counts[word] for word in head if word in nouns.counts]
    if known:
        kind = next((kind for kind in reversed(known) if kind != "other"), "other")
        return "fighters" if kind == "people" and nouns.groups.intersection((*phrase, *words)) else kind
    if head and phrase[len(head) - 1].istitle() and head[-1].endswith("s"):
        return "people"
    return None


def outcome_of(tokens: Tokens, figure: Phrase, phrase: Phrase, nouns: Nouns) -> str | None:
    """What the words near say became of the people counted; None when they say nothing of the kind."""
    words = phrase.words(tokens)
    inside = next((nouns.outcome[word] for word in words if word in nouns.outcome), None)
    return inside or _after(tokens, phrase, nouns) or _before(tokens, figure, nouns)


def _after(tokens: Tokens, phrase: Phrase, nouns: Nouns) -> str | None:
    """ "… were killed", "… dead", "… fled": not "… killed twelve others", where the counted are the killers."""
    words = [word.lower() for word in tokens.words[phrase.last : phrase.last + NEAR_AFTER]]
    before = tokens.words[phrase.last - 1].lower() if phrase.last else ""
    for at, word in enumerate(words):
        if word in ".;:\"“”–—" or (word == "," and at) or (word == "and" and not _number(words[at + 1 : at + 2])):
            return None
        if word in nouns.outcome and _befalls(words, at, before, nouns):
            return nouns.outcome[word]
        before = word
    return None


def _number(words: list[str]) -> bool:
    return number_value(words) is not None


def _befalls(words: list[str], at: int, before: str, nouns: Nouns) -> bool:
    word, following = words[at], words[at + 1] if at + 1 < len(words) else "."
    if word in nouns.active:
        return True
    if word not in nouns.participle:
        return False
    return before in nouns.passive or following in SIGNS or following in nouns.stops or following == "and"


def _before(tokens: Tokens, figure: Phrase, nouns: Nouns) -> str | None:
    """ "killing 15", "wounded at least 20", "displaced more than 5,000", "the bodies of three"."""
    words = [word.lower() for word in tokens.words[max(0, figure.first - NEAR_BEFORE) : figure.first]]
    for word in reversed(words):
        if word in SIGNS or word in nouns.barriers:
            return None
        if word in nouns.outcome:
            return nouns.outcome[word]
    return None
