"""The whole reading: what holds for any text, and what the shipped reader must make of reports."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.flow import read_many, read_text
from dateline.model import Reading, Span, from_json, to_json

WORDS = st.sampled_from(
    ["He", "said",
     "“", "”", ".", ",", "\n", "\n\n", "the", "army", "killed", "5000", "to", "7000", "people", "in", "Iraq", "on",
     "Tuesday", "reportedly", "(", ")", "SDF", "—", "they", "feared", "that", "shelling", "é", "س", "\u202e", "\x00", "😀", "'"]
)  # fmt: skip


def spans(reading: Reading) -> list[Span]:
    """Every span anywhere in the reading's JSON form: two whole numbers under a key that holds spans."""
    found: list[Span] = []

    def walk(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, name)
        elif isinstance(value, list):
            if key in ("span", "of", "content", "mentions") and len(value) == 2 and all(isinstance(v, int) for v in value):
                found.append(Span(*value))
            else:
                for inner in value:
                    walk(inner, key)

    walk(msgspec.json.decode(to_json(reading)))
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_text_is_read_with_all_spans_inside_it_and_the_same_bytes_twice(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_text(text)
    assert reading.report.text == text
    assert all(0 <= s.start < s.end <= len(text) and s.of(text).strip() for s in spans(reading))
    assert to_json(read_text(text)) == to_json(reading)
    assert to_json(from_json(to_json(reading))) == to_json(reading)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_are_read_without_an_exception(text: str) -> None:
    reading = read_text(text)
    assert all(0 <= s.start <= s.end <= len(text) for s in spans(reading))


def test_reports_read_together_and_alone_say_the_same() -> None:
    texts = [
        "The SDF said it had handed 150 IS fighters to Iraq on Monday. “They are in our custody,” an Iraqi colonel said.",
        "Residents said shelling killed at least three people near Baghouz.",
    ]
    alone = [read_text(t) for t in texts]
    together = list(read_many([r.report for r in alone]))
    assert [[c.content for c in r.claims] for r in together] == [[c.content for c in r.claims] for r in alone]
    assert [[e.kind for e in r.events] for r in together] == [[e.kind for e in r.events] for r in alone]


def test_ids_are_unique_and_references_hold() -> None:
    reading = read_text(
        "The ministry denied reports that its jets had bombed a clinic in Idlib on Friday, killing 12 people. "
        "Al-Monitor reported that an Iraqi major said they feared the militants would return."
    )
    claims = {c.id for c in reading.claims}
    assert len(claims) == len(reading.claims) and len({e.id for e in reading.events}) == len(reading.events)
    assert all(c.within in claims for c in reading.claims if c.within)
    assert all(e.claim in claims for e in reading.events if e.claim)
    assert all(f in {g.id for g in reading.figures} for e in reading.events for f in e.figures)


def test_nothing_is_read_that_is_not_there() -> None:
    reading = read_text("")
    assert (reading.claims, reading.events, reading.figures, reading.places, reading.times) == ((), (), (), (), ())


def test_a_sentence_longer_than_the_encoder_is_read_in_parts() -> None:
    long = "The army said it had killed " + ", ".join(f"{n} fighters in village number {n}" for n in range(2, 200)) + "."
    reading = read_text(long)
    last = max(f.span.end for f in reading.figures)
    assert last > len(long) * 0.8, "its end is read too"
