"""All of a report's mentions weighed together: the candidates of each in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from dateline.knowledge.gazetteer import gazetteer
from dateline.knowledge.gazetteer_entry import Entry
from dateline.model import Span
from dateline.read.places_candidates import Candidate, candidates
from dateline.read.places_context import Countries
from dateline.read.places_mention import Mention
from dateline.read.places_rank import CONTAINED, CONTAINS, Evidence, Floats, settle, standings, told
from dateline.read.places_verdict import Ranked
from dateline.read.places_words import place_words

SPOKEN_OF = 0.15  # share a country needs for a place in it to be guessed at, or lent to what lies in it
SMALL = 20_000  # a smaller place in a country the report never speaks of is not meant
LARGE = 50_000  # a facility may be named after a town so large when the report speaks of no country


def weigh(
    spans: Sequence[Span], parsed: Sequence[Mention], countries: Countries, outlet: str | None, dateline: Span | None
) -> dict[Mention, Ranked]:
    """Each different mention's candidates in order; a name said twice means the same place."""
    different = list(dict.fromkeys(parsed))
    groups = [candidates(mention) for mention in different]
    alone = [standings(m, g) for m, g in zip(different, groups, strict=True)]
    counts = _evidence(groups, alone, countries, outlet)
    for span, mention in zip(spans, parsed, strict=True):
        if dateline and dateline.overlap(span):
            at = different.index(mention)
            _add(counts, _likely(groups[at], alone[at]), times=2)
    evidence = Evidence(counts)
    first = {mention: span for span, mention in zip(reversed(spans), reversed(parsed), strict=True)}
    for at, (mention, group) in enumerate(zip(different, groups, strict=True)):
        own = _likely(group, alone[at])
        known = [c for c in group if _credible(mention, c, evidence)]
        groups[at] = tuple(c for c in known if not _stray(mention, c, own, counts, countries))
    alone = [standings(m, g) for m, g in zip(different, groups, strict=True)]
    heard = []
    for m, group, base in zip(different, groups, alone, strict=True):
        beside = countries.beside(first[m])
        heard.append(base + np.array([_told(m, c, evidence, beside) for c in group]))
    settled = settle(groups, heard)
    return {m: _ordered(g, s, countries.counts) for m, g, s in zip(different, groups, settled, strict=True)}


def _credible(mention: Mention, candidate: Candidate, evidence: Evidence) -> bool:
    """Whether the place may be meant at all: guesses and bases of facilities need the report to speak of their country,
    and so does a small place when the report clearly speaks of another."""
    entry = candidate.entry
    share = evidence.share.get(entry.country or "", 0.0)
    elsewhere = max(evidence.share.values(), default=0.0) >= 0.5
    if share >= SPOKEN_OF or mention.within:
        return True
    if candidate.guessed or (mention.kind == "facility" and not candidate.itself):
        known = entry.curated or (entry.population >= LARGE and not candidate.guessed)
        return known and not elsewhere and mention.noun not in place_words().unplaced
    return entry.curated or entry.population >= SMALL or entry.level == 1 or not elsewhere or share > 0.05


def _stray(
    mention: Mention, candidate: Candidate, own: Mapping[str, float], counts: Mapping[str, float], countries: Countries
) -> bool:
    """A small place that nothing but its name speaks for, in a report whose words name another country."""
    entry, code = candidate.entry, candidate.entry.country or ""
    enough = SMALL * (10 if entry.other else 1)
    if entry.curated or entry.level == 1 or entry.population >= enough or mention.within or not countries.counts:
        return False
    return code not in countries.counts and counts.get(code, 0.0) - own.get(code, 0.0) < 0.5


def _told(mention: Mention, candidate: Candidate, evidence: Evidence, beside: Sequence[str]) -> float:
    score = told(candidate, evidence, beside, mention.countries)
    return score + CONTAINED * _contained(candidate, mention.within) + CONTAINS * _contains(candidate, mention.inner)


def _contains(candidate: Candidate, inner: str | None) -> bool:
    """Whether the name before the comma is known to lie in this area ("Spokane, Washington")."""
    entry = candidate.entry
    if inner is None or entry.kind not in ("admin", "country"):
        return False
    areas = ((e.country, e.admin1 if entry.kind == "admin" else entry.name) for e in gazetteer().find(inner)[:40])
    return (entry.country, entry.name) in areas


def _contained(candidate: Candidate, within: Sequence[str]) -> bool:
    entry = candidate.entry
    for name in within:
        for area in (*gazetteer().find(name), *gazetteer().find(name.rstrip("."))):
            if area.country == entry.country and (area.kind == "country" or _covers(area, entry)):
                return True
    return False


def _covers(area: Entry, entry: Entry) -> bool:
    if entry.kind == "country":
        return False
    return area.kind == "region" or (area.kind == "admin" and area.name == entry.admin1)


def _evidence(
    groups: Sequence[Sequence[Candidate]], alone: Sequence[Floats], countries: Countries,
    outlet: str | None,
) -> dict[str, float]:  # fmt: skip
    """How often each country is spoken of: by name, by demonym, by places that can hardly be elsewhere."""
    counts: dict[str, float] = dict(countries.counts)
    if outlet:
        _add(counts, Countries(outlet).counts)
    for group, scores in zip(groups, alone, strict=True):
        if group and group[0].entry.kind != "country" and group[0].itself and not group[0].guessed:
            _add(counts, _likely(group, scores))
    return counts


def _add(counts: dict[str, float], more: Mapping[str, float], times: float = 1) -> None:
    for code, n in more.items():
        counts[code] = counts.get(code, 0.0) + times * n


def _likely(group: Sequence[Candidate], scores: Floats) -> dict[str, float]:
    if not len(group):
        return {}
    weights = np.exp(1.5 * (scores - scores.max()))
    weights /= weights.sum()
    found: dict[str, float] = {}
    for candidate, weight in zip(group, weights, strict=True):
        if candidate.entry.country:
            found[candidate.entry.country] = found.get(candidate.entry.country, 0.0) + float(weight)
    return found


def _ordered(group: Sequence[Candidate], scores: Floats, named: Mapping[str, int]) -> Ranked:
    order = sorted(range(len(group)), key=lambda i: (-scores[i], i))
    reason = _reason(group[order[0]], named) if order else ""
    return Ranked(tuple(group[i] for i in order), tuple(float(scores[i]) for i in order), evidence=reason)


def _reason(best: Candidate, named: Mapping[str, int]) -> str:
    """What in the report's words speaks for the first choice."""
    times = named.get(best.entry.country or "", 0)
    entry = gazetteer().country(best.entry.country or "")
    if not times or not entry or best.entry.kind == "country":
        return ""
    return f"{entry.name} named {times} times in the report" if times > 1 else f"{entry.name} named in the report"
