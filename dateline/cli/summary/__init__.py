"""A reading for people: coloured on a terminal, plain when piped."""

from __future__ import annotations

from io import StringIO
from typing import IO

from rich.console import Console

from dateline.cli.summary.claims import claims
from dateline.cli.summary.events import events, loose_figures
from dateline.cli.summary.head import foot, head
from dateline.model import Reading

PIPED_WIDTH = 100


def print_summary(reading: Reading, out: IO[str], *, first: bool = True) -> None:
    """Prints the summary to `out`; words of the report are printed without any control character they may hold."""
    terminal = out.isatty()
    held = out if terminal else StringIO()
    console = Console(file=held, highlight=False, markup=False, emoji=False, width=None if terminal else PIPED_WIDTH)
    if not first:
        console.print()
    for part in (head, claims, events, loose_figures, foot):
        for line in part(reading):
            console.print(line)
    if isinstance(held, StringIO):
        out.writelines(f"{line.rstrip()}\n" for line in held.getvalue().splitlines())
