"""Reads the curated tables of places (`places/*.tsv`, `places/README.md` documents them) and the user's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from dateline.errors import DataError
from dateline.knowledge.gazetteer_entry import Country, Entry
from dateline.model.cells import PlaceKind

FOLDER = Path(__file__).with_name("places")
COLUMNS = ("name", "aliases", "kind", "country", "admin1", "lat", "lon", "precision", "source")
GENERAL = "general reference; rounded"
Row = tuple[Entry, tuple[str, ...]]


def supplement() -> Iterator[Row]:
    """Every place of the shipped tables, then of the user's, with its aliases; DataError names a bad file and line."""
    for path in sorted(FOLDER.glob("*.tsv")):
        if path.stem != "countries":
            yield from read_places(path, curated=True)
    own = users_file()
    if own:
        yield from read_places(own, curated=True)


def users_file() -> Path | None:
    """`$DATELINE_PLACES`, else `~/.config/dateline/places.tsv` if there is one; DataError when the named one is missing."""
    named = os.environ.get("DATELINE_PLACES")
    if named:
        if not Path(named).is_file():
            raise DataError(f"{named}: DATELINE_PLACES names no file")
        return Path(named)
    usual = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "dateline" / "places.tsv"
    return usual if usual.is_file() else None


def read_places(path: Path, *, curated: bool) -> Iterator[Row]:
    """The places of one table; a line is `COLUMNS` parted by tabs, `#` begins a comment, the header line may be left out."""
    for number, cells in _lines(path):
        if cells == list(COLUMNS):
            continue
        where = f"{path}:{number}"
        if len(cells) != len(COLUMNS):
            raise DataError(f"{where}: {len(cells)} columns where {len(COLUMNS)} are needed ({', '.join(COLUMNS)})")
        yield _entry(cells, where, curated), _names(cells[1])


def read_countries(path: Path = FOLDER / "countries.tsv") -> Iterator[Country]:
    """The countries and territories: code, name, latitude, longitude, aliases, demonyms."""
    for number, cells in _lines(path):
        if len(cells) != 6:
            raise DataError(f"{path}:{number}: {len(cells)} columns where 6 are needed")
        lat, lon = _degrees(cells[2], 90, f"{path}:{number}"), _degrees(cells[3], 180, f"{path}:{number}")
        entry = Entry(
            name=cells[1], kind="country", country=cells[0], lat=lat, lon=lon, precision=6, source=GENERAL, curated=True
        )
        yield Country(entry=entry, aliases=_names(cells[4]), demonyms=_names(cells[5]))


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {error}") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("\t")]


def _entry(cells: list[str], where: str, curated: bool) -> Entry:
    name, _, kind, country, admin1, lat, lon, precision, source = cells
    if not name:
        raise DataError(f"{where}: a place needs a name")
    if kind not in get_args(PlaceKind):
        raise DataError(f"{where}: {kind!r} is no kind of place ({', '.join(get_args(PlaceKind))})")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise DataError(f"{where}: {country!r} is no ISO 3166 code of two capitals")
    if precision not in set("1234567"):
        raise DataError(f"{where}: precision {precision!r} is not 1 to 7")
    if bool(lat) != bool(lon):
        raise DataError(f"{where}: latitude and longitude go together")
    return Entry(
        name=name, kind=cast(PlaceKind, kind), country=country or None, admin1=admin1 or None, lat=_degrees(lat, 90, where),
        lon=_degrees(lon, 180, where), precision=int(precision), source=source, curated=curated,
    )  # fmt: skip


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip())


def _degrees(cell: str, limit: int, where: str) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        raise DataError(f"{where}: {cell!r} is no number of degrees") from None
    if not -limit <= value <= limit:
        raise DataError(f"{where}: {cell} is beyond {limit} degrees")
    return value
