"""The table of event kinds as data: `kinds.toml` and `axes.toml`, read once, checked against their format."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import msgspec

from dateline.errors import DataError


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes that hold for some parties only."""

    actor: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    plover: str | None = None
    cameo: str | None = None
    acled: str | None = None


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"description": "is", "cases": "case"}):
    """One event kind and its codes; None where an ontology has no such category."""

    description: str
    plover: str | None = None
    cameo: str | None = None
    acled: str | None = None
    lethal: bool = False
    cases: tuple[Case, ...] = ()


def parse(text: str, name: str) -> Mapping[str, Row]:
    """The table in `text`; DataError names the file (`name`) and the kind that breaks the format."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{name}: {error}") from error
    return {kind: _row(kind, entry, name) for kind, entry in raw.items()}


def _row(kind: str, entry: object, name: str) -> Row:
    try:
        return msgspec.convert(entry, Row)
    except msgspec.ValidationError as error:
        raise DataError(f"{name}: [{kind}]: {error}") from error


@lru_cache(maxsize=1)
def table() -> Mapping[str, Row]:
    """The shipped table, by kind."""
    return parse(_file("kinds.toml"), "kinds.toml")


@lru_cache(maxsize=1)
def axes() -> Mapping[str, Mapping[str, Any]]:
    """What codes follow from besides the kind: auxiliary modes, disorder types, sides."""
    return tomllib.loads(_file("axes.toml"))


def _file(name: str) -> str:
    return resources.files("dateline.ontologies").joinpath(name).read_text("utf-8")
