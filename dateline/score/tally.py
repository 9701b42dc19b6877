"""Counts of what was right, and the figures they give."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Found(msgspec.Struct, frozen=True):
    """`right` of `gold` annotated and `read` read items."""

    right: int = 0
    gold: int = 0
    read: int = 0

    @property
    def missed(self) -> int:
        """Annotated and not read."""
        return self.gold - self.right

    @property
    def spurious(self) -> int:
        """Read and not annotated."""
        return self.read - self.right

    @property
    def precision(self) -> float | None:
        """Right of those read; None when nothing was read."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """Right of those annotated; None when nothing is annotated."""
        return self.right / self.gold if self.gold else None

    @property
    def value(self) -> float | None:
        """F1; None when there is nothing on either side."""
        return 2 * self.right / (self.gold + self.read) if self.gold + self.read else None

    def __add__(self, other: Found) -> Found:
        return Found(self.right + other.right, self.gold + other.gold, self.read + other.read)


class Agreed(msgspec.Struct, frozen=True):
    """`right` of `total` matched items agree."""

    right: int = 0
    total: int = 0

    @property
    def value(self) -> float | None:
        """Accuracy; None when nothing was matched."""
        return self.right / self.total if self.total else None

    def __add__(self, other: Agreed) -> Agreed:
        return Agreed(self.right + other.right, self.total + other.total)


class Mismatch(msgspec.Struct, frozen=True):
    """One thing that is not as annotated; `verdict` is missed, spurious or wrong."""

    layer: str
    document: str
    verdict: str
    words: str
    sentence: str
    gold: str = ""
    read: str = ""


class Scores(msgspec.Struct, frozen=True):
    """Layer name → tally, in reading order; `documents` the same for each report; `mismatches` what to look at."""

    found: dict[str, Found] = {}
    agreed: dict[str, Agreed] = {}
    documents: dict[str, Scores] = {}
    mismatches: tuple[Mismatch, ...] = ()

    def value(self, layer: str) -> float | None:
        """The F1 or accuracy of a layer, None where it has none."""
        tally = self.found.get(layer) or self.agreed.get(layer)
        return tally.value if tally else None

    def layers(self) -> list[str]:
        """All layers' names."""
        return [*self.found, *self.agreed]


def together(parts: dict[str, Scores]) -> Scores:
    """The scores of several reports as one, each kept under its name."""
    found: dict[str, Found] = {}
    agreed: dict[str, Agreed] = {}
    for part in parts.values():
        for layer, tally in part.found.items():
            found[layer] = found.get(layer, Found()) + tally
        for layer, accord in part.agreed.items():
            agreed[layer] = agreed.get(layer, Agreed()) + accord
    return Scores(found, agreed, parts, tuple(m for part in parts.values() for m in part.mismatches))


def counted(pairs: Iterable[bool]) -> Agreed:
    """How many hold.

    >>> counted([True, False]).value
    0.5
    """
    all_ = list(pairs)
    return Agreed(sum(all_), len(all_))
