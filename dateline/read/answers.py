"""Stage two's verdicts: which words play which part for an anchor, and what the anchor is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.languages.en.edges import edges
from dateline.model import Span
from dateline.read import labels
from dateline.read.anchors import Anchor
from dateline.read.drafts import DraftClaim, DraftEvent
from dateline.read.network import Floats, Ints, split
from dateline.read.packing import Labelled
from dateline.read.runs import close_gaps, runs, sigmoid, smooth, softmax, span_of
from dateline.read.words import Word

CLAIM, EVENT = 0.5, 0.5
COUNTED = 0.5
CONTENT_GAP = 3
PRICES = {"attribution": (0.5, 0.5, 0.0), "parties": (0.5, 1.0, 0.8), "setting": (0.5, 1.0, 0.8)}
"""What beginning or ending a stretch costs, what changing the label costs, and what is added to every label but none."""
WHOLE = ("content", "time", "counted")
"""Roles whose stretches are taken as they are."""
_GROUPS = {"attribution": labels.ATTRIBUTION, "parties": labels.PARTIES, "setting": labels.SETTING,
           "counted": ("", "counted")}  # fmt: skip
Cut = dict[str, list[dict[str, list[Span]]]]
"""Group of roles → for each anchor its spans by role."""


class Given(NamedTuple):
    """What the network gave for N anchors: role heads [N, L, 15], anchor heads [N, 67], which words there are [N, L]."""

    roles: Floats
    own: Floats
    present: NDArray[np.bool_]


def decode(
    anchors: Sequence[Anchor], given: Given, labelled: Labelled, text: str
) -> list[DraftClaim | DraftEvent | None]:
    """A draft for each anchor, None for one that turns out to be nothing."""
    cut = _cut(anchors, _tags(anchors, given), labelled, text)
    verdicts = split(given.own, labels.ANCHOR_HEADS)
    return [
        _event(anchor, n, verdicts, cut, labelled) if anchor.kind == "trigger" else _claim(anchor, n, verdicts, cut, labelled)
        for n, anchor in enumerate(anchors)
    ]


def _tags(anchors: Sequence[Anchor], given: Given) -> dict[str, Ints]:
    """Labels a word and group; only the groups that belong to an anchor's kind are looked at."""
    parts = split(given.roles, labels.ROLE_HEADS)
    triggers = np.asarray([anchor.kind == "trigger" for anchor in anchors])
    rows = {"attribution": ~triggers, "parties": triggers, "setting": triggers}
    tags = {name: np.zeros(given.present.shape, np.int64) for name in _GROUPS}
    for name, (edge, change, bonus) in PRICES.items():
        chosen = rows[name]
        if chosen.any():
            raised = parts[name][chosen]
            raised[..., 1:] += bonus
            tags[name][chosen] = smooth(raised, given.present[chosen], edge, change)
    tags["attribution"] = close_gaps(tags["attribution"], CONTENT_GAP, (labels.ATTRIBUTION.index("content"),))
    counted = sigmoid(parts["counted"][..., 0]) > COUNTED
    tags["counted"] = (counted & given.present & triggers[:, None]).astype(np.int64)
    return tags


def _cut(anchors: Sequence[Anchor], tags: dict[str, Ints], labelled: Labelled, text: str) -> Cut:
    cut: Cut = {}
    for name, names in _GROUPS.items():
        cut[name] = [{} for _ in anchors]
        for run in runs(tags[name]):
            base = int(labelled.bounds[anchors[run.row].sentence])
            role, first, last = names[run.label], base + run.first, base + run.last
            if role not in WHOLE:
                first, last = _trimmed(text, labelled.words, first, last)
            span = span_of(text, labelled.words, first, last)
            if span:
                cut[name][run.row].setdefault(role, []).append(span)
    return cut


def _trimmed(text: str, words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Without prepositions and the like at the edges: "by residents" is "residents", a bare "the" is nothing."""
    leading, trailing = edges()
    while first < last and words[first].span.of(text).lower() in leading and words[first].shape != 2:
        first += 1
    while first < last and words[last - 1].span.of(text).lower() in trailing and words[last - 1].shape not in (2, 6):
        last -= 1
    return first, last


def _event(
    anchor: Anchor, n: int, verdicts: dict[str, Floats], cut: Cut, labelled: Labelled
) -> DraftEvent | None:
    kinds = 0.5 * softmax(verdicts["kind"][n]) + 0.5 * anchor.scores
    if 1 - kinds[0] < EVENT:
        return None
    roles = {name: tuple(spans) for group in ("parties", "setting") for name, spans in cut[group][n].items()}
    return DraftEvent(
        sentence=anchor.sentence,
        trigger=_span(anchor, labelled),
        kind=labels.KINDS[int(kinds[1:].argmax())],
        status=labels.STATUSES[int(verdicts["status"][n].argmax())],
        roles=roles,
        counted=tuple(cut["counted"][n].get("counted", ())),
        confidence=float(1 - kinds[0]),
    )


def _claim(
    anchor: Anchor, n: int, verdicts: dict[str, Floats], cut: Cut, labelled: Labelled
) -> DraftClaim | None:
    surety = 1.0 if anchor.kind != "cue" else float(sigmoid(verdicts["claim"][n])[0])
    surety = 0.5 * surety + 0.5 * float(anchor.scores.max())
    parts = cut["attribution"][n]
    content = _largest(parts.get("content", ()), 2)
    if anchor.kind == "bare":
        content = content or (_span(anchor, labelled),)
    if surety < CLAIM or not content:
        return None
    return DraftClaim(
        sentence=anchor.sentence,
        cue=None if anchor.kind == "bare" else _span(anchor, labelled),
        content=content,
        source=next(iter(_largest(parts.get("source", ()), 1)), None),
        medium=next(iter(_largest(parts.get("medium", ()), 1)), None),
        kinds=softmax(verdicts["source_kind"][n]),
        named=float(sigmoid(verdicts["named"][n])[0]),
        stances=softmax(verdicts["stance"][n]),
        certainties=softmax(verdicts["certainty"][n]),
        confidence=surety,
    )


def _largest(spans: Sequence[Span], most: int) -> tuple[Span, ...]:
    """The `most` longest, in text order; crumbs beside a long one are left."""
    kept = sorted(spans, key=lambda s: s.start - s.end)[:most]
    return tuple(sorted(s for s in kept if (s.end - s.start) * 8 >= kept[0].end - kept[0].start))


def _span(anchor: Anchor, labelled: Labelled) -> Span:
    return Span(labelled.words[anchor.first].span.start, labelled.words[anchor.last - 1].span.end)


