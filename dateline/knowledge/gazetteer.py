"""What places are known: GeoNames in `gazetteer.sqlite`, the curated tables in `places/`, the user's own table.

A look-up takes tens of microseconds and touches no network. The file is built by `gazetteer_build`; GeoNames is
CC BY 4.0 (https://www.geonames.org).
"""

from __future__ import annotations

import sqlite3
import threading
from functools import lru_cache
from pathlib import Path

import msgspec
from rapidfuzz import fuzz

from dateline.errors import DataError
from dateline.knowledge.gazetteer_entry import Entry, kilometres
from dateline.knowledge.gazetteer_keys import bare, key, skeleton
from dateline.knowledge.gazetteer_supplement import read_countries, supplement
from dateline.model.cells import PlaceKind

PATH = Path(__file__).with_name("gazetteer.sqlite")
LEVELS: tuple[tuple[PlaceKind, int, int], ...] = (("city", 0, 1), ("admin", 1, 4), ("admin", 2, 3))  # kind, level, precision
MOST = 150  # namesakes looked at, the most peopled first
ALIKE, ALIKE_LISTED = 72, 84  # least likeness (0..100) of a name found by its consonants, curated and not
SAME_PLACE = 30.0  # km within which a curated place and GeoNames' of the same name are one
_SELECT = """SELECT p.name, p.kind, p.country, a.name, p.lat, p.lon, p.population, p.geonameid
FROM {table} n JOIN place p ON p.id = n.place LEFT JOIN admin a ON a.id = p.admin WHERE n.key = ?
ORDER BY p.population DESC, p.kind DESC, p.id LIMIT ?"""


