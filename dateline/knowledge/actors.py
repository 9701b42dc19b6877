"""Who acts in current and recent conflicts: bodies, armed groups, states, office holders and outlets, with their names.

The tables (`actors.tsv`, `states.tsv`, `people.tsv`, `outlets.tsv`) say at their top what their cells mean and where the facts
are from. Users add actors in the format of `actors.tsv`: the file named by DATELINE_ACTORS, or ~/.config/dateline/actors.tsv.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from dateline.errors import DataError
from dateline.knowledge.actors_rows import Row, rows, shipped
from dateline.model import ActorKind, SourceKind

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_YEARS = re.compile(r"(?:(\d{4})-(\d{4})?)?\Z")
_COUNTRY = re.compile(r"(?:[A-Z]{2})?\Z")


class Known(NamedTuple):
    """An actor the tables know. `names` are all names it goes by, marks included; years are None where it does not matter."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    names: tuple[str, ...]
    since: int | None = None
    until: int | None = None
    note: str = ""


class State(NamedTuple):
    """A state: `adjectives` are the words for what is its own, `seats` those that stand for its government."""

    id: str
    country: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]


class Person(NamedTuple):
    """An office holder or commander: whose voice (`body`, an actor's id), in what office, as what kind of source."""

    name: str
    names: tuple[str, ...]
    body: str
    office: str
    kind: SourceKind
    pronoun: Literal["he", "she"]


class Outlet(NamedTuple):
    """An outlet; `type` wire, newspaper, broadcaster, online or magazine, `owner` state, party, private or public."""

    id: str
    name: str
    type: str
    owner: str
    country: str | None
    names: tuple[str, ...]


@lru_cache(maxsize=1)
def states() -> Mapping[str, State]:
    """The states, by id."""
    return {row.cells[0]: _state(row) for row in rows(shipped("states.tsv"), "states.tsv", 6)}


@lru_cache(maxsize=1)
def outlets() -> Mapping[str, Outlet]:
    """The outlets, by id."""
    return {row.cells[0]: _outlet(row) for row in rows(shipped("outlets.tsv"), "outlets.tsv", 6)}


@lru_cache(maxsize=1)
def people() -> tuple[Person, ...]:
    """Office holders and commanders of public record."""
    return tuple(_person(row) for row in rows(shipped("people.tsv"), "people.tsv", 7))


def actors() -> Mapping[str, Known]:
    """The actors, by id, the user's own among them; DataError when a table breaks its format."""
    return _actors(os.environ.get("DATELINE_ACTORS", ""))


@lru_cache(maxsize=4)
def _actors(named: str) -> Mapping[str, Known]:
    own = _own_file(named)
    found = {known.id: known for known in parse(shipped("actors.tsv"), "actors.tsv")}
    if own is None:
        return found
    try:
        text = own.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{own}: {error}") from error
    return found | {known.id: known for known in parse(text, str(own))}


def parse(text: str, name: str) -> list[Known]:
    """The actors of a table in the format of `actors.tsv`; DataError names the file (`name`) and the line."""
    return [_known(row) for row in rows(text, name, 7)]


def _own_file(named: str) -> Path | None:
    if named:
        return Path(named).expanduser()
    usual = Path("~/.config/dateline/actors.tsv").expanduser()
    return usual if usual.is_file() else None


def _known(row: Row) -> Known:
    id, name, kind, country, years, _, note = row.cells
    if not _ID.match(id):
        raise row.broken(f"{id!r} is no id (lower-case words joined by hyphens)")
    if not name:
        raise row.broken("the name is empty")
    if kind not in get_args(ActorKind):
        raise row.broken(f"{kind!r} is no kind of actor ({', '.join(get_args(ActorKind))})")
    if not _COUNTRY.match(country):
        raise row.broken(f"{country!r} is no ISO-2 country code")
    span = _YEARS.match(years)
    if not span:
        raise row.broken(f"{years!r} are no years (2013-2017 or 2014-)")
    since, until = (int(year) if year else None for year in span.groups())
    return Known(id, name, kind, country or None, (name, *row.names(5)), since, until, note)  # type: ignore[arg-type]


def _state(row: Row) -> State:
    id, country, name = row.cells[:3]
    return State(id, country, name.lstrip("~"), (name, *row.names(3)), row.names(4), row.names(5))


def _person(row: Row) -> Person:
    name, _, body, office, kind, _, pronoun = row.cells
    if kind not in get_args(SourceKind) or pronoun not in ("he", "she"):
        raise row.broken(f"{kind!r} or {pronoun!r} is not in the list")
    return Person(name, (name, *row.names(1)), body, office, kind, pronoun)  # type: ignore[arg-type]


def _outlet(row: Row) -> Outlet:
    id, name, type_, owner, country, _ = row.cells
    return Outlet(id, name, type_, owner, country or None, (name, *row.names(5)))
