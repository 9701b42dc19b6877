"""Events against events: what happened, in what status, and who was in it."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model import Event, Party, PlaceArgument, Reading, Span, TimeArgument, Words
from dateline.score.gold import ROLES, GoldEvent
from dateline.score.match import iou, match, match_spans
from dateline.score.sheet import Sheet
from dateline.score.words import share_word

AnyEvent = GoldEvent | Event
EventPair = tuple[GoldEvent, Event]
Argument = tuple[str, Span]


def score_events(sheet: Sheet, reading: Reading, claims: Mapping[str, str]) -> None:
    """Fills in the event layers; `claims` gives the read claim's id for each gold claim that was found.

    A trigger is right when it shares a word with the gold one, an event when its kind is the same too, an argument when
    it stands on a right event, in the same role, and shares a content word; all arguments count, those of missed and
    made-up events as well. A claim link is right when the claim named is the one found for the gold one, or both none.
    """
    golds, reads = list(sheet.doc.events), list(reading.events)
    pairs = match_spans(golds, reads, _trigger)
    sheet.found("events: triggers", golds, reads, pairs, _trigger, lambda e: e.kind)
    typed = match_spans(golds, reads, _trigger, lambda g, r: g.kind == r.kind)
    sheet.found("events", golds, reads, typed, _trigger, lambda e: e.kind)
    _score_arguments(sheet, reading, typed)
    sheet.agreed("events: kind", pairs, _trigger, lambda g, r: (g.kind, r.kind))
    sheet.agreed("events: status", typed, _trigger, lambda g, r: (g.status, r.status))
    sheet.agreed("events: status on triggers", pairs, _trigger, lambda g, r: (g.status, r.status))
    sheet.agreed("events: claim link", typed, _trigger, lambda g, r: (_link(g, claims), r.claim))


def _link(gold: GoldEvent, claims: Mapping[str, str]) -> str | None:
    """The read claim that stands for the gold event's; a claim that was not found is never linked rightly."""
    return claims.get(gold.claim, f"(missed) {gold.claim}") if gold.claim else None


def _trigger(event: AnyEvent) -> tuple[Span, ...]:
    return (event.trigger if isinstance(event, GoldEvent) else event.trigger.span,)


def _score_arguments(sheet: Sheet, reading: Reading, typed: list[EventPair]) -> None:
    figures = {figure.id: figure.span for figure in reading.figures}
    by_gold = {id(event): gold_arguments(event) for event in sheet.doc.events}
    by_read = {event.id: read_arguments(event, figures) for event in reading.events}
    golds = [argument for arguments in by_gold.values() for argument in arguments]
    reads = [argument for arguments in by_read.values() for argument in arguments]
    pairs = [pair for g, r in typed for pair in _match_arguments(sheet, by_gold[id(g)], by_read[r.id])]
    sheet.found("arguments", golds, reads, pairs, _place, _role)
    for role in ROLES:
        of_role = [(g, r) for g, r in pairs if g[0] == role]
        wanted, got = [g for g in golds if g[0] == role], [r for r in reads if r[0] == role]
        sheet.tally(f"arguments: {role}", len(of_role), len(wanted), len(got))


def gold_arguments(event: GoldEvent) -> list[Argument]:
    """Role and words of all arguments annotated on an event."""
    return [(role, span) for role in ROLES for span in event.roles.get(role, ())]


def read_arguments(event: Event, figures: Mapping[str, Span]) -> list[Argument]:
    """Role and words of all arguments read on an event; `figures` gives each figure's span by its id."""
    words: dict[str, tuple[Party | PlaceArgument | TimeArgument | Words, ...]] = {
        "actor": event.actors, "target": event.targets, "other": event.others, "place": event.places,
        "from": event.from_, "to": event.to, "time": event.times, "means": event.means,
    }  # fmt: skip
    named = [(role, argument.span) for role, arguments in words.items() for argument in arguments]
    return named + [("figure", figures[id]) for id in event.figures if id in figures]


def _match_arguments(sheet: Sheet, golds: list[Argument], reads: list[Argument]) -> list[tuple[Argument, Argument]]:
    """One to one within a role, best overlap first, then those that share a word at another place of the sentence."""
    text = sheet.doc.text

    def likeness(gold: Argument, read: Argument) -> float:
        same = gold[0] == read[0] and sheet.sentence(gold[1]) == sheet.sentence(read[1])
        return iou([gold[1]], [read[1]]) + 1e-6 if same and share_word(gold[1], read[1], text) else 0.0

    return match(golds, reads, likeness, [(i, j) for i in range(len(golds)) for j in range(len(reads))])


def _place(argument: Argument) -> tuple[Span, ...]:
    return (argument[1],)


def _role(argument: Argument) -> str:
    return argument[0]
