"""Annotated reports: verbatim strings become spans, mistakes are named with file and line."""

import json

import pytest

from dateline.errors import DataError
from dateline.model import Span
from dateline.score.gold import load_document, load_gold
from dateline.score.verbatim import find

HEADER = {"doc": "d", "outlet": None, "date": "2021-03-04"}
FIRST = {
    "s": 0, "text": "It said it saw 12 men flee Tarma.",
    "claims": [{
        "id": "c1", "source": "It", "who": "the monitor", "kind": "organisation", "named": False, "cue": "said",
        "content": ["it saw 12 men flee Tarma"], "quote": "indirect", "stance": "assert", "certainty": "certain",
    }],
    "events": [{"trigger": "flee", "kind": "displacement", "status": "actual", "claim": "c1", "actor": ["12 men"],
                "from": ["Tarma"], "figure": [0]}],
    "figures": [{"text": "12", "of": "men who fled", "low": 12, "high": 12, "best": 12, "bound": "exact",
                 "counts": "people"}],
    "places": [{"text": "Tarma", "country": None, "kind": "village"}],
}  # fmt: skip
SECOND = {"s": 1, "text": "Fire fell with it.", "events": [
    {"trigger": "Fire", "kind": "shelling", "status": "actual", "means": ["it#2"], "place": ["nowhere"]}]}  # fmt: skip


def write(folder, *lines):
    path = folder / "d.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return path


@pytest.mark.parametrize(
    ("words", "sentence", "span"),
    [
        ("he", "The man he hit", Span(1, 3)),
        ("he#2", "The man he hit", Span(8, 10)),
        ("he#3", "The man he hit", None),
        ("he#0", "The man he hit", None),
        ("aa#2", "aaa", Span(1, 3)),
        ("unit #4", "unit #4 left", Span(0, 7)),
        ("said#12", "said " * 12, Span(55, 59)),
        ("", "The man", None),
    ],
)
def test_k_picks_the_kth_raw_occurrence(words, sentence, span):
    assert find(words, sentence) == span


def test_strings_become_spans_of_the_whole_text(tmp_path):
    doc = load_document(write(tmp_path, HEADER, FIRST, "", SECOND))
    assert doc.text == "It said it saw 12 men flee Tarma. Fire fell with it."
    assert [span.of(doc.text) for span in doc.sentences] == [FIRST["text"], SECOND["text"]]
    (claim,), (flee, fire) = doc.claims, doc.events
    assert claim.content[0].of(doc.text) == "it saw 12 men flee Tarma"
    assert claim.id == flee.claim == "0.c1"
    assert flee.roles["figure"] == (doc.figures[0].span,) == (Span(15, 17),)
    assert fire.trigger.of(doc.text) == "Fire"
    assert fire.roles["means"][0].of(doc.text) == "it"
    assert fire.roles["means"][0].end == len(doc.text) - 1


def test_what_is_not_in_the_sentence_is_told(tmp_path):
    doc = load_document(write(tmp_path, HEADER, FIRST, SECOND))
    assert doc.problems == ("d.jsonl:3: place 'nowhere' is not in the sentence",)
    assert doc.figures[0].of == "men who fled"
    assert doc.figures[0].of_span is None


def test_a_figure_or_claim_that_is_not_listed_is_told(tmp_path):
    event = {"trigger": "Fire", "kind": "shelling", "status": "actual", "claim": "c9", "figure": [3]}
    doc = load_document(write(tmp_path, HEADER, {"s": 0, "text": "Fire fell.", "events": [event]}))
    assert set(doc.problems) == {"d.jsonl:2: claim c9 is not listed", "d.jsonl:2: figure 3 is not listed"}
    assert doc.events[0].claim is None


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ([HEADER, "{"], ":2:"),
        ([{"outlet": "A"}], ":1:"),
        ([HEADER, {"s": 0}], ":2:"),
        ([HEADER, FIRST, {"s": 1, "text": "Fire", "events": [{"trigger": "Fire", "kind": "shelling", "status": "so"}]}],
         ":3:"),
        ([""], ":1:"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_format_names_file_and_line(tmp_path, lines, where):
    path = write(tmp_path, *lines)
    with pytest.raises(DataError, match=r"d\.jsonl" + where):
        load_document(path)


def test_a_folder_without_reports_is_an_error(tmp_path):
    with pytest.raises(DataError, match="no annotated reports"):
        load_gold(tmp_path)
    with pytest.raises(DataError, match="no annotated reports"):
        load_gold(tmp_path / "absent")


def test_a_document_of_no_sentences_is_read(tmp_path):
    doc = load_document(write(tmp_path, HEADER))
    assert (doc.text, doc.sentences) == ("", ())
