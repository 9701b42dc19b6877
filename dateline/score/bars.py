"""The bars a layer is held against, from `bars.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Bar(msgspec.Struct, frozen=True):
    """What a layer must reach, and at what two annotations agree (None where that was not measured)."""

    must: float
    agree: float | None = None


@cache
def bars() -> dict[str, Bar]:
    """Layer name → bar."""
    rows = tomllib.loads((files("dateline.score") / "bars.toml").read_text("utf-8"))
    return msgspec.convert(rows, dict[str, Bar])
