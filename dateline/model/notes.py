"""Notes: what was seen and not understood, or understood only in part."""

from __future__ import annotations

import msgspec

from dateline.model.spans import Span


class Note(msgspec.Struct, frozen=True):
    """`code` is a stable kebab-case name ("time-unresolved"); `span` is None where no words stand behind it."""

    code: str
    message: str
    span: Span | None = None
