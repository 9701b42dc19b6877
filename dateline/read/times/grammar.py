"""The grammar of times of one language: its words, rules and what each rule means."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.errors import DataError
from dateline.read.grammar import Lexicon, Rule, Templates, load_table
from dateline.read.grammar.templates import words_of
from dateline.read.times import bounds, days, periods
from dateline.read.times.scene import Meaning

MEANINGS: dict[str, Meaning] = {
    "date": days.dated, "dates": days.dates, "written": days.written, "weekday": days.weekday,
    "weekdays": days.weekdays, "days": days.near_today, "overnight": days.overnight, "within": days.within,
    "clock": days.clock, "anchored": days.anchored, "anchorshift": days.anchor_shift,
    "calendar": periods.calendar, "rolling": periods.rolling, "ago": periods.ago,
    "anchoredago": periods.anchored_ago, "month": periods.month_named, "months": periods.months,
    "sector": periods.sector, "yearend": periods.year_end, "firstmonths": periods.first_months,
    "half": periods.half_year,
    "year": periods.year_named, "years": periods.years, "decade": periods.decade, "century": periods.century,
    "season": periods.season, "quarter": periods.quarter, "yearearlier": periods.year_earlier,
    "current": periods.current, "spokenyear": periods.spoken_year,
    "since": bounds.since, "sincethen": bounds.since_then, "until": bounds.until, "by": bounds.by,
    "untilnow": bounds.until_now, "holiday": days.holiday, "weekof": periods.week_of,
    "before": bounds.before, "after": bounds.after, "between": bounds.between, "repeats": bounds.repeats,
    "hours": bounds.hours, "clocks": bounds.clocks, "unknown": bounds.unknown, "nothing": bounds.unknown,
}  # fmt: skip
HEADS = (
    "month", "weekday", "season", "fall", "unit", "units", "long", "part", "often", "year", "decade", "clock",
    "isodate", "slashed", "head", "holiday", "conflict", "ties",
)  # fmt: skip


class TimeGrammar(NamedTuple):
    """Words and rules; `open_rules` are those that also find, the others only resolve.

    `heads` are the class characters at least one of which every time expression holds.
    """

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    open_rules: tuple[Rule, ...]
    heads: frozenset[str]


@cache
def time_grammar(language: str = "en") -> TimeGrammar:
    """The grammar of `languages/<language>/times.toml`; raises `DataError` when the file breaks its format."""
    table, numbers = load_table(language, "times"), load_table(language, "numbers")
    says = [say for rule in table["rules"] for say in ([rule["say"]] if isinstance(rule["say"], str) else rule["say"])]
    literals = words_of([*says, *table["parts"].values()])
    lexicon = Lexicon({**numbers["classes"], **table["classes"]}, table["cased"], literals)
    rules = Templates(lexicon, table["parts"]).rules(table["rules"])
    unknown = sorted({rule.means for rule in rules} - MEANINGS.keys())
    if unknown:
        raise DataError(f"languages/{language}/times.toml: no such meaning: {', '.join(unknown)}")
    heads = frozenset(char for name in HEADS for char in lexicon.charset(name))
    return TimeGrammar(lexicon, rules, tuple(rule for rule in rules if not rule.options.get("inside")), heads)
