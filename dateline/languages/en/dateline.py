"""Datelines: "BAGHDAD (AP) —", "AL-HAWL, Syria, Feb 21 (Reuters) -", "PESHAWAR:"."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import NamedTuple


class Dateline(NamedTuple):
    """`end`: where the report itself starts; `wire`: the agency as written; `sure`: an agency or a date is named."""

    end: int
    wire: str | None
    sure: bool


def dateline(line: str) -> Dateline | None:
    """The dateline `line` opens with, if it does."""
    for pattern in _patterns():
        found = pattern.match(line[:250])
        if found and _place_like(found):
            groups = found.groupdict()
            wire = groups.get("wire")
            return Dateline(found.end(), wire, bool(wire or groups.get("date")))
    return None


def _place_like(found: re.Match[str]) -> bool:
    """Not a heading word or a body's acronym; without agency or date, no single word of fewer than four letters."""
    groups = found.groupdict()
    place = groups.get("place")
    if place is None:
        return True
    rest = found.string[found.end() :]
    if rest.isupper():
        return groups.get("date") is not None
    sure = groups.get("wire") or groups.get("date") or "," in place
    return bool(sure or len(place) > 3) and not set(re.findall(r"[^\W\d_]+", place.split(",")[0])) & _never()


@lru_cache(maxsize=1)
def _data() -> dict[str, str]:
    return tomllib.loads(resources.files(__package__).joinpath("datelines.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    return frozenset(_data()["never"].split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Tried in order: capitals with a dash or an agency; an ordinary place with agency or date; agency only."""
    data = _data()
    known = "|".join(re.escape(name) for name in " ".join(data["agencies"].split("\n")).replace("| ", "|").split("|"))
    month = f"(?:{data['months']})\\.?"
    year = r"(?:,? (?:\d{4}|\d\d(?= \()))?"
    day = rf"(?i:(?:(?:{data['weekdays']}),? )?(?:{month} \d{{1,2}}|\d{{1,2}} {month}){year}|{data['weekdays']})"
    capital = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.]+"
    capitals = rf"{capital}(?:[ -](?:{capital}|[a-z]{{2}}-{capital})){{0,3}}"
    name = r"(?:[Aa]l-|[Ee]l-)?[^\W\d_a-z][\w'’.-]+"
    names = rf"{name}(?: (?:of |al-|el-)?{name}){{0,3}}"
    place = rf"(?P<place>(?:NEAR |OUTSIDE )?{capitals}(?:/{capitals}){{0,2}}(?:, {names}){{0,2}})"
    ordinary = rf"(?!The (?!Hague))(?P<place>{names}(?:/{names})?(?:, {names}){{0,2}})"
    date = rf"(?:[,.]? (?P<date>{day})[.,]?)"
    any_wire = r"(?: ?[(/](?P<wire>[A-Z][\w .&/’'-]{1,40}?)[)/]\.?)"
    known_wire = rf"(?: ?[(/](?P<wire>(?:{known})(?: [\w ]{{2,20}})?)[)/]\.?)"
    bare_wire = rf"(?:, (?P<wire>{known}))"
    dash = r"\s?(?:[—–―]|--?|:|_)[—–-]?(?:\s+|(?=[\"“‘'A-Z])|$)"
    spaced = r"(?:\s(?:[–―]|--?)(?:\s+|$)|\s?(?:—|--)\s*|:\s+(?=[\"“‘'A-Z\d]))"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{place}{date}?{any_wire}{dash}",
            rf"{place}{date}?{known_wire}\s+(?=[A-Z\"“])",
            rf"{place}{date}{dash}",
            rf"{place}{bare_wire}{dash}",
            rf"{place}{spaced}",
            rf"{ordinary}{date}?{known_wire}(?:{dash}|\s+(?=[A-Z\"“]))",
            rf"{ordinary}{date}\s?(?:[—–―]|--?)\s+",
            rf"{ordinary}{bare_wire}{dash}",
            rf"(?P<wire>{known})\s?/\s?(?P<place>{names})\s?(?:/|[—–-]|:)?\s+",
            rf"(?:(?P<date>{day}) )?\((?P<wire>{known})\)\s?(?:[—–―]|--?)\s+",
        )
    )
