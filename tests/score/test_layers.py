"""Each definition of the codebook's scoring, checked by hand on small sentences."""

import msgspec
import pytest

from dateline.errors import DataError
from dateline.model import (
    Claim,
    Cue,
    Event,
    Figure,
    Medium,
    Party,
    Place,
    PlaceArgument,
    Reading,
    Report,
    Source,
    Span,
    Time,
    Words,
)  # fmt: skip
from dateline.score.gold import GoldClaim, GoldDoc, GoldEvent, GoldFigure, GoldPlace, GoldTime
from dateline.score.layers import score, score_document

TEXT = (
    "Colonel Adan said rebels shelled Tarma on Monday, killing at least 12 people. "
    "They feared that the colonel would storm the town."
)
SENTENCES = (Span(0, 77), Span(78, len(TEXT)))


def at(words, k=1):
    start = -1
    for _ in range(k):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def gold_claim(content, source="Colonel Adan", id="0.c1", **more):
    basics = {"sentence": 0, "kind": "official", "named": True, "quote": "indirect", "stance": "assert",
              "certainty": "certain", "cue": at("said")}  # fmt: skip
    return GoldClaim(id=id, content=(at(content),), source=at(source) if source else None, **{**basics, **more})


def claim(content, source="Colonel Adan", id="c1", **more):
    said_by = Source(at(source), "Colonel Adan", "official", True) if source else None
    basics = {"quote": "indirect", "stance": "assert", "certainty": "certain", "confidence": 1.0,
              "cue": Cue(at("said"))}  # fmt: skip
    return Claim(id=id, content=(at(content),), source=said_by, **{**basics, **more})


def gold_event(trigger="shelled", kind="shelling", status="actual", claim=None, **roles):
    return GoldEvent(0, at(trigger), kind, status, claim, {role: tuple(map(at, many)) for role, many in roles.items()})


def event(trigger="shelled", kind="shelling", status="actual", claim=None, id="e1", **roles):
    return Event(id=id, trigger=Words(at(trigger)), kind=kind, status=status, confidence=1.0, claim=claim, **roles)


def scored(gold=None, read=None):
    doc = GoldDoc("d", TEXT, SENTENCES, **(gold or {}))
    return score_document(doc, Reading(Report("d", TEXT), **(read or {})))


def found(scores, layer):
    return msgspec.structs.astuple(scores.found[layer])


def agreed(scores, layer):
    return msgspec.structs.astuple(scores.agreed[layer])


WHOLE = "rebels shelled Tarma on Monday, killing at least 12 people"


@pytest.mark.parametrize(
    ("content", "source", "right", "alike"),
    [
        (WHOLE, "Colonel Adan", 1, 1),
        (WHOLE, "Adan", 1, 1),
        (WHOLE, "rebels", 0, 1),
        (WHOLE, None, 0, 1),
        ("rebels shelled Tarma on Monday", "Colonel Adan", 1, 1),  # 30 of 58 characters
        ("rebels shelled Tarma", "Colonel Adan", 0, 0),  # 20 of 58
        ("that the colonel would storm the town", "Colonel Adan", 0, 0),
    ],
)
def test_a_claim_needs_half_its_content_and_a_word_of_its_source(content, source, right, alike):
    scores = scored({"claims": (gold_claim(WHOLE),)}, {"claims": (claim(content, source),)})
    assert found(scores, "claims") == (right, 1, 1)
    assert found(scores, "claims: content") == (alike, 1, 1)


def test_a_claim_without_a_source_wants_none():
    gold = {"claims": (gold_claim(WHOLE, None, named=False, kind="unknown"),)}
    assert found(scored(gold, {"claims": (claim(WHOLE, None),)}), "claims") == (1, 1, 1)
    scores = scored(gold, {"claims": (claim(WHOLE),)})
    assert found(scores, "claims") == found(scores, "claims: carried") == (0, 1, 1)


def test_a_source_of_another_sentence_is_forgiven_only_as_carried():
    scores = scored({"claims": (gold_claim(WHOLE, None),)}, {"claims": (claim(WHOLE, "the colonel"),)})
    assert found(scores, "claims") == (0, 1, 1)
    assert found(scores, "claims: carried") == (1, 1, 1)


def test_exact_wants_equal_spans():
    near = "rebels shelled Tarma on Monday, killing at least 12"
    scores = scored({"claims": (gold_claim(WHOLE),)}, {"claims": (claim(near),)})
    assert found(scores, "claims") == (1, 1, 1)
    assert found(scores, "claims: exact") == found(scores, "claims: content exact") == (0, 1, 1)
    scores = scored({"claims": (gold_claim(WHOLE),)}, {"claims": (claim(WHOLE, "Adan"),)})
    assert found(scores, "claims: exact") == (0, 1, 1)
    assert found(scores, "claims: content exact") == (1, 1, 1)


