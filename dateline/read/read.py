"""Reports to readings: sentences, both stages of the network, then one layer after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline import __version__
from dateline.model import Actor, Claim, Event, Note, Reading, Report, Span
from dateline.read.actors import complete, find_actors
from dateline.read.cells import read_figures, read_places, read_times
from dateline.read.claims import read_claims
from dateline.read.draft import draft
from dateline.read.drafts import Drafts, joined
from dateline.read.events import Cells, read_events
from dateline.read.near import Near
from dateline.read.network import Network, shipped
from dateline.read.quotes import quoted
from dateline.read.sentences import split_sentences

AT_ONCE = 2000
"""Sentences given to the network together; no report has so many."""
READABLE = ("headline", "dateline", "body")


def read(report: Report, network: Network | None = None) -> Reading:
    """Reads a cleaned report; what stands in boilerplate and bylines is not read."""
    sentences = readable(report)
    return assemble(report, sentences, drafted(network or shipped(), report.text, sentences))


def drafted(network: Network, text: str, sentences: Sequence[Span]) -> Drafts:
    """What the network finds, a very long text taken `AT_ONCE` sentences at a time: memory does not grow with it."""
    starts = range(0, max(1, len(sentences)), AT_ONCE)
    return joined([draft(network, text, sentences[first : first + AT_ONCE]) for first in starts], AT_ONCE)


def readable(report: Report) -> list[Span]:
    """The sentences that are read: those of the headline, the dateline and the body."""
    kept = Near((z for z in report.zones if z.kind in READABLE), lambda zone: (zone.span,))
    sentences = split_sentences(report.text, report.zones)
    return [s for s in sentences if not report.zones or kept.sharing(s)]


def assemble(report: Report, sentences: Sequence[Span], drafts: Drafts) -> Reading:
    """The layers of one report, from what the network found in it."""
    text, published = report.text, report.published
    inside, open_quotes = quoted(text)
    figures, unread = read_figures(text, sentences, drafts.marks["figure"])
    times, unresolved = read_times(text, sentences, drafts.marks["time"], published)
    actors = _within(find_actors(text), sentences)
    places, unplaced = read_places(text, drafts.marks["place"], actors, report)
    claims = read_claims(text, sentences, drafts.claims, actors, inside)
    events = read_events(text, drafts.events, Cells(claims, figures, places, times, actors))
    return Reading(
        report=msgspec.structs.replace(report, reader=f"dateline {__version__}"),
        claims=tuple(claims),
        events=tuple(events),
        figures=tuple(figures),
        places=tuple(places),
        times=tuple(times),
        actors=tuple(complete(actors, _linked(claims, events))),
        notes=(*_undated(report), *open_quotes, *unread, *unresolved, *unplaced),
    )


def _within(actors: Sequence[Actor], sentences: Sequence[Span]) -> list[Actor]:
    """The actors as far as they are named in what is read: a link to another story names nobody."""
    read = Near(sentences, lambda span: (span,))
    kept = ((a, tuple(m for m in a.mentions if read.sharing(m))) for a in actors)
    return [msgspec.structs.replace(actor, mentions=mentions) for actor, mentions in kept if mentions]


def _linked(claims: Sequence[Claim], events: Sequence[Event]) -> Iterator[tuple[str, Span]]:
    """Every actor that a source or an argument stands for, with the words that do."""
    for claim in claims:
        if claim.source and claim.source.actor:
            yield claim.source.actor, claim.source.span
    for event in events:
        for party in (*event.actors, *event.targets, *event.others):
            if party.actor:
                yield party.actor, party.span


def _undated(report: Report) -> tuple[Note, ...]:
    said = "the report gives no publication date: relative times (“on Tuesday”) are left unresolved"
    return () if report.published else (Note("report-undated", said),)
