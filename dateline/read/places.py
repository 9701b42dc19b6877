"""Places: which known place each mention names, where it lies, and why it is thought so.

`find_places` proposes mentions where no tagger does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.model import Note, Place, Span
from dateline.read.near import Near
from dateline.read.places_context import Countries, majority
from dateline.read.places_find import find_places
from dateline.read.places_mention import Mention
from dateline.read.places_surroundings import surrounded
from dateline.read.places_verdict import Ranked, verdict
from dateline.read.places_weigh import weigh
from dateline.read.places_words import place_words

__all__ = ["find_places", "resolve_places"]

CLEAR = 0.75  # share of the report's places one country needs to lend its name to places unknown


def resolve_places(
    text: str, mentions: Sequence[Span], outlet: str | None = None,
    dateline: Span | None = None,
) -> tuple[list[Place], list[Note]]:  # fmt: skip
    """Each mention as a place, ids p1, p2 … in text order; a Note for each that is unknown or not told apart.

    `dateline` is the span of the report's dateline, whose place counts double; `outlet` is heard for the countries
    in its name. Names not known keep `lat` and `lon` None. Never raises, whatever the
    text or spans; spans outside the text are cut to it, empty ones dropped.
    """
    spans = _within(text, mentions)
    if not spans:
        return [], []
    parsed = [surrounded(text, span) for span in spans]
    countries = Countries(text)
    ranked = weigh(spans, parsed, countries, outlet, dateline)
    numbered = list(enumerate(zip(spans, parsed, strict=True), 1))
    first = {n: verdict(f"p{n}", s, s.of(text), m, ranked[m]) for n, (s, m) in numbered}
    sure = Sure(place for place, _ in first.values() if place.country)
    for number, (span, mention) in numbered:
        if mention.kind == "border" and first[number][0].lat is None:
            seen = _beside_border(span, mention, ranked[mention], countries, sure)
            first[number] = verdict(f"p{number}", span, span.of(text), mention, seen)
        elif not first[number][0].country and not ranked[mention].candidates:
            seen = _in_sentence(span, mention, ranked[mention], countries, sure)
            first[number] = verdict(f"p{number}", span, span.of(text), mention, seen)
    return [place for place, _ in first.values()], [note for _, note in first.values() if note]


class Sure(Near[Place]):
    """The places whose country is told, to be looked up by where they stand."""

    def __init__(self, places: Iterable[Place]) -> None:
        told = list(places)
        super().__init__(told, lambda place: (place.span,))
        self.counts = Counter(place.country for place in told if place.country)


def _within(text: str, mentions: Sequence[Span]) -> list[Span]:
    cut = {Span(max(0, start), min(len(text), end)) for start, end in mentions}
    return sorted(s for s in cut if s.start < s.end and s.of(text).strip())


def _in_sentence(
    span: Span, mention: Mention, ranked: Ranked, countries: Countries, sure: Sure
) -> Ranked:
    """With the country an unknown place is given: that in its own words, else its sentence's, else most places'."""
    country, because = _lent_country(span, countries, sure)
    if mention.countries and mention.noun not in place_words().abroad:
        country, because = mention.countries[0], "country by the mention itself"
    return Ranked((), (), country, because, ranked.evidence)


def _beside_border(
    span: Span, mention: Mention, ranked: Ranked, countries: Countries, sure: Sure
) -> Ranked:
    """With the country on the other side: that of the nearest place of another country in the sentence."""
    if len(mention.countries) != 1:
        return ranked
    around = countries.sentence(span)
    inside = (p for p in sure.sharing(around) if around.covers(p.span))
    here = [p for p in inside if p.kind != "border" and p.country not in mention.countries]
    near = min(here, key=lambda p: abs(p.span.start - span.start), default=None)
    named = [code for code in countries.beside(span) if code not in mention.countries]
    if near:
        return Ranked((), (), near.country, f"the other side by {near.name} in the same sentence", ranked.evidence)
    if len(named) == 1:
        return Ranked((), (), named[0], "the other side by the country named in the same sentence", ranked.evidence)
    return ranked


def _lent_country(span: Span, countries: Countries, sure: Sure) -> tuple[str | None, str]:
    around = countries.sentence(span)
    inside = (p for p in sure.sharing(around) if around.covers(p.span))
    near = min(inside, key=lambda p: abs(p.span.start - span.start), default=None)
    if near:
        return near.country, f"country by {near.name} in the same sentence"
    beside = countries.beside(span)
    if len(beside) == 1:
        return beside[0], "country by the one named in the same sentence"
    counts = sure.counts + countries.counts
    code = majority(list(counts.items()), CLEAR)
    return code, "country by most places of the report" if code else ""
