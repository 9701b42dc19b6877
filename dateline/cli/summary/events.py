"""Events in the summary, each with its cells, and the figures that belong to none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.padding import Padding

from dateline.cli.summary.parts import DIM, Piece, amount, heading, line, quoted, table
from dateline.model import (
    Actor,
    Event,
    Figure,
    Party,
    Place,
    PlaceArgument,
    Reading,
    Report,
    Status,
    Time,
    TimeArgument,
    Words,
)

_STATUS: dict[Status, str] = {
    "actual": "green", "possible": "yellow", "planned": "cyan", "denied": "red", "hypothetical": "magenta",
}  # fmt: skip


class Known(NamedTuple):
    """The reading's cells by id, and its text's report."""

    report: Report
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    times: Mapping[str, Time]
    figures: Mapping[str, Figure]


def _known(reading: Reading) -> Known:
    actors, places = {actor.id: actor for actor in reading.actors}, {place.id: place for place in reading.places}
    times, figures = {time.id: time for time in reading.times}, {figure.id: figure for figure in reading.figures}
    return Known(reading.report, actors, places, times, figures)


def events(reading: Reading) -> Iterator[Padding]:
    """Every event in text order, a row for each of its cells."""
    yield heading("EVENTS", len(reading.events))
    if not reading.events:
        yield line(("none found", DIM), indent=2)
    known = _known(reading)
    for event in reading.events:
        trigger = quoted(reading.report, event.trigger.span)
        stands = f"said in {event.claim}" if event.claim else "in the report's own voice"
        status = (event.status, _STATUS[event.status])
        yield line((event.id, DIM), (event.kind.replace("_", " "), "bold"), status, trigger, (stands, DIM), indent=2)
        yield table(_cells(event, known), indent=6)


def loose_figures(reading: Reading) -> Iterator[Padding]:
    """Figures that no event carries."""
    tied = {figure for event in reading.events for figure in event.figures}
    loose = [figure for figure in reading.figures if figure.id not in tied]
    if loose:
        yield heading("OTHER FIGURES", len(loose))
    for figure in loose:
        yield line((figure.id, DIM), *_figure(figure, reading.report), indent=2)


def _cells(event: Event, known: Known) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """(role, pieces) in the order an analyst asks: who, to whom, where, when, by what, how many."""
    parties = (("who", event.actors), ("to whom", event.targets), ("with", event.others))
    yield from ((role, _party(party, known)) for role, many in parties for party in many)
    places = (("where", event.places), ("from", event.from_), ("to", event.to))
    yield from ((role, _place(place, known)) for role, many in places for place in many)
    yield from (("when", _time(time, known)) for time in event.times)
    yield from (("means", _words(means, known)) for means in event.means)
    counted = (known.figures[id] for id in event.figures if id in known.figures)
    yield from (("figure", tuple(_figure(figure, known.report))) for figure in counted)


def _words(words: Words, known: Known) -> tuple[Piece, ...]:
    return (quoted(known.report, words.span),)


def _party(party: Party, known: Known) -> tuple[Piece, ...]:
    actor = known.actors.get(party.actor or "")
    return (quoted(known.report, party.span), (f"= {actor.name}" if actor else "", "cyan"))


def _place(argument: PlaceArgument, known: Known) -> tuple[Piece, ...]:
    words = quoted(known.report, argument.span)
    place = known.places.get(argument.place or "")
    if place is None:
        return (words,)
    where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    return (words, (f"= {where}", "cyan"), (f"precision {place.precision}", DIM))


def _time(argument: TimeArgument, known: Known) -> tuple[Piece, ...]:
    words = quoted(known.report, argument.span)
    time = known.times.get(argument.time or "")
    return (words, ("unresolved", "yellow")) if time is None else (words, _dates(time), time.repeats or "")


def _dates(time: Time) -> Piece:
    if time.from_ is None and time.to is None:
        return ("unresolved", "yellow")
    same = time.from_ == time.to
    return (f"= {time.from_}" if same else f"= {time.from_ or '…'} to {time.to or '…'}", "cyan")


def _figure(figure: Figure, report: Report) -> Iterator[Piece]:
    yield quoted(report, figure.span)
    if figure.of:
        yield ("of", DIM)
        yield quoted(report, figure.of)
    yield (f"= {amount(figure)}", "cyan")
    yield (figure.counts, DIM)
