"""The nouns: frozen, typed, no input or output."""

from dateline.model.cells import Actor, ActorKind, Bound, Counts, Figure, Place, PlaceKind, Time
from dateline.model.claims import Certainty, Claim, Cue, Medium, Quote, Source, SourceKind, Stance
from dateline.model.events import Codes, Event, Party, PlaceArgument, Status, TimeArgument, Words
from dateline.model.notes import Note
from dateline.model.reading import Reading, from_json, to_json
from dateline.model.report import Report, Zone, ZoneKind
from dateline.model.spans import Span, hull

__all__ = [
    "Actor", "ActorKind", "Bound", "Certainty", "Claim", "Codes", "Counts", "Cue", "Event", "Figure", "Medium", "Note",
    "Party", "Place", "PlaceArgument", "PlaceKind", "Quote", "Reading", "Report", "Source", "SourceKind", "Span",
    "Stance", "Status", "Time", "TimeArgument", "Words", "Zone", "ZoneKind", "from_json", "hull", "to_json",
]
