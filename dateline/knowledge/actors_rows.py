"""Rows of the actor tables: tab-separated cells, "#" for remarks; what breaks the format names its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from dateline.errors import DataError


class Row(NamedTuple):
    """One line's cells, and where it stands ("actors.tsv:12")."""

    where: str
    cells: tuple[str, ...]

    def names(self, cell: int) -> tuple[str, ...]:
        """The cell's entries, separated by "|"."""
        return tuple(name.strip() for name in self.cells[cell].split("|") if name.strip())

    def broken(self, why: str) -> DataError:
        """The error that says so."""
        return DataError(f"{self.where}: {why}")


def shipped(name: str) -> str:
    """The text of a table in this package."""
    return resources.files("dateline.knowledge").joinpath(name).read_text("utf-8")


def rows(text: str, name: str, width: int) -> Iterator[Row]:
    """The rows of a table of `width` cells; missing last cells are empty, DataError for too many or an empty first one."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        row = Row(f"{name}:{number}", cells + ("",) * (width - len(cells)))
        if len(row.cells) > width:
            raise row.broken(f"{len(cells)} cells where {width} are expected")
        if not row.cells[0]:
            raise row.broken("the first cell is empty")
        yield row
