"""Claims: who says what, through whom, how surely. Enumerations are the codebook's."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.spans import Span

SourceKind = Literal[
    "official", "spokesperson", "leader", "organisation", "outlet", "witness", "expert", "fighter", "document", "other",
    "unknown",
]
Quote = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "assert", "confirm", "deny", "warn", "fear", "accuse", "threaten", "promise", "demand", "opinion", "report",
]
Certainty = Literal["certain", "probable", "possible", "unlikely"]


class Source(msgspec.Struct, frozen=True):
    """Who is said to say it: the words (`span`), and the source resolved across the report (`who`)."""

    span: Span
    who: str
    kind: SourceKind
    named: bool
    actor: str | None = None
    count: int | None = None


class Medium(msgspec.Struct, frozen=True):
    """The outlet or document through which the source is known ("told the AP")."""

    span: Span
    outlet: str | None = None


class Cue(msgspec.Struct, frozen=True):
    """The words that attribute ("said", "reportedly")."""

    span: Span


class Claim(msgspec.Struct, frozen=True):
    """A content tied to a source by a cue; `within` names the claim whose content encloses this one.

    `continues` names the claim with whose source this one goes on: a quotation whose own sentence names nobody.
    """

    id: str
    content: tuple[Span, ...]
    quote: Quote
    stance: Stance
    certainty: Certainty
    confidence: float
    within: str | None = None
    source: Source | None = None
    medium: Medium | None = None
    cue: Cue | None = None
    continues: str | None = None
