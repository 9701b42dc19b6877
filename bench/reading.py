"""How fast whole reports are read, where the time goes, and what a cold start costs: `python -m bench.reading`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from bench.reports import reports

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "dev"
MUST, GOAL = 600, 2000  # sentences a second, two cores, 25 words a sentence
COLD_SECONDS, COLD_MEGABYTES = 2.0, 700
READ = "from dateline.cli import main; main()"


@click.command()
@click.option("--reports", "count", default=60, show_default=True, help="Made-up reports of 20 sentences.")
@click.option("--runs", default=3, show_default=True, help="Runs of each, the median counts.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
def main(count: int, runs: int, as_json: bool) -> None:
    """Measure and print."""
    measured = measure(count, runs)
    if as_json:
        click.echo(json.dumps(measured, indent=1))
        return
    console = Console(highlight=False)
    for table in (speed_table(measured), stage_table(measured), cold_table(measured["cold start"])):
        console.print(table)
        console.print()
    for missing in next(iter(measured["speed"].values()))[1]["missing"]:
        console.print(f"not found, so its time is in the rest: {missing}")


def measure(count: int, runs: int) -> dict[str, Any]:
    """Everything, as data: speed by text and cores, and the cold start."""
    made = reports(count)
    measured: dict[str, Any] = {
        "made-up reports": {"words": _words(made), 1: _worker(made, 1, runs), 2: _worker(made, 2, runs)}
    }
    if GOLD.is_dir():
        real = _gold_texts()
        measured["annotated reports"] = {"words": _words(real), 1: _worker(real, 1, runs), 2: _worker(real, 2, runs)}
    return {"speed": measured, "cold start": cold_start(made[0], max(runs, 3))}


def _words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _gold_texts() -> list[str]:
    from dateline.score.gold import load_gold

    return [doc.text for doc in load_gold(GOLD)]


def _worker(texts: list[str], cores: int, runs: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.worker", str(cores), str(runs), *(["--stages"] if cores == 1 else [])]
    environment = {**os.environ, "OMP_NUM_THREADS": str(cores)}
    done = subprocess.run(
        command, input=json.dumps(texts), text=True, capture_output=True, cwd=ROOT, env=environment, check=False
    )
    if done.returncode:
        raise SystemExit(f"bench: the reading failed\n{done.stderr}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result | {"rate": result["sentences"] / median(result["seconds"])}


def cold_start(text: str, runs: int) -> dict[str, float]:
    """Median seconds and peak megabytes of `dateline read` on one report, a fresh process each time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, "utf-8")
        measured = [_fresh(path) for _ in range(runs)]
    return {"seconds": median(s for s, _ in measured), "megabytes": max(m for _, m in measured)}


def _fresh(path: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", READ, "read", "--format", "json", str(path)]
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: dateline read failed\n{errors.decode()}")
    return perf_counter() - start, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def speed_table(measured: dict[str, Any]) -> Table:
    """Sentences a second on one and two cores."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("whole reading", no_wrap=True)
    for heading in ("words", "one core", "two cores", "ratio", "of must", "of goal", "peak MB"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name, speed in measured["speed"].items():
        one, two = speed[1], speed[2]
        table.add_row(
            name, f"{speed['words'] / one['sentences']:.1f}", f"{one['rate']:.0f}/s", f"{two['rate']:.0f}/s",
            f"{two['rate'] / one['rate']:.2f}", f"{two['rate'] / MUST:.2f}", f"{two['rate'] / GOAL:.2f}",
            f"{max(one['megabytes'], two['megabytes']):.0f}",
        )  # fmt: skip
    table.caption = f"sentences a second; words a sentence; must reach {MUST}, goal {GOAL} on two cores"
    return table


def stage_table(measured: dict[str, Any]) -> Table:
    """What each stage takes, on one core."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("stage, one core", no_wrap=True)
    speeds = measured["speed"]
    for name in speeds:
        table.add_column(f"{name}, ms", justify="right")
        table.add_column("share", justify="right")
    for stage in next(iter(speeds.values()))[1]["stages"]:
        row = [part for speed in speeds.values() for part in _stage(speed[1], stage)]
        table.add_row(stage, *row)
    return table


def _stage(run: dict[str, Any], stage: str) -> tuple[str, str]:
    seconds = run["stages"].get(stage, 0.0)
    whole = sum(run["stages"].values())
    return f"{1000 * seconds / run['sentences']:.3f}", f"{seconds / whole:.1%}"


def cold_table(cold: dict[str, float]) -> Table:
    """A fresh process that reads one report."""
    headings = ("cold start, one report", "measured", "must stay below")
    table = Table(*headings, box=None, header_style="bold", pad_edge=False)
    table.add_row("seconds", f"{cold['seconds']:.2f}", f"{COLD_SECONDS:.0f}")
    table.add_row("memory, MB", f"{cold['megabytes']:.0f}", str(COLD_MEGABYTES))
    return table


if __name__ == "__main__":
    main()
