"""The whole way in: bytes → report → zones → reading."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from itertools import islice
from multiprocessing import get_context

import msgspec

from dateline.clean import clean
from dateline.intake import take
from dateline.model import Note, Reading, Report
from dateline.read.network import shipped
from dateline.read.read import read

AHEAD = 16
"""Reports handed to each worker before its first is taken back: enough to keep it busy, few enough to stay small."""


def read_bytes(
    data: bytes, *, path: str | None = None, published: date | None = None, outlet: str | None = None
) -> Reading:
    """Takes, cleans and reads one file's bytes; IntakeError when they are no report that can be read."""
    report, notes = take(data, path=path, published=published, outlet=outlet)
    return with_notes(read_report(report), notes)


def read_text(
    text: str, *, published: date | None = None, outlet: str | None = None, path: str | None = None
) -> Reading:
    """Reads a report given as text, taken to be English; what is not given stays unknown."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return read_report(Report(digest, text, path=path, outlet=outlet, published=published, language="en"))


def read_report(report: Report, *, threads: int = 0) -> Reading:
    """Cleans and reads one report, the network on `threads` threads (0: all cores)."""
    return read(clean(report), shipped(threads))


def read_many(reports: Iterable[Report], *, workers: int = 1) -> Iterator[Reading]:
    """Cleans and reads reports in order, in `workers` processes; the readings do not depend on how many."""
    if workers > 1:
        yield from _spread(iter(reports), workers)
    else:
        for report in reports:
            yield read_report(report)


def _spread(waiting: Iterator[Report], workers: int) -> Iterator[Reading]:
    under_way: deque[Future[Reading]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for report in islice(waiting, AHEAD * workers):
            under_way.append(pool.submit(read_report, report, threads=1))
        while under_way:
            yield under_way.popleft().result()
            for report in islice(waiting, 1):
                under_way.append(pool.submit(read_report, report, threads=1))


def with_notes(reading: Reading, notes: Sequence[Note]) -> Reading:
    """The reading with the intake's notes put first."""
    return msgspec.structs.replace(reading, notes=(*notes, *reading.notes)) if notes else reading
