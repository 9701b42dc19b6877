"""The known places a mention may stand for, before the report's other places are weighed."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from dateline.knowledge.gazetteer import gazetteer
from dateline.knowledge.gazetteer_entry import Entry
from dateline.knowledge.gazetteer_keys import key, skeleton
from dateline.read.places_mention import Mention
from dateline.read.places_words import TOKEN, place_words, plain

SETTLED = ("city", "village")
MOST = 60
AREAS = ("region", "regions")  # the nouns of regions that as well mean an administrative area
LARGE = 100_000  # a town so large is meant by a name that is a common word as well


class Candidate(msgspec.Struct, frozen=True):
    """A known place; `itself` when the mention names it, not a part of it or something in it; `guessed` when the name
    is spelt another way."""

    entry: Entry
    head: str
    itself: bool = True
    guessed: bool = False


@lru_cache(maxsize=4096)
def candidates(mention: Mention) -> tuple[Candidate, ...]:
    """Every known place one of the mention's names may be, by the first of its names that is known."""
    for number, head in enumerate(mention.heads):
        found = _known(mention, head, number)
        if found:
            return found[:MOST]
    if mention.kind == "border":
        return ()
    for head in (h for h in reversed(mention.heads) if h[:1].isupper() or "-" in h):
        near = tuple(Candidate(e, head, _itself(mention, head, e), True) for e in gazetteer().alike(head))
        if near:
            return near[:MOST]
    return ()


def _known(mention: Mention, head: str, number: int) -> tuple[Candidate, ...]:
    if not head or (head[0].islower() and not _articled(head) and not gazetteer().curated(head)):
        return ()
    if mention.kind == "border":
        return tuple(Candidate(e, head) for e in gazetteer().find(head) if e.kind == "border")
    if _common(head, number):
        return ()
    found = tuple(Candidate(e, head, _itself(mention, head, e)) for e in gazetteer().find(head))
    found = (*found, *_eponyms(mention, head, found))
    code = gazetteer().people(head) if number == 0 and not any(c.entry.kind == "country" for c in found) else None
    country = gazetteer().country(code) if code else None
    return (Candidate(country, head), *found) if country else tuple(c for c in found if _fits(mention, c))


def _eponyms(mention: Mention, head: str, found: tuple[Candidate, ...]) -> list[Candidate]:
    """The areas named after the towns found, when the mention asks for an area: "Deir Ezzor province"."""
    asked = mention.kind == "admin" or mention.noun in AREAS
    if not asked or any(c.entry.kind == "admin" for c in found):
        return []
    towns = [c.entry for c in found if c.entry.kind in SETTLED and c.entry.admin1]
    areas = [a for t in towns for a in gazetteer().find(t.admin1 or "") if a.level == 1 and a.country == t.country]
    named = {skeleton(key(name)) for name in (head, *(t.name for t in towns))}
    alike = (area for area in dict.fromkeys(areas) if skeleton(key(area.name)) in named)
    return [Candidate(area, head) for area in alike]


def _common(head: str, number: int) -> bool:
    """Whether the head is but common words: directions alone, or nouns of places that no table knows as a name."""
    words, lows = place_words(), [plain(t) for t in TOKEN.findall(head)]
    lows = [low for low in lows if low not in words.fillers]
    if all(low in words.directions for low in lows):
        return True
    if number and all(low in words.doubtful or low in words.directions for low in lows):
        return not any(e.curated or e.population >= LARGE for e in gazetteer().find(head))
    if not all(low in words.kinds or low in words.directions for low in lows) or gazetteer().curated(head):
        return False
    return number > 0 or len(lows) < 2 or head.islower()


def _articled(head: str) -> bool:
    return "-" in head[:5] or head[:3] in ("al ", "el ", "ar ", "as ", "ad ", "az ")


def _fits(mention: Mention, candidate: Candidate) -> bool:
    """Whether a place of that kind can be meant: a whole name with a direction in it is no village by chance."""
    entry = candidate.entry
    if mention.kind == "water" and candidate.itself:
        return entry.kind in ("water", "region", "city", "admin")
    if mention.noun in place_words().physical and not candidate.itself and entry.kind in SETTLED:
        return entry.curated
    if mention.direction and candidate.head[:1].islower():
        return entry.curated
    return True


def _itself(mention: Mention, head: str, entry: Entry) -> bool:
    """Whether this name, taken out of the mention, is all the mention names."""
    if mention.direction and mention.direction not in (plain(t) for t in TOKEN.findall(head)):
        return False
    if mention.kind is None or mention.kind == entry.kind or _says(mention.noun, head):
        return True
    if mention.kind == "region":
        return entry.kind == "admin" and mention.noun in AREAS
    if mention.kind == "admin":
        return entry.kind in ("admin", "region")
    return mention.kind in SETTLED and entry.kind in SETTLED


def _says(noun: str | None, head: str) -> bool:
    return noun is not None and noun in (plain(t) for t in TOKEN.findall(head))
