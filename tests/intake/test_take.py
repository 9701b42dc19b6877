"""Bytes to report: encodings, formats, languages, what the file says and what the user says."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import IntakeError
from dateline.intake import LIMIT, take
from dateline.model import Report

ENGLISH = "The officials said “we are here” and that the army had left the village."


def codes(notes):
    return [note.code for note in notes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_text_is_the_same_in_any_encoding(encoding):
    report, _ = take(ENGLISH.encode(encoding), path="r.txt")
    assert report.text == ENGLISH
    assert report.language == "en"


def test_a_guessed_encoding_is_noted():
    assert codes(take(ENGLISH.encode("cp1252"), path="r.txt")[1]) == ["encoding-guessed"]


def test_a_few_broken_bytes_are_counted_not_guessed_around():
    data = ("“The men” said “that” it “was” the “army” and “not” the police. " * 3).encode() + b"\xff the end"
    report, notes = take(data, path="r.txt")
    assert "“The men”" in report.text
    assert codes(notes) == ["bytes-unreadable"]


def test_mojibake_is_kept_and_noted():
    garbled = "The army said â€œwe are hereâ€\x9d and that it was not in the village."
    report, notes = take(garbled.encode(), path="r.txt")
    assert report.text == garbled
    assert codes(notes) == ["mojibake"]


def test_line_ends_and_direction_marks_are_kept():
    text = "The man said that it was so.\r\nHe was \u200fin\u200e the village.\r\n"
    assert take(text.encode(), path="r.txt")[0].text == text


def test_the_id_is_the_hash_of_the_text():
    one, two = take(b"The man said it was so.", path="a")[0], take("\ufeffThe man said it was so.".encode(), path="b")[0]
    assert one.id == two.id
    assert len(one.id) == 64


REFUSED = {
    "empty": b"",
    "empty ": b" \r\n\t ",
    "binary": bytes(range(256)) * 4,
    "PDF": b"%PDF-1.7\n%...",
    "ZIP": b"PK\x03\x04rest",
    "JSON": b'{"text": "the man said"}',
    "XML": b"<?xml version='1.0'?><rss><item/></rss>",
    "too large": b"a" * (LIMIT + 1),
    "looks like Arabic": "قال مسؤول أمني إن القوات دخلت القرية صباح اليوم".encode(),
    "looks like Persian": "یک مقام امنیتی گفت که نیروها صبح امروز وارد روستا شدند و چند نفر کشته شدند".encode(),
    "looks like Russian": "Военные сообщили, что вошли в деревню сегодня утром".encode(),
    "looks like Ukrainian": "Військові повідомили, що їхні сили увійшли в село".encode(),
    "looks like Hebrew": "הצבא הודיע כי הכוחות נכנסו לכפר הבוקר".encode(),
    "looks like Chinese": "军方说部队今天早上进入了村庄".encode(),
    "looks like French": b"Les forces sont dans le village et les habitants ont fui vers la ville, selon la police.",
    "looks like Spanish": b"Las fuerzas entraron en el pueblo y los vecinos huyeron a la ciudad, dijo una fuente de la zona.",
    "looks like German": "Die Truppen sind in das Dorf eingerückt und haben die Straße nach Norden gesperrt.".encode(),
    "looks like Turkish": "Askerler bu sabah köye girdi ve yol için kontrol noktası kurdu, ancak çatışma çok sürdü.".encode(),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line_that_names_the_file(reason):
    with pytest.raises(IntakeError) as refused:
        take(REFUSED[reason], path="in/file.txt")
    line = str(refused.value)
    assert line.startswith("in/file.txt: ")
    assert reason.strip() in line
    assert "\n" not in line


def test_a_text_too_short_to_tell_is_read_without_a_language():
    report, notes = take(b"Baghouz burning", path="r.txt")
    assert report.language is None
    assert codes(notes) == ["language-unknown"]


def test_ten_megabytes_are_taken():
    data = b"The officials said that the army was in the village and had left it.\n" * 150_000
    assert len(take(data, path="r.txt")[0].text) == len(data)


HEADED = b"""Shelling kills six in border town
By Jane Doe in Beirut
Published: 21 February 2019
Source: The Valley Post

Six people were killed on Monday, officials said.
"""


def test_the_head_of_a_plain_text_is_read():
    report, notes = take(HEADED, path="r.txt")
    assert report.title == "Shelling kills six in border town"
    assert report.byline == "Jane Doe in Beirut"
    assert report.published == date(2019, 2, 21)
    assert report.outlet == "The Valley Post"
    assert notes == ()


@pytest.mark.parametrize(
    "text",
    [
        b"The army entered the town on 21 February 2019, officials said.\nIt was quiet.",
        b"Officials said on Monday that the army had reached the edge of the village of\nBaghouz, where the last "
        b"fighters were, and that it would\nnot go further.",
        b"Six people were killed.\n\nThe army left.",
    ],
)
def test_nothing_is_guessed_from_the_body(text):
    report, _ = take(text, path="r.txt")
    assert (report.title, report.outlet, report.byline, report.published) == (None, None, None, None)


def test_a_date_whose_day_and_month_may_swap_is_noted_not_guessed():
    report, notes = take(b"Date: 03/04/2019\n\nSix people were killed in the town, the police said.", path="r.txt")
    assert report.published is None
    assert codes(notes) == ["published-unclear"]


def test_options_fill_only_what_the_file_does_not_say():
    bare, notes = take(b"The men said that it was so.", path="r", published=date(2020, 1, 2), outlet="Gazette")
    assert (bare.published, bare.outlet, notes) == (date(2020, 1, 2), "Gazette", ())
    full, notes = take(HEADED, path="r", published=date(2020, 1, 2), outlet="Gazette")
    assert (full.published, full.outlet) == (date(2019, 2, 21), "The Valley Post")
    assert codes(notes) == ["published-differs", "outlet-differs"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes_give_a_report_or_a_reason(data):
    try:
        report, _ = take(data, path="any")
    except IntakeError as reason:
        assert str(reason).startswith("any: ")
    else:
        assert isinstance(report, Report)
        assert report.text.strip()
        report.text.encode()
