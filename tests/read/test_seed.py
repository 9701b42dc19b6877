"""The report everything began with must read right. It is not part of the project: without `../shared` this is skipped."""

from pathlib import Path

import pytest

from dateline.flow import read_bytes
from dateline.model import Claim, Event, Reading

SEED = Path(__file__).parents[3] / "shared/seed/report.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="../shared/seed/report.txt is not here")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_bytes(SEED.read_bytes(), path="report.txt")


def claim(reading: Reading, cue: str, nth: int = 0) -> Claim:
    return [c for c in reading.claims if c.cue and c.cue.span.of(reading.report.text) == cue][nth]


def event(reading: Reading, trigger: str) -> Event:
    return next(e for e in reading.events if trigger in e.trigger.span.of(reading.report.text))


def test_fear_is_nested_in_what_officials_said(reading: Reading) -> None:
    outer, inner = claim(reading, "said"), claim(reading, "feared")
    assert inner.within == outer.id
    assert inner.source and inner.source.who == "Iraqi security officials"
    assert (inner.stance, inner.certainty) == ("fear", "possible")


def test_feared_infiltration_is_not_a_fact(reading: Reading) -> None:
    infiltrate = event(reading, "infiltrate")
    assert infiltrate.kind == "movement" and infiltrate.status != "actual"
    assert infiltrate.claim == claim(reading, "feared").id


def test_figures(reading: Reading) -> None:
    found = {f.span.of(reading.report.text): (f.bound, f.low, f.best, f.high) for f in reading.figures}
    assert found["some 5000 to 7000"] == ("range", 5000, None, 7000)
    assert found["more than 100"] == ("at_least", 101, 100, None)
    assert found["more than 150"] == ("at_least", 151, 150, None)
    assert found["some 500"] == ("about", None, 500, None)


def test_the_hand_over_is_told_to_the_ap_by_an_unnamed_official(reading: Reading) -> None:
    text = reading.report.text
    handed = event(reading, "handed")
    said = next(c for c in reading.claims if c.id == handed.claim)
    assert handed.kind == "detainee_transfer"
    assert said.source and not said.source.named and said.source.kind == "official"
    assert said.medium and said.medium.span.of(text) == "the Associated Press"
    assert [f.span.of(text) for f in reading.figures if f.id in handed.figures] == ["more than 150"]


def test_the_first_batch_is_only_reported(reading: Reading) -> None:
    reported = claim(reading, "reportedly")
    assert reported.source is None and reported.stance == "report"
    assert event(reading, "transferred").status == "planned"


def test_shelling_every_night(reading: Reading) -> None:
    assert any(t.repeats == "daily 21:00-03:00" for t in reading.times)


def test_no_date_is_invented(reading: Reading) -> None:
    assert reading.report.published is None
    assert all(t.from_ is None and t.to is None for t in reading.times)


def test_nothing_comes_from_the_last_two_lines(reading: Reading) -> None:
    end = reading.report.text.index("Reporter’s code")
    assert all(s.end <= end for c in reading.claims for s in c.content)
    assert all(e.trigger.span.end <= end for e in reading.events)
    assert all(f.span.end <= end for f in reading.figures)
