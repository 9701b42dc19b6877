"""Claims in the summary: who, through whom, the cue, how surely; then the words. Nested ones are indented."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding

from dateline.cli.plain import plain
from dateline.cli.summary.parts import DIM, Piece, heading, line, quoted
from dateline.model import Certainty, Claim, Reading, Report, Source, Stance

_STEP = 4
_DEEPEST = 5
_STANCES: dict[Stance, tuple[str, str]] = {
    "assert": ("asserts", ""),
    "confirm": ("confirms", "green"),
    "deny": ("denies", "red"),
    "warn": ("warns", "yellow"),
    "fear": ("fears", "yellow"),
    "accuse": ("accuses", "magenta"),
    "threaten": ("threatens", "red"),
    "promise": ("promises", "cyan"),
    "demand": ("demands", "cyan"),
    "opinion": ("opinion", "blue"),
    "report": ("passes on", "blue"),
}
_SURE: dict[Certainty, str] = {"certain": "green", "probable": "cyan", "possible": "yellow", "unlikely": "red"}


def claims(reading: Reading) -> Iterator[Padding]:
    """Every claim in text order."""
    yield heading("CLAIMS", len(reading.claims))
    if not reading.claims:
        yield line(("none found", DIM), indent=2)
    within = {claim.id: claim.within for claim in reading.claims}
    speakers = {claim.id: claim.source for claim in reading.claims}
    for claim in reading.claims:
        indent = 2 + _STEP * min(_depth(claim.id, within), _DEEPEST)
        speaker = speakers.get(claim.continues) if claim.continues else None
        yield line(*_pieces(claim, speaker, reading.report), indent=indent)
        yield line(quoted(reading.report, *claim.content), indent=indent + _STEP)


def _depth(claim: str, within: dict[str, str | None]) -> int:
    """How many claims enclose this one; a circle counts once."""
    seen = {claim}
    outer = within.get(claim)
    while outer is not None and outer not in seen:
        seen.add(outer)
        outer = within.get(outer)
    return len(seen) - 1


def _pieces(claim: Claim, speaker: Source | None, report: Report) -> Iterator[Piece]:
    stance, colour = _STANCES[claim.stance]
    yield (claim.id, DIM)
    if claim.source is None and speaker is not None:
        yield (speaker.who, "bold")
        yield (f"(goes on from {claim.continues})", DIM)
    else:
        yield from _source(claim.source, report)
    if claim.medium:
        yield ("via", DIM)
        yield (claim.medium.span.of(report.text), "bold")
    if claim.cue:
        yield ("→", DIM)
        yield quoted(report, claim.cue.span)
    yield ("→", DIM)
    yield (f"{stance},", colour)
    yield (claim.certainty, _SURE[claim.certainty])
    if claim.within:
        yield (f"in {claim.within}", DIM)


def _source(source: Source | None, report: Report) -> Iterator[Piece]:
    if source is None:
        yield ("no source given", "italic yellow")
        return
    yield (source.who, "bold")
    words = plain(source.span.of(report.text))
    if words.casefold() != plain(source.who).casefold():
        yield (f"= {quoted(report, source.span)}", DIM)
    about = [source.kind, "named" if source.named else "anonymous"]
    yield (f"({', '.join(about + ([f'{source.count} persons'] if (source.count or 1) > 1 else []))})", DIM)
