"""Sources resolved within the report: whose words they are, written out, of what kind, named or not, how many, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from dateline.model import Actor, SourceKind, Span
from dateline.read.sources_answer import Read
from dateline.read.sources_history import Entry, History
from dateline.read.sources_reading import read_phrase

__all__ = ["Resolved", "SourceMention", "resolve_sources", "running_speaker"]


STRETCH = 50_000
"""Code points from which a text is too long for one report; sources are then resolved stretch by stretch."""
LEAD = 20
"""Sentences before a stretch that are read along with it."""
RUN = 8
"""How many sentences on a quotation is followed."""


class SourceMention(NamedTuple):
    """A claim's source as found: its words (None where the sentence has none), its cue, its sentence's index, its content."""

    span: Span | None
    cue: Span | None
    sentence: int
    content: tuple[Span, ...] = ()


class Resolved(msgspec.Struct, frozen=True):
    """A source resolved across the report.

    `who` is written out ("Iraqi security officials" for "they"), None when there is no source; `kind` None when its words
    cannot tell; `count` 1 for a single person, the number where the text gives it; `actor` an id of the registry;
    `antecedent` the words it was resolved to, None when it stands for itself; `why` the reasons.
    """

    who: str | None
    kind: SourceKind | None
    named: bool
    count: int | None
    actor: str | None
    antecedent: Span | None
    why: str


_NONE = Resolved(None, None, False, None, None, None, "no source is named")


def resolve_sources(
    text: str, sentences: Sequence[Span], mentions: Sequence[SourceMention], actors: Sequence[Actor]
) -> list[Resolved]:
    """One answer for each mention, in the order given; a later mention can rest on an earlier one, in text order.

    A text far longer than a report is taken in stretches of whole sentences, and a source rests on those in its stretch or
    in the `LEAD` sentences before it.
    """
    edges = _edges(sentences)
    if len(edges) <= 2:
        return _resolve(text, sentences, mentions, actors)
    answers: dict[int, Resolved] = {}
    for edge, last in pairwise(edges):
        first = max(0, edge - LEAD)
        inside = [n for n, mention in enumerate(mentions) if first <= mention.sentence < last]
        begin, end = sentences[first].start, sentences[last].start if last < len(sentences) else len(text)
        moved = [_moved(mentions[n], -begin, -first) for n in inside]
        within = [msgspec.structs.replace(a, mentions=_between(a.mentions, begin, end)) for a in actors]
        found = _resolve(text[begin:end], [s.shift(-begin) for s in sentences[first:last]], moved, within)
        told = zip(inside, found, strict=True)
        answers.update((n, _back(one, begin)) for n, one in told if n not in answers)
    return [answers.get(n, _NONE) for n in range(len(mentions))]


def _edges(sentences: Sequence[Span]) -> list[int]:
    """The sentences that begin a stretch, and how many sentences there are."""
    edges = [0]
    for n, sentence in enumerate(sentences):
        if sentence.start - sentences[edges[-1]].start > STRETCH:
            edges.append(n)
    return [*edges, len(sentences)]


def _between(spans: Sequence[Span], begin: int, end: int) -> tuple[Span, ...]:
    first, last = bisect_left(spans, Span(begin, begin)), bisect_left(spans, Span(end, end))
    return tuple(span.shift(-begin) for span in spans[first:last])


def _moved(mention: SourceMention, by: int, sentences: int) -> SourceMention:
    span, cue = (one.shift(by) if one else None for one in (mention.span, mention.cue))
    return SourceMention(span, cue, mention.sentence + sentences, tuple(one.shift(by) for one in mention.content))


def _back(answer: Resolved, by: int) -> Resolved:
    found = answer.antecedent
    return msgspec.structs.replace(answer, antecedent=found.shift(by)) if found else answer


def _resolve(
    text: str, sentences: Sequence[Span], mentions: Sequence[SourceMention], actors: Sequence[Actor]
) -> list[Resolved]:
    history = History(text, sentences, actors)
    order = sorted(range(len(mentions)), key=lambda n: _place(mentions[n], sentences))
    answers: dict[int, Resolved] = {}
    for n in order:
        mention = mentions[n]
        if mention.span is None:
            speaker = None if mention.cue else running_speaker(text, sentences, mentions, n)
            answers[n] = _carried(answers.get(speaker) if speaker is not None else None)
            continue
        outer = _quoting(text, mentions, n)
        read = read_phrase(mention.span, history, answers[outer].who if outer in answers else None)
        answers[n] = _resolved(read)
        history.add(_entry(mention, read))
    late = [n for n in order if answers[n].who is None and mentions[n].span is None and mentions[n].cue is None]
    for n in late:
        speaker = running_speaker(text, sentences, mentions, n)
        answers[n] = _carried(answers.get(speaker) if speaker is not None else None)
    return [answers[n] for n in range(len(mentions))]


def running_speaker(
    text: str, sentences: Sequence[Span], mentions: Sequence[SourceMention], index: int
) -> int | None:
    """The mention whose speaker a bare quotation (no source, no cue) goes on with: the last one before it with no other
    sentence between, else the first one after it in its own or the next sentence; None when there is none."""
    here = mentions[index]
    sourced = [n for n, m in enumerate(mentions) if m.span is not None and m.cue is not None]
    spoken = {m.sentence for m in mentions}
    at = _place(here, sentences)
    before = [n for n in sourced if n != index and _place(mentions[n], sentences) < at]
    if before:
        last = max(mentions[n].sentence for n in before)
        if all(s in spoken for s in range(last + 1, here.sentence)) and here.sentence - last <= RUN:
            return _outermost([n for n in before if mentions[n].sentence == last], mentions)
    after = [n for n in sourced if here.sentence <= mentions[n].sentence <= here.sentence + 1]
    return min(after, key=lambda n: _place(mentions[n], sentences)) if after else None


def _quoting(text: str, mentions: Sequence[SourceMention], index: int) -> int:
    """The mention in whose directly quoted content this one's source stands, -1 when there is none."""
    mine = mentions[index].span
    around = [
        (content.end - content.start, n)
        for n, other in enumerate(mentions) if n != index and mine
        for content in other.content if content.covers(mine) and text[max(0, content.start - 1)] in "“\"‘«"
    ]  # fmt: skip
    return min(around, default=(0, -1))[1]


