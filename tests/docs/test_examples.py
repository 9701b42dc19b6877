"""Every documented command is run, and prints what the page says; where findings may change, the same in form."""

import re
import shlex

import msgspec
import pytest

from dateline.cli import main
from dateline.model import from_json


def test_example(example, shell):
    printed = shell(example.command)
    if not example.shape:
        assert printed == example.output
    elif example.output.startswith("{"):
        same_keys(example.output, printed)
    elif example.command.startswith("dateline score"):
        assert layers(printed) == layers(example.output)
    else:
        assert head(printed) == head(example.output)
        assert sections(printed) == sections(example.output) == ["CLAIMS", "EVENTS", "PLACES", "ACTORS"]
        assert re.search(r"^ +c1 .+ → .+", printed, re.M)
        assert re.search(r"^  e1 .+ “.+” ", printed, re.M)


def same_keys(documented, printed):
    """Both follow the contract, the documented one's spans are its text's, and both say the same of the report itself."""
    for text in (documented, printed):
        from_json(text.encode())
    said, real = msgspec.json.decode(documented), msgspec.json.decode(printed)
    assert list(said) == list(real)
    assert {**said["report"], "reader": ""} == {**real["report"], "reader": ""}
    for layer in ("claims", "events", "figures", "places", "times", "actors"):
        assert said[layer] and [set(one) for one in said[layer][:1]] == [set(one) for one in real[layer][:1]]


def layers(printed):
    """The first column of the table, and its heading."""
    return [re.split(r"\s{2,}|(?<=\S) +(?=[\d–])", line.strip())[0] for line in printed.splitlines()]


def head(printed):
    return printed.splitlines()[:3]


def sections(printed):
    """The sections that stand whatever the network finds; notes and figures tied to no event may come and go."""
    return re.findall(r"^(CLAIMS|EVENTS|PLACES|ACTORS) \d+$", printed, re.M)


@pytest.mark.parametrize("name", ["reading.md", "data-files.md", "commands.md"])
def test_other_commands_on_the_page_have_a_right_command_line(name, docs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in ("examples", "my-reports", "corpora"):
        (tmp_path / folder).mkdir()
    for block in re.findall(r"```sh\n(.*?)```", docs(name), re.S):
        for line in block.splitlines():
            words = shlex.split(line)
            if words[0] == "dateline":
                with main.make_context("dateline", words[1:]) as context:
                    command = main.get_command(context, words[1])
                    command.make_context(words[1], words[2:])


def test_links_between_pages_lead_somewhere(root):
    for path in (root / "docs").glob("*.md"):
        for target, anchor in re.findall(r"\]\(([\w./-]+\.md)?(#[\w-]+)?\)", path.read_text("utf-8")):
            if not target and not anchor:
                continue
            page = (path.parent / target) if target else path
            assert page.is_file(), f"{path.name}: {target}"
            headings = {slug(h) for h in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)}
            assert not anchor or anchor[1:] in headings, f"{path.name}: {target}{anchor}"


def slug(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
