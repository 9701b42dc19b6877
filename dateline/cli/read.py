"""`dateline read`: reports in, readings out."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, TYPE_CHECKING

import click

from dateline.cli.plain import plain
from dateline.cli.sources import STDIN, listing
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.cli.readings import Failure, Said
    from dateline.model import Reading

_MANY = 3
_DATE = click.DateTime(["%Y-%m-%d"])
_SPAN = re.compile(r"\[\n\s*(\d+),\n\s*(\d+)\n\s*\]")
"""A span as pretty-printed; a line break as such never stands inside a JSON string, so no text is touched."""


_UNSEEN = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Signs that a terminal could obey; in JSON they are written as escapes, which say the same."""


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "form", type=click.Choice(["summary", "json", "jsonl"]), default="summary", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of the terminal.")
@click.option("--published", type=_DATE, metavar="DATE", help="Publication date (2019-02-21) of files that give none.")
@click.option("--outlet", metavar="NAME", help="Outlet of files that name none.")
def command(
    paths: tuple[str, ...], form: str, output: str | None, published: datetime | None, outlet: str | None
) -> None:  # fmt: skip
    """Read reports, plain text or HTML.

    PATH is a file, a folder (all .txt and .html files in it) or - for standard input.
    """
    from dateline.cli.readings import Said

    found, skipped = listing(paths)
    _told_apart(found, form)
    for path in skipped:
        _tell(f"{path}: skipped, not .txt or .html")
    if not found:
        raise click.UsageError("no .txt or .html files found")
    said = Said(published.date() if published else None, " ".join(outlet.split()) or None if outlet else None)
    with _quiet_pipe(), _opened(output) as out:
        failed = _print_all(found, said, form, out)
    sys.exit(1 if failed else 0)


def _told_apart(found: tuple[str, ...], form: str) -> None:
    if form == "json" and len(found) > 1:
        raise click.UsageError(f"--format json prints one reading and {len(found)} files are given: use --format jsonl")
    if found.count(STDIN) > 1:
        raise click.UsageError("standard input (-) can be read only once")


def _print_all(paths: tuple[str, ...], said: Said, form: str, out: IO[str]) -> int:
    """Prints every reading as it comes; the number of files that failed."""
    from dateline.cli.readings import Failure, readings

    failed = 0
    for number, one in enumerate(_with_progress(readings(paths, said), len(paths))):
        told = one if isinstance(one, Failure) else _print(one, form, out, first=number == failed)
        if told:
            failed += 1
            _tell(told.reason)
    return failed


def _print(reading: Reading, form: str, out: IO[str], *, first: bool) -> Failure | None:
    """Prints one reading; a failure where that itself goes wrong, but not when the output does."""
    from dateline.cli.readings import bug

    try:
        _write(reading, form, out, first=first)
    except OSError:
        raise
    except Exception as fault:
        return bug(reading.report.path or STDIN, fault)
    return None


def _write(reading: Reading, form: str, out: IO[str], *, first: bool) -> None:
    if form == "summary":
        from dateline.cli.summary import print_summary

        print_summary(reading, out, first=first)
        return
    import msgspec

    from dateline.model import to_json

    data = to_json(reading)
    if form == "json":
        data = msgspec.json.format(data, indent=2)
    told = _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", data.decode())
    out.write(_SPAN.sub(r"[\1, \2]", told) + "\n")
    out.flush()


def _with_progress(readings: Iterable[Reading | Failure], total: int) -> Iterator[Reading | Failure]:
    """A progress bar when stderr is a terminal and the files are many, out of the way while a reading is printed."""
    if total < _MANY or not sys.stderr.isatty():
        yield from readings
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress

    bar = Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=Console(stderr=True), transient=True)
    task = bar.add_task("reading", total=total)
    with bar:
        for one in readings:
            bar.advance(task)
            bar.stop()
            yield one
            bar.start()


@contextmanager
def _opened(output: str | None) -> Iterator[IO[str]]:
    """The file to write, or standard output; both as UTF-8."""
    if output is None or output == STDIN:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    try:
        out = click.open_file(output, "w", encoding="utf-8", errors="replace")
    except OSError as fault:
        raise click.ClickException(f"{plain(output)}: {fault.strerror}") from fault
    with out:
        yield out


@contextmanager
def _quiet_pipe() -> Iterator[None]:
    """A reader that stops reading (`| head`) ends the command in silence; any error of ours is one line."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except DatelineError as reason:
        raise click.ClickException(plain(reason)) from reason
    except OSError as fault:
        raise click.ClickException(f"could not write: {plain(fault.strerror or fault)}") from fault


def _tell(line: str) -> None:
    click.echo(f"dateline: {plain(line)}", err=True)
