"""Golden files: sentences with the lines a careful person expects under them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).parents[1] / "golden"


class Case(NamedTuple):
    """A sentence, what is expected, and the "published" line it stands under."""

    sentence: str
    expected: tuple[str, ...]
    published: str


def cases(name: str) -> list[object]:
    """The cases of a golden file as pytest parameters; those marked "! " fail strictly."""
    return [_param(case) for case in _cases((FOLDER / name).read_text(encoding="utf-8").splitlines())]


def _cases(lines: list[str]) -> list[Case]:
    found: list[Case] = []
    published = "none"
    for line in lines:
        if line.startswith("published "):
            published = line.removeprefix("published ").strip()
        elif line.startswith(" ") and line.strip():
            found[-1] = found[-1]._replace(expected=(*found[-1].expected, line.strip()))
        elif line.strip() and not line.startswith("#"):
            found.append(Case(line.strip(), (), published))
    return found


def _param(case: Case) -> object:
    known = case.sentence.startswith("! ")
    plain = case._replace(sentence=case.sentence.removeprefix("! "))
    return pytest.param(plain, marks=pytest.mark.xfail(strict=True) if known else (), id=plain.sentence[:60])
