"""Places: golden sentences, reasons, and no text that makes it fall."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from golden import Case, cases
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Note, Place, Span
from dateline.read.places import find_places, resolve_places

SHARED = Path(__file__).parents[3] / "shared"
MARK = re.compile(r"\[([^\]]+)\]")


def read(marked: str) -> tuple[list[Place], list[Note], str]:
    """The places of a sentence whose mentions stand in square brackets."""
    text, spans, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append(Span(len(text), len(text) + len(match.group(1))))
        text, at = text + match.group(1), match.end()
    text += marked[at:]
    return *resolve_places(text, spans), text


def line(place: Place, text: str, like: str) -> str:
    """The place as the golden file writes it, as far as the expected line goes."""
    point = "-,-" if place.lat is None or place.lon is None else f"{place.lat:.1f},{place.lon:.1f}"
    full = f"{place.span.of(text)} = {place.kind} {place.country or '-'} {place.precision}"
    return full if "," not in like.split(" = ")[-1] else f"{full} {point} {place.name}"


@pytest.mark.parametrize("case", cases("places.txt"))
def test_places(case: Case) -> None:
    places, _, text = read(case.sentence)
    assert [line(p, text, like) for p, like in zip(places, case.expected, strict=True)] == list(case.expected)


@pytest.mark.parametrize("case", cases("places_found.txt"))
def test_found(case: Case) -> None:
    found = find_places(case.sentence)
    assert [span.of(case.sentence) for span in found] == list(case.expected)


def test_why_tells_the_reason() -> None:
    (tripoli,), _, _ = read("Libyan ministers said Libya would hold [Tripoli].")
    assert "one of " in tripoli.why
    assert "Libya named 2 times in the report" in tripoli.why
    (camp,), _, _ = read("The convoy left [al-Hol].")
    assert "known place (general reference; rounded)" in camp.why


def test_not_told_apart_keeps_the_country_and_says_so() -> None:
    (place,), (note,), _ = read("Gunmen robbed a depot in [Springfield] on Monday.")
    assert place.geonameid is None
    assert "only the country, United States, is sure" in place.why
    assert note.code == "place-ambiguous"


def test_unknown_is_noted_and_has_no_point() -> None:
    (place,), (note,), _ = read("A drone fell on [Qarmoz Tir].")
    assert (place.lat, place.lon, place.country) == (None, None, None)
    assert note.code == "place-unknown"
    assert note.span == place.span


def test_a_name_means_one_place_in_one_report() -> None:
    places, _, _ = read("In Lebanon, [Tripoli] was calm. Later [Tripoli] was shelled, said a man in [Tripoli].")
    assert len({(p.lat, p.lon) for p in places}) == 1


def test_ids_follow_the_text() -> None:
    text = "From Mosul to Raqqa."
    places, _ = resolve_places(text, [Span(14, 19), Span(5, 10)])
    assert [(p.id, p.span.of(text)) for p in places] == [("p1", "Mosul"), ("p2", "Raqqa")]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.lists(st.tuples(st.integers(-5, 140), st.integers(-5, 140)), max_size=5))
def test_any_text_any_spans(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(*pair) for pair in pairs]
    places, notes = resolve_places(text, spans)
    assert (places, notes) == resolve_places(text, spans)
    for place in places:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert 1 <= place.precision <= 7


# Words that set the rules for mentions against one another.
WORDS = """the of in border with Syria Syrian Iraq’s north-eastern Washington, Tripoli Deir ez-Zor province camp – / & al-
 (LOC) Texas, village US U.S. river Euphrates “ ' St. 12 and Mr"""


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=14).map(" ".join), st.data())
def test_any_order_of_words(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    resolve_places(text, [Span(*sorted(data.draw(st.tuples(ends, ends)))) for _ in range(3)], outlet="The Iraq Post")
    found = find_places(text)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(("split", "floor"), [("train", 0.965), ("dev", 0.97)])
def test_countries_of_annotated_reports(split: str, floor: float) -> None:
    from dateline.score.gold import load_gold

    folder = SHARED / "gold" / split
    if not folder.is_dir():
        pytest.skip(f"no annotated reports at {folder}")
    right = total = 0
    for doc in load_gold(folder):
        gold = {p.span: p for p in doc.places}
        places, _ = resolve_places(doc.text, list(gold), doc.outlet)
        right += sum(place.country == gold[place.span].country for place in places)
        total += len(places)
    assert right / total >= floor


@pytest.mark.parametrize(("name", "floor"), [("GeoVirus.xml", 0.90), ("lgl.xml", 0.75)])
def test_within_161_kilometres(name: str, floor: float) -> None:
    from dateline.score.geoparsing import geovirus_accuracy, lgl_accuracy

    path = SHARED / "corpora" / "geoparsing" / name
    if not path.is_file():
        pytest.skip(f"no corpus at {path}")
    right, total = (geovirus_accuracy if name.startswith("Geo") else lgl_accuracy)(path)
    assert right / total >= floor
