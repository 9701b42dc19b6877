"""Hours and repetitions said apart: "every night with artillery between around 9 p.m. and 3 a.m."."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dateline.model import Span
from dateline.read.times.stretch import Stretch

NEAR = 80  # characters between a repetition and its hours at most


class Resolved(NamedTuple):
    """A time expression with its meaning; `means` is the rule that read it."""

    span: Span
    stretch: Stretch
    means: str


def with_hours(times: Iterable[Resolved]) -> list[Resolved]:
    """Daily repetitions take over the hours that stand next to them; hours alone are no repetition."""
    found = list(times)
    for at, (one, other) in enumerate(pairwise(list(found))):
        hours = _daily_hours(one, other)
        if hours:
            found[at], found[at + 1] = (each._replace(stretch=Stretch(None, None, hours)) for each in (one, other))
    return [one._replace(stretch=without_hours(one.stretch)) for one in found]


def without_hours(stretch: Stretch) -> Stretch:
    """A stretch without hours that belong to no repetition."""
    bare = stretch.repeats is not None and stretch.repeats[0].isdecimal() and ":" in stretch.repeats
    return stretch._replace(repeats=None) if bare else stretch


def _daily_hours(one: Resolved, other: Resolved) -> str | None:
    """"daily 21:00-03:00" when one of the two repeats daily and the other gives the hours."""
    if other.span.start - one.span.end > NEAR or {one.means, other.means} != {"repeats", "clocks"}:
        return None
    repeats, clocks = (one, other) if one.means == "repeats" else (other, one)
    return f"daily {clocks.stretch.repeats}" if repeats.stretch.repeats == "daily" else None
