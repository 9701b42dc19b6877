"""The files a command is to read: paths, folders and standard input, in the order given."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.errors import IntakeError

READ = frozenset({".txt", ".html", ".htm", ".xhtml"})
"""Name endings taken from folders; a file named outright is taken whatever its name."""

STDIN = "-"


class Listing(NamedTuple):
    """`found`: paths to read as given or found; `skipped`: files in folders that are of no kind read here."""

    found: tuple[str, ...]
    skipped: tuple[str, ...]


def listing(paths: Iterable[str]) -> Listing:
    """Folders opened to any depth, their files in name order, hidden ones left out."""
    found: list[str] = []
    skipped: list[str] = []
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            found.append(path)
            continue
        for file in _files(Path(path)):
            (found if file.suffix.lower() in READ else skipped).append(str(file))
    return Listing(tuple(found), tuple(skipped))


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if not any(part.startswith(".") for part in file.relative_to(folder).parts) and file.is_file():
            yield file


def load(path: str, limit: int) -> bytes:
    """A file's bytes; `IntakeError`, naming it, when it cannot be had or is over `limit` bytes."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(limit + 1)
        with Path(path).open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise IntakeError(f"{path}: {why[:1].lower()}{why[1:]}") from fault
