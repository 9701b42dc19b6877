"""Both stages over a report: sentences in, drafts of claims, events and marks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.model import Span
from dateline.read import labels
from dateline.read.anchors import Anchor, find
from dateline.read.answers import Given, decode
from dateline.read.drafts import DraftClaim, DraftEvent, Drafts, Mark
from dateline.read.network import NEAR, Asked, Ints, Network
from dateline.read.packing import Labelled, label
from dateline.read.runs import span_of
from dateline.read.words import words_of

ASKED = 400
"""Words in a batch of stage two: a report's anchors by length, so that little is padding."""
TOGETHER = 256
"""Anchors decoded in one go."""


def draft(network: Network, text: str, sentences: Sequence[Span], cue_head: str = "cue") -> Drafts:
    """Drafts for a report, given as its text and the sentences to read."""
    labelled = label(network, [words_of(text, span) for span in sentences])
    found = find(labelled, cue_head)
    answers = [
        answer
        for anchors, given in _asked_of(network, found.anchors, labelled)
        for answer in decode(anchors, given, labelled, text)
    ]
    claims = sorted((a for a in answers if isinstance(a, DraftClaim)), key=_where)
    events = sorted((a for a in answers if isinstance(a, DraftEvent)), key=lambda event: event.trigger)
    marks = {name: _marks(many, labelled, text) for name, many in found.marks.items()}
    return Drafts(tuple(claims), tuple(events), marks)


def _where(claim: DraftClaim) -> tuple[int, Span]:
    """Text order: by sentence, the outer claim first."""
    return claim.sentence, min(s for s in (claim.source, claim.cue, *claim.content) if s)


def _asked_of(
    network: Network, anchors: Sequence[Anchor], labelled: Labelled
) -> Iterator[tuple[list[Anchor], Given]]:
    """Asks about all anchors in small batches of like length; gives the answers back in larger groups, fit for decoding."""
    sizes = np.diff(labelled.bounds)
    group: list[list[Anchor]] = []
    batches = _batches(sorted(anchors, key=lambda a: int(sizes[a.sentence])), sizes)
    for batch in batches:
        group.append(batch)
        if sum(len(b) for b in group) >= TOGETHER or batch is batches[-1]:
            yield [a for b in group for a in b], _given(network, group, labelled)
            group = []


def _batches(anchors: Sequence[Anchor], sizes: Ints) -> list[list[Anchor]]:
    groups: list[list[Anchor]] = []
    for anchor in anchors:
        if groups and int(sizes[anchor.sentence]) * (len(groups[-1]) + 1) <= ASKED:
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    return groups


def _given(network: Network, batches: Sequence[list[Anchor]], labelled: Labelled) -> Given:
    asked = [_asked(batch, labelled) for batch in batches]
    number, longest = sum(len(b) for b in batches), max(a.present.shape[1] for a in asked)
    roles = np.zeros((number, longest, sum(labels.ROLE_HEADS.values())), np.float32)
    own = np.zeros((number, sum(labels.ANCHOR_HEADS.values())), np.float32)
    present, at = np.zeros((number, longest), bool), 0
    for one in asked:
        end, length = at + len(one.kind), one.present.shape[1]
        roles[at:end, :length], own[at:end] = network.second(one)
        present[at:end, :length] = one.present > 0
        at = end
    return Given(roles, own, present)


def _asked(batch: list[Anchor], labelled: Labelled) -> Asked:
    length = int(max(labelled.bounds[a.sentence + 1] - labelled.bounds[a.sentence] for a in batch))
    first = np.asarray([labelled.bounds[a.sentence] for a in batch])
    size = np.asarray([labelled.bounds[a.sentence + 1] for a in batch]) - first
    at = np.arange(length)[None, :]
    start, end = (np.asarray([getattr(a, n) for a in batch])[:, None] - first[:, None] for n in ("first", "last"))
    distance = np.clip(np.where(at < start, at - start, np.where(at >= end, at - end + 1, 0)), -NEAR, NEAR) + NEAR
    present = at < size[:, None]
    index = np.where(present, first[:, None] + at, 0)
    kind = np.asarray([labels.ANCHORS.index(a.kind) for a in batch])
    return Asked(labelled.states[index] * present[:, :, None], np.where(present, distance, 0), kind, present.astype(np.float32))


def _marks(found: Sequence[tuple[int, int, int, float]], labelled: Labelled, text: str) -> tuple[Mark, ...]:
    cut = ((sentence, span_of(text, labelled.words, first, last), surety) for sentence, first, last, surety in found)
    return tuple(Mark(sentence, span, surety) for sentence, span, surety in cut if span)
