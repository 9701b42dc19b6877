"""`dateline score`: how well readings agree with annotated reports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import track
from rich.table import Table

from dateline.model import Reading, Report
from dateline.score.bars import bars
from dateline.score.gold import GoldDoc, load_gold
from dateline.score.layers import score
from dateline.score.mismatches import describe, report
from dateline.score.tally import Agreed, Found, Scores

_KINDS = ("claims", "events", "arguments", "figures", "places", "times")
_FILE = click.Path(exists=True, path_type=Path)


@click.command("score")
@click.argument("gold", type=_FILE, required=False)
@click.option("--layer", "layers", multiple=True, metavar="NAME", help="Only layers whose name begins so (repeatable).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--bars", "with_bars", is_flag=True, help="Show what must be reached and at what two annotations agree.")
@click.option("--worst", default=0, metavar="N", help="Show the N reports that are read worst.")
@click.option("--errors", type=click.Path(path_type=Path, dir_okay=False), help="Write what is wrong to this file.")
@click.option("--show-errors", default=0, metavar="N", help="Print N mismatches of each layer shown.")
@click.option("--polnear", type=_FILE, help="Also score attributions on this PolNeAR file (JSON lines).")
@click.option("--timebank", type=_FILE, help="Also score dates on this folder of TimeBank files.")
@click.option("--geovirus", type=_FILE, help="Also score places on this GeoVirus file.")
@click.option("--lgl", type=_FILE, help="Also score places on this LGL file.")
def command(
    gold: Path | None, layers: tuple[str, ...], as_json: bool, with_bars: bool, worst: int, errors: Path | None,
    show_errors: int, polnear: Path | None, timebank: Path | None, geovirus: Path | None, lgl: Path | None,
) -> None:  # fmt: skip
    """Score readings against the annotated reports in GOLD.

    GOLD is a folder of files in the codebook's format, or one such file. Public corpora can be scored too, with or
    without GOLD.
    """
    corpora = {"PolNeAR": polnear, "TimeBank": timebank, "GeoVirus": geovirus, "LGL": lgl}
    if not gold and not any(corpora.values()):
        raise click.UsageError("nothing to score: give GOLD or one of --polnear, --timebank, --geovirus, --lgl")
    scores = _read_and_score(gold) if gold else Scores()
    if errors:
        errors.write_text("\n".join(report(m for m in scores.mismatches if _wanted(m.layer, layers))) + "\n", "utf-8")
    rows = {**scores.found, **scores.agreed, **_corpora(corpora)}
    rows = {layer: rows[layer] for layer in sorted(rows, key=_group) if _wanted(layer, layers)}
    if as_json:
        click.echo(msgspec.json.encode(_as_data(rows, scores)).decode())
        return
    console = Console(highlight=False, soft_wrap=True)
    console.print(_table(rows, with_bars))
    _print_worst(console, scores, worst)
    _print_errors(console, scores, list(rows), show_errors)


def _read_and_score(gold: Path) -> Scores:
    docs = load_gold(gold)
    for problem in (problem for doc in docs for problem in doc.problems):
        click.echo(f"note: {problem}", err=True)
    return score(docs, _read(docs))


def _read(docs: list[GoldDoc]) -> list[Reading]:
    from dateline.flow import read_many

    reports = (Report(d.id, d.text, outlet=d.outlet, published=d.date, language="en") for d in docs)
    console = Console(stderr=True)
    hidden = not console.is_terminal
    return list(track(read_many(reports), "reading", len(docs), console=console, transient=True, disable=hidden))


def _corpora(paths: Mapping[str, Path | None]) -> dict[str, Any]:
    """Layer name → tally for each corpus given."""
    rows: dict[str, Any] = {}
    for corpus, path in paths.items():
        if path:
            rows |= {f"{corpus}: {name}": tally for name, tally in _CORPORA[corpus](path).items()}
    return rows


def _polnear(path: Path) -> Mapping[str, Any]:
    from dateline.read.attributions import attributions_polnear
    from dateline.score.polnear import load_polnear, score_polnear

    articles = list(load_polnear(path))
    return score_polnear(articles, ((article.text, attributions_polnear(article.text)) for article in articles))


def _timebank(path: Path) -> Mapping[str, Any]:
    from dateline.score.timebank import timebank_accuracy

    return {"dates": Agreed(*timebank_accuracy(path))}


def _geovirus(path: Path) -> Mapping[str, Any]:
    from dateline.score.geoparsing import geovirus_accuracy

    return {"within 161 km": Agreed(*geovirus_accuracy(path))}


def _lgl(path: Path) -> Mapping[str, Any]:
    from dateline.score.geoparsing import lgl_accuracy

    return {"within 161 km": Agreed(*lgl_accuracy(path))}


_CORPORA = {"PolNeAR": _polnear, "TimeBank": _timebank, "GeoVirus": _geovirus, "LGL": _lgl}


def _group(layer: str) -> int:
    """Layers of one kind together, in the order a report is read; corpora last."""
    kind = layer.partition(":")[0]
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _wanted(layer: str, layers: tuple[str, ...]) -> bool:
    return not layers or any(layer.casefold().startswith(name.casefold()) for name in layers)


def _as_data(rows: Mapping[str, Any], scores: Scores) -> dict[str, Any]:
    documents = {
        name: {layer: part.value(layer) for layer in part.layers() if layer in rows}
        for name, part in scores.documents.items()
    }
    return {"layers": {layer: _numbers(tally) for layer, tally in rows.items()}, "documents": documents}


def _numbers(tally: Any) -> dict[str, Any]:
    numbers = {"value": tally.value, **msgspec.to_builtins(tally)}
    if not isinstance(tally, Agreed):
        numbers |= {"precision": tally.precision, "recall": tally.recall}
    return numbers


def _table(rows: Mapping[str, Any], with_bars: bool) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("layer", no_wrap=True)
    for heading in ("score", "prec.", "recall", "right", "gold", "read", *(("must", "agree") if with_bars else ())):
        table.add_column(heading, justify="right", no_wrap=True)
    for layer, tally in rows.items():
        table.add_row(*_row(layer, tally), *(_bar(layer, tally.value) if with_bars else ()))
    return table


def _row(layer: str, tally: Any) -> list[str]:
    if isinstance(tally, Agreed):
        return [f"  {layer}", _share(tally.value), "", "", str(tally.right), str(tally.total), ""]
    counts = [str(tally.right), str(tally.gold), str(tally.read)]
    return [layer, _share(tally.value), _share(tally.precision), _share(tally.recall), *counts]


def _bar(layer: str, value: float | None) -> list[str]:
    bar = bars().get(layer)
    if not bar:
        return ["", ""]
    style = "green" if value is not None and value >= bar.must else "red"
    return [f"[{style}]{_share(bar.must)}[/]", _share(bar.agree) if bar.agree else "–"]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _print_worst(console: Console, scores: Scores, n: int) -> None:
    """The reports with the lowest claims and typed events together."""

    def right(part: Scores) -> float:
        both = part.found.get("claims", Found()) + part.found.get("events", Found())
        return 1.0 if both.value is None else both.value

    for name, part in sorted(scores.documents.items(), key=lambda item: right(item[1]))[:n]:
        values = "  ".join(f"{layer} {_share(part.value(layer))}" for layer in ("claims", "events", "arguments"))
        console.print(f"{name}: {values}", markup=False)


def _print_errors(console: Console, scores: Scores, layers: list[str], n: int) -> None:
    for layer in layers if n else []:
        of_layer = [m for m in scores.mismatches if m.layer == layer][:n]
        for mismatch in of_layer:
            console.print(f"{layer}: {describe(mismatch)}\n    {mismatch.sentence}", markup=False)
