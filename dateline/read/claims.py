"""Drafts of claims to claims: nested, quoted, their sources resolved across the report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.model import Actor, Claim, Cue, Medium, Source, Span
from dateline.read import labels
from dateline.read.actors_registry import outlet_of
from dateline.read.drafts import DraftClaim
from dateline.read.quotes import how_quoted
from dateline.read.sources import RUN, Resolved, SourceMention, resolve_sources, running_speaker

DOUBT = 0.1
"""A source kind told by its words stands unless the network thinks it less likely than this."""


def read_claims(
    text: str, sentences: Sequence[Span], drafts: Sequence[DraftClaim], actors: Sequence[Actor], quoted: Sequence[Span]
) -> list[Claim]:
    """Claims in text order, an outer claim before those within it."""
    mentions = [SourceMention(d.source, d.cue, d.sentence, d.content) for d in drafts]
    resolved = resolve_sources(text, sentences, mentions, actors)
    known = frozenset(a.id for a in actors)
    ids = [f"c{n + 1}" for n in range(len(drafts))]
    return [
        Claim(
            id=ids[n],
            within=_name(_enclosing(n, drafts), ids),
            source=_source(draft, who, text),
            medium=Medium(draft.medium, outlet_of(draft.medium.of(text), known)) if draft.medium else None,
            cue=Cue(draft.cue) if draft.cue else None,
            content=draft.content,
            quote=how_quoted(draft.content, quoted),
            stance=labels.STANCES[int(draft.stances.argmax())],
            certainty=labels.CERTAINTIES[int(draft.certainties.argmax())],
            confidence=round(draft.confidence, 3),
            continues=None if draft.cue or draft.source else _name(_runs_on_from(text, sentences, mentions, n), ids),
        )
        for n, (draft, who) in enumerate(zip(drafts, resolved, strict=True))
    ]


def _runs_on_from(
    text: str, sentences: Sequence[Span], mentions: Sequence[SourceMention], n: int
) -> int | None:
    """`running_speaker`, asked among the sentences from which it can come."""
    here = mentions[n].sentence
    first, last = (bisect_left(mentions, here + by, key=lambda m: m.sentence) for by in (-RUN - 1, 2))
    found = running_speaker(text, sentences, mentions[first:last], n - first)
    return None if found is None else first + found


def _name(index: int | None, ids: Sequence[str]) -> str | None:
    return None if index is None else ids[index]


def _source(draft: DraftClaim, who: Resolved, text: str) -> Source | None:
    if draft.source is None:
        return None
    told = who.kind is not None and draft.kinds[labels.SOURCE_KINDS.index(who.kind)] >= DOUBT
    return Source(
        span=draft.source,
        who=who.who or draft.source.of(text),
        kind=who.kind if told and who.kind else labels.SOURCE_KINDS[int(draft.kinds.argmax())],
        named=who.named,
        actor=who.actor,
        count=who.count,
    )


def size(content: Sequence[Span]) -> int:
    """Code points of a content."""
    return sum(s.end - s.start for s in content)


def _enclosing(n: int, drafts: Sequence[DraftClaim]) -> int | None:
    """The smallest claim whose content holds this one's cue (or the whole of its content, where it has none)."""
    mine = drafts[n]
    held = mine.cue or mine.content[0]
    first, last = (bisect_left(drafts, mine.sentence + by, key=lambda d: d.sentence) for by in (0, 1))
    around = [
        i for i in range(first, last)
        if i != n and any(s.covers(held) for s in drafts[i].content) and size(drafts[i].content) > size(mine.content)
    ]  # fmt: skip
    return min(around, key=lambda i: size(drafts[i].content), default=None)
