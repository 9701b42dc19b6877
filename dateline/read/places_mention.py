"""What the words of a mention say by themselves: the name in it, the kind of place, the part meant, what it lies in."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from dateline.knowledge.gazetteer import gazetteer
from dateline.model.cells import PlaceKind
from dateline.read.places_words import TOKEN, place_words, plain

_DIRECTED = re.compile(r"^(?:far|mid)?-?(?:north|south|east|west|central)")
_POSSESSIVE = re.compile(r"['’]s?$")


class Mention(msgspec.Struct, frozen=True):
    """`heads` are the names to look up, the likeliest first; `kind` what a common noun in the mention says it is;
    `direction` the part meant ("northern"); `countries` those named in it by name or demonym; `within` containers;
    `inner` a name before it and a comma, which may lie in it ("Spokane, Washington").
    """

    heads: tuple[str, ...]
    kind: PlaceKind | None = None
    noun: str | None = None
    direction: str | None = None
    countries: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    inner: str | None = None


@lru_cache(maxsize=4096)
def parse(words: str) -> Mention:
    """The mention's parts.

    >>> m = parse("the Syrian village of Baghouz")
    >>> m.heads[-1], m.kind, m.countries
    ('Baghouz', 'village', ('SY',))
    """
    text = words.strip(" \t\n\"'“”‘’,;:()[]")
    tokens = [t for t in TOKEN.findall(text) if t not in "()"]
    head, within = _comma(tokens)
    kind, noun = (None, None) if _whole(head) else _noun(head)
    direction = next((plain(t) for t in head if plain(t) in place_words().directions), None)
    return Mention(
        heads=_heads(text, head), kind=kind, noun=noun, direction=direction, countries=_countries(head), within=within
    )


def _whole(tokens: list[str]) -> bool:
    """Whether the mention as it stands is a curated name ("West Bank", "Euphrates valley")."""
    return gazetteer().curated(" ".join(_trim(tokens, place_words().fillers))) and _noun(tokens)[0] != "border"


def _comma(tokens: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """"Paris, Texas" -> (["Paris"], ("Texas",))."""
    if "," not in tokens[1:-1]:
        return tokens, ()
    at = tokens.index(",", 1)
    return tokens[:at], tuple(" ".join(part) for part in _split(tokens[at + 1 :]) if part)


def _split(tokens: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _noun(tokens: list[str]) -> tuple[PlaceKind | None, str | None]:
    """The common noun that tells the kind: "X province", "village of X", "river X"; borders before all else."""
    words = place_words()
    lows = [plain(t) for t in tokens]
    for low in lows:
        if words.kinds.get(low) == "border":
            return "border", low
    if "of" in lows[1:]:
        before = [low for low in lows[: lows.index("of", 1)] if low in words.kinds]
        if before:
            return words.kinds[before[-1]], before[-1]
    for low in (lows[-1:] + lows[:1]) if len(lows) > 1 else ():
        if low in words.kinds:
            return words.kinds[low], low
    return None, None


def _countries(tokens: list[str]) -> tuple[str, ...]:
    """Countries named by demonym or, in a longer mention, by name, in order."""
    known, found = gazetteer(), []
    parts = [p for t in tokens for p in re.split(r"[-–/]", t) if p] if _noun(tokens)[0] == "border" else tokens
    for at, token in enumerate(parts):
        name = _POSSESSIVE.sub("", token)
        pair = f"{name} {_POSSESSIVE.sub('', parts[at + 1])}" if at + 1 < len(parts) else ""
        code = (known.nation(pair) or known.people(pair)) if pair[:1].isupper() else None
        if not code and name[:1].isupper():
            code = known.people(name) or known.nation(name)
        if code and code not in found:
            found.append(code)
    return tuple(found)


def _heads(text: str, tokens: list[str]) -> tuple[str, ...]:
    """Names to look up: the whole, then without fillers, direction, demonym, common nouns."""
    words = place_words()
    kept = _trim(tokens, words.fillers)
    heads = [text if len(tokens) == len(kept) else " ".join(tokens), " ".join(kept)]
    lows = [plain(t) for t in kept]
    if "of" in lows[1:]:
        after = kept[lows.index("of", 1) + 1 :]
        if lows[0] in words.kinds or lows[0] in words.directions or lows[0] == "rest" or _last_noun(kept, lows):
            heads += [" ".join(_trim(after, words.fillers))]
            kept = _trim(after, words.fillers)
    owner = next((i for i, t in enumerate(kept) if _POSSESSIVE.search(t) and t[0].isupper()), None)
    if owner is not None and owner + 1 < len(kept):
        base, rest = [*kept[:owner], _POSSESSIVE.sub("", kept[owner])], kept[owner + 1 :]
        if any(t[0].isupper() for t in rest):
            heads.append(" ".join(rest))
        heads.append(" ".join(base))
        kept = base
    bare = _trim(kept, words.fillers | words.directions)
    bare = _trim(_without_nouns(bare), words.fillers | words.directions)
    heads.append(" ".join(_trim(_without_nouns(kept), words.fillers)))
    heads.append(" ".join(bare))
    if len(bare) > 1 and gazetteer().people(bare[0]):
        heads.append(" ".join(_without_nouns(bare[1:])))
    return tuple(dict.fromkeys(_POSSESSIVE.sub("", h).strip(" -–") for h in heads if h.strip()))


def _last_noun(kept: list[str], lows: list[str]) -> bool:
    at = lows.index("of", 1)
    return lows[at - 1] in place_words().kinds and kept[at - 1][0].islower()


def _trim(tokens: list[str], words: frozenset[str]) -> list[str]:
    start = 0
    while start < len(tokens) - 1 and (plain(tokens[start]) in words or tokens[start] in ",/&–-"):
        start += 1
        if start < len(tokens) - 1 and plain(tokens[start]) == "and" and plain(tokens[start - 1]) in words:
            start += 1
    return tokens[start:]


def _without_nouns(tokens: list[str]) -> list[str]:
    """"Hasakah province" -> "Hasakah"; "al-Hol refugee camp" -> "al-Hol"; "river Euphrates" -> "Euphrates"."""
    words = place_words()
    kept = list(tokens)
    while len(kept) > 1 and (plain(kept[-1]) in words.kinds or plain(kept[-1]) in words.qualifiers):
        kept.pop()
    while len(kept) > 1 and plain(kept[0]) in words.kinds:
        kept = kept[1:]
    return kept
