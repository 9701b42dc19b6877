"""Which of the words marked as places can name one: no common nouns, nationalities, outlets or armed groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.gazetteer import gazetteer
from dateline.model import Actor, Span
from dateline.read.near import Near
from dateline.read.places_words import place_words

_BODIES = ("armed_group", "media", "ngo", "igo")
_OWNS = ("’s ", "'s ")


def namable(text: str, marked: Sequence[Span], actors: Sequence[Actor], outlet: str | None) -> Iterator[Span]:
    """The spans that can name a place, the rest of an owner's ending ("’s") left out.

    A name has a capital, unless the whole text has none: "the border" is no place.
    """
    bodies = (span for actor in actors if actor.kind in _BODIES for span in actor.mentions)
    named = Near(bodies, lambda span: (span,))
    small = text.islower()
    for span in (_bare(text, each) for each in marked):
        if not small and span.of(text).islower():
            continue
        if _is_name(span.of(text), outlet) and not any(body.covers(span) for body in named.sharing(span)):
            yield span


def _bare(text: str, span: Span) -> Span:
    """Without an "s" before which a mark of owning stands."""
    owned = text[max(0, span.start - 1) : span.start + 2] in _OWNS
    return Span(span.start + 2, span.end) if owned and span.end - span.start > 2 else span


def _is_name(words: str, outlet: str | None) -> bool:
    """Not "Syrian", "Kurdish", nor the report's own outlet."""
    if words.casefold() in place_words().stateless:
        return False
    if gazetteer().people(words) and not gazetteer().nation(words):
        return False
    return not (outlet and words.casefold() in outlet.casefold() and not gazetteer().find(words))
