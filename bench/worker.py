"""One measured run in a process of its own: `python -m bench.worker CORES RUNS [--stages]`, texts as JSON on stdin.

Prints JSON: sentences, seconds of each run, peak memory in MB, and with --stages the seconds by stage.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from functools import partial
from time import perf_counter
from typing import Any


def main(cores: int, runs: int, stages: bool) -> dict[str, Any]:
    """Reads the texts `runs` times on the first `cores` cores this process may use, after one short warm-up."""
    _keep_to(cores)
    from dateline.flow import read_many
    from dateline.model import Report
    from dateline.read.sentences import split_sentences

    reports = [Report(str(n), text, language="en") for n, text in enumerate(json.load(sys.stdin))]
    count = sum(len(split_sentences(report.text)) for report in reports)
    many = partial(read_many, workers=cores)
    list(read_many(reports[:4]))
    seconds = [_timed(many, reports) for _ in range(runs)]
    result = {"sentences": count, "seconds": seconds, "megabytes": _peak()}
    return result | (_by_stage(read_many, reports) if stages else {})


def _timed(read_many: Any, reports: list[Any]) -> float:
    start = perf_counter()
    for _ in read_many(reports):
        pass
    return perf_counter() - start


def _by_stage(read_many: Any, reports: list[Any]) -> dict[str, Any]:
    from bench.stages import Clock

    clock = Clock()
    clock.install()
    whole = _timed(read_many, reports)
    rest = whole - sum(clock.seconds.values())
    return {"stages": {**clock.seconds, "the rest": rest}, "missing": clock.missing}


def _keep_to(cores: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))


def _peak() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), "--stages" in sys.argv)))
