"""The sheet one document is scored on: tallies by layer, and what was not as annotated."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.model import Span
from dateline.score.gold import GoldDoc
from dateline.score.tally import Agreed, Found, Mismatch, Scores

G = TypeVar("G")
R = TypeVar("R")


class Sheet:
    """Filled layer by layer, then read off once with `scores()`."""

    def __init__(self, doc: GoldDoc) -> None:
        self.doc = doc
        self._starts = [span.start for span in doc.sentences]
        self._found: dict[str, Found] = {}
        self._agreed: dict[str, Agreed] = {}
        self._mismatches: list[Mismatch] = []

    def found(
        self, layer: str, golds: Sequence[G], reads: Sequence[R], pairs: Sequence[tuple[G, R]],
        spans: Callable[[G | R], tuple[Span, ...]], note: Callable[[G | R], str] = lambda item: "",
    ) -> None:  # fmt: skip
        """A layer of things to find; what is in no pair is missed or spurious, `note` says more of it."""
        self.tally(layer, len(pairs), len(golds), len(reads))
        right_gold, right_read = {id(g) for g, _ in pairs}, {id(r) for _, r in pairs}
        for gold in golds:
            if id(gold) not in right_gold:
                self._mismatch(layer, "missed", spans(gold), gold=note(gold))
        for read in reads:
            if id(read) not in right_read:
                self._mismatch(layer, "spurious", spans(read), read=note(read))

    def agreed(
        self, layer: str, pairs: Sequence[tuple[G, R]], spans: Callable[[G], tuple[Span, ...]],
        values: Callable[[G, R], tuple[object, object]], same: Callable[[object, object], bool] = lambda a, b: a == b,
    ) -> None:  # fmt: skip
        """A layer of values over matched pairs; `values` gives the annotated and the read one."""
        right = 0
        for gold, read in pairs:
            wanted, got = values(gold, read)
            if same(wanted, got):
                right += 1
            else:
                self._mismatch(layer, "wrong", spans(gold), gold=str(wanted), read=str(got))
        self._agreed[layer] = self._agreed.get(layer, Agreed()) + Agreed(right, len(pairs))

    def tally(self, layer: str, right: int, gold: int, read: int) -> None:
        """A layer of which only the numbers are kept."""
        self._found[layer] = self._found.get(layer, Found()) + Found(right, gold, read)

    def words(self, spans: Sequence[Span]) -> str:
        """The words of some spans, " … " between."""
        return " … ".join(span.of(self.doc.text) for span in spans)

    def sentence(self, span: Span) -> int:
        """Which annotated sentence a span begins in."""
        return max(0, bisect_right(self._starts, span.start) - 1)

    def scores(self) -> Scores:
        """What was tallied."""
        return Scores(self._found, self._agreed, {}, tuple(self._mismatches))

    def _mismatch(self, layer: str, verdict: str, spans: Sequence[Span], *, gold: str = "", read: str = "") -> None:
        sentence = self.doc.sentences[self.sentence(spans[0])].of(self.doc.text) if spans and self.doc.sentences else ""
        words = self.words(spans)
        self._mismatches.append(Mismatch(layer, self.doc.id, verdict, words, sentence, gold, read))
