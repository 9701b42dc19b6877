"""From the weighed candidates to the place as written down: kind, country, point, precision and the reason."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.knowledge.gazetteer import gazetteer
from dateline.knowledge.gazetteer_entry import Entry, kilometres
from dateline.knowledge.gazetteer_keys import key
from dateline.model import Note, Place, Span
from dateline.model.cells import PlaceKind
from dateline.read.places_candidates import SETTLED, Candidate
from dateline.read.places_mention import Mention
from dateline.read.places_words import place_words, plain

DOUBT = 0.12  # namesakes whose scores differ by less are not told apart
APART = 50.0  # km: nearer namesakes are as good as one


class Ranked(msgspec.Struct, frozen=True):
    """A mention's candidates, best first, with their scores; `country` what its sentence or report suggests, and why."""

    candidates: tuple[Candidate, ...]
    scores: tuple[float, ...]
    country: str | None = None
    because: str = ""
    evidence: str = ""


def verdict(id: str, span: Span, words: str, mention: Mention, ranked: Ranked) -> tuple[Place, Note | None]:
    """The place, and a note when it is unknown or not told from its namesakes."""
    if mention.kind == "border":
        return _border(id, span, words, mention, ranked), None
    if not ranked.candidates:
        return _unknown(id, span, words, mention, ranked)
    best = ranked.candidates[0]
    rival = _rival(ranked)
    if rival:
        return _doubtful(id, span, words, mention, ranked, rival)
    if best.itself:
        return _itself(id, span, mention, ranked, best), None
    return _part(id, span, words, mention, ranked, best), None


def _itself(id: str, span: Span, mention: Mention, ranked: Ranked, best: Candidate) -> Place:
    entry = best.entry
    return Place(
        id=id, span=span, name=entry.name, kind=_kind(mention, entry), why=_why(ranked, best), precision=entry.precision,
        country=entry.country, geonameid=entry.geonameid, lat=entry.lat, lon=entry.lon, admin1=_area(entry),
    )  # fmt: skip


def _part(id: str, span: Span, words: str, mention: Mention, ranked: Ranked, best: Candidate) -> Place:
    """"southern Idlib", "Mosul airport": the whole's point stands for the part, so one step less precise."""
    entry, kind = best.entry, _part_kind(mention, best.entry)
    precision = {"country": 6, "admin": 4, "city": 1 if kind == "city" else 2, "village": 2}.get(entry.kind, 5)
    pointed = entry.kind != "country"
    return Place(
        id=id, span=span, name=words, kind=kind, precision=precision, country=entry.country,
        lat=entry.lat if pointed else None, lon=entry.lon if pointed else None, admin1=_area(entry),
        why=f"part of or in {entry.name}: " + (_why(ranked, best) if pointed else f"{entry.name} is all that is sure"),
    )  # fmt: skip


def _unknown(id: str, span: Span, words: str, mention: Mention, ranked: Ranked) -> tuple[Place, Note]:
    why = "not in the gazetteer" + (f"; {ranked.because}" if ranked.country else "; nothing tells the country")
    kind = ("region" if mention.direction and mention.kind != "facility" else None) or mention.kind or _guess(words)
    place = Place(
        id=id, span=span, name=words, kind=kind, why=why, precision=6 if ranked.country else 7, country=ranked.country
    )
    if mention.direction and ranked.country:
        return place, None  # type: ignore[return-value]
    return place, Note(code="place-unknown", message=f"{words!r} is {why}", span=span)


def _guess(words: str) -> PlaceKind:
    for word in reversed(words.split()):
        if plain(word) in place_words().kinds:
            return place_words().kinds[plain(word)]
    return "facility" if words.isupper() or any(c.isdigit() for c in words) else "village"


