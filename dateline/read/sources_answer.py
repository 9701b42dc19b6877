"""What became of one source phrase."""

from __future__ import annotations

import msgspec

from dateline.model import SourceKind, Span
from dateline.read.sources_history import Entry, History
from dateline.read.sources_people import Sex
from dateline.read.sources_who import fullest_before


class Read(msgspec.Struct, frozen=True):
    """What became of a phrase; as `Resolved`, and what a later mention is matched by."""

    who: str
    kind: SourceKind | None
    named: bool
    count: int | None
    actor: str | None
    antecedent: Span | None
    why: str
    plural: bool = False
    person: bool = False
    sex: Sex | None = None
    head: str = ""
    bag: frozenset[str] = frozenset()


def from_entry(entry: Entry, why: str, history: History) -> Read:
    who = entry.who if entry.source else fullest_before(entry.actor, entry.span.end, history) or entry.who
    return Read(who, entry.kind, entry.named, entry.count, entry.actor, entry.span, why, entry.plural, entry.person,
                entry.sex, entry.head, entry.bag)  # fmt: skip