def _outermost(same: Sequence[int], mentions: Sequence[SourceMention]) -> int:
    """Of a sentence's claims the one that no other's content encloses, the last of several."""
    free = [
        n for n in same
        if not any(c.covers(mentions[n].span or c) for o in same if o != n for c in mentions[o].content)
    ]  # fmt: skip
    return max(free or same, key=lambda n: mentions[n].span or Span(0, 0))


def _place(mention: SourceMention, sentences: Sequence[Span]) -> int:
    spans = [span for span in (mention.span or mention.cue, *mention.content[:1]) if span]
    if spans:
        return spans[0].start
    return sentences[mention.sentence].start if 0 <= mention.sentence < len(sentences) else 0


def _carried(speaker: Resolved | None) -> Resolved:
    return msgspec.structs.replace(speaker, why="the quotation runs on") if speaker and speaker.who else _NONE


def _resolved(read: Read) -> Resolved:
    return Resolved(read.who, read.kind, read.named, read.count, read.actor, read.antecedent, read.why)


def _entry(mention: SourceMention, read: Read) -> Entry:
    assert mention.span is not None
    return Entry(
        span=mention.span, sentence=mention.sentence, who=read.who, kind=read.kind, named=read.named, count=read.count,
        actor=read.actor, plural=read.plural, person=read.person, sex=read.sex, head=read.head, bag=read.bag, source=True,
    )  # fmt: skip
