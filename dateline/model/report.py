"""A report as taken from its source, and the zones marked on it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from dateline.model.spans import Span

ZoneKind = Literal["headline", "dateline", "byline", "body", "boilerplate"]


class Zone(msgspec.Struct, frozen=True):
    """A stretch of the text and the part it plays, `why` where that is not plain; zones never change the text."""

    kind: ZoneKind
    span: Span
    why: str | None = None


class Report(msgspec.Struct, frozen=True):
    """One report. `text` is exactly what was taken from the source; `id` is the SHA-256 of its UTF-8 bytes.

    What the source does not say (title, outlet, date …) is None, never a stand-in.
    `wire` is the agency credited in the dateline ("BAGHDAD (AP) —"), as written.
    """

    id: str
    text: str
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    wire: str | None = None
    zones: tuple[Zone, ...] = ()
    reader: str | None = None
