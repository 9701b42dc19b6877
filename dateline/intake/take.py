"""One file's bytes to one report, with notes on what was odd about them."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.errors import IntakeError
from dateline.intake.decode import decode
from dateline.intake.formats import format_of, refuse_signature
from dateline.intake.language import language_of
from dateline.intake.text import take_text
from dateline.model import Note, Report

LIMIT = 50_000_000
"""Bytes; a larger file is refused."""


def take(
    data: bytes, *, path: str | None, published: date | None = None, outlet: str | None = None
) -> tuple[Report, tuple[Note, ...]]:
    """The report in `data`, its text as taken. `published` and `outlet` fill only what the file does not say.

    Raises `IntakeError`, one line that names the file, for what is empty, binary, too large, of an unsupported format,
    unreadable or in another language than English.
    """
    try:
        report, notes = _taken(data, path)
        report, more = _filled(report, published, outlet)
        return report, (*notes, *more)
    except IntakeError as reason:
        raise IntakeError(f"{path or 'the text'}: {reason}") from reason


def _taken(data: bytes, path: str | None) -> tuple[Report, tuple[Note, ...]]:
    if len(data) > LIMIT:
        raise IntakeError(f"too large: {len(data) / 1e6:.0f} MB, the limit is {LIMIT / 1e6:.0f} MB")
    if not data.strip(b" \t\r\n\x00"):
        raise IntakeError("empty")
    refuse_signature(data)
    text, decoding = decode(data)
    if not text.strip():
        raise IntakeError("empty")
    report, notes = _of_format(text, path)
    language, telling = _language(report)
    return msgspec.structs.replace(report, path=path, language=language), (*decoding, *notes, *telling)


def _of_format(text: str, path: str | None) -> tuple[Report, tuple[Note, ...]]:
    if format_of(text, path) == "text":
        return take_text(text)
    from dateline.intake.html import take_html

    return take_html(text)


def _language(report: Report) -> tuple[str | None, tuple[Note, ...]]:
    """"en", or None with a note when it cannot be told; raises for another language."""
    told = language_of(_read_text(report))
    if told == "English":
        return "en", ()
    if told is None:
        return None, (Note("language-unknown", "too little text to tell its language; read as English would be"),)
    raise IntakeError(f"looks like {told}; only English is read")


def _read_text(report: Report) -> str:
    """The text without what the page itself marks as boilerplate (menus may be in another language)."""
    at, kept = 0, []
    for zone in (z for z in report.zones if z.kind == "boilerplate"):
        kept.append(report.text[at : zone.span.start])
        at = zone.span.end
    rest = "".join((*kept, report.text[at:]))
    return rest if rest.strip() else report.text


def _filled(report: Report, published: date | None, outlet: str | None) -> tuple[Report, tuple[Note, ...]]:
    notes = [
        Note(f"{name}-differs", f"the file says {said}, the option {given}; the file's is kept")
        for name, said, given in (("published", report.published, published), ("outlet", report.outlet, outlet))
        if said is not None and given is not None and str(said).casefold() != str(given).casefold()
    ]
    filled = msgspec.structs.replace(report, published=report.published or published, outlet=report.outlet or outlet)
    return filled, tuple(notes)