def test_matching_is_one_to_one_and_takes_the_best():
    near = claim("rebels shelled Tarma on Monday", id="c2", stance="deny")
    scores = scored({"claims": (gold_claim(WHOLE),)}, {"claims": (near, claim(WHOLE))})
    assert found(scores, "claims") == (1, 1, 2)
    assert scores.found["claims"].precision == 0.5
    assert scores.found["claims"].value == pytest.approx(2 / 3)
    assert agreed(scores, "claims: stance") == (1, 1)


def test_a_content_in_two_pieces_is_compared_by_its_characters():
    gold = gold_claim(WHOLE)
    gold = msgspec.structs.replace(gold, content=(at("rebels shelled Tarma"), at("killing at least 12 people")))
    read = msgspec.structs.replace(claim(WHOLE), content=(at("killing at least 12 people"),))
    assert found(scored({"claims": (gold,)}, {"claims": (read,)}), "claims") == (1, 1, 1)  # 26 of 46
    read = msgspec.structs.replace(claim(WHOLE), content=(at("rebels shelled Tarma"),))
    assert found(scored({"claims": (gold,)}, {"claims": (read,)}), "claims") == (0, 1, 1)  # 20 of 46


def test_a_nested_claim_needs_the_claim_around_it():
    inner, outer = "the colonel would storm the town", "They feared that the colonel would storm the town"
    golds = (gold_claim(outer), gold_claim(inner, "They", id="0.c2", within="0.c1"))
    reads = (claim(outer), claim(inner, "They", id="c2", within="c1"))
    assert found(scored({"claims": golds}, {"claims": reads}), "claims: nested") == (1, 1, 1)
    loose = (reads[0], claim(inner, "They", id="c2"))
    assert found(scored({"claims": golds}, {"claims": loose}), "claims: nested") == (0, 1, 0)
    elsewhere = (*reads[:1], claim(inner, "They", id="c2", within="c3"), claim(WHOLE, id="c3"))
    assert found(scored({"claims": golds}, {"claims": elsewhere}), "claims: nested") == (0, 1, 1)


def test_a_cue_two_claims_share_counts_once():
    golds = (gold_claim(WHOLE), gold_claim("killing at least 12 people", id="0.c2"))
    scores = scored({"claims": golds}, {"claims": (claim(WHOLE, cue=Cue(at("feared"))),)})
    assert found(scores, "claims: cues") == (0, 1, 1)
    scores = scored({"claims": golds}, {"claims": (claim(WHOLE),)})
    assert found(scores, "claims: cues") == (1, 1, 1)


def test_claim_attributes_are_judged_over_the_matched():
    gold = gold_claim(WHOLE, who="Colonel Adan", count=1, medium=at("Monday"), certainty="probable", quote="direct")
    scores = scored({"claims": (gold,)}, {"claims": (claim(WHOLE), claim("rebels shelled Tarma", id="c2"))})
    right = {"source kind": 1, "named": 1, "count": 0, "who": 1, "medium": 0, "quote": 0, "stance": 1, "certainty": 0}
    assert {name: agreed(scores, f"claims: {name}") for name in right} == {n: (r, 1) for n, r in right.items()}
    read = claim(WHOLE, medium=Medium(at("on Monday")))
    assert agreed(scored({"claims": (gold,)}, {"claims": (read,)}), "claims: medium") == (1, 1)


def test_an_event_shares_a_trigger_word_and_its_kind():
    gold = {"events": (gold_event(),)}
    scores = scored(gold, {"events": (event(trigger="rebels shelled"),)})
    assert found(scores, "events") == found(scores, "events: triggers") == (1, 1, 1)
    scores = scored(gold, {"events": (event(kind="attack"),)})
    assert (found(scores, "events"), found(scores, "events: triggers")) == ((0, 1, 1), (1, 1, 1))
    assert (agreed(scores, "events: status"), agreed(scores, "events: status on triggers")) == ((0, 0), (1, 1))
    assert scores.agreed["events: status"].value is None
    scores = scored(gold, {"events": (event(trigger="killing"),)})
    assert found(scores, "events: triggers") == (0, 1, 1)


def test_an_argument_stands_on_a_right_event_in_its_role():
    gold = {"events": (gold_event(actor=["rebels"], target=["Tarma"], time=["on Monday"]),)}
    roles = {"actors": (Party(at("rebels shelled")),), "places": (PlaceArgument(at("Tarma")),)}
    scores = scored(gold, {"events": (event(**roles),)})
    assert found(scores, "arguments") == (1, 3, 2)
    assert found(scores, "arguments: actor") == (1, 1, 1)
    assert found(scores, "arguments: target") == (0, 1, 0)
    assert found(scores, "arguments: place") == (0, 0, 1)
    assert found(scored(gold, {"events": (event(kind="attack", **roles),)}), "arguments") == (0, 3, 2)
    assert found(scored(gold, {}), "arguments") == (0, 3, 0)
    assert found(scored({}, {"events": (event(**roles),)}), "arguments") == (0, 0, 2)


