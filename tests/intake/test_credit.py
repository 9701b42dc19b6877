"""A credit between headline and date hides neither."""

from datetime import date

import pytest

from dateline.intake import take

BODY = "The army said on Monday that nobody had left the village, and that the road was open again to all."


@pytest.mark.parametrize("credit", ["Furat Post, Hasakah", "By a Jazira Wire correspondent", "From our correspondent in Anbar"])
def test_date_below_a_credit(credit):
    report, notes = take(f"Villagers stay, army says\n\n{credit}\n4 March 2019\n\n{BODY}\n".encode(), path=None)
    assert (report.title, report.published) == ("Villagers stay, army says", date(2019, 3, 4))
    assert report.byline == credit.removeprefix("By ")
    assert not notes


def test_a_sentence_above_a_date_is_no_credit():
    report, _ = take(f"Villagers stay, army says\n\nNobody left the village.\n4 March 2019\n\n{BODY}\n".encode(), path=None)
    assert report.byline is None
