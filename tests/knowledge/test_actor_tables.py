"""The tables follow their documented format, and what does not is named by file and line."""

import pytest

from dateline.errors import DataError
from dateline.knowledge import actors as knowledge


def test_tables_are_large_enough_to_be_of_use():
    groups = [one for one in knowledge.actors().values() if one.kind == "armed_group"]
    assert len(groups) >= 250 and len(knowledge.outlets()) >= 150 and len(knowledge.states()) >= 150


def test_every_person_speaks_for_a_known_body():
    bodies = ("government", "military", "police", "intelligence", "security-forces")
    made = {f"{state}-{body}" for state in knowledge.states() for body in bodies}
    assert [p.name for p in knowledge.people() if p.body not in made and p.body not in knowledge.actors()] == []


def test_no_name_is_claimed_twice():
    seen: dict[str, str] = {}
    for one in knowledge.actors().values():
        for name in set(one.names):
            assert seen.setdefault(name, one.id) == one.id, name


def test_years_are_read():
    assert knowledge.parse("x\tX\tmilitary\tIQ\t2013-2017\tThe X|=XX\tnote", "t")[0].until == 2017


@pytest.mark.parametrize(
    ("line", "said"),
    [("X\tX\tmilitary", "no id"), ("x\t\tmilitary", "name is empty"), ("x\tX\tarmy", "no kind"),
     ("x\tX\tmilitary\tIRQ", "country"), ("x\tX\tmilitary\tIQ\t13", "years"), ("x\tX" + "\t" * 7, "cells")],
)  # fmt: skip
def test_a_bad_line_is_named(line, said):
    with pytest.raises(DataError, match=rf"mine\.tsv:2: .*{said}"):
        knowledge.parse(f"# remark\n{line}\n", "mine.tsv")


def test_users_add_their_own(tmp_path, monkeypatch):
    own = tmp_path / "actors.tsv"
    own.write_text("valley-guard\tValley Guard\tarmed_group\tIQ\t2018-\tVG\tmade up\n", "utf-8")
    monkeypatch.setenv("DATELINE_ACTORS", str(own))
    from dateline.read.actors import find_actors

    assert [one.id for one in find_actors("The Valley Guard denied it.")] == ["valley-guard"]


def test_a_missing_own_file_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_ACTORS", str(tmp_path / "none.tsv"))
    with pytest.raises(DataError, match=r"none\.tsv"):
        knowledge.actors()
