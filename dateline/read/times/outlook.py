"""Outlook: whether the words around a time speak of what is to come or of what has been."""

from __future__ import annotations

from dateline.read.grammar import Lexicon, Tokens

REACH = 8  # tokens looked at before the expression
AFTER = 2  # tokens looked at after it
STOPS = frozenset(".;:\"“”")


def looks_ahead(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the nearest telling word before tokens `first`..`last` (or right after them) looks ahead.

    "said on Monday" looks back even where "will" follows; no telling word at all looks back too.
    """
    ahead, behind, venture = (lexicon.values[name] for name in ("ahead", "behind", "venture"))
    words = [word.lower() for word in tokens.words[max(0, first - REACH) : first + 1]]
    for where in range(len(words) - 2, -1, -1):
        lower = words[where]
        if lower in ahead or (lower == "to" and words[where + 1] in venture):
            return True
        if lower in STOPS or lower in behind or (lower.endswith("ed") and len(lower) > 4):
            return False
    return any(word.lower() in ("will", "shall") for word in tokens.words[last : last + AFTER])
