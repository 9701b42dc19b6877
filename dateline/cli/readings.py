"""Many files to many readings, in order; what fails is told and the others go on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import repeat
from multiprocessing import get_context
from typing import NamedTuple

from dateline.cli.sources import STDIN, load
from dateline.errors import DatelineError, IntakeError
from dateline.intake import LIMIT, take
from dateline.model import Reading


class Said(NamedTuple):
    """What the user says of all files, for what a file itself does not say."""

    published: date | None = None
    outlet: str | None = None


class Failure(NamedTuple):
    """One file that gave no reading; `reason` is one line that names it."""

    path: str
    reason: str


MANY = 24
"""From so many files on, starting a process for every core pays."""


def readings(paths: Sequence[str], said: Said) -> Iterator[Reading | Failure]:
    """One reading or failure for each path, in the paths' order; many files are read on all cores."""
    if _cores() < 2 or len(paths) < MANY or STDIN in paths:
        yield from (_read(path, said) for path in paths)
        return
    done = 0
    while done < len(paths):
        try:
            for one in _spread(paths[done:], said, _cores()):
                yield one
                done += 1
        except BrokenProcessPool:  # some file ended its process: whether it was this one, only reading it alone tells
            yield _alone(paths[done], said)
            done += 1


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _spread(paths: Sequence[str], said: Said, cores: int) -> Iterator[Reading | Failure]:
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read, paths, repeat(said), repeat(1), chunksize=2 if len(paths) > 1 else 1)


def _alone(path: str, said: Said) -> Reading | Failure:
    try:
        return next(_spread([path], said, 1))
    except BrokenProcessPool:
        return Failure(path, f"{path}: its reading broke off, perhaps for want of memory")


def _read(path: str, said: Said, threads: int = 0) -> Reading | Failure:
    from dateline import flow

    try:
        name = None if path == STDIN else os.fsencode(path).decode("utf-8", "replace")
        report, notes = take(load(path, LIMIT), path=name, published=said.published, outlet=said.outlet)
        return flow.with_notes(flow.read_report(report, threads=threads), notes)
    except IntakeError as reason:
        return Failure(path, str(reason))
    except DatelineError as reason:
        return Failure(path, f"{path}: {reason}")
    except Exception as fault:
        return bug(path, fault)


def bug(path: str, fault: Exception) -> Failure:
    """A fault of ours as one line; raised as it is when DATELINE_DEBUG is set."""
    if os.environ.get("DATELINE_DEBUG"):
        raise fault
    return Failure(path, f"{path}: could not be read, a fault of Dateline ({type(fault).__name__}: {fault})")
