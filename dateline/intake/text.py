"""Plain text: the text is the file's, whole; the head says what it plainly says."""

from __future__ import annotations

from hashlib import sha256

from dateline.languages.en.dates import publication_date
from dateline.languages.en.head import HeadLine, head
from dateline.model import Note, Report


def take_text(text: str) -> tuple[Report, tuple[Note, ...]]:
    """The report with title, outlet, byline, URL and date where its first lines say them."""
    lines = head(text)
    written = _first(lines, "published")
    published = publication_date(written.value) if written else None
    report = Report(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        title=_value(lines, "title"),
        outlet=_value(lines, "outlet"),
        byline=_value(lines, "byline"),
        url=_value(lines, "url"),
        published=published,
    )
    return report, _undated(written) if written and published is None else ()


def _first(lines: tuple[HeadLine, ...], part: str) -> HeadLine | None:
    return next((line for line in lines if line.part == part), None)


def _value(lines: tuple[HeadLine, ...], part: str) -> str | None:
    line = _first(lines, part)
    return line.value if line else None


def _undated(line: HeadLine) -> tuple[Note, ...]:
    message = f"the publication date {line.value[:40]!r} cannot be told for certain; give it with --published"
    return (Note("published-unclear", message, line.span),)
