"""What the network is taught: one loss a head, summed."""

from __future__ import annotations

import random

import numpy as np
import torch
from torch import Tensor, nn

from dateline.read import labels
from dateline.train.batches import IGNORE, Batch, Questions, questions
from dateline.train.network import Reader
from dateline.train.samples import Anchor

cross = nn.functional.cross_entropy
WEIGHTS = {"kind": 1.0, "cue": 1.0, "cue_other": 0.5, "names": 0.5, "upos": 0.2, "heads": 0.3, "factual": 0.3, "marks": 1.0,
           "second": 1.5}  # fmt: skip


def total(model: Reader, batch: Batch, rng: random.Random) -> Tensor:
    """The summed loss of a batch, over the layers it has."""
    shared, words = model.encoder(batch.pieces, batch.shapes, batch.hints, batch.starts)
    dropped = model.drop(words)
    outputs = {name: head(dropped) for name, head in model.word_heads.items()}
    losses = first_stage(model, dropped, outputs, batch, shared)
    asked = [(r, f, e, a) for r, f, e, s in batch.sentences for a in s.anchors]
    if "kind" in batch.layers:
        asked += _impostors(outputs["kind"], batch, rng, "kind", Anchor("trigger", [], {}, {"kind": 0}))
        asked += _impostors(outputs["cue"], batch, rng, "cue", Anchor("cue", [], {}, {"claim": 0}))
    if asked:
        losses.append(WEIGHTS["second"] * second_stage(model, shared, questions(batch, asked, labels.ANCHORS)))
    return torch.stack(losses).sum()


def first_stage(
    model: Reader, words: Tensor, outputs: dict[str, Tensor], batch: Batch, shared: Tensor
) -> list[Tensor]:
    """Losses of the word-level heads; dependency arcs are read off the shared layers, where stage two wants them."""
    layers, losses = batch.layers, []
    for name in ("kind", "cue", "cue_other"):
        if name in layers:
            losses.append(WEIGHTS[name] * _words(outputs[name], layers[name]))
    for name in ("names", "upos"):
        if name in layers:
            losses.append(WEIGHTS[name] * _words(getattr(model, name)(words), layers[name]))
    for index, mark in enumerate(labels.MARKS):
        if f"mark:{mark}" in layers:
            losses.append(WEIGHTS["marks"] * _binary(outputs["marks"][..., index], layers[f"mark:{mark}"]))
    if "heads" in layers:
        losses.append(WEIGHTS["heads"] * _arcs(model, shared, batch))
        losses.append(WEIGHTS["factual"] * _graded(model.factual(words)[..., 0], layers["factual"]))
    return losses


def second_stage(model: Reader, words: Tensor, asked: Questions) -> Tensor:
    """Loss of the parts and of the anchors' own labels."""
    flat = words.reshape(-1, words.shape[-1])[asked.index]
    roles, own = model.second(flat, asked.distance, asked.kind, asked.present)
    losses = []
    for name, logits in roles.items():
        truth = np.full(asked.index.shape, IGNORE)
        for n, anchor in enumerate(asked.anchors):
            if name in anchor.roles:
                truth[n, : len(anchor.roles[name])] = anchor.roles[name]
        target = torch.from_numpy(truth)
        losses.append(_binary(logits[..., 0], target) if logits.shape[-1] == 1 else _words(logits, target))
    for name, logits in own.items():
        chosen = torch.tensor([a.labels.get(name, IGNORE) for a in asked.anchors])
        losses.append(0.5 * (_binary(logits[..., 0], chosen) if logits.shape[-1] == 1 else _words(logits, chosen)))
    return torch.stack(losses).sum()


def _impostors(
    logits: Tensor, batch: Batch, rng: random.Random, layer: str, lie: Anchor
) -> list[tuple[int, int, int, Anchor]]:
    """Words the first stage would wrongly take for triggers or cues: shown to the second as what they are, nothing."""
    doubt = (1 - torch.softmax(logits.detach().float(), -1)[..., 0]).numpy()
    found = []
    for row, first, end, sentence in batch.sentences:
        truth = sentence.layers[layer]
        likely = [i for i in range(end - first) if not truth[i] and doubt[row, first + i] > 0.08]
        for i in rng.sample(likely, min(2, len(likely))):
            found.append((row, first, end, Anchor(lie.kind, [i], lie.roles, lie.labels)))
    return found


def _words(logits: Tensor, target: Tensor) -> Tensor:
    if not (target != IGNORE).any():
        return logits.sum() * 0
    return cross(logits.reshape(-1, logits.shape[-1]).float(), target.reshape(-1), ignore_index=IGNORE)


def _binary(logits: Tensor, target: Tensor) -> Tensor:
    keep = target != IGNORE
    if not keep.any():
        return logits.sum() * 0
    return nn.functional.binary_cross_entropy_with_logits(logits[keep].float(), target[keep].float())


def _graded(values: Tensor, target: Tensor) -> Tensor:
    keep = target != IGNORE
    if not keep.any():
        return values.sum() * 0
    return nn.functional.smooth_l1_loss(values[keep].float(), target[keep].float() / 1000)


def _arcs(model: Reader, words: Tensor, batch: Batch) -> Tensor:
    """Every word chooses its head among the words of its sentence (the root itself)."""
    losses = []
    for row, first, end, sentence in batch.sentences:
        target = torch.tensor(sentence.layers["heads"])
        if (target != IGNORE).any():
            scores = model.second.syntax.scores(words[row, first:end])
            losses.append(cross(scores.float(), target, ignore_index=IGNORE))
    return torch.stack(losses).mean() if losses else words.sum() * 0
