"""Our own annotated reports hold to the format; the checker finds what breaks it."""

import json
from pathlib import Path

import pytest

from dateline.train.own_check import doubts, errors

OWN = sorted((Path(__file__).parents[2] / "dateline" / "train" / "own").glob("b-*.jsonl"))
TEXT = "The mayor said two guards fled."
CLAIM = {
    "id": "c1", "source": "The mayor", "who": "the mayor", "kind": "leader", "named": False, "count": 1, "cue": "said",
    "content": ["two guards fled"], "quote": "indirect", "stance": "assert", "certainty": "certain",
}  # fmt: skip


def written(folder: Path, **sentence: object) -> Path:
    path = folder / "x.jsonl"
    rows = [{"doc": "x", "outlet": None, "date": "2020-01-01"}, {"s": 0, "text": TEXT, "claims": [CLAIM]} | sentence]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("path", OWN, ids=lambda p: p.stem)
def test_own_reports_have_no_errors(path: Path) -> None:
    assert list(errors(path)) == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ({"s": 4}, "sentence 4"),
        ({"claims": [CLAIM | {"source": "The minister"}]}, "is not in the sentence"),
        ({"claims": [CLAIM | {"in": "c9"}]}, "c9 is not listed"),
        ({"claims": [CLAIM | {"stance": "guess"}]}, "guess"),
        ({"events": [{"trigger": "fled", "kind": "picnic", "status": "actual"}]}, "no kind 'picnic'"),
        ({"times": [{"text": "two", "from": "2020-02-02", "to": "2020-01-01"}]}, "runs backwards"),
    ],
)
def test_what_breaks_the_format_is_named(tmp_path: Path, sentence: dict[str, object], said: str) -> None:
    assert any(said in error for error in errors(written(tmp_path, **sentence)))


def test_an_event_in_a_content_without_its_claim_is_a_doubt(tmp_path: Path) -> None:
    path = written(tmp_path, events=[{"trigger": "fled", "kind": "escape", "status": "actual"}])
    assert list(errors(path)) == []
    assert [doubt for doubt in doubts(path) if "names no claim" in doubt]
