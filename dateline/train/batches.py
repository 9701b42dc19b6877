"""Documents to tensors: packs of consecutive sentences, and the anchors of a batch."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from dateline.read.network import NEAR, Ints
from dateline.read.words import CLS, SEP, Word
from dateline.train.samples import Anchor, Document, Sentence

IGNORE = -100


@dataclass
class Batch:
    """Stage one's inputs [B, P] and [B, W], every sentence's place (row, first word, end), labels [B, W] by layer."""

    pieces: Tensor
    shapes: Tensor
    hints: Tensor
    starts: Tensor
    layers: dict[str, Tensor]
    sentences: list[tuple[int, int, int, Sentence]]


@dataclass
class Questions:
    """Stage two's inputs: gather indexes into the flattened words [N, L], distances, kinds, present; with the anchors."""

    index: Tensor
    distance: Tensor
    kind: Tensor
    present: Tensor
    anchors: list[Anchor]


def packs(documents: Sequence[Document], longest: int, rng: random.Random) -> list[list[Sentence]]:
    """Cuts documents into runs of sentences of at most `longest` pieces, at places that differ from epoch to epoch."""
    found: list[list[Sentence]] = []
    for document in documents:
        pack: list[Sentence] = []
        room = rng.randint(longest // 3, longest)
        for sentence in document.sentences:
            size = sum(len(w.pieces) for w in sentence.words)
            if pack and size > room:
                found.append(pack)
                pack, room = [], rng.randint(longest // 2, longest) if rng.random() < 0.8 else 0
            if sentence.words:
                pack.append(sentence)
                room -= size
        if pack:
            found.append(pack)
    rng.shuffle(found)
    return found


def batches(found: list[list[Sentence]], pieces: int) -> list[list[list[Sentence]]]:
    """Groups packs of like length so that a batch holds about `pieces` pieces, padding included."""
    order = sorted(found, key=lambda p: sum(len(w.pieces) for s in p for w in s.words))
    groups: list[list[list[Sentence]]] = []
    for pack in order:
        size = sum(len(w.pieces) for s in pack for w in s.words) + 2
        if groups and size * (len(groups[-1]) + 1) <= pieces:
            groups[-1].append(pack)
        else:
            groups.append([pack])
    return groups


def collate(group: list[list[Sentence]]) -> Batch:
    """One batch as tensors."""
    flat = [[w for s in pack for w in s.words] for pack in group]
    width = max(len(words) for words in flat)
    length = max(sum(len(w.pieces) for w in words) for words in flat) + 2
    pieces, shapes, hints = (np.zeros((len(group), length), np.int64) for _ in range(3))
    starts: Ints = np.zeros((len(group), width), np.int64)
    names = {name for pack in group for s in pack for name in s.layers}
    layers = {name: np.full((len(group), width), IGNORE, np.int64) for name in names}
    sentences = []
    for row, pack in enumerate(group):
        _fill(flat[row], pieces[row], shapes[row], hints[row], starts[row])
        first = 0
        for sentence in pack:
            end = first + len(sentence.words)
            for name, values in sentence.layers.items():
                layers[name][row, first:end] = values
            sentences.append((row, first, end, sentence))
            first = end
    taught = {n: torch.from_numpy(a) for n, a in layers.items()}
    inputs = [torch.from_numpy(a) for a in (pieces, shapes, hints, starts)]
    return Batch(inputs[0], inputs[1], inputs[2], inputs[3], taught, sentences)


def _fill(words: list[Word], pieces: Ints, shapes: Ints, hints: Ints, starts: Ints) -> None:
    pieces[0], at = CLS, 1
    for n, word in enumerate(words):
        starts[n] = at
        end = at + len(word.pieces)
        pieces[at:end], shapes[at:end], hints[at:end] = word.pieces, word.shape + 1, word.lexicon
        at = end
    pieces[at] = SEP


def questions(batch: Batch, asked: list[tuple[int, int, int, Anchor]], kinds: Sequence[str]) -> Questions:
    """Stage two's inputs for `asked`: (row, first word, end, anchor)."""
    longest = max(end - first for _, first, end, _ in asked)
    width = batch.starts.shape[1]
    index, distance = np.zeros((len(asked), longest), np.int64), np.zeros((len(asked), longest), np.int64)
    present = np.zeros((len(asked), longest), np.float32)
    for n, (row, first, end, anchor) in enumerate(asked):
        here = end - first
        index[n, :here] = row * width + np.arange(first, end)
        distance[n, :here] = distances(here, anchor.at)
        present[n, :here] = 1
    kind = torch.tensor([kinds.index(a.kind) for *_, a in asked])
    anchors = [a for *_, a in asked]
    return Questions(torch.from_numpy(index), torch.from_numpy(distance), kind, torch.from_numpy(present), anchors)


def distances(length: int, at: Sequence[int]) -> Ints:
    """Signed distance of every word to the nearest marked one, clipped to NEAR, shifted so that the marked are NEAR."""
    gaps = np.arange(length)[:, None] - np.asarray(at)[None, :]
    nearest = gaps[np.arange(length), np.abs(gaps).argmin(1)]
    far: Ints = np.sign(nearest) * np.minimum(np.abs(nearest), NEAR) + NEAR
    return far
