"""The training run: a mixed diet of corpora, seeded, checkpointed, resumable."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from dateline.read.words import hint_table, vocabulary
from dateline.train.batches import batches, collate, packs
from dateline.train.loss import total
from dateline.train.network import Reader
from dateline.train.samples import Document, Sentence

Report = Callable[[int, int, float], None]
"""Called after every step with its number, how many there are, and the loss."""


@dataclass(frozen=True)
class Course:
    """One corpus in the diet: how many times it is read over the run, and how long its packs are, in pieces."""

    name: str
    documents: list[Document]
    epochs: float
    longest: int = 160


@dataclass(frozen=True)
class Plan:
    """Rates and sizes of a run; `pieces` is a batch's size in word pieces."""

    seed: int = 7
    pieces: int = 1500
    encoder_rate: float = 1.2e-4
    second_rate: float = 4e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    average: float = 0.998
    pause: int = 150


def new_reader() -> Reader:
    """A reader with fresh heads; the encoder's starting weights are loaded by `start.load`."""
    return Reader(max(vocabulary().values()) + 1, torch.from_numpy(hint_table()))


def diet(courses: list[Course], plan: Plan) -> list[list[list[Sentence]]]:
    """All batches of the run in order, every corpus spread evenly over it."""
    rng = random.Random(plan.seed)
    timed: list[tuple[float, list[list[Sentence]]]] = []
    for course in courses:
        rounds = math.ceil(course.epochs)
        for n in range(rounds):
            share = min(1.0, course.epochs - n)
            found = batches(packs(course.documents, course.longest, rng), plan.pieces)
            rng.shuffle(found)
            found = found[: max(1, round(share * len(found)))]
            timed += [((n + (i + rng.random()) / len(found)) / rounds, b) for i, b in enumerate(found)]
    return [b for _, b in sorted(timed, key=lambda t: t[0])]


def optimiser(model: Reader, plan: Plan) -> torch.optim.AdamW:
    """AdamW, the encoder at its own rate; word vectors stay as they are."""
    model.encoder.words.weight.requires_grad_(False)
    rates = {"encoder.layers": plan.encoder_rate, "encoder.positions": plan.encoder_rate, "encoder.norm": plan.encoder_rate,
             "second.layers": plan.second_rate}  # fmt: skip
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            rate = next((r for part, r in rates.items() if name.startswith(part)), plan.head_rate)
            groups.setdefault(rate, []).append(parameter)
    return torch.optim.AdamW(
        [{"params": many, "lr": rate} for rate, many in groups.items()], weight_decay=0.01, betas=(0.9, 0.98)
    )


class Pupil:
    """A model with its optimiser, its schedule and the running average of its weights; can be saved and taken up again."""

    def __init__(self, model: Reader, plan: Plan, steps: int) -> None:
        self.model, self.plan, self.steps, self.step = model, plan, steps, 0
        self.learner = optimiser(model, plan)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.learner, lambda step: pace(step, steps, plan.warm))
        self.averaged = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}

    def learn(self, meal: list[list[Sentence]]) -> float:
        """One step; gives the loss. The step's number seeds its randomness, so that a resumed run is the same run."""
        rng = random.Random(self.plan.seed * 1_000_003 + self.step)
        torch.manual_seed(rng.randrange(2**31))
        self.model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = total(self.model, collate(meal), rng)
        self.learner.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.learner.step()
        self.schedule.step()
        self.step += 1
        self._average(min(self.plan.average, self.step / (self.step + 19)))
        return float(loss.detach())

    def graduate(self) -> None:
        """Puts the averaged weights into the model."""
        with torch.no_grad():
            for name, parameter in self.model.named_parameters():
                if name in self.averaged:
                    parameter.copy_(self.averaged[name])

    def save(self, path: Path) -> None:
        """Everything needed to go on; an interrupted write leaves the last one whole."""
        state = {
            "step": self.step,
            "model": self.model.state_dict(),
            "learner": self.learner.state_dict(),
            "schedule": self.schedule.state_dict(),
            "averaged": self.averaged,
        }
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)

    def resume(self, path: Path) -> None:
        """Goes back to where `save` was."""
        state = torch.load(path, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.learner.load_state_dict(state["learner"])
        self.schedule.load_state_dict(state["schedule"])
        self.averaged, self.step = state["averaged"], int(state["step"])

    def _average(self, keep: float) -> None:
        with torch.no_grad():
            moving = [(self.averaged[n], p) for n, p in self.model.named_parameters() if n in self.averaged]
            torch._foreach_lerp_([a for a, _ in moving], [p for _, p in moving], 1 - keep)


def run(
    model: Reader, courses: list[Course], plan: Plan, folder: Path, report: Report
) -> Reader:
    """Trains `model`; writes `folder/checkpoint.pt` every `plan.pause` steps and goes on from it when it is there."""
    torch.manual_seed(plan.seed)
    meals = diet(courses, plan)
    pupil, saved = Pupil(model, plan, len(meals)), folder / "checkpoint.pt"
    folder.mkdir(parents=True, exist_ok=True)
    if saved.is_file():
        pupil.resume(saved)
    while pupil.step < len(meals):
        step = pupil.step
        report(step, len(meals), pupil.learn(meals[step]))
        if pupil.step % plan.pause == 0:
            pupil.save(saved)
    pupil.graduate()
    return model


def meet(model: Reader, twin: Reader) -> None:
    """Sets `model` to the mean of both, which started alike: better than either (model soups, Wortsman et al. 2022)."""
    with torch.no_grad():
        for mine, other in zip(model.parameters(), twin.parameters(), strict=True):
            mine.lerp_(other, 0.5)


def pace(step: int, steps: int, warm: float) -> float:
    """Share of the full rate at a step: up in a line over the first `warm` of the run, then down a cosine to 2 %."""
    if step < warm * steps:
        return (step + 1) / (warm * steps)
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warm * steps) / (steps - warm * steps)))
