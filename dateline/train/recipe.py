"""The recipe of the shipped reader: which corpora, how often, at which rates. `docs/training.md` says why."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import torch

from dateline.errors import DataError
from dateline.train import corpora, learn, start
from dateline.train.export import export
from dateline.train.learn import Course, Plan
from dateline.train.network import Reader


class Phase(NamedTuple):
    """How many times each corpus is read, and the rates; see `docs/training.md` for why there are two."""

    plan: Plan
    gold: float
    own: float
    news: float
    names: float
    trees: float


GENERAL = Phase(Plan(pieces=1500, encoder_rate=1e-4, head_rate=6e-4), gold=10, own=0, news=1, names=0.4, trees=0.5)
SPECIAL = Phase(Plan(pieces=1000, encoder_rate=1.2e-4), gold=9, own=9, news=0.6, names=0.1, trees=0.3)
TWIN = dataclasses.replace(SPECIAL.plan, encoder_rate=1.8e-4)
FINISH = Phase(
    Plan(pieces=1000, encoder_rate=7e-5, second_rate=2e-4, head_rate=4e-4, average=0.996),
    gold=2, own=3, news=0.1, names=0.04, trees=0.06,
)  # fmt: skip


def own_reports() -> Path:
    """The annotated reports written for this project."""
    return Path(str(resources.files("dateline.train"))) / "own"


def courses(phase: Phase, gold: Path | None, public: Path | None) -> list[Course]:
    """The diet of a phase; a folder not given is left out, one that lacks a corpus is a DataError naming it."""
    found = [Course("own", corpora.gold(own_reports()), phase.own)] if phase.own else []
    if gold is not None:
        found.append(Course("gold", corpora.gold(gold), phase.gold))
    if public is not None:
        news, names = _there(public / "polnear/train.jsonl"), _there(public / "worldwide_ner")
        trees = corpora.treebank(_treebanks(public), _there(public / "uds/factuality.jsonl"))
        found.append(Course("political news", list(corpora.political_news(news)), phase.news))
        found.append(Course("names", list(corpora.world_names(names)), phase.names))
        found.append(Course("treebanks", list(trees), phase.trees))
    return found


def _treebanks(public: Path) -> list[Path]:
    gum = sorted(p for p in _there(public / "gum/dep").glob("*.conllu") if "reddit" not in p.name)
    return [_there(public / "ewt/en_ewt-ud-train.conllu"), *gum]


def _there(path: Path) -> Path:
    if not path.exists():
        raise DataError(f"{path}: this corpus is missing; see docs/training.md for what is needed")
    return path


def train(
    gold: Path | None, public: Path | None, out: Path, seed: int, report: Callable[[str], learn.Report]
) -> Reader:
    """Both phases from the starting weights; writes `out/first.onnx`, `out/second.onnx`; an interrupted run goes on.

    `report` is given the name of a phase and gives back what to call with step, steps and loss.
    """
    torch.manual_seed(seed)
    model = learn.new_reader()
    start.load_start(model)
    if public is not None or gold is not None:
        _phase("general", model, GENERAL, courses(GENERAL, gold, public), out, seed, report)
    start.fresh_second(model)
    diet, twin = courses(SPECIAL, gold, public), copy.deepcopy(model)
    _phase("special", model, SPECIAL, diet, out, seed, report)
    _phase("twin", twin, SPECIAL._replace(plan=TWIN), diet, out, seed + 4, report)
    learn.meet(model, twin)
    _phase("finish", model, FINISH, courses(FINISH, gold, public), out, seed, report)
    export(model, out)
    return model


def _phase(
    name: str, model: Reader, phase: Phase, diet: list[Course], out: Path, seed: int, report: Callable[[str], learn.Report]
) -> None:
    """Trains one phase, or takes up its result where it is there already."""
    done = out / f"{name}.pt"
    if not done.is_file():
        learn.run(model, diet, dataclasses.replace(phase.plan, seed=seed), out / name, report(name))
        torch.save(model.state_dict(), done)
        (out / name / "checkpoint.pt").unlink(missing_ok=True)
    model.load_state_dict(torch.load(done, weights_only=True))
