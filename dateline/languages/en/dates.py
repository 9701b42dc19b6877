"""Publication dates as files write them: ISO, "21 February 2019", "Feb. 21, 2019 10:30 GMT"."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import lru_cache
from importlib import resources

_ISO = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].{0,40})?")
_DIGITS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b.{0,40}")


def publication_date(words: str) -> date | None:
    """The one date that `words` as a whole write; None when there is none, more is said, or day and month may swap."""
    words = " ".join(words.split())
    for reading in (_iso, _written, _digits):
        found = reading(words)
        if found:
            return found
    return None


def _iso(words: str) -> date | None:
    found = _ISO.fullmatch(words)
    return _date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _digits(words: str) -> date | None:
    """21/02/2019 or 02/21/2019, told apart by the part above 12; neither above 12 is no date."""
    found = _DIGITS.fullmatch(words)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None


def _written(words: str) -> date | None:
    day_first, month_first, months = _patterns()
    found = day_first.fullmatch(words) or month_first.fullmatch(words)
    if not found:
        return None
    return _date(int(found["year"]), months[found["month"].lower()], int(found["day"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1800 <= year <= 2200 else None
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    data = tomllib.loads(resources.files(__package__).joinpath("head.toml").read_text("utf-8"))["dates"]
    months = {name: n for n, names in enumerate(data["months"], 1) for name in names.split()}
    week = f"(?:(?:{'|'.join(sorted(data['weekdays'].split(), key=len, reverse=True))})\\.?,? )?"
    month = f"(?P<month>{'|'.join(sorted(months, key=len, reverse=True))})\\.?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
    zone = f"(?:{'|'.join(data['zones'].split())})(?: ?[+-]\\d{{1,2}}(?::?\\d\\d)?)?"
    clock = rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?:,? ?\(?{zone}\)?| [+-]\d{{4}})?)"
    before, after = f"(?:{clock},? )?", rf"(?:,? (?:at |[-–—|/] )?{clock})?\.?"
    day_first = re.compile(f"{before}{week}{day}[ -](?:of )?{month},?[ -]{year}{after}", re.I)
    month_first = re.compile(f"{before}{week}{month} {day},? {year}{after}", re.I)
    return day_first, month_first, months
