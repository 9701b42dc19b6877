"""The nouns of the gazetteer."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import msgspec

from dateline.model.cells import PlaceKind


class Entry(msgspec.Struct, frozen=True):
    """One known place. `lat`, `lon` in degrees; `precision` is UCDP where_prec; `level` 1 or 2 for administrative areas;
    `curated` when it comes from the tables of places rather than from GeoNames; `other` when found by an alternate name.
    """

    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int = 1
    population: int = 0
    geonameid: int | None = None
    source: str = "GeoNames"
    level: int = 0
    curated: bool = False
    other: bool = False


class Country(msgspec.Struct, frozen=True):
    """A country with the names and demonyms ("Syrian") it goes by."""

    entry: Entry
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


def kilometres(a: Entry, b: Entry) -> float:
    """Great-circle distance; infinite when either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return distance(a.lat, a.lon, b.lat, b.lon)


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle kilometres between two points in degrees.

    >>> round(distance(33.51, 36.29, 33.34, 44.40))
    753
    """
    phi1, phi2 = radians(lat1), radians(lat2)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 12742.0 * asin(sqrt(min(1.0, half)))
