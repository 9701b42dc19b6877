"""The pages name all there is, and nothing that is not there."""

import ast
import re
import tomllib
import typing
from datetime import date

import msgspec
import pytest

from dateline.cli import COMMANDS, main
from dateline.intake import LIMIT, take
from dateline.model import Reading, Span, cells, claims, events, report
from dateline.ontologies import KINDS, describe
from dateline.read.figures import find_figures


def section(page, heading):
    """The text under a heading, up to the next heading of its level or above."""
    level = heading.split()[0]
    after = page.split(f"\n{heading}", 1)[1]
    return re.split(rf"^#{{1,{len(level)}}} ", after, maxsplit=1, flags=re.M)[0]


def codes(text):
    """Everything between backticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


def rows(text, heading):
    """First cells of the rows of the table whose heading row begins so."""
    table = text.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [re.findall(r"`([^`]+)`", line.split("|")[1]) for line in table.splitlines()[2:]]


def flat(lists):
    return [one for many in lists for one in many]


def fields(kind):
    return [field.encode_name for field in msgspec.structs.fields(kind)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("### `report`", report.Report), ("### `claims`", claims.Claim), ("### `events`", events.Event),
     ("### `figures`", cells.Figure), ("### `places`", cells.Place),
     ("### `times`", cells.Time), ("### `actors`", cells.Actor)],
)  # fmt: skip
def test_every_key_of_a_reading_is_in_the_table_of_its_noun(heading, kind, docs):
    assert sorted(flat(rows(section(docs("reading.md"), heading), "key"))) == sorted(fields(kind))


def test_the_nouns_inside_others_are_told_too(docs):
    page = docs("reading.md")
    assert {f.encode_name for f in msgspec.structs.fields(Reading)} == set(re.findall(r"^### `(\w+)`", page, re.M))
    assert set(fields(report.Zone)) <= codes(section(page, "### `report`"))
    assert {*fields(claims.Source), *fields(claims.Medium)} <= codes(section(page, "### `claims`"))
    assert set(fields(events.Codes)) <= codes(section(page, "### `events`"))
    assert {"span", "actor", "place", "time"} <= codes(section(page, "### `events`"))
    assert {"code", "message", "span"} <= codes(section(page, "### `notes`"))


@pytest.mark.parametrize(
    ("heading", "values"),
    [("zone", report.ZoneKind), ("source kind", claims.SourceKind), ("quote", claims.Quote), ("stance", claims.Stance),
     ("certainty", claims.Certainty), ("status", events.Status)],
)  # fmt: skip
def test_enumerations(heading, values, docs):
    assert flat(rows(docs("reading.md"), heading)) == list(typing.get_args(values))


def test_event_kinds_are_told_as_the_table_tells_them(docs):
    told = re.findall(r"^\| `(\w+)` \| (.+) \|$", section(docs("reading.md"), "### `events`").split("| kind | is |")[1], re.M)
    assert told[: len(KINDS)] == [(kind, describe(kind)) for kind in KINDS]


def test_bounds_counts_and_kinds(docs):
    page = docs("reading.md")
    assert set(flat(rows(page, "bound"))) == set(typing.get_args(cells.Bound))
    assert set(typing.get_args(cells.Counts)) <= codes(section(page, "### `figures`"))
    assert set(typing.get_args(cells.PlaceKind)) <= codes(section(page, "### `places`"))
    assert set(typing.get_args(cells.ActorKind)) <= codes(section(page, "### `actors`"))


def test_the_examples_of_bounds_are_read_so(docs):
    table = re.findall(r'^\| `(\w+)` \| "(.+)" \| (.+) \|$', section(docs("reading.md"), "### `figures`"), re.M)
    assert len(table) >= 6
    for bound, words, numbers in table:
        text = f"The army said {words} people fled."
        figure = find_figures(text, [Span(0, len(text))], all_candidates=True)[0]
        read = ["null" if n is None else str(n) for n in (figure.low, figure.best, figure.high)]
        assert (figure.bound, ", ".join(read)) == (bound, numbers), words


def notes_in_source(root):
    """Codes given to Note(…) anywhere in the package; a code put together at run time as a pattern."""
    for path in (root / "dateline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Note":
                code = node.args[0] if node.args else next(k.value for k in node.keywords if k.arg == "code")
                parts = code.values if isinstance(code, ast.JoinedStr) else [code]
                yield "".join(re.escape(p.value) if isinstance(p, ast.Constant) else "[a-z]+" for p in parts)


def test_the_notes_are_those_of_the_source(root, docs):
    told = flat(rows(section(docs("reading.md"), "### `notes`"), "code"))
    found = set(notes_in_source(root))
    assert found and len(set(told)) == len(told)
    assert [code for code in told if not any(re.fullmatch(pattern, code) for pattern in found)] == []
    assert [pattern for pattern in found if not any(re.fullmatch(pattern, code) for code in told)] == []


def test_the_notes_put_together_at_run_time(docs):
    data = b"Title: One\nSource: Post\nDate: 2019-02-20\n\nThe army said that it had left the village in the night."
    _, notes = take(data, path=None, published=date(2019, 2, 21), outlet="Times")
    told = flat(rows(section(docs("reading.md"), "### `notes`"), "code"))
    assert {note.code for note in notes} == {code for code in told if code.endswith("-differs")}


DATA = ("knowledge", "knowledge/places", "ontologies", "languages", "languages/en")


def data_files(root):
    ends = (".tsv", ".toml", ".txt", ".sqlite")
    return [path for folder in DATA for path in sorted((root / "dateline" / folder).iterdir()) if path.suffix in ends]


def test_every_data_file_is_named(root, docs):
    page = docs("data-files.md")
    assert [path.name for path in data_files(root) if f"{path.name}`" not in page] == []
    named = re.findall(r"`([\w]+\.(?:tsv|txt|sqlite|toml))`", page)
    assert [name for name in named if not list((root / "dateline").rglob(name))] == []


def test_every_top_key_of_the_word_files_is_named(root, docs):
    lines = section(docs("data-files.md"), "## Words of English").splitlines()
    for path in (root / "dateline/languages/en").glob("*.toml"):
        line = next(line for line in lines if line.startswith(f"| `{path.name}`"))
        assert set(tomllib.loads(path.read_text("utf-8"))) - codes(line) <= set(KINDS), path.name


def test_the_rows_shown_are_in_the_files(root, docs):
    shown = re.findall(r"<!-- (rows|part) of (\S+) -->\n```\w+\n(.*?)\n```", docs("data-files.md"), re.S)
    assert len(shown) == 8
    for how, name, text in shown:
        file = (root / name).read_text("utf-8")
        assert text in file if how == "part" else set(text.splitlines()) <= set(file.splitlines()), name


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_told_and_no_other(name, docs):
    with main.make_context("dateline", [name]) as context:
        command = main.get_command(context, name)
        options = {o for p in command.get_params(context) for o in p.opts if o.startswith("-")}
        told = flat(rows(section(docs("commands.md"), f"## dateline {name}"), "option"))
    assert set(told) == options | {"-h", "--help"}


def test_the_commands_are_all_there(docs):
    assert re.findall(r"^## dateline (\w+)$", docs("commands.md"), re.M) == list(COMMANDS)


def test_every_room_is_named_and_the_floors_are_the_linters(root, docs):
    page = docs("architecture.md")
    rooms = [p for p in (root / "dateline").iterdir() if not p.name.startswith(("_", "."))]
    named = [f"{p.name}/" if p.is_dir() else p.name for p in rooms if p.is_dir() or p.suffix == ".py"]
    assert sorted(flat(rows(page, "room"))) == sorted(named)
    floors = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]["layers"]
    assert f"```\n{chr(10).join(floors)}\n```" in page


def test_files_named_on_the_architecture_page_are_there(root, docs):
    for name in codes(docs("architecture.md")):
        if re.fullmatch(r"[\w/]+\.(py|toml)", name):
            assert list((root / "dateline").rglob(name)), name


def test_limits_are_the_real_ones(docs):
    assert f"up to {LIMIT // 1_000_000} MB" in docs("limits.md")
    for word in ("English only", "targeting", "fiction", "not by human expert coders", "Check"):
        assert word in docs("limits.md")
