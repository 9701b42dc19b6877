"""Every kind has its codes; parties and status change what they should."""

import itertools

import pytest

from dateline.errors import DataError
from dateline.ontologies import KINDS, codes, describe, violence
from dateline.ontologies.table import parse

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
ACLED = {
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots",
    "Strategic developments",
}  # fmt: skip
STATUSES = ("actual", "possible", "planned", "denied", "hypothetical")
SIDES = (None, "state", "military", "armed_group", "police", "civil", "media", "ngo", "igo", "other")


def test_there_are_33_kinds_each_described():
    assert len(KINDS) == len(set(KINDS)) == 33
    assert all(describe(kind) for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_codes_are_the_ontologies_own(kind):
    for status, actor, target in itertools.product(STATUSES, SIDES, SIDES):
        code = codes(kind, status, [actor], [target])
        assert code.plover is None or code.plover["event"] in PLOVER
        assert code.cameo is None or (1 <= int(code.cameo) <= 20 and len(code.cameo) == 2)
        assert code.acled is None or (code.acled["event_type"] in ACLED and code.acled["sub_event_type"])
        assert code.ucdp in (None, 1, 2, 3)


@pytest.mark.parametrize(
    ("status", "auxiliary"),
    [("actual", None), ("planned", "future"), ("possible", "hypothetical"), ("hypothetical", "hypothetical"),
     ("denied", "negated")],
)  # fmt: skip
def test_auxiliary_mode_is_the_events_status(status, auxiliary):
    assert codes("shelling", status, [], []).plover["auxiliary"] == auxiliary


@pytest.mark.parametrize(
    ("actors", "targets", "expected"),
    [(["military"], ["armed_group"], 1), (["armed_group"], ["police"], 1), (["armed_group"], ["armed_group"], 2),
     (["armed_group"], ["civil"], 3), (["military"], ["civil"], 3), (["unknown"], ["civil"], None),
     (["armed_group"], ["unknown"], None), (["armed_group"], ["civil", "military"], 1)],
)  # fmt: skip
def test_type_of_violence_needs_both_sides(actors, targets, expected):
    assert violence(actors, targets) == expected


def test_nothing_that_did_not_happen_is_coded_as_violence():
    assert codes("killing", "denied", ["military"], ["civil"]).ucdp is None
    assert codes("protest", "actual", ["military"], ["civil"]).ucdp is None


def test_parties_choose_the_case():
    assert codes("attack", "actual", ["armed_group"], ["civil"]).acled["event_type"] == "Violence against civilians"
    assert codes("attack", "actual", ["armed_group"], [None]).acled["event_type"] == "Battles"
    assert codes("territory", "actual", ["military"], []).acled["sub_event_type"] == "Government regains territory"


@pytest.mark.parametrize("text", ["[a]\nis = 1", "[a]\nplover = 'X'", "[a]\nis='x'\nfoo='y'", "[a\n", "a = 3"])
def test_a_broken_table_names_the_file(text):
    with pytest.raises(DataError, match=r"mine\.toml"):
        parse(text, "mine.toml")
