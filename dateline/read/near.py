"""Which of many stretches share words with one: looked up by place, so that long texts cost no more a word than short ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from dateline.model import Span

Item = TypeVar("Item")


class Near(Generic[Item]):
    """Items by the spans they have, in any order.

    >>> Near(["said", "told"], lambda word: [Span(0, 4) if word == "said" else Span(9, 13)]).sharing(Span(3, 7))
    ['said']
    """

    def __init__(self, items: Iterable[Item], spans: Callable[[Item], Iterable[Span]]) -> None:
        self._items = list(items)
        self._found = sorted((span, n) for n, item in enumerate(self._items) for span in spans(item))
        self._longest = max((span.end - span.start for span, _ in self._found), default=0)

    def sharing(self, span: Span) -> list[Item]:
        """The items with a span that overlaps this one, in the order they were given."""
        first = bisect_left(self._found, (Span(span.start - self._longest, -1), -1))
        last = bisect_left(self._found, (Span(span.end, -1), -1))
        return [self._items[n] for n in sorted({n for one, n in self._found[first:last] if one.overlap(span)})]
