"""What was not as annotated, as plain text a person can go through, layer by layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import shorten

from dateline.score.tally import Mismatch


def report(mismatches: Iterable[Mismatch], width: int = 400) -> Iterator[str]:
    """Lines: a heading a layer with its commonest confusions, then each mismatch with its sentence."""
    for layer, of_layer in groupby(sorted(mismatches, key=lambda m: m.layer), key=lambda m: m.layer):
        many = list(of_layer)
        yield f"== {layer}: {len(many)}"
        yield from confusions(many)
        for mismatch in many:
            yield ""
            yield describe(mismatch)
            yield f"    {shorten(mismatch.sentence, width, placeholder=' …')}"
        yield ""


def describe(mismatch: Mismatch) -> str:
    """One line: verdict, words, what was wanted and what was read.

    >>> describe(Mismatch("places", "d1", "missed", "Baghuz", "In Baghuz.", gold="village"))
    '[missed] "Baghuz" (village) · d1'
    """
    said = {"missed": mismatch.gold, "spurious": mismatch.read, "wrong": f"{mismatch.gold} read as {mismatch.read}"}
    note = f" ({said[mismatch.verdict]})" if said[mismatch.verdict] else ""
    return f'[{mismatch.verdict}] "{mismatch.words}"{note} · {mismatch.document}'


def confusions(mismatches: Iterable[Mismatch], top: int = 12) -> Iterator[str]:
    """The commonest pairs of annotated and read values, where there are some that recur."""
    pairs = Counter((m.verdict, m.gold, m.read) for m in mismatches)
    for (verdict, gold, read), n in pairs.most_common(top):
        if n > 1:
            yield f"   {n:4d} × {verdict}: {' read as '.join(part for part in (gold, read) if part) or 'no note'}"
