"""Meanings of expressions of days: dates, weekdays, today, overnight, the same day."""

from __future__ import annotations

import re
from datetime import date

from dateline.read.times.scene import Scene, Setting
from dateline.read.times.stretch import UNKNOWN, Stretch, around, day, make, shift, shift_days, span_of

NEAR = 60  # days: a date without a year lies at most so far ahead of publication, unless the words say it is to come


def written(scene: Scene) -> Stretch:
    """2019-02-21, 21/02/2019 (day first unless impossible), 21.02.2019."""
    numbers = [int(number) for number in re.split(r"\D", scene.words[0])]
    if len(str(numbers[0])) == 4:
        numbers.reverse()
    first, second, year = numbers
    year += 0 if year > 99 else (1900 if year > 68 else 2000)
    when = make(year, second, first) or make(year, first, second)
    return day(when) if when else UNKNOWN


def dated(scene: Scene) -> Stretch:
    """A day and a month, the year written, implied ("this year") or the nearest."""
    month, dom = scene.value("month", "month"), scene.number("day")
    year = _year(scene)
    when = make(year, month, dom or 0) if year else nearest(month, dom or 0, scene.setting)
    return day(when) if when else UNKNOWN


def dates(scene: Scene) -> Stretch:
    """Two days of one month or two: "10 and 11 September", "from 28 January to 2 February 2019"."""
    month, first, last = scene.value("month", "month"), scene.number("day") or 0, scene.number("last") or 0
    last_month = scene.value("month", "lastmonth") or month
    year = scene.number("year")
    start = make(year, month, first) if year else nearest(month, first, scene.setting)
    if start is None:
        return UNKNOWN
    return span_of(start.year, month, first, start.year + (last_month < month), last_month, last)


def _year(scene: Scene) -> int | None:
    """The year that is written, or named from the publication date or the time before."""
    if scene.group("year"):
        return scene.number("year")
    said, anchor, published = scene.said("other"), scene.setting.anchor.start, scene.setting.published
    if not said:
        return None
    steps = {"last": -1, "previous": -1, "next": 1, "following": 1}
    base = published if {"this", "last", "next"} & set(said.split()) else anchor
    return base.year + next((step for word, step in steps.items() if word in said), 0) if base else None


year_of = _year


def nearest(month: int, dom: int, setting: Setting) -> date | None:
    """The day of that name nearest to publication: behind it, unless the words look ahead or it is very close."""
    published = setting.published
    if published is None:
        return _nearest_anchor(month, dom, setting)
    near = [make(published.year + step, month, dom) for step in (-1, 0, 1)]
    past = [when for when in near if when and when <= published]
    coming = [when for when in near if when and when > published]
    if coming and (setting.ahead or not past or (coming[0] - published).days <= NEAR):
        return coming[0] if not past or setting.ahead or (published - past[-1]).days > 300 else past[-1]
    return past[-1] if past else None


def _nearest_anchor(month: int, dom: int, setting: Setting) -> date | None:
    """In a report without a date: the day of that name in its only year, or nearest to the time spoken of last."""
    anchor = setting.anchor.start
    if setting.year or anchor is None:
        return make(setting.year, month, dom) if setting.year else None
    if setting.anchor.precision > 4:
        return make(anchor.year, month, dom)
    near = [when for step in (-1, 0, 1) if (when := make(anchor.year + step, month, dom))]
    return min(near, key=lambda when: abs((when - anchor).days), default=None)


def weekday(scene: Scene) -> Stretch:
    """The weekday at or before publication; after it when the words look ahead."""
    return on_weekday(scene.value("weekday", "day"), scene.said("which"), scene.setting)


def on_weekday(number: int, which: str, setting: Setting) -> Stretch:
    """The day of a weekday's name: `which` are words before it ("last", "next", "that" …)."""
    published, words = setting.published, set(which.split())
    if words & {"following", "previous", "that", "same"}:
        return _anchored_weekday(number, words, setting)
    if published is None:
        return UNKNOWN
    behind, ahead = (published.weekday() - number) % 7, (number - published.weekday()) % 7
    if words & {"next", "coming"} or (setting.ahead and not words & {"last", "past"}):
        when = shift_days(published, ahead or (7 if words & {"next", "coming"} else 0))
    else:
        when = shift_days(published, -(behind or (7 if "last" in words else 0)))
    return day(when) if when else UNKNOWN


def _anchored_weekday(number: int, words: set[str], setting: Setting) -> Stretch:
    anchor = setting.anchor.start
    if anchor is None:
        return UNKNOWN
    back, on = (anchor.weekday() - number) % 7, (number - anchor.weekday()) % 7
    when = shift_days(anchor, -(back or 7) if "previous" in words else (on or 7) if "following" in words else -back)
    return day(when) if when else UNKNOWN


def weekdays(scene: Scene) -> Stretch:
    """Two weekdays: "last Wednesday and Thursday"."""
    first, last = (on_weekday(scene.value("weekday", n), scene.said("which"), scene.setting) for n in ("first", "last"))
    if first.start and last.start and last.start < first.start:
        first = day(shift_days(first.start, -7) or first.start)
    return Stretch(first.start, last.end)


def holiday(scene: Scene) -> Stretch:
    """A holiday with a fixed date; "before Christmas": up to the day before."""
    dom, month = (int(number) for number in str(scene.first_of("holiday")).split("-"))
    when = nearest(month, dom - ("eve" in scene.words), scene.setting)
    if when is None:
        return UNKNOWN
    return Stretch(None, shift_days(when, -1)) if "before" in scene.words else day(when)


def near_today(scene: Scene) -> Stretch:
    """Today, yesterday, last night: `offset` days from publication."""
    when = shift_days(scene.setting.published, scene.options["offset"])
    return day(when) if when else UNKNOWN


def overnight(scene: Scene) -> Stretch:
    """The night before publication."""
    published = scene.setting.published
    return Stretch(shift_days(published, -1), published) if published else UNKNOWN


def within(scene: Scene) -> Stretch:
    """A part of a day, or a clock time on it: the day."""
    return scene.inner("inner") if scene.inner("inner").known else scene.inner("again")


def clock(scene: Scene) -> Stretch:
    """A clock time without a day: the day spoken of last, else the day of publication."""
    anchor = scene.setting.anchor
    if anchor.precision == 1:
        return anchor
    return day(scene.setting.published) if scene.setting.published else UNKNOWN


def anchored(scene: Scene) -> Stretch:
    """The same day, that month, at the time: the stretch (or the `unit` around) the time before named."""
    anchor = scene.setting.anchor
    unit = scene.first_of("unit") if scene.options["unit"] == "same" else scene.options["unit"]
    if anchor.precision == 5 and not (anchor.start and anchor.end):
        return UNKNOWN
    if unit == "day":
        return anchor if anchor.precision == 1 or "time" in scene.words else UNKNOWN
    return around(anchor.start, unit or "day")


def anchor_shift(scene: Scene) -> Stretch:
    """The following day, the previous month: the unit after or before the time spoken of last."""
    anchor, unit = scene.setting.anchor, scene.first_of("unit") or "day"
    if anchor.start is None or anchor.end is None or (unit in ("day", "night") and anchor.precision > 1):
        return UNKNOWN
    return around(shift(anchor.start, unit, scene.options["offset"]), "day" if unit == "night" else unit)
