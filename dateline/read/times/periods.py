"""Meanings of expressions of weeks, months, years and more, and of lengths counted from a day."""

from __future__ import annotations

from dateline.read.grammar import number_value
from dateline.read.times.days import year_of
from dateline.read.times.scene import Scene, length_of
from dateline.read.times.stretch import (
    UNKNOWN,
    Stretch,
    around,
    day,
    make,
    month,
    part_of_month,
    shift,
    shift_days,
    shift_months,
    year,
)  # fmt: skip


def calendar(scene: Scene) -> Stretch:
    """Last week, this month, earlier this year: whole units of the calendar."""
    published = scene.setting.published
    unit = scene.value("unit", "unit") or "day"
    words = set(scene.words)
    if published is None:
        return UNKNOWN
    if "the" in words and words & {"past", "last"} and not words & {"of"}:
        return Stretch(shift(published, unit, -1), published)
    if "the" in words and "coming" in words:
        return Stretch(shift_days(published, 1), shift(published, unit, 1))
    if unit == "weekend":
        return _weekend(scene, words)
    step = -1 if words & {"last", "past"} else 1 if words & {"next", "coming"} else 0
    return _edge(around(shift(published, unit, step), unit), scene, words)


def _weekend(scene: Scene, words: set[str]) -> Stretch:
    published = scene.setting.published
    if published is None:
        return UNKNOWN
    ahead = scene.setting.ahead or words & {"next", "coming"} or ("this" in words and "past" not in words)
    in_it = published.weekday() >= 5 and not words & {"last", "next"}
    return around(published if ahead or in_it else shift_days(published, -7), "weekend")


def _edge(whole: Stretch, scene: Scene, words: set[str]) -> Stretch:
    """The part of a unit that "earlier", "late", "end of", "so far" leave of it."""
    if "earlier" in words or "far" in words:
        return Stretch(whole.start, scene.setting.published)
    if "later" in words:
        return Stretch(scene.setting.published, whole.end)
    where = "late" if words & {"late", "end"} else "early" if words & {"early", "beginning", "start"} else ""
    if not where or whole.precision < 4:
        return whole
    return _close(whole, where) if words & {"end", "beginning", "start"} else part_of_month(whole, where)


def _close(whole: Stretch, where: str) -> Stretch:
    """The end or the beginning of a unit: a month of a year, the outer third of a month."""
    if whole.start is None or whole.end is None or whole.precision < 5:
        return part_of_month(whole, where)
    return month(whole.end.year, 12) if where == "late" else month(whole.start.year, 1)


def rolling(scene: Scene) -> Stretch:
    """The past five years, the next three days: counted from publication."""
    length, published = length_of(scene.words, scene.lexicon), scene.setting.published
    if length is None or published is None or not length.exact:
        return UNKNOWN
    other = shift(published, length.unit, scene.options["sign"] * length.many)
    return Stretch(other, published) if scene.options["sign"] < 0 else Stretch(published, other)


def ago(scene: Scene) -> Stretch:
    """Three years ago: that year; two months ago: that month; weeks and days ago: that day."""
    return _shifted(scene, day(scene.setting.published) if scene.setting.published else UNKNOWN)


def anchored_ago(scene: Scene) -> Stretch:
    """Three days earlier, six months later: counted from the time spoken of last."""
    return _shifted(scene, scene.setting.anchor)


def _shifted(scene: Scene, base: Stretch) -> Stretch:
    length = length_of(scene.words, scene.lexicon)
    if length is None or base.start is None or base.end is None or not length.exact:
        return UNKNOWN
    if length.unit not in ("month", "quarter", "year", "decade", "century", "season") and base.precision > 1:
        return UNKNOWN
    when = shift(base.start, length.unit, scene.options["sign"] * length.many)
    return around(when, _grain(length.unit, length.many)) if when else UNKNOWN


def _grain(unit: str, many: float) -> str:
    if unit in ("year", "decade", "century"):
        return "month" if unit == "year" and many == 1 else "year"
    return "month" if unit in ("month", "quarter", "season") else "day"


def month_named(scene: Scene) -> Stretch:
    """A month: of a written year, of this or last year, or the last one of that name (the next when looking ahead)."""
    number, named, which = scene.value("month", "month"), year_of(scene), scene.said("which")
    if named:
        return month(named, number)
    return _plain_month(number, which, scene)


def _plain_month(number: int, which: str, scene: Scene) -> Stretch:
    published = scene.setting.published
    if published is None:
        return UNKNOWN
    ahead = "next" in which or "coming" in which or (scene.setting.ahead and not which)
    if ahead or (which == "this" and number >= published.month):
        return month(published.year + (number < published.month), number)
    back = number > published.month or (which == "last" and number >= published.month - 1)
    return month(published.year - back, number)


def months(scene: Scene) -> Stretch:
    """From one month to another: "from March to May 2018"."""
    first, last, named = scene.value("month", "month"), scene.value("month", "last"), scene.number("year")
    if named is None:
        end = _plain_month(last, "", scene)
        return Stretch((shift_months(end.start, -((last - first) % 12))), end.end) if end.start else UNKNOWN
    return month(named - (last < first), first, (last - first) % 12 + 1)


