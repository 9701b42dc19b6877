"""What a matched figure amounts to: low, best, high and bound, as the codebook has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.model.cells import Bound
from dateline.read.grammar import Lexicon, Tokens, number_value
from dateline.read.grammar.numbers import whole
from dateline.read.grammar.templates import Found

Number = float | int


class Amount(NamedTuple):
    """A number's bounds; None where the words give none."""

    bound: Bound
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None


class Said(NamedTuple):
    """A matched figure."""

    tokens: Tokens
    found: Found
    lexicon: Lexicon

    def group(self, name: str) -> list[str]:
        """The words a name in the template captured, in lower case; [] when none."""
        match = self.found.match
        if name not in match.re.groupindex or match[name] is None:
            return []
        return [word.lower() for word in self.tokens.words[slice(*match.span(name))]]

    def number(self, name: str) -> Number | None:
        """The captured number."""
        return number_value(self.group(name))


Reader = Callable[[Said], Amount | None]


def exact(said: Said) -> Amount | None:
    """150: low, best and high are the same."""
    value = said.number("n")
    return None if value is None else Amount("exact", value, value, value)


def at_least(said: Said) -> Amount | None:
    """At least 150: low and best."""
    value = said.number("n")
    return None if value is None else Amount("at_least", value, value, None)


def more(said: Said) -> Amount | None:
    """More than 150: low is one more."""
    value = said.number("n")
    return None if value is None else Amount("at_least", value + 1, value, None)


def at_most(said: Said) -> Amount | None:
    """Up to 150: high only."""
    value = said.number("n")
    return None if value is None else Amount("at_most", None, None, value)


def about(said: Said) -> Amount | None:
    """About 150: best only."""
    value = said.number("n")
    return None if value is None else Amount("about", None, value, None)


def between(said: Said) -> Amount | None:
    """5,000 to 7,000: low and high; "seven or eight million" shares its scale."""
    low, high = said.number("n"), said.number("m")
    if low is None or high is None:
        return None
    low = whole(low * _shared_scale(said, low, high))
    return Amount("range", low, None, high) if low < high else None


def _shared_scale(said: Said, low: Number, high: Number) -> Number:
    scales = said.lexicon.values["scale"]
    own = any(word in scales for word in said.group("n"))
    scale = next((scales[word] for word in said.group("m") if word in scales), 1)
    return 1 if own or low >= high / scale else scale


def vague(said: Said) -> Amount | None:
    """Dozens, hundreds of thousands: the least they stand for."""
    first = said.group("n")[0]
    low = said.lexicon.value("vague", first)
    for word in said.group("m"):
        low *= said.lexicon.values["each"].get(word, 10)
    return Amount("vague", low)


def several(said: Said) -> Amount | None:
    """Several hundred, a few thousand: at least two of them."""
    return Amount("vague", 2 * said.lexicon.value("scale", said.group("n")[0]))


def share(said: Said) -> Amount | None:
    """Half of, more than a third of, about two thirds of: a part of the whole, 0 to 1."""
    words = [word.lower() for word in said.tokens.words[said.found.first : said.found.last]]
    cardinals = said.lexicon.values["cardinal"]
    times = next((cardinals[word] for word in words if word in cardinals), 1)
    value = whole(times * said.lexicon.value("share", said.group("n")[0]))
    bound = _bound_of(words)
    if bound == "at_least":
        return Amount(bound, value, value, None)
    if bound == "at_most":
        return Amount(bound, None, None, value)
    return Amount("about", None, value, None) if bound == "about" else Amount("exact", value, value, value)


def _bound_of(words: list[str]) -> Bound:
    """The bound the words before a share give."""
    said = set(words)
    if said & {"more", "least", "over", "above", "fewer"} and not said & {"just"}:
        return "at_least" if "fewer" not in said or "no" in said else "at_most"
    if said & {"less", "under", "most", "up", "below", "many", "much"}:
        return "at_most"
    near = {"about", "around", "roughly", "nearly", "almost", "some", "approximately", "just"}
    return "about" if said & near else "exact"


def nothing(said: Said) -> Amount | None:
    """A number that is no figure."""
    return None


AMOUNTS: dict[str, Reader] = {
    "exact": exact, "at_least": at_least, "more": more, "at_most": at_most, "about": about, "range": between,
    "vague": vague, "several": several, "share": share, "nothing": nothing,
}  # fmt: skip
