"""Meanings of expressions with open ends, of stretches between two times, and of repetitions."""

from __future__ import annotations

import re

from dateline.read.times.scene import Scene
from dateline.read.times.stretch import UNKNOWN, Stretch, day, shift_days

CLOCK = re.compile(r"(\d{1,2})(?:[:.]\s?(\d\d))?\s?([ap]?)")


def since(scene: Scene) -> Stretch:
    """Since 2011: from its beginning up to publication."""
    inner = scene.inner("inner")
    published = scene.setting.published
    start = inner.start or (scene.setting.anchor.start if "then" in scene.words else None)
    return Stretch(start, published if published and start <= published else None) if start else UNKNOWN


def since_then(scene: Scene) -> Stretch:
    """Since then: from the time spoken of last."""
    start = scene.setting.anchor.start
    return Stretch(start, scene.setting.published) if start else UNKNOWN


def until(scene: Scene) -> Stretch:
    """Until October, by 15 October: up to its end (for "until Friday" that day)."""
    return Stretch(None, scene.inner("inner").end)


def by(scene: Scene) -> Stretch:
    """By 15 October: up to that day when it lies ahead or is one; by 2003, by March: that year, that month."""
    inner, published = scene.inner("inner"), scene.setting.published
    if inner.precision == 1 and "now" in scene.words:
        return inner
    ahead = bool(published and inner.end and inner.end > published)
    late = "later" in scene.words
    return Stretch(None, inner.end) if ahead or late or inner.precision == 1 else inner


def until_now(scene: Scene) -> Stretch:
    """So far: up to publication."""
    return Stretch(None, scene.setting.published)


def before(scene: Scene) -> Stretch:
    """Before 1939: up to the day before it begins."""
    return Stretch(None, shift_days(scene.inner("inner").start, -1))


def after(scene: Scene) -> Stretch:
    """After 2003: from its beginning on."""
    return Stretch(scene.inner("inner").start, None)


def between(scene: Scene) -> Stretch:
    """Between two times: from the beginning of one to the end of the other."""
    first, last = scene.inner("first"), scene.inner("last")
    if first.start and last.start and last.start < first.start and first.precision == 1:
        first = day(shift_days(first.start, -7) or first.start)
    if not (first.start and last.end) or last.end < first.start:
        return UNKNOWN
    return Stretch(first.start, last.end)


def repeats(scene: Scene) -> Stretch:
    """Every day, weekly, twice a month: how often, no dates."""
    return Stretch(None, None, _how_often(scene))


def _how_often(scene: Scene) -> str:
    often = scene.value("often", "often")
    if often:
        return str(often)
    words = [word for word in scene.words if word not in ("single",)]
    unit = scene.value("unit", "u")
    if unit and words[0] in {"every", "each", "a", "the", unit} and "times" not in words:
        return {"day": "daily", "night": "daily", "hour": "hourly"}.get(unit, f"{unit}ly")
    return " ".join(words)


def hours(scene: Scene) -> Stretch:
    """Every night between 9 p.m. and 3 a.m.: "daily 21:00-03:00"."""
    return Stretch(None, None, f"daily {'-'.join(_clocks(scene)[:2])}")


def clocks(scene: Scene) -> Stretch:
    """Between two clock times: the day named with them or spoken of last; `repeats` holds the hours."""
    anchor = scene.setting.anchor
    when = scene.inner("inner") if scene.group("inner") else anchor if anchor.precision == 1 else UNKNOWN
    return when._replace(repeats="-".join(_clocks(scene)[:2]))


def _clocks(scene: Scene) -> list[str]:
    """The clock times of the match as HH:MM; "9" takes over the half of the day of the one after it."""
    found = [_clock(word) for word in scene.words if word[0].isdecimal() or word in NAMED]
    halves = [next((half for _, _, half in found[i:] if half), "") for i in range(len(found))]
    return [_hhmm(hour, minute, half) for (hour, minute, _), half in zip(found, halves, strict=True)]


NAMED = {"midnight": (0, 0, ""), "noon": (12, 0, ""), "midday": (12, 0, "")}


def _clock(word: str) -> tuple[int, int, str]:
    match = CLOCK.match(word)
    return (int(match[1]), int(match[2] or 0), match[3]) if match else NAMED[word]


def _hhmm(hour: int, minute: int, half: str) -> str:
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour % 24:02d}:{minute:02d}"


def unknown(scene: Scene) -> Stretch:
    """A time that nothing resolves: "for years", "in the past"."""
    return UNKNOWN
