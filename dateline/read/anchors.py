"""Stage one's verdicts: which words are triggers, cues, parts of cue-less quotations, figures, places and times."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.read import labels
from dateline.read.network import Floats, split
from dateline.read.packing import Labelled
from dateline.read.runs import Run, runs, sigmoid, softmax

TRIGGER = 0.35
CUE = 0.45
MARK = {"figure": 0.4, "place": 0.4, "time": 0.4, "bare": 0.5}


class Anchor(NamedTuple):
    """Words `first` to `last` of sentence `sentence` (indexes into all words), asked as `kind`; `scores` of stage one."""

    kind: str
    sentence: int
    first: int
    last: int
    scores: Floats


class Found(NamedTuple):
    """All anchors, and the marks (figure, place, time) as (sentence, first, last, confidence)."""

    anchors: list[Anchor]
    marks: dict[str, list[tuple[int, int, int, float]]]


def find(labelled: Labelled, cue_head: str = "cue") -> Found:
    """Anchors and marks in all sentences; `cue_head` chooses the guidelines cues are found by."""
    heads = split(labelled.heads, labels.WORD_HEADS)
    home = np.repeat(np.arange(len(labelled.bounds) - 1), np.diff(labelled.bounds))
    breaks = np.zeros(len(home), bool)
    breaks[labelled.bounds[:-1][np.diff(labelled.bounds) > 0]] = True
    kinds, cues, marks = softmax(heads["kind"]), softmax(heads[cue_head]), sigmoid(heads["marks"])
    anchors = _triggers(kinds, home, breaks) + _cues(cues, home, breaks, "cue" if cue_head == "cue" else "cue-other")
    found = {
        name: [(int(home[r.first]), r.first, r.last, float(marks[r.first : r.last, i].max()))
               for r in _flat((marks[:, i] > MARK[name]).astype(np.int64), breaks)]
        for i, name in enumerate(labels.MARKS)
    }  # fmt: skip
    anchors += _bare(found.pop("bare"), anchors)
    return Found(anchors, found)


def _flat(row: NDArray[np.int64], breaks: NDArray[np.bool_]) -> list[Run]:
    return runs(row[None], breaks[None])


def _triggers(kinds: Floats, home: NDArray[np.int64], breaks: NDArray[np.bool_]) -> list[Anchor]:
    best = kinds[:, 1:].argmax(-1) + 1
    tags = np.where(1 - kinds[:, 0] > TRIGGER, best, 0)
    return [
        Anchor("trigger", int(home[r.first]), r.first, r.last, kinds[r.first : r.last].mean(0)) for r in _flat(tags, breaks)
    ]


def _cues(cues: Floats, home: NDArray[np.int64], breaks: NDArray[np.bool_], kind: str) -> list[Anchor]:
    tags = (1 - cues[:, 0] > CUE).astype(np.int64)
    begins = breaks | ((cues[:, 1] > cues[:, 2]) & (cues[:, 1] > 0.5))
    return [Anchor(kind, int(home[r.first]), r.first, r.last, 1 - cues[r.first : r.last, 0]) for r in _flat(tags, begins)]


def _bare(found: list[tuple[int, int, int, float]], anchors: list[Anchor]) -> list[Anchor]:
    """One per sentence, over its longest stretch, where it is more than a word or two."""
    longest: dict[int, tuple[int, int, int, float]] = {}
    for piece in found:
        if piece[2] - piece[1] > 2 and piece[2] - piece[1] > _length(longest.get(piece[0])):
            longest[piece[0]] = piece
    return [Anchor("bare", s, f, e, np.asarray([c], np.float32)) for s, f, e, c in longest.values()]


def _length(piece: tuple[int, int, int, float] | None) -> int:
    return piece[2] - piece[1] if piece else 0
