"""PolNeAR's scores: overlapping and exact spans."""

import json

import pytest

from dateline.errors import DataError
from dateline.model import Span
from dateline.score.polnear import Overlapped, load_polnear, overlapped, score_polnear

TEXT = "Adan said rebels fled. Rebels denied it."
MARKED = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 21]]}
DENIED = {"source": [[23, 29]], "cue": [[30, 36]], "content": [[37, 39]]}


def articles(folder, *annotations):
    path = folder / "p.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "annotators": {"x": list(annotations), "y": []}}))
    return list(load_polnear(path))


def test_the_first_annotator_is_taken_and_the_same_spans_are_right(tmp_path):
    read = {part: [Span(*span) for span in spans] for part, spans in MARKED.items()}
    scores = score_polnear(articles(tmp_path, MARKED, DENIED), [(TEXT, [read])])
    assert scores["source"] == scores["source exact"] == Overlapped(right=1, read=1, found=1, gold=2)
    assert scores["cue"].precision == 1.0
    assert scores["cue"].recall == 0.5
    assert scores["cue"].value == pytest.approx(2 / 3)


def test_one_long_span_finds_two_and_two_short_ones_are_both_right():
    assert overlapped([Span(0, 4), Span(6, 9)], [Span(0, 9)]) == Overlapped(right=1, read=1, found=2, gold=2)
    assert overlapped([Span(0, 9)], [Span(0, 4), Span(6, 9)]) == Overlapped(right=2, read=2, found=1, gold=1)


def test_nothing_read_or_nothing_right(tmp_path):
    scores = score_polnear(articles(tmp_path, MARKED), [(TEXT, [])])
    assert scores["source"].precision is None
    assert scores["source"].value == 0.0
    assert Overlapped().value is None
    scores = score_polnear(articles(tmp_path, MARKED), [(TEXT, [{"source": [Span(10, 12)]}])])
    assert scores["source"].value == 0.0


def test_other_texts_and_broken_files_are_refused(tmp_path):
    with pytest.raises(DataError, match="another text"):
        score_polnear(articles(tmp_path, MARKED), [("Adan", [])])
    (tmp_path / "q.jsonl").write_text('{"id": 1}')
    with pytest.raises(DataError, match=r"q\.jsonl:1"):
        list(load_polnear(tmp_path / "q.jsonl"))
