"""`dateline train`: rebuilds the reader from the corpora."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, TaskID, TextColumn

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("train")
@click.option("--gold", type=_FOLDER, help="Folder of reports annotated to the codebook, beside the project's own.")
@click.option("--corpora", "public", type=_FOLDER, help="Folder of the public corpora (layout: docs/training.md).")
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("runs/reader"),
              show_default=True)  # fmt: skip
@click.option("--seed", default=7, show_default=True)
@click.option("--threads", default=1, show_default=True, help="CPU threads.")
def command(gold: Path | None, public: Path | None, out: Path, seed: int, threads: int) -> None:
    """Train the reader; writes first.onnx and second.onnx into OUT.

    Checkpoints are kept in OUT: the same command goes on where an interrupted run stopped.
    """
    import torch

    from dateline.train import recipe

    torch.set_num_threads(threads)
    with Progress(*Progress.get_default_columns(), TextColumn("{task.fields[loss]}"), console=Console(stderr=True)) as bar:
        recipe.train(gold, public, out, seed, lambda phase: _reporter(bar, bar.add_task(phase, total=None, loss="")))
    click.echo(f"wrote {out / 'first.onnx'} and {out / 'second.onnx'}")


def _reporter(bar: Progress, task: TaskID) -> Callable[[int, int, float], None]:
    """Moves the bar and shows the loss, averaged over about the last fifty batches."""
    mean = 0.0

    def report(step: int, steps: int, loss: float) -> None:
        nonlocal mean
        mean = loss if mean == 0 else mean * 0.98 + loss * 0.02
        bar.update(task, completed=step + 1, total=steps, loss=f"loss {mean:.2f}")

    return report
