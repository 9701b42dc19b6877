"""Which of several namesakes is meant: the report's countries, its other places, size and standing of the place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log10

import numpy as np
from numpy.typing import NDArray

from dateline.read.places_candidates import SETTLED, Candidate
from dateline.read.places_mention import Mention

Floats = NDArray[np.float64]
# Weights, in units of ten times the population.
COUNTRY, CURATED, ADMIN1, ADMIN2 = 8.0, 1.5, 0.5, -1.0
EPONYM = -2.5
OTHER_NAME, GUESSED, KIND_FITS, KIND_CLASHES = -1.2, -1.0, 2.0, -2.0
IN_REPORT, IN_SENTENCE, INSIDE_NAMED, IN_AREA, CONTAINED, CONTAINS, NEAR = 3.0, 1.0, 3.0, 2.0, 8.0, 3.5, 2.5
REACH = 80.0  # km: places of one report lie about this near one another
ROUNDS = 2
MOST = 400  # candidates weighed together; more than that only in very long reports, the rest stand alone


def standings(mention: Mention, group: Sequence[Candidate]) -> Floats:
    """`standing` of each; a bare name both of an area and of a town in it is taken for the town."""
    scores = [standing(mention, candidate) for candidate in group]
    homes = {(c.entry.country, c.entry.admin1) for c in group if c.entry.kind in SETTLED}
    for at, candidate in enumerate(group):
        entry = candidate.entry
        if entry.kind == "admin" and mention.kind is None and not entry.curated and (entry.country, entry.name) in homes:
            scores[at] += EPONYM
    return np.array(scores)


class Evidence:
    """What speaks for a place: how often each country is named, what is named in the sentence, containers."""

    def __init__(self, counts: Mapping[str, float]) -> None:
        total = sum(counts.values())
        self.share = {code: n / (total + 1.0) for code, n in counts.items()}


def standing(mention: Mention, candidate: Candidate) -> float:
    """How likely the place is meant, the report left aside."""
    entry = candidate.entry
    score = log10(entry.population + 300)
    score += CURATED * entry.curated + OTHER_NAME * entry.other + GUESSED * candidate.guessed
    if entry.kind == "country":
        score += COUNTRY
    elif entry.kind == "admin" and entry.population:
        score += ADMIN1 if entry.level == 1 else ADMIN2
    elif entry.curated and not entry.population:
        score += {"admin": 3.5, "region": 2.5, "water": 3.0}.get(entry.kind, 1.0)
    if mention.kind and not (mention.kind == "facility" and not candidate.itself):
        score += KIND_FITS if _agree(mention.kind, entry.kind) else KIND_CLASHES
    return score


def _agree(said: str, known: str) -> bool:
    return said == known or (said in SETTLED and known in SETTLED) or {said, known} == {"admin", "region"}


def told(candidate: Candidate, evidence: Evidence, beside: Sequence[str], named: Sequence[str]) -> float:
    """What the countries named in the report, in the sentence and in the mention itself say for the place."""
    code = candidate.entry.country
    if code is None:
        return 0.0
    score = IN_REPORT * evidence.share.get(code, 0.0)
    if code in beside:
        score += IN_SENTENCE / (1 + beside.index(code))
    return score + INSIDE_NAMED * (code in named)


def settle(groups: Sequence[Sequence[Candidate]], scores: Sequence[Floats]) -> list[Floats]:
    """The scores once each mention's candidates are drawn to the likely places of the other mentions.

    Every candidate gains by how many other names have a likely candidate near it, and in its first-level area.
    """
    sizes = [len(g) for g in groups]
    if sum(sizes) > MOST or len(groups) < 2 or max(sizes, default=0) < 2:
        return list(scores)
    flat = [c for g in groups for c in g]
    owner = np.repeat(np.arange(len(groups)), sizes)
    near = _nearness(flat)
    same = _same_area(flat)
    other = owner[:, None] != owner[None, :]
    near, same = near * other, same * other
    base = np.concatenate([np.asarray(s) for s in scores])
    current = base
    for _ in range(ROUNDS):
        weight = _chances(current, owner, len(groups))
        pull = near @ weight
        kin = same @ weight
        current = base + NEAR * pull / (pull + 0.7) + IN_AREA * kin / (kin + 0.7)
    return [current[owner == i] for i in range(len(groups))]


def _nearness(flat: Sequence[Candidate]) -> Floats:
    points = np.radians([[c.entry.lat if c.entry.lat is not None else np.nan, c.entry.lon or 0.0] for c in flat])
    lat, lon = points[:, 0], points[:, 1]
    half = np.sin((lat[:, None] - lat) / 2) ** 2 + np.cos(lat)[:, None] * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    away = 12742.0 * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    broad = np.array([c.entry.kind in ("country", "region", "water") for c in flat])
    near = np.nan_to_num(np.exp(-away / REACH))
    near[:, broad] = 0.0
    return np.asarray(near)


def _same_area(flat: Sequence[Candidate]) -> Floats:
    areas = [(c.entry.country, c.entry.admin1 or (c.entry.name if c.entry.kind == "admin" else None)) for c in flat]
    codes = {area: i for i, area in enumerate(dict.fromkeys(areas))}
    ids = np.array([codes[a] if a[0] and a[1] else -1 - i for i, a in enumerate(areas)])
    return np.asarray(ids[:, None] == ids[None, :], dtype=np.float64)


def _chances(scores: Floats, owner: NDArray[np.int64], groups: int) -> Floats:
    best = np.full(groups, -np.inf)
    np.maximum.at(best, owner, scores)
    raw = np.exp(1.5 * (scores - best[owner]))
    total = np.zeros(groups)
    np.add.at(total, owner, raw)
    return np.asarray(raw / total[owner])