def _doubtful(
    id: str, span: Span, words: str, mention: Mention, ranked: Ranked, rival: Candidate
) -> tuple[Place, Note]:
    best = ranked.candidates[0].entry
    country = best.country if best.country == rival.entry.country else None
    whole = gazetteer().country(country) if country else None
    sure = f"only the country, {whole.name}, is sure" if whole else "not even the country is sure"
    why = f"{_where(best)} or {_where(rival.entry)} ({_namesakes(ranked)}): {sure}"
    place = Place(
        id=id, span=span, name=words, kind=_kind(mention, best), why=why, precision=6 if country else 7, country=country,
        lat=whole.lat if whole else None, lon=whole.lon if whole else None,
    )  # fmt: skip
    return place, Note(code="place-ambiguous", message=f"{words!r}: {why}", span=span)


def _rival(ranked: Ranked) -> Candidate | None:
    best, top = ranked.candidates[0], ranked.scores[0]
    for candidate, score in zip(ranked.candidates[1:], ranked.scores[1:], strict=True):
        if top - score >= DOUBT:
            return None
        far = kilometres(best.entry, candidate.entry) > APART
        if far and candidate.entry.kind in SETTLED and best.entry.kind in SETTLED and not best.entry.curated:
            return candidate
    return None


def _border(id: str, span: Span, words: str, mention: Mention, ranked: Ranked) -> Place:
    """The country named first owns the border; with two joined by a hyphen, a slash or "and" it is nobody's."""
    codes = mention.countries[:2]
    joined = len(codes) == 2 and _joined(words)
    ends = codes if len(codes) == 2 or not ranked.country else (*codes, ranked.country)
    known = next((c.entry for c in ranked.candidates), None) or (_between(ends) if len(set(ends)) == 2 else None)
    country = None if joined or not codes else codes[0]
    country = country or (known.country if known else None)
    if known:
        why = f"{known.name}, by a point on it" + (f"; {ranked.because}" if len(ends) > len(codes) else "")
    elif country:
        entry = gazetteer().country(country)
        why = f"a border of {entry.name if entry else country}; which stretch is not said"
    else:
        why = "a border whose country the words do not tell"
    lat, lon = (known.lat, known.lon) if known else (None, None)
    name = known.name if known else words
    return Place(id=id, span=span, name=name, kind="border", why=why, precision=5, country=country, lat=lat, lon=lon)


def _joined(words: str) -> bool:
    low = f" {words.lower()} "
    if " and " in low:
        return True
    return any(sign in low for sign in "-–/&") and not any(w in low for w in (" with ", " side ", "’s ", "'s "))


def _between(codes: Sequence[str]) -> Entry | None:
    known = gazetteer()
    names = sorted(entry.name for code in codes if (entry := known.country(code)))
    found = known.find(f"{'-'.join(names)} border")
    return found[0] if found else None


def _kind(mention: Mention, entry: Entry) -> PlaceKind:
    if mention.kind in ("city", "village", "facility") and entry.kind != "country":
        return mention.kind
    return "admin" if mention.kind == "admin" and entry.kind in SETTLED else entry.kind


def _part_kind(mention: Mention, entry: Entry) -> PlaceKind:
    if mention.kind in ("facility", "water", "mountain", "village", "admin", "city") and mention.kind != entry.kind:
        return mention.kind
    if mention.direction in place_words().within_city and entry.kind in SETTLED:
        return "city"
    return "region"


def _area(entry: Entry) -> str | None:
    return entry.admin1 or (entry.name if entry.kind == "admin" and entry.level == 1 else None)


def _where(entry: Entry) -> str:
    country = gazetteer().country(entry.country) if entry.country else None
    parts = [entry.name, entry.admin1, country.name if country else None]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def _namesakes(ranked: Ranked) -> str:
    names = len({(c.entry.country, c.entry.admin1, c.entry.kind) for c in ranked.candidates})
    return f"one of {names} places so named" if names > 1 else "the only place so named"


def _why(ranked: Ranked, best: Candidate) -> str:
    entry = best.entry
    source = f"known place ({entry.source})" if entry.curated else "GeoNames"
    spelt = f"; spelt {best.head} here" if best.guessed or key(best.head) != key(entry.name) else ""
    evidence = f"; {ranked.evidence}" if ranked.evidence and len(ranked.candidates) > 1 else ""
    return f"{_where(entry)}, {source}{spelt}; {_namesakes(ranked)}{evidence}"
