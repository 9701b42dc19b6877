"""Annotated reports in the codebook's format: one file a document, a header line, then a line a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.errors import DataError
from dateline.model import Span
from dateline.model.cells import Bound, Counts, PlaceKind
from dateline.model.claims import Certainty, Quote, SourceKind, Stance
from dateline.model.events import Status
from dateline.score import lines
from dateline.score.verbatim import find

ROLES = ("actor", "target", "other", "place", "from", "to", "time", "means", "figure")
Number = float | int | None
T = TypeVar("T")


class GoldClaim(msgspec.Struct, frozen=True):
    """A claim as annotated; `id` and `within` are unique in the document ("3.c1": sentence 3's c1)."""

    id: str
    sentence: int
    content: tuple[Span, ...]
    kind: SourceKind
    named: bool
    quote: Quote
    stance: Stance
    certainty: Certainty
    source: Span | None = None
    who: str | None = None
    count: int | None = None
    medium: Span | None = None
    cue: Span | None = None
    within: str | None = None


class GoldEvent(msgspec.Struct, frozen=True):
    """An event as annotated; `roles` gives each role of `ROLES` that is filled its spans, figures by their number."""

    sentence: int
    trigger: Span
    kind: str
    status: Status
    claim: str | None = None
    roles: dict[str, tuple[Span, ...]] = {}


class GoldFigure(msgspec.Struct, frozen=True):
    """A figure as annotated; `of` may be in the annotator's own words, then it has no `of_span`."""

    sentence: int
    span: Span
    bound: Bound
    counts: Counts
    of: str | None = None
    of_span: Span | None = None
    low: Number = None
    best: Number = None
    high: Number = None


class GoldPlace(msgspec.Struct, frozen=True):
    """A place as annotated; `country` is ISO-2."""

    sentence: int
    span: Span
    kind: PlaceKind
    country: str | None = None


class GoldTime(msgspec.Struct, frozen=True):
    """A time as annotated; `from_` and `to` are ISO dates."""

    sentence: int
    span: Span
    from_: str | None = None
    to: str | None = None
    repeats: str | None = None


class GoldDoc(msgspec.Struct, frozen=True):
    """One annotated report: its sentences joined by single spaces are `text`, every span points into it.

    `problems` names, a line each, what the file says and its sentence does not hold.
    """

    id: str
    text: str
    sentences: tuple[Span, ...]
    outlet: str | None = None
    date: date | None = None
    claims: tuple[GoldClaim, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    times: tuple[GoldTime, ...] = ()
    problems: tuple[str, ...] = ()


def load_gold(folder: Path) -> list[GoldDoc]:
    """Every `*.jsonl` under `folder` (or the one file given), by name; DataError when there is none or one is wrong."""
    paths = sorted(folder.rglob("*.jsonl")) if folder.is_dir() else [folder]
    if not paths or not paths[0].is_file():
        raise DataError(f"{folder}: no annotated reports (*.jsonl) here")
    return [load_document(path) for path in paths]


def load_document(path: Path) -> GoldDoc:
    """One annotated report; DataError names the file and the line that breaks the format."""
    header, sentences = lines.decode(path)
    builders, start = [], 0
    for index, (number, line) in enumerate(sentences):
        builders.append(_Sentence(line, index, start, f"{path.name}:{number}"))
        start += len(line.text) + 1
    return GoldDoc(
        id=header.doc,
        text=" ".join(line.text for _, line in sentences),
        sentences=tuple(b.span for b in builders),
        outlet=header.outlet,
        date=header.date,
        claims=_all(b.claims() for b in builders),
        events=_all(b.events() for b in builders),
        figures=_all(b.figures() for b in builders),
        places=_all(b.places() for b in builders),
        times=_all(b.times() for b in builders),
        problems=_all(b.problems for b in builders),
    )


def _all(parts: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(item for part in parts for item in part)


class _Sentence:
    """Turns one decoded line into gold nouns; collects in `problems` what is not found."""

    def __init__(self, line: lines.SentenceLine, index: int, start: int, where: str) -> None:
        self.line, self.index, self.where = line, index, where
        self.span = Span(start, start + len(line.text))
        self.problems: list[str] = []

    def claims(self) -> Iterator[GoldClaim]:
        for raw in self.line.claims:
            yield GoldClaim(
                id=f"{self.index}.{raw.id}", sentence=self.index, content=self._spans("content", raw.content),
                kind=raw.kind, named=raw.named, quote=raw.quote, stance=raw.stance, certainty=raw.certainty,
                source=self._span("source", raw.source), who=raw.who, count=raw.count,
                medium=self._span("medium", raw.medium), cue=self._span("cue", raw.cue), within=self._claim(raw.within),
            )  # fmt: skip

    def events(self) -> Iterator[GoldEvent]:
        for raw in self.line.events:
            trigger = self._span("trigger", raw.trigger)
            if trigger:
                yield GoldEvent(self.index, trigger, raw.kind, raw.status, self._claim(raw.claim), self._roles(raw))

    def figures(self) -> Iterator[GoldFigure]:
        for raw in self.line.figures:
            span = self._span("figure", raw.text)
            if span:
                yield GoldFigure(
                    sentence=self.index, span=span, bound=raw.bound, counts=raw.counts, of=raw.of,
                    of_span=self._at(raw.of or ""), low=raw.low, best=raw.best, high=raw.high,
                )  # fmt: skip

    def places(self) -> Iterator[GoldPlace]:
        for raw in self.line.places:
            span = self._span("place", raw.text)
            if span:
                yield GoldPlace(self.index, span, raw.kind, raw.country)

    def times(self) -> Iterator[GoldTime]:
        for raw in self.line.times:
            span = self._span("time", raw.text)
            if span:
                yield GoldTime(self.index, span, raw.from_, raw.to, raw.repeats)

    def _roles(self, raw: lines.EventLine) -> dict[str, tuple[Span, ...]]:
        words = {
            "actor": raw.actor, "target": raw.target, "other": raw.other, "place": raw.place, "from": raw.from_,
            "to": raw.to, "time": raw.time, "means": raw.means, "figure": self._figure_words(raw.figure),
        }  # fmt: skip
        return {role: self._spans(role, many) for role, many in words.items() if many}

    def _figure_words(self, indexes: list[int]) -> list[str]:
        known = [i for i in indexes if 0 <= i < len(self.line.figures)]
        self.problems += [f"{self.where}: figure {i} is not listed" for i in indexes if i not in known]
        return [self.line.figures[i].text for i in known]

    def _claim(self, id: str | None) -> str | None:
        if id is None:
            return None
        if id not in {raw.id for raw in self.line.claims}:
            self.problems.append(f"{self.where}: claim {id} is not listed")
            return None
        return f"{self.index}.{id}"

    def _spans(self, what: str, many: list[str]) -> tuple[Span, ...]:
        return tuple(span for words in many if (span := self._span(what, words)))

    def _span(self, what: str, words: str | None) -> Span | None:
        if not words:
            return None
        span = self._at(words)
        if span is None:
            self.problems.append(f"{self.where}: {what} {words!r} is not in the sentence")
        return span

    def _at(self, words: str) -> Span | None:
        span = find(words, self.line.text)
        return span and span.shift(self.span.start)
