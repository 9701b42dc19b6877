"""Publication dates as files write them."""

from datetime import date

import pytest

from dateline.languages.en.dates import publication_date

DAY = date(2019, 2, 21)


@pytest.mark.parametrize(
    "words",
    [
        "2019-02-21", "2019-02-21T10:00:00Z", "2019-02-21 10:00:00+03:00", "20190221", "2019/02/21", "21 February 2019",
        "February 21, 2019", "Feb. 21, 2019", "Thursday, February 21, 2019", "Thu 21 Feb 2019 10.00 GMT", "21st February, 2019",
        "21/02/2019", "02/21/2019", "Thu, 21 Feb 2019 10:00:00 +0000", "21-Feb-2019", "Feb 21 2019 at 10:30 a.m. GMT",
        "February 21, 2019 | 10:30 UTC",
    ],
)  # fmt: skip
def test_written_dates(words):
    assert publication_date(words) == DAY


@pytest.mark.parametrize("words", ["", "03/04/2019", "February 2019", "on Monday", "31 February 2019", "0000-00-00", "2019",
    "Six were killed on 21 February 2019", "21 February 2019 was a bad day"])  # fmt: skip
def test_no_date(words):
    assert publication_date(words) is None