class Gazetteer:
    """Known places by name. Build it once (`gazetteer()`): loading reads the tables and opens the file read-only."""

    def __init__(self, path: Path = PATH) -> None:
        if not path.is_file():
            raise DataError(f"{path}: the gazetteer is missing (python -m dateline.knowledge.gazetteer_build)")
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._curated: dict[str, list[Entry]] = {}
        self._names: dict[Entry, tuple[str, ...]] = {}
        self._bones: dict[str, list[tuple[str, Entry]]] = {}
        self._countries: dict[str, Entry] = {}
        self._peoples: dict[str, str] = {}
        self._nations: dict[str, str] = {}
        self._load()
        self._openings: dict[str, int] = {}
        for name in (*self._nations, *self._peoples):
            words = name.split()
            first = words[0].removesuffix("s") if len(words[0]) > 3 else words[0]
            self._openings[first] = max(self._openings.get(first, 0), len(words) + 1)
        self.find = lru_cache(maxsize=8192)(self._find)
        self.alike = lru_cache(maxsize=2048)(self._alike)

    def country(self, code: str) -> Entry | None:
        """The country of an ISO 3166 code."""
        return self._countries.get(code)

    def nation(self, name: str) -> str | None:
        """The code of the country of this name or alias; "US" and "us" are told apart."""
        return None if name == "us" else self._nations.get(bare(key(name)))

    def people(self, word: str) -> str | None:
        """The code of the country whose demonym this is ("Syrian", "Turks")."""
        folded = key(word)
        return self._peoples.get(folded) or self._peoples.get(folded.removesuffix("s"))

    def opens_nation(self, word: str) -> int:
        """How many words the longest name of a country or people has that begins with this word; 0 when none does."""
        return self._openings.get(_first(word), 0)

    def curated(self, name: str) -> bool:
        """Whether the tables of places or countries hold this name."""
        return key(name) in self._curated or bare(key(name)) in self._curated

    def _find(self, name: str) -> tuple[Entry, ...]:
        """Every place of this name, curated first; spelling, accents, hyphens and Arabic articles do not matter."""
        folded = key(name)
        for sought in dict.fromkeys((folded, bare(folded))):
            curated, listed = self._curated.get(sought, ()), self._rows("name", sought)
            if curated or listed:
                return (*(self._facts(e, listed) for e in curated), *_others(tuple(curated), listed))
        return ()

    def _facts(self, entry: Entry, listed: tuple[Entry, ...]) -> Entry:
        """A curated place with what GeoNames knows of it, under this name or another of its names."""
        for more in (listed, *(self._rows("name", name) for name in self._names.get(entry, ()))):
            twins = [e for e in more if _twins(entry, e)]
            if twins:
                return _with_facts(entry, max(twins, key=lambda e: e.population))
        return entry

    def _alike(self, name: str) -> tuple[Entry, ...]:
        """Places whose consonants are those of this name, the likest spelt only: for names transliterated another way."""
        folded = key(name)
        bones = skeleton(folded)
        if len(bones.replace(" ", "")) < 2 or len(folded) < 4:
            return ()
        near = [(fuzz.ratio(bare(folded), bare(other)), entry) for other, entry in self._bones.get(bones, ())]
        near += [(fuzz.ratio(bare(folded), bare(key(e.name))), e) for e in self._rows("skeleton", bones)]
        best = max((likeness for likeness, _ in near), default=0)
        close = (e for likeness, e in near if likeness >= max(ALIKE if e.curated else ALIKE_LISTED, best - 8))
        return tuple(dict.fromkeys(close))

    def _rows(self, table: str, sought: str) -> tuple[Entry, ...]:
        with self._lock:
            rows = self._db.execute(_SELECT.format(table=table), (sought, MOST)).fetchall()
        return tuple(_entry(row, sought) for row in rows)

    def _load(self) -> None:
        for country in read_countries():
            code = country.entry.country or ""
            self._countries[code] = country.entry
            for name in (country.entry.name, *country.aliases):
                self._nations[bare(key(name))] = code
                self._keep(name, country.entry)
            for demonym in country.demonyms:
                self._peoples.setdefault(key(demonym), code)
        for entry, aliases in supplement():
            self._names[entry] = tuple(dict.fromkeys(key(name) for name in (entry.name, *aliases)))
            for name in (entry.name, *aliases):
                self._keep(name, entry)

    def _keep(self, name: str, entry: Entry) -> None:
        folded = key(name)
        for sought in dict.fromkeys((folded, bare(folded))):
            known = self._curated.setdefault(sought, [])
            if entry not in known:
                known.append(entry)
        if entry.kind != "country":
            self._bones.setdefault(skeleton(folded), []).append((folded, entry))


@lru_cache(maxsize=16384)
def _first(word: str) -> str:
    """The first word of a key, without a plural or possessive ending."""
    folded = key(word.split("’")[0].split("'")[0])
    return folded.split()[0].removesuffix("s") if folded and len(folded) > 3 else folded


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    return Gazetteer()


def _entry(row: tuple[str, int, str, str | None, int, int, int, int | None], sought: str) -> Entry:
    name, place, country, admin1, lat, lon, people, geonameid = row
    kind, level, precision = LEVELS[place]
    return Entry(
        name, kind, country, admin1, lat / 1e4, lon / 1e4, precision, people, geonameid, level=level,
        other=sought not in (folded := key(name), bare(folded)),
    )  # fmt: skip


def _others(curated: tuple[Entry, ...], listed: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(e for e in listed if not any(_twins(known, e) for known in curated))


def _twins(entry: Entry, listed: Entry) -> bool:
    if entry.country != listed.country or entry.kind in ("country", "facility", "water", "mountain", "border"):
        return False
    settled = ("city", "village")
    if (entry.kind in settled) != (listed.kind in settled):
        return False
    return entry.kind == "admin" or kilometres(entry, listed) <= SAME_PLACE


def _with_facts(entry: Entry, twin: Entry) -> Entry:
    return msgspec.structs.replace(
        entry, population=twin.population, geonameid=twin.geonameid, admin1=entry.admin1 or twin.admin1, level=twin.level
    )
