"""The summary: what an analyst sees, and that hostile words cannot reach the terminal."""

import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.cli.plain import plain
from dateline.cli.summary import print_summary
from dateline.model import (
    Actor,
    Claim,
    Cue,
    Event,
    Figure,
    Medium,
    Note,
    Party,
    Place,
    PlaceArgument,
    Reading,
    Report,
    Source,
    Span,
    Time,
    TimeArgument,
    Words,
)  # fmt: skip

TEXT = (
    "Border officials said they feared fighters leaving the village would cross into Iraq. "
    "An official told the Post on Monday that the force handed over more than 150 men at night. Six died."
)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def at(words, start=0):
    begin = TEXT.index(words, start)
    return Span(begin, begin + len(words))


READING = Reading(
    report=Report(id="x", text=TEXT, title="Men handed over", outlet="The Valley Post", path="r.txt"),
    claims=(
        Claim("c1", (at("they feared fighters leaving the village would cross into Iraq"),), "indirect", "assert", "certain",
              0.9, source=Source(at("Border officials"), "Border officials", "official", False), cue=Cue(at("said"))),
        Claim("c2", (at("fighters leaving the village would cross into Iraq"),), "indirect", "fear", "possible",
              0.9, within="c1", source=Source(at("they"), "Border officials", "official", False, count=3),
              cue=Cue(at("feared"))),
        Claim("c3", (at("that the force handed over more than 150 men at night"),), "indirect", "report", "probable", 0.9,
              medium=Medium(at("the Post")), cue=Cue(at("told"))),
    ),
    events=(
        Event("e1", Words(at("cross")), "movement", "possible", 0.9, claim="c2", actors=(Party(at("fighters"), "grp"),),
              to=(PlaceArgument(at("Iraq"), "p1"),)),
        Event("e2", Words(at("handed over")), "detainee_transfer", "actual", 0.9, claim="c3",
              targets=(Party(at("more than 150 men")),),
              times=(TimeArgument(at("on Monday"), "t1"), TimeArgument(at("at night"))), figures=("f1",)),
        Event("e3", Words(at("died")), "killing", "actual", 0.9),
    ),
    figures=(
        Figure("f1", at("more than 150"), "at_least", "detained", of=at("men"), low=151, best=150),
        Figure("f2", at("Six"), "exact", "killed", low=6, best=6, high=6),
    ),
    places=(Place("p1", at("Iraq"), "Iraq", "country", "the only one", 7, country="IQ"),),
    times=(Time("t1", at("on Monday"), "2019-02-18", "2019-02-18", 1),),
    actors=(Actor("grp", "The Group", "armed_group", mentions=(at("fighters"),)),),
    notes=(Note("time-unresolved", "no date can be told", at("at night")),),
)  # fmt: skip

EXPECTED = """\
Men handed over
The Valley Post · undated · r.txt
----
CLAIMS 3
  c1 Border officials (official, anonymous) → “said” → asserts, certain
      “they feared fighters leaving the village would cross into Iraq”
      c2 Border officials = “they” (official, anonymous, 3 persons) → “feared” → fears, possible in
      c1
          “fighters leaving the village would cross into Iraq”
  c3 no source given via the Post → “told” → passes on, probable
      “that the force handed over more than 150 men at night”
EVENTS 3
  e1 movement possible “cross” said in c2
      who     “fighters” = The Group
      to      “Iraq” = Iraq, IQ precision 7
  e2 detainee transfer actual “handed over” said in c3
      to whom “more than 150 men”
      when    “on Monday” = 2019-02-18
      when    “at night” unresolved
      figure  “more than 150” of “men” = ≥ 151 (best 150) detained
  e3 killing actual “died” in the report's own voice
OTHER FIGURES 1
  f2 “Six” = 6 killed
PLACES 1
  Iraq (IQ)
ACTORS 1
  The Group ×1
NOTES 1
  time-unresolved no date can be told “at night”
"""


def printed(reading, out=None):
    out = out or io.StringIO()
    print_summary(reading, out)
    return out.getvalue()


def test_the_summary_in_full():
    lines = [re.sub("─+", "----", line) for line in printed(READING).splitlines() if line]
    assert "\n".join(lines) + "\n" == EXPECTED


def test_piped_output_has_no_codes_and_no_trailing_blanks():
    out = printed(READING)
    assert "\x1b" not in out
    assert not any(line != line.rstrip() for line in out.splitlines())


def test_an_empty_reading_prints():
    assert "none found" in printed(Reading(report=Report(id="x", text="")))


def test_claims_that_enclose_each_other_print():
    pairs = (("c1", "c2"), ("c2", "c1"), ("c3", "c9"))
    claims = tuple(Claim(a, (Span(0, 4),), "direct", "assert", "certain", 1.0, within=b) for a, b in pairs)
    assert "c3" in printed(Reading(report=Report(id="x", text="Text"), claims=claims))


def test_a_quotation_that_goes_on_names_its_speaker():
    text = "“They fled,” Omar said. “Nobody stayed.”"
    said = Claim("c1", (Span(1, 10),), "direct", "assert", "certain", 1.0, source=Source(Span(13, 17), "Omar", "witness", True))
    claims = (said, Claim("c2", (Span(25, 39),), "direct", "assert", "certain", 1.0, continues="c1"))
    assert "c2 Omar (goes on from c1) →" in printed(Reading(report=Report(id="x", text=text), claims=claims))


def hostile(words):
    """A reading with the words in every place a report's words can stand."""
    span = Span(0, len(words))
    source = Source(span, words, "other", True, count=2)
    return Reading(
        report=Report(id="x", text=words, title=words, outlet=words, byline=words, path=words, wire=words),
        claims=(Claim("c1", (span,), "direct", "deny", "unlikely", 1.0, source=source, medium=Medium(span), cue=Cue(span)),),
        events=(Event("e1", Words(span), "clash", "denied", 1.0, actors=(Party(span, "a"),), means=(Words(span),),
                      places=(PlaceArgument(span, "p"),), times=(TimeArgument(span),), figures=("f",)),),
        figures=(Figure("f", span, "vague", "other", of=span, low=24),),
        places=(Place("p", span, words, "city", words, 1, admin1=words),),
        actors=(Actor("a", words, "other", mentions=(span,)),),
        notes=(Note("a-note", words, span),),
    )  # fmt: skip


NASTY = ["\x1b[31mred", "[red]x[/red]", "\x9b2J", "a\u202eb", ":boom:"]
OURS = re.compile(r"\x1b\[[\d;]*m")


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=30) | st.sampled_from(NASTY))
def test_no_control_character_of_the_text_is_printed(words):
    for out in (printed(hostile(words)), OURS.sub("", printed(hostile(words), Terminal()))):
        assert plain(out.replace("\n", "")) == " ".join(out.replace("\n", "").split())


def test_markup_and_emoji_codes_are_printed_as_they_are():
    assert "[red]x[/red] :boom:" in printed(hostile("[red]x[/red] :boom:"))
