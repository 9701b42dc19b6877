"""The pages of docs/, their blocks, and a shell in which the documented commands run as they stand."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?\n)```", re.S)
_CONSOLE = re.compile(r"(<!-- shape -->\n)?```console\n(.*?)```", re.S)
_SHIM = '#!/bin/sh\nexec "{python}" -c "from dateline.cli import main; main(prog_name=\'dateline\')" "$@"\n'


class Example(NamedTuple):
    """A documented command and its output; `shape`: only the form of the output is promised, not its findings."""

    page: str
    command: str
    output: str
    shape: bool


def page(name: str) -> str:
    """The text of a page of docs/."""
    return (ROOT / "docs" / name).read_text("utf-8")


def examples() -> list[Example]:
    """Every command of every console block, in order."""
    found = []
    for path in sorted((ROOT / "docs").glob("*.md")):
        for shape, block in _CONSOLE.findall(path.read_text("utf-8")):
            for said in re.split(r"^\$ ", block, flags=re.M)[1:]:
                command, _, output = said.partition("\n")
                found.append(Example(path.name, command, output, bool(shape)))
    return found


@pytest.fixture(scope="session")
def shell(tmp_path_factory):
    """A function: command line → what it prints, in a folder with the examples and the files the pages show."""
    folder = tmp_path_factory.mktemp("docs")
    for name in ("examples", "tests"):
        (folder / name).symlink_to(ROOT / name)
    for path in (ROOT / "docs").glob("*.md"):
        for name, text in _FILE.findall(path.read_text("utf-8")):
            (folder / name).write_text(text, "utf-8")
    shim = folder / "bin" / "dateline"
    shim.parent.mkdir()
    shim.write_text(_SHIM.format(python=sys.executable))
    shim.chmod(0o755)
    own = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "XDG_CONFIG", "FORCE_COLOR"))}
    own |= {
        "PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(folder),
        "COLUMNS": "100", "PYTHONUTF8": "1",
    }  # fmt: skip

    def run(command: str) -> str:
        done = subprocess.run(
            command, shell=True, cwd=folder, env=own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False
        )  # fmt: skip
        return done.stdout.decode("utf-8")

    return run


def pytest_generate_tests(metafunc):
    if "example" in metafunc.fixturenames:
        said = examples()
        metafunc.parametrize("example", said, ids=[f"{one.page}:{one.command[:50]}" for one in said])


@pytest.fixture
def docs():
    return page


@pytest.fixture
def root():
    return ROOT
