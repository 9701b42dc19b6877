"""`dateline read`: files in, readings out, one clear line for what fails."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from dateline import flow
from dateline.cli import main
from dateline.model import Reading

GOOD = "The officials said that the army had left the village.\n"


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    """A reader that finds nothing, and stumbles on the word STUMBLE."""

    def read_report(report, threads=0):
        if "STUMBLE" in report.text:
            raise KeyError("stumbled")
        return Reading(report=report)

    monkeypatch.setattr(flow, "read_report", read_report)
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.bin").write_bytes(b"\x00\x01")
    (tmp_path / "sub" / "c.html").write_text(f"<html><p>{GOOD}</p></html>")
    (tmp_path / ".hidden.txt").write_text(GOOD)
    return tmp_path


def read(*args, stdin=None):
    return CliRunner().invoke(main, ["read", *map(str, args)], input=stdin)


def test_summary_is_the_default(folder):
    result = read(folder / "a.txt")
    assert result.exit_code == 0
    assert "CLAIMS 0" in result.stdout
    assert result.stderr == ""


def test_json_is_one_reading(folder):
    result = read(folder / "a.txt", "--format", "json", "--outlet", "Post", "--published", "2019-02-21")
    data = json.loads(result.stdout)
    assert data["report"]["text"] == GOOD
    assert (data["report"]["outlet"], data["report"]["published"]) == ("Post", "2019-02-21")


def test_json_of_several_files_is_a_usage_error(folder):
    result = read(folder, "--format", "json")
    assert result.exit_code == 2
    assert "jsonl" in result.stderr


def test_folders_are_read_to_any_depth_and_the_rest_is_named(folder):
    result = read(folder, "--format", "jsonl")
    assert [json.loads(line)["report"]["path"] for line in result.stdout.splitlines()] == [
        str(folder / "a.txt"), str(folder / "sub" / "c.html"),
    ]  # fmt: skip
    assert result.stderr.splitlines() == [f"dateline: {folder / 'b.bin'}: skipped, not .txt or .html"]
    assert result.exit_code == 0


def test_order_is_as_given_and_failures_do_not_stop_the_rest(folder):
    (folder / "bug.txt").write_text(f"STUMBLE {GOOD}")
    (folder / "empty.txt").write_text("")
    names = ["sub/c.html", "empty.txt", "bug.txt", "nowhere.txt", "b.bin", "a.txt"]
    result = read(*(folder / name for name in names), "--format", "jsonl")
    assert [json.loads(line)["report"]["path"] for line in result.stdout.splitlines()] == [
        str(folder / "sub/c.html"), str(folder / "a.txt"),
    ]  # fmt: skip
    told = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in told] == [str(folder / name) for name in names[1:5]]
    assert all(line.startswith("dateline: ") for line in told)
    assert "Traceback" not in result.stderr
    assert result.exit_code == 1


def test_standard_input(folder):
    result = read("-", "--format", "json", stdin=GOOD)
    data = json.loads(result.stdout)
    assert data["report"]["path"] is None
    assert data["report"]["text"] == GOOD


def test_output_file(folder):
    result = read(folder / "a.txt", "-o", folder / "out.json", "--format", "json")
    assert result.stdout == ""
    assert json.loads((folder / "out.json").read_text())["report"]["text"] == GOOD
    assert read(folder / "a.txt", "-o", folder / "no" / "where").exit_code == 1


@pytest.mark.parametrize("args", [[], ["--format", "xml", "x"], ["--published", "yesterday", "x"], ["-", "-"]])
def test_usage_errors(args):
    assert read(*args).exit_code == 2


def test_an_empty_folder_is_a_usage_error(tmp_path):
    assert read(tmp_path).exit_code == 2


def test_a_file_name_cannot_move_the_cursor(tmp_path):
    result = read(tmp_path / "x\x1b[2Jy.txt")
    assert "\x1b" not in result.stderr
    assert result.exit_code == 1


def test_a_file_name_that_is_not_utf8_is_read(folder):
    file = folder / os.fsdecode(b"\xff.txt")
    file.write_text(GOOD)
    result = read(file, "--format", "jsonl")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["path"].endswith("\ufffd.txt")


def test_debug_raises(folder, monkeypatch):
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    (folder / "bug.txt").write_text(f"STUMBLE {GOOD}")
    assert isinstance(read(folder / "bug.txt").exception, KeyError)


def test_the_commands_are_listed_without_being_imported():
    code = "import sys\nfrom dateline.cli import main\nmain(['--help'], standalone_mode=False)\n"
    code += "print([m for m in sys.modules if m.startswith('dateline.cli.') or m in ('rich', 'torch', 'onnxruntime')])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "read" in out
    assert out.splitlines()[-1] == "[]"


def test_a_missing_extra_is_one_line(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("no", name="torch")

    monkeypatch.setattr("dateline.cli.find_spec", lambda name: True)
    monkeypatch.setattr("dateline.cli.import_module", missing)
    result = CliRunner().invoke(main, ["train"])
    assert "pip install 'dateline[train]'" in result.stderr
    assert result.exit_code == 1


def test_version():
    assert "dateline, version" in CliRunner().invoke(main, ["--version"]).stdout


def test_a_closed_pipe_is_silent(folder):
    code = "from dateline import flow\nfrom dateline.model import Reading\nfrom dateline.cli import main\n"
    code += "flow.read_many = lambda reports: (Reading(report=r) for r in reports)\n"
    code += f"main(['read', *['{folder / 'a.txt'}'] * 3000, '--format', 'jsonl'])"
    done = subprocess.run(["bash", "-c", f'{sys.executable} -c "$0" | head -1', code], capture_output=True, text=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_text_that_looks_like_a_span_is_left_as_it_is(folder):
    text = "The officials said that it was [ 1, 2 ] or [\n  3,\n  4\n] of the army and that they had left.\n"
    (folder / "spans.txt").write_text(text)
    for form in ("json", "jsonl"):
        assert json.loads(read(folder / "spans.txt", "--format", form).stdout)["report"]["text"] == text


def test_many_files_are_read_on_all_cores_in_order(folder, monkeypatch):
    monkeypatch.setattr("dateline.cli.readings.MANY", 3)
    paths = [folder / f"{name}.txt" for name in "hgfedc"]
    for number, path in enumerate(paths):
        path.write_text(f"{GOOD}An official said {number + 2} soldiers were killed.\n" if number != 2 else "")
    result = read(*paths, "--format", "jsonl")
    told = [json.loads(line)["report"]["path"] for line in result.stdout.splitlines()]
    assert told == [str(path) for n, path in enumerate(paths) if n != 2]
    assert str(paths[2]) in result.stderr and result.exit_code == 1


def test_json_holds_no_sign_that_a_terminal_obeys(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The army said \x9b31m that \u202eit had left the village.\n", encoding="utf-8")
    out = CliRunner().invoke(main, ["read", str(path), "--format", "jsonl"]).output
    assert "\x9b" not in out and "\u202e" not in out
    assert "\x9b31m that \u202eit" in json.loads(out)["report"]["text"]


def test_the_package_runs_as_a_module():
    run = subprocess.run([sys.executable, "-m", "dateline", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("dateline, version")
