"""The reading: everything one report says, as data. Its JSON form is a contract."""

from __future__ import annotations

import msgspec

from dateline.model.cells import Actor, Figure, Place, Time
from dateline.model.claims import Claim
from dateline.model.events import Event
from dateline.model.notes import Note
from dateline.model.report import Report


class Reading(msgspec.Struct, frozen=True):
    """One report read; ids (c1, e1, f1 …) are unique within it and given in text order."""

    report: Report
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    notes: tuple[Note, ...] = ()


def to_json(reading: Reading) -> bytes:
    """The reading as UTF-8 JSON, keys in the contract's order; the same reading gives the same bytes."""
    return msgspec.json.encode(reading)


def from_json(data: bytes) -> Reading:
    """A reading back from its JSON; raises `msgspec.ValidationError` when the data break the contract."""
    return msgspec.json.decode(data, type=Reading)
