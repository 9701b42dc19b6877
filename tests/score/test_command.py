"""`dateline score`, with a reader that reads nothing in place of the real one."""

import json
import sys
from types import ModuleType

import pytest
from click.testing import CliRunner

from dateline.cli.score import command
from dateline.model import Reading, Span, Time

TEXT = "Guns fell silent in Tarma on Monday."


@pytest.fixture
def gold(tmp_path, monkeypatch):
    flow = ModuleType("dateline.flow")
    times = (Time("t1", Span(29, 35), "2021-03-01", "2021-03-01"),)
    flow.read_many = lambda reports: (Reading(report, times=times) for report in reports)
    monkeypatch.setitem(sys.modules, "dateline.flow", flow)
    sentence = {
        "s": 0, "text": TEXT, "places": [{"text": "Tarma", "country": "SD", "kind": "village"}],
        "times": [{"text": "Monday", "from": "2021-03-01", "to": "2021-03-01"}],
    }  # fmt: skip
    lines = [{"doc": "d1", "outlet": None, "date": "2021-03-02"}, sentence]
    (tmp_path / "d1.jsonl").write_text("\n".join(map(json.dumps, lines)))
    return tmp_path


def run(*options):
    return CliRunner().invoke(command, [str(option) for option in options], catch_exceptions=False)


def test_the_table(gold):
    done = run(gold, "--bars", "--worst", 1, "--show-errors", 1)
    assert done.exit_code == 0
    rows = {line.split("  ")[0].strip(): line.split() for line in done.output.splitlines()}
    assert rows["times"][1:] == ["1.000", "1.000", "1.000", "1", "1", "1", "0.850", "0.960"]
    assert rows["places"][1:] == ["0.000", "–", "0.000", "0", "1", "0", "0.860", "0.950"]
    assert 'places: [missed] "Tarma" (village) · d1' in done.output
    assert "d1: claims –" in done.output


def test_json_of_chosen_layers(gold):
    data = json.loads(run(gold, "--json", "--layer", "times").output)
    assert set(data["layers"]) == {"times", "times: resolved", "times: resolved, where dated"}
    assert data["layers"]["times"]["value"] == data["documents"]["d1"]["times"] == 1.0


def test_errors_are_written_by_layer(gold):
    run(gold, "--errors", gold / "errors.txt", "--layer", "places")
    assert (gold / "errors.txt").read_text().splitlines()[:4] == [
        "== places: 1", "", '[missed] "Tarma" (village) · d1', f"    {TEXT}",
    ]  # fmt: skip


def test_nothing_to_score_is_a_usage_error():
    assert CliRunner().invoke(command, []).exit_code == 2