def test_an_argument_needs_a_content_word_in_its_sentence():
    gold = {"events": (gold_event(actor=["Colonel Adan"], target=["on Monday"]),)}
    read = event(actors=(Party(at("the colonel")),), targets=(Party(at("on")),))
    assert found(scored(gold, {"events": (read,)}), "arguments") == (0, 2, 2)
    same = event(actors=(Party(at("Adan")),), targets=(Party(at("Monday")),))
    assert found(scored(gold, {"events": (same,)}), "arguments") == (2, 2, 2)


def test_figures_of_an_event_are_arguments():
    read = {
        "figures": (Figure("f1", at("12"), "exact", "killed", None, 12, 12, 12),),
        "events": (event(trigger="killing", kind="killing", figures=("f1", "f9")),),
    }
    gold = {"events": (gold_event("killing", "killing", figure=["at least 12"]),)}
    assert found(scored(gold, read), "arguments: figure") == (1, 1, 1)


@pytest.mark.parametrize(
    ("gold", "read", "right"), [("0.c1", "c1", 1), ("0.c1", None, 0), (None, "c1", 0), (None, None, 1)]
)
def test_a_claim_link_names_the_claim_that_was_found(gold, read, right):
    golds = {"claims": (gold_claim(WHOLE),), "events": (gold_event(claim=gold),)}
    reads = {"claims": (claim(WHOLE, "rebels"),), "events": (event(claim=read),)}
    assert agreed(scored(golds, reads), "events: claim link") == (right, 1)


def test_a_link_to_a_claim_that_was_missed_is_wrong():
    golds = {"claims": (gold_claim(WHOLE),), "events": (gold_event(claim="0.c1"),)}
    reads = {"claims": (claim("the colonel would storm the town"),), "events": (event(claim="c1"),)}
    assert agreed(scored(golds, reads), "events: claim link") == (0, 1)
    assert agreed(scored(golds, {"events": (event(),)}), "events: claim link") == (0, 1)


def test_cells_match_by_overlap_and_are_judged_by_value():
    gold = {
        "figures": (GoldFigure(0, at("at least 12"), "at_least", "killed", "people", at("people"), 12, 12, None),),
        "places": (GoldPlace(0, at("Tarma"), "village", "SD"),),
        "times": (GoldTime(0, at("Monday"), "2021-03-01", "2021-03-01"),),
    }
    read = {
        "figures": (Figure("f1", at("12"), "exact", "killed", None, 12, 12, 12),),
        "places": (Place("p1", at("Tarma"), "Tarma", "city", "", 1, "SD"), Place("p2", at("town"), "", "city", "", 1)),
        "times": (Time("t1", at("on Monday"), "2021-03-01", "2021-03-02"),),
    }
    scores = scored(gold, read)
    assert found(scores, "figures") == found(scores, "times") == (1, 1, 1)
    assert found(scores, "places") == (1, 1, 2)
    wanted = {"figures: bounds": 0, "figures: counts": 1, "figures: values": 0, "figures: low": 1, "figures: best": 1,
              "figures: high": 0, "places: country": 1, "places: kind": 0, "times: resolved": 0}  # fmt: skip
    assert {layer: agreed(scores, layer) for layer in wanted} == {layer: (r, 1) for layer, r in wanted.items()}


def test_a_time_nobody_can_resolve_agrees_but_is_not_counted_as_dated():
    gold = {"times": (GoldTime(0, at("Monday")),)}
    scores = scored(gold, {"times": (Time("t1", at("Monday")),)})
    assert agreed(scores, "times: resolved") == (1, 1)
    assert agreed(scores, "times: resolved, where dated") == (0, 0)


def test_nothing_against_nothing_has_no_score():
    scores = scored()
    assert scores.value("claims") is scores.value("places: country") is scores.value("no such layer") is None
    assert scores.found["arguments"].precision is scores.found["arguments"].recall is None
    empty = score_document(GoldDoc("d", "", ()), Reading(Report("d", "")))
    assert all(empty.value(layer) is None for layer in empty.layers())


def test_documents_add_up_and_mismatches_tell_what_is_wrong():
    doc = GoldDoc("one", TEXT, SENTENCES, places=(GoldPlace(0, at("Tarma"), "village", "SD"),))
    other = msgspec.structs.replace(doc, id="two")
    here = Reading(Report("d", TEXT), places=(Place("p1", at("Tarma"), "Tarma", "village", "", 1, "TD"),))
    scores = score([doc, other], [here, Reading(Report("d", TEXT))])
    assert found(scores, "places") == (1, 2, 1)
    assert scores.documents["two"].value("places") == 0.0
    told = {(m.document, m.verdict, m.words, m.gold, m.read) for m in scores.mismatches}
    assert told == {("one", "wrong", "Tarma", "SD", "TD"), ("two", "missed", "Tarma", "village", "")}
    assert scores.mismatches[0].sentence == SENTENCES[0].of(TEXT)


def test_a_reading_of_another_text_is_refused():
    with pytest.raises(DataError, match="another text"):
        score_document(GoldDoc("d", TEXT, SENTENCES), Reading(Report("d", TEXT + " ")))
