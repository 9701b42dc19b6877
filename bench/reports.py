"""Made-up reports to read against the clock: the same ones for the same seed, 25 words a sentence on average."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from string import Formatter

TEMPLATES = (
    "At least {n} {people} were killed and {m} others wounded when {armed} shelled the {town} district of {place} "
    "on {day}, {source} said.",
    "{source_up} told {outlet} that {armed} had handed over more than {n} {people} to the authorities in {place} "
    "this week.",
    "According to {source}, {armed} entered {place} on {day} after clashes with {rival} in which some {n} {people} "
    "were reportedly detained.",
    "“We left {place} at night with the children because {armed} were burning the houses along the road,” {source} "
    "said on {day}.",
    "{armed_up} denied that its men had taken part in the attack on {place}, in which {n} to {m}00 {people} are feared "
    "dead.",
    "The {town} bridge was destroyed in an air strike that {source} blamed on {rival}, and up to {n}00 {people} fled "
    "towards {place}.",
    "{source_up} warned that {rival} could storm {place} unless the {people} held there since {day} were allowed to "
    "leave.",
    "Every night between around {m} p.m. and 3 a.m. mortar fire falls on {place}, {source} added, and {armed} give no "
    "answer.",
    "A roadside bomb exploded near {rival} outside {place} on {day}, wounding {n} {people}, but {source} did not say "
    "who was responsible.",
    "In a statement {armed} said they would withdraw from {place} by {day} if {rival} released the {n} {people} "
    "arrested last month.",
)
WORDS = {
    "people": ("civilians", "fighters", "soldiers", "villagers", "displaced families", "detainees", "prisoners"),
    "armed": ("government forces", "the rebels", "the Harun Brigade", "militiamen", "Islamic State", "the army"),
    "rival": ("the opposition", "the coalition", "an armed group", "Turkish-backed factions", "the police"),
    "place": ("Hajin", "Baghuz", "al-Qaim", "Deir al-Zor", "Kutum", "Raqqa", "El Fasher", "Idlib", "Baidoa", "Mosul"),
    "town": ("northern", "old market", "riverside", "eastern", "university", "railway", "upper"),
    "day": ("Monday", "Feb. 21", "Thursday", "3 March", "Saturday", "the weekend", "Wednesday"),
    "outlet": ("the Associated Press", "Reuters", "local radio", "a regional newspaper", "state television"),
    "source": (
        "a resident", "two security officials", "Colonel Musa Adan", "the monitoring group", "a hospital doctor",
        "an unidentified intelligence officer", "the provincial governor", "a spokesman for the ministry",
    ),
}  # fmt: skip


def sentences(seed: int = 1) -> Iterator[str]:
    """Sentences without end."""
    rng = Random(seed)
    while True:
        yield _filled(rng.choice(TEMPLATES), rng)


def reports(count: int, length: int = 20, seed: int = 1) -> list[str]:
    """`count` reports of `length` sentences in paragraphs of two."""
    made = sentences(seed)
    return [_report([next(made) for _ in range(length)]) for _ in range(count)]


def _report(lines: list[str]) -> str:
    return "\n\n".join(" ".join(lines[i : i + 2]) for i in range(0, len(lines), 2))


def _filled(template: str, rng: Random) -> str:
    return template.format(**{name: _value(name, rng) for _, name, _, _ in Formatter().parse(template) if name})


def _value(name: str, rng: Random) -> str:
    if name in ("n", "m"):
        return str(rng.randint(2, 12 if name == "m" else 90))
    words = rng.choice(WORDS[name.removesuffix("_up")])
    return words[0].upper() + words[1:] if name.endswith("_up") else words
