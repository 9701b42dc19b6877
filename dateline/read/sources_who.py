"""Sources written out: the full name, the fullest form a report has for a body, a description without its relative clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.knowledge.actors import people, states
from dateline.languages.en.sources import source_words
from dateline.read.actors_names import plain
from dateline.read.sources_history import History
from dateline.read.sources_people import same
from dateline.read.sources_phrase import Phrase


def full_name(name: Sequence[str], history: History) -> str:
    """The fullest name the report has for a person named by `name`."""
    forms = [one.name for one in history.people if same(name, one.name)]
    best = max(forms, key=len, default=tuple(name))
    return " ".join(best if len(best) > len(name) else name)


def body_written(words: str, phrase: Phrase, id: str | None, history: History) -> str:
    """A body in the fullest form the report has for it; a capital as its government."""
    seat = _government(phrase)
    if seat:
        return seat
    kernel = _from_words(words, phrase, len(phrase.kernel))
    fullest = fullest_before(id, phrase.words[0].start, history) or _spelt_out(kernel, history) or kernel
    if len(fullest.split()) <= len([w for w in phrase.words if w.plain != "the"]):
        return _lowered(kernel)
    return f"the {fullest}" if phrase.determiner == "the" and not fullest.lower().startswith("the ") else fullest


def fullest_before(id: str | None, at: int, history: History) -> str | None:
    """The longest of the names that the report has used for an actor before `at`; states and the UN stay as they are."""
    one = next((one for one in history.actors if one.id == id), None)
    if one is None or one.kind == "state" or id == "united-nations":
        return None
    forms = (s.of(history.text) for s in one.mentions if s.end <= at)
    return max((f for f in forms if _is_name(f)), key=lambda f: len(f.split()), default=None)


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(plain(name.lstrip("=")) for one in people() for name in one.names)


def _is_name(form: str) -> bool:
    return (form[:1].isupper() or form[:4].lower() == "the ") and plain(form) not in _people()


def _spelt_out(kernel: str, history: History) -> str | None:
    """The name that the report gives before an abbreviation in brackets ("California Highway Patrol (CHP)")."""
    short = kernel.split()[-1] if kernel else ""
    if not (len(short) > 1 and short.isupper() and short.isalpha()):
        return None
    found = re.search(rf"([A-Z][\w'’-]+(?: (?:of|for|the|and|to|in|[A-Z][\w'’-]+)){{1,8}}) \({short}\)", history.text)
    return found.group(1) if found else _by_initials(short, history.text)


def _by_initials(short: str, text: str) -> str | None:
    """A name in the report whose capitals spell the abbreviation ("Criminal Investigation Department": CID)."""
    words = r"\s(?:(?:of|for|the|and|to|in)\s){0,2}".join(rf"{letter}[a-z][\w'’-]+" for letter in short)
    found = re.search(rf"\b{words}\b", text) if len(short) > 2 else None
    return found.group() if found else None


def _government(phrase: Phrase) -> str | None:
    text = " ".join(w.plain for w in phrase.kernel)
    return _seats().get(text)


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    named = ((plain(seat), state) for state in states().values() for seat in state.seats if state.adjectives)
    return {seat: f"the {state.adjectives[0].lstrip('=')} government" for seat, state in named if seat not in _HOUSES}


_HOUSES = frozenset(("white house", "kremlin", "whitehall", "downing street", "trump administration", "elysee"))


def described(words: str, phrase: Phrase, history: History) -> str:
    """The phrase up to its relative clause or aside, faceless words ("unidentified") left out, an owner's pronoun resolved."""
    kernel = _from_words(words, phrase, len(phrase.kernel))
    rest = _kept(phrase)
    text = f"{kernel} {rest}".strip()
    for word in source_words().phrase["faceless"]:
        text = text.replace(f"an {word} ", "a ").replace(f"{word} ", "")
    return _articled(_lowered(text))


def _kept(phrase: Phrase) -> str:
    lists, kept = source_words().phrase, []
    for word in phrase.rest:
        if word.plain in lists["cut"] and word.plain not in ("in", "on", "to", "near", "inside", "against"):
            break
        kept.append(word)
    return " ".join(w.text for w in kept)


def _from_words(words: str, phrase: Phrase, _: int) -> str:
    """From the phrase's first word to its kernel's last, as written."""
    first = phrase.words[0].start
    last = phrase.kernel[-1].end if phrase.kernel else phrase.words[-1].end
    lead = next((i for i, c in enumerate(words) if c.isalnum()), 0)
    return words[lead : lead + last - first]


def _lowered(text: str) -> str:
    """A determiner or common word at a sentence's start in lower case."""
    first, _, rest = text.partition(" ")
    low = first.lower()
    lists = source_words()
    small = low in lists.phrase["determiners"] or low in lists.role or low in lists.numbers
    return f"{low} {rest}".strip() if small else text


def _articled(text: str) -> str:
    """"a Iraqi official" → "an Iraqi official"."""
    first, _, rest = text.partition(" ")
    if first in ("a", "an") and rest:
        return f"{'an' if rest[0].lower() in 'aeio' else 'a'} {rest}"
    return text
