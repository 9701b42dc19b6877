"""Zones: what is marked, what is not, and that the text is never touched."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.model import Report

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"


def cleaned(text, **known):
    return clean(Report(id="x", text=text, **known))


def marked(text, **known):
    """(kind, words) of every zone."""
    return [(zone.kind, zone.span.of(text)) for zone in cleaned(text, **known).zones]


REPORT = """Shelling kills six in border town

By Jane Doe and John Roe in Beirut

BEIRUT (AP) — Six people were killed on Monday, officials said.

“We saw it,” a resident said.

Read more: Army enters the town
Reporting by Jane Doe; Editing by John Roe
Share this article
Reporter's code: 40404
Your Comment
"""


def test_every_kind_of_zone():
    assert marked(REPORT) == [
        ("headline", "Shelling kills six in border town"),
        ("byline", "By Jane Doe and John Roe in Beirut"),
        ("dateline", "BEIRUT (AP) —"),
        ("body", "Six people were killed on Monday, officials said.\n\n“We saw it,” a resident said."),
        ("boilerplate", "Read more: Army enters the town"),
        ("byline", "Reporting by Jane Doe; Editing by John Roe"),
        ("boilerplate", "Share this article"),
        ("boilerplate", "Reporter's code: 40404"),
        ("boilerplate", "Your Comment"),
    ]
    assert cleaned(REPORT).wire == "AP"


def test_boilerplate_at_the_end_of_a_text_all_on_one_line():
    text = "Six people were killed. The army denied it. Reporter’s code: 40404 Your Comment"
    assert marked(text) == [
        ("body", "Six people were killed. The army denied it."),
        ("boilerplate", "Reporter’s code: 40404"),
        ("boilerplate", "Your Comment"),
    ]


def test_a_sentence_of_boilerplate_inside_a_line():
    text = "Six people were killed. Sign up to our weekly newsletter for more. The army denied it."
    assert [kind for kind, _ in marked(text)] == ["body", "boilerplate", "body"]


def test_a_credit_inside_a_line_is_a_byline():
    text = "Six people were killed. Jane Q. Doe in Amman contributed to this report."
    assert marked(text)[1] == ("byline", "Jane Q. Doe in Amman contributed to this report.")


def test_lines_after_a_heading_of_links_go_with_it_until_a_sentence():
    text = "Six people were killed.\nRelated articles\nArmy enters town\nSiege goes on\nThe town is quiet now."
    assert [kind for kind, _ in marked(text)] == ["body", "boilerplate", "body"]


def test_readers_comments_are_not_the_report():
    text = f"{'Six people were killed. ' * 20}\n\n3 Comments\n\nJohn says the army lied."
    assert marked(text)[-1] == ("boilerplate", "3 Comments\n\nJohn says the army lied.")


@pytest.mark.parametrize("line", ["3 Comments", "Your Comment", "Leave a reply"])
def test_a_comment_counter_above_the_report_takes_nothing_with_it(line):
    assert marked(f"{line}\n\nSix people were killed.")[-1] == ("body", "Six people were killed.")


def test_a_broken_line_is_no_boilerplate():
    text = "The police told reporters that the video was first shown on\nFacebook\nand that they had seen it."
    assert [kind for kind, _ in marked(text)] == ["body"]


def test_zones_from_the_page_stand():
    page = Report(id="x", text="Menu\n\nSix people were killed.", zones=())
    first = clean(page).zones[0]
    assert clean(Report(id="x", text=page.text, zones=(first,))).zones == clean(page).zones


@pytest.mark.parametrize("line", (HERE / "boilerplate.txt").read_text("utf-8").splitlines())
def test_boilerplate_lines(line):
    kinds = {kind for kind, _ in marked(f"Six people were killed in the town.\n\n{line}\n\nThe army denied it.")}
    assert kinds & {"boilerplate", "byline"}


@pytest.mark.parametrize("line", (HERE / "body.txt").read_text("utf-8").splitlines())
def test_ordinary_sentences_are_never_boilerplate(line):
    around = f"Six people were killed in the town.\n\n{line}\n\nThe army denied it."
    for text in (around, around.replace("\n\n", " "), f"{line}\n{line}"):
        assert {kind for kind, _ in marked(text)} == {"body"}


@pytest.mark.parametrize("row", (HERE / "datelines.txt").read_text("utf-8").splitlines())
def test_datelines(row):
    line, zone, wire = (cell.strip() for cell in row.split("|"))
    report = cleaned(line)
    assert [z.span.of(line) for z in report.zones if z.kind == "dateline"] == ([zone] if zone else [])
    assert (report.wire or "") == wire


def test_speakers_of_a_transcript_are_no_datelines():
    text = "TAPPERSON: What did the army say?\nBOULDERSON: That it had left.\nTAPPERSON: And had it?"
    assert {kind for kind, _ in marked(text)} == {"body"}


PIECES = [
    "\n", "\r\n", " ", "Your Comment", "By Jane Doe", "Read more: x", "BEIRUT (AP) — ", "Six were killed. ", "© 2019 A", "@ab ",
    "Title: ", "\u2028", "Related articles\n",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from(PIECES)), max_size=12))
def test_zones_cover_all_that_is_not_blank_in_order(pieces):
    text = "".join(pieces)
    report = cleaned(text)
    at = 0
    for zone in report.zones:
        assert at <= zone.span.start < zone.span.end <= len(text)
        assert not text[at : zone.span.start].strip()
        at = zone.span.end
    assert not text[at:].strip()
    assert report.text == text


SLOW = [
    "Aa, " * 39 + "!", "Home | " * 90 + "!!", "home / news / " * 50 + "!!", "Reporting by A" + " B" * 300 + " q", "A. " * 230,
    "AB, " * 150 + "x", "#aa," * 170 + "!", "Photo: x" * 80, "sign up for " + "our the " * 80, "Aa.bb’cc" * 80,
]  # fmt: skip


@pytest.mark.parametrize("line", SLOW)
def test_no_line_is_slow(line, seconds=2.0):
    start = time.perf_counter()
    cleaned("\n".join([f"By {line}", line] * 20))
    assert time.perf_counter() - start < seconds


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated reports are not at ../shared")
def test_annotated_sentences_stay_body():
    """Over all training reports as one line each: nothing but credits and datelines is marked."""
    odd = []
    for file in sorted((SHARED / "gold" / "train").glob("*.jsonl")):
        text = " ".join(json.loads(line)["text"] for line in file.read_text("utf-8").splitlines()[1:])
        odd += [words for kind, words in marked(text) if kind == "boilerplate"]
    assert odd == []
