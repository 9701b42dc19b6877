"""Pieces of the summary: the only place where words become printable text."""

from __future__ import annotations

from collections.abc import Iterable

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.plain import plain
from dateline.model import Figure, Report, Span

Piece = str | tuple[str, str]
"""Words, or words with a style."""

DIM = "dim"
_MOST = 600


def line(*pieces: Piece, indent: int = 0) -> Padding:
    """One paragraph of pieces joined by spaces, wrapped at the console's width."""
    return Padding(_text(pieces), (0, 0, 0, indent))


def table(rows: Iterable[tuple[str, tuple[Piece, ...]]], indent: int) -> Padding:
    """Rows of a name and its pieces, the pieces aligned."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style=DIM, width=7)
    grid.add_column()
    for name, pieces in rows:
        grid.add_row(name, _text(pieces))
    return Padding(grid, (0, 0, 0, indent))


def _text(pieces: tuple[Piece, ...]) -> Text:
    text = Text()
    for piece in pieces:
        words, style = piece if isinstance(piece, tuple) else (piece, "")
        safe = plain(words)
        if safe:
            text.append(" " if text.plain else "").append(safe, style=style or None)
    return text


def heading(title: str, count: int) -> Padding:
    """A section's title with how many it holds, after a blank line."""
    return Padding(Text(f"{title} ", style="bold").append(str(count), style=DIM), (1, 0, 0, 0))


def quoted(report: Report, *spans: Span) -> str:
    """The report's words at the spans, quoted, very long ones cut in the middle and said to be so."""
    words = " … ".join(_short(plain(span.of(report.text))) for span in spans)
    bare = words[1:-1] if words[:1] == "“" and words[-1:] == "”" else words
    return f"“{words if '”' in bare else bare}”"


def _short(words: str) -> str:
    if len(words) <= _MOST:
        return words
    half = _MOST // 2
    return f"{words[:half]} […{len(words) - 2 * half} more characters…] {words[-half:]}"


def number(value: float | None) -> str:
    """1234 → 1,234; None → ?."""
    if value is None:
        return "?"
    return f"{value:,.0f}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:,g}"


def amount(figure: Figure) -> str:
    """What a figure says as bounds: "≥ 151 (best 150)", "5,000–7,000", "≈ 500"."""
    low, best, high = figure.low, figure.best, figure.high
    ranges = {
        "exact": number(best),
        "at_least": f"≥ {number(low)}",
        "at_most": f"≤ {number(high)}",
        "about": f"≈ {number(best)}",
        "range": f"{number(low)}–{number(high)}",
        "vague": f"vague, ≥ {number(low)}",
    }
    said = ranges[figure.bound]
    return said if best is None or number(best) in said else f"{said} (best {number(best)})"
