"""Stretches of days and the arithmetic of calendars: no words here, only dates."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "season": 12, "decade": 120, "century": 1200, "generation": 300}
DAYS_OF = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


class Stretch(NamedTuple):
    """From one day to another, both included; None where open or unknown; `repeats` as in the codebook."""

    start: date | None = None
    end: date | None = None
    repeats: str | None = None

    @property
    def known(self) -> bool:
        """Whether either end is known."""
        return self.start is not None or self.end is not None

    @property
    def precision(self) -> int:
        """UCDP date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer, open or unknown."""
        if self.start is None or self.end is None:
            return 5
        days = (self.end - self.start).days + 1
        return next((code for code, most in ((1, 1), (2, 6), (3, 8), (4, 32)) if days <= most), 5)


UNKNOWN = Stretch()


def day(when: date) -> Stretch:
    """One day."""
    return Stretch(when, when)


def make(year: int, month: int, dom: int) -> date | None:
    """The date, None when there is no such day."""
    try:
        return date(year, month, dom)
    except ValueError:
        return None


def month(year: int, number: int, many: int = 1) -> Stretch:
    """`many` whole months from month `number` (may run past December)."""
    first, last = year * 12 + number - 1, year * 12 + number - 2 + many
    end = (last // 12, last % 12 + 1)
    return span_of(first // 12, first % 12 + 1, 1, *end, calendar.monthrange(max(1, min(9999, end[0])), end[1])[1])


def span_of(year: int, number: int, dom: int, last_year: int, last_number: int, last_dom: int) -> Stretch:
    """From one written day to another; UNKNOWN when the calendar has none of them."""
    start, end = make(year, number, dom), make(last_year, last_number, last_dom)
    return Stretch(start, end) if start and end else UNKNOWN


def year(number: int, many: int = 1) -> Stretch:
    """Whole years."""
    return span_of(number, 1, 1, number + many - 1, 12, 31)


def week(when: date) -> Stretch:
    """The week, Monday to Sunday, that `when` lies in."""
    start = shift_days(when, -when.weekday())
    return Stretch(start, shift_days(start, 6)) if start else UNKNOWN


def weekend(when: date) -> Stretch:
    """The Saturday and Sunday of the week of `when`."""
    start = shift_days(when, 5 - when.weekday())
    return Stretch(start, shift_days(start, 1)) if start else UNKNOWN


def shift_days(when: date | None, days: float) -> date | None:
    """`days` later (fewer than a whole day more are dropped); None out of the calendar."""
    try:
        return when + timedelta(days=int(days)) if when else None
    except OverflowError:
        return None


def shift_months(when: date | None, months: float) -> date | None:
    """`months` later, on the same day of the month or its last one."""
    if when is None:
        return None
    number = when.year * 12 + when.month - 1 + round(months)
    if not 12 <= number < 120000:
        return None
    last = calendar.monthrange(number // 12, number % 12 + 1)[1]
    return make(number // 12, number % 12 + 1, min(when.day, last))


def shift(when: date | None, unit: str, many: float) -> date | None:
    """`many` units later (negative: earlier)."""
    if unit in MONTHS_OF:
        return shift_months(when, many * MONTHS_OF[unit])
    size = DAYS_OF[unit] or {"hour": 1 / 24}.get(unit, 0)
    return shift_days(when, many * size)


def around(when: date | None, unit: str) -> Stretch:
    """The whole `unit` (day, week, month, quarter, year, decade, century …) that `when` lies in."""
    if when is None:
        return UNKNOWN
    if unit in ("week", "fortnight"):
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit in ("month", "quarter"):
        size = MONTHS_OF[unit]
        return month(when.year, (when.month - 1) // size * size + 1, size)
    if unit in ("year", "season"):
        return year(when.year)
    if unit == "decade":
        return year(when.year // 10 * 10, 10)
    return year((when.year - 1) // 100 * 100 + 1, 100) if unit == "century" else day(when)


def part_of_month(whole: Stretch, where: str) -> Stretch:
    """The early (1-10), mid (10-20) or late (21-) part of a month; the quarter (or middle) of a year."""
    if whole.start is None or whole.end is None:
        return whole
    first = whole.start
    if (whole.end - first).days <= 31:
        tenth = first.replace(day=10)
        parts = {"early": Stretch(first.replace(day=1), tenth), "mid": Stretch(tenth, first.replace(day=20))}
        return parts.get(where, Stretch(first.replace(day=21), whole.end))
    if (whole.end - first).days <= 366:
        return {"early": month(first.year, 1, 3), "mid": month(first.year, 6, 2)}.get(where, month(first.year, 10, 3))
    return _third(whole, where)


def _third(whole: Stretch, where: str) -> Stretch:
    """The first, middle or last third of many years."""
    if whole.start is None or whole.end is None:
        return whole
    years = whole.end.year - whole.start.year + 1
    first, last = years * 4 // 10, years * 6 // 10
    start, end = {"early": (0, first), "mid": (first, last)}.get(where, (last, years))
    return year(whole.start.year + start, end - start)
