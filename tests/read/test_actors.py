"""Who is named, and who a phrase stands for."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Actor, Span
from dateline.read.actors import actor, complete, find_actors, kind_of, link, outlet_of

GOLDEN = Path(__file__).parent.parent / "golden" / "actors.txt"
LINES = [line for line in GOLDEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
NOWHERE = Span(0, 0)


@pytest.mark.parametrize("line", LINES)
def test_phrase_is_linked_by_its_head(line):
    phrase, expected = line.split(" -> ")
    found = link(phrase.lstrip("~"), [], NOWHERE, acts=phrase.startswith("~"))
    assert (found or "none") == expected


def test_every_golden_id_exists():
    assert all(actor(line.split(" -> ")[1]) for line in LINES if not line.endswith("none"))


def test_mentions_are_verbatim_and_in_order():
    text = "The SDF said Turkish troops shelled Isis near Tal Rifaat. Turkey denied it; the SDF’s spokesman did not."
    found = {one.id: [span.of(text) for span in one.mentions] for one in find_actors(text)}
    assert found["sdf"] == ["SDF", "SDF"]
    assert found["turkey-military"] == ["Turkish troops"]
    assert found["turkey"] == ["Turkey"]
    assert found["islamic-state"] == ["Isis"]


@pytest.mark.parametrize(
    "text",
    ["THE ROCKET IS FIRED AND LET US GO", "it is said", "He is in Turkey", "who are you", "sana and amaq", "a bald isis"],
)
def test_common_words_and_places_are_no_actors(text):
    assert find_actors(text) == []


def test_the_army_is_the_reports_own_only_when_there_is_one():
    one = [Actor("syria-military", "Syrian army", "military")]
    assert link("the army", one, NOWHERE) == "syria-military"
    assert link("the army", [*one, Actor("iraq-military", "Iraqi army", "military")], NOWHERE) is None
    assert link("the army", [], NOWHERE) is None
    assert link("the coalition", [], NOWHERE) is None


def test_the_coalition_is_the_one_named():
    found = find_actors("The US-led coalition said it struck a convoy. The coalition gave no toll.")
    assert link("the coalition", found, NOWHERE) == "us-led-coalition"


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [("dozens of villagers", "civil"), ("two journalists", "media"), ("Iraqi soldiers", "military"), ("gunmen", "armed_group"),
     ("IS fighters", "armed_group"), ("families of IS fighters", "civil"), ("the bridge", None)],
)  # fmt: skip
def test_kind_of_party(phrase, kind):
    assert kind_of(phrase, [], NOWHERE) == kind


@pytest.mark.parametrize(
    ("words", "outlet"),
    [("the AP", "associated-press"), ("Reuters news agency", "reuters"), ("state news agency SANA", "sana"),
     ("Al-Monitor website", "al-monitor"), ("a statement", None), ("the Times", "times-uk"), ("Reuters and AFP", None)],
)  # fmt: skip
def test_outlets(words, outlet):
    assert outlet_of(words) == outlet


def test_the_times_is_the_one_the_report_names_in_full():
    assert outlet_of("the Times", frozenset({"new-york-times"})) == "new-york-times"


def test_linked_actors_are_completed():
    found = complete([], [("turkey-government", Span(3, 9)), ("turkey-government", Span(20, 26))])
    assert found == [Actor("turkey-government", "Turkish government", "state", "TR", (Span(3, 9), Span(20, 26)))]


PIECES = ["IS", "US-backed", "Syrian", "army", "of", "the", "-", ",", "’s", "SDF", "UN", "and", "former", "Ankara"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_text_is_read(text):
    for one in find_actors(text):
        assert all(0 <= span.start < span.end <= len(text) for span in one.mentions)
    known = link(text, find_actors(text), Span(0, len(text)))
    assert known is None or actor(known)
    assert kind_of(text, [], Span(0, len(text)), acts=True) is None or text
    outlet_of(text)