def sector(scene: Scene) -> Stretch:
    """Early March, mid-2014, late last year, the end of the month: a part of a longer stretch."""
    where = scene.said("where")
    inner = scene.inner("inner") if scene.inner("inner").known else _current(scene)
    if not inner.known:
        return UNKNOWN
    if where in ("early", "late", "mid"):
        return part_of_month(inner, where)
    if where == "middle":
        return part_of_month(inner, "mid")
    return _close(inner, "late" if where in ("end", "close") else "early")


def _current(scene: Scene) -> Stretch:
    """The month, year … that "the end of the month" means: the current one."""
    words = scene.group("inner")
    unit = scene.lexicon.values["unit"].get(words[-1]) if words and words[0] in ("the", "this") else None
    return around(scene.setting.published, unit) if unit and scene.setting.published else UNKNOWN


def week_of(scene: Scene) -> Stretch:
    """The first week of August: its days 1 to 7; the last week: its last seven days."""
    whole, number = scene.inner("inner"), scene.number("nth")
    if whole.start is None or whole.end is None or whole.precision > 4:
        return UNKNOWN
    if scene.said("nth") == "last":
        return Stretch(shift_days(whole.end, -6), whole.end)
    start = shift_days(whole.start, 7 * ((number or 1) - 1))
    return Stretch(start, min(whole.end, shift_days(start, 6) or whole.end)) if (number or 9) < 5 else UNKNOWN


def year_end(scene: Scene) -> Stretch:
    """The end of the year: December of the year of publication."""
    published = scene.setting.published
    return month(published.year, 12) if published else UNKNOWN


def first_months(scene: Scene) -> Stretch:
    """The first months of a year: up to publication, or its first half."""
    number, published = scene.number("year") or 0, scene.setting.published
    if published and published.year == number:
        return Stretch(make(number, 1, 1), published)
    return month(number, 1, 6)


def half_year(scene: Scene) -> Stretch:
    """The first or second half of a year."""
    number = year_of(scene)
    return month(number, 1 if scene.said("half") == "first" else 7, 6) if number else UNKNOWN


def year_named(scene: Scene) -> Stretch:
    """A year."""
    return year(scene.number("year") or 0)


def years(scene: Scene) -> Stretch:
    """From one year to another; "2018-19" too."""
    first, last = scene.number("first") or 0, scene.number("last") or 0
    last += first // 100 * 100 if last < 100 else 0
    return year(first, last - first + 1) if first <= last else UNKNOWN


def decade(scene: Scene) -> Stretch:
    """The 1990s, the early '80s."""
    named = scene.value("ties", "decade")
    digits = named or int("".join(char for char in scene.said("decade") if char.isdecimal()))
    whole = year(digits if digits > 99 else digits + (2000 if digits < 20 else 1900), 10)
    return part_of_month(whole, scene.said("where")) if scene.group("where") else whole


def century(scene: Scene) -> Stretch:
    """The 19th century: 1801 to 1900; before Christ there is no date to give."""
    number = scene.number("nth") or 0
    return UNKNOWN if scene.said("era").startswith("bc") else year((number - 1) * 100 + 1, 100) if number else UNKNOWN


def season(scene: Scene) -> Stretch:
    """A season of three months, the last one unless a year or "next" says otherwise."""
    first = scene.first_of("season") or scene.first_of("fall") or 0
    number, published, which = scene.number("year"), scene.setting.published, scene.said("which").split()
    if number or published is None:
        return month(number, first, 3) if number else UNKNOWN
    past = month(published.year - (first > published.month), first, 3)
    if "next" in which or ("this" in which and not past.end) or (scene.setting.ahead and "last" not in which):
        return month(published.year + (first < published.month), first, 3)
    if "last" in which and past.end and past.end >= published:
        return month(published.year - 1, first, 3)
    return month(published.year, first, 3) if "this" in which else past


def quarter(scene: Scene) -> Stretch:
    """A quarter of a written year, or the last one of that number."""
    nth, named, published = scene.number("nth"), year_of(scene), scene.setting.published
    if not nth or nth > 4:
        return UNKNOWN
    if named or published is None:
        return month(named, nth * 3 - 2, 3) if named else UNKNOWN
    start = nth * 3 - 2
    behind = start <= published.month if not scene.setting.ahead else True
    return month(published.year - (not behind), start, 3)


def year_earlier(scene: Scene) -> Stretch:
    """A year before the quarter spoken of last; without one the year before publication."""
    anchor, published = scene.setting.anchor, scene.setting.published
    if published is None:
        return UNKNOWN
    if anchor.start is None or anchor != around(anchor.start, "quarter"):
        return UNKNOWN if scene.options.get("inside") else year(published.year - 1)
    if (published - anchor.start).days > 400:
        return anchor
    return around(shift_months(anchor.start, -12), "quarter")


def current(scene: Scene) -> Stretch:
    """The quarter, the full year: the one spoken of last, else the last one over, the current year."""
    anchor, published = scene.setting.anchor, scene.setting.published
    unit = scene.said("unit") or "quarter"
    if anchor.start and anchor == around(anchor.start, unit):
        return anchor
    return around(shift(published, unit, -1 if unit == "quarter" else 0), unit)


def spoken_year(scene: Scene) -> Stretch:
    """A year as said aloud: "nineteen ninety-four", "two thousand"."""
    words = scene.group("spoken")
    if words[0] == "nineteen":
        return year(1900 + int(number_value(words[1:]) or 0))
    return year(int(number_value(words) or 2000))
