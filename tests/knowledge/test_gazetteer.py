"""The gazetteer knows what reports name, however it is spelt, and refuses bad tables by file and line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataError
from dateline.knowledge.gazetteer import Gazetteer, gazetteer
from dateline.knowledge.gazetteer_entry import kilometres
from dateline.knowledge.gazetteer_keys import bare, key, skeleton
from dateline.knowledge.gazetteer_supplement import read_countries, read_places, supplement, users_file

HEADER = "name\taliases\tkind\tcountry\tadmin1\tlat\tlon\tprecision\tsource\n"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Qaim", "IQ"), ("al-Qaim", "IQ"), ("Hawija", "IQ"), ("Makhmour", "IQ"), ("Qamishli", "SY"), ("Deir Ezzor", "SY"),
        ("DEIR EZ-ZOR", "SY"), ("Baghouz", "SY"), ("Baghuz", "SY"), ("al-Hol", "SY"), ("Kobanê", "SY"), ("Kharkov", "UA"),
        ("El Fasher", "SD"), ("Sana'a", "YE"), ("Sanaa", "YE"), ("Bukavu", "CD"), ("Maiduguri", "NG"), ("Stepanakert", "AZ"),
        ("Nineveh", "IQ"), ("Anbar", "IQ"), ("Sittwe", "MM"), ("Rafah", "PS"), ("Downing Street", "GB"),
    ],
)  # fmt: skip
def test_known_names(name: str, country: str) -> None:
    assert gazetteer().find(name)[0].country == country


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Hawijja", "Hawija"), ("Deir Azzour", "Deir ez-Zor"), ("Khan Shaykhoun", "Khan Sheikhun"),
        ("Qayarah", "Qayyarah"), ("Talbeesa", "Talbiseh"), ("Maaret al Nouman", "Maarat al-Numan"),
    ],
)  # fmt: skip
def test_names_spelt_another_way(spelling: str, name: str) -> None:
    found = gazetteer().find(spelling) or gazetteer().alike(spelling)
    assert found[0].name == name


def test_namesakes_are_all_there() -> None:
    assert {"LY", "LB", "US", "GR"} <= {e.country for e in gazetteer().find("Tripoli")}
    assert len(gazetteer().find("Springfield")) > 10


def test_curated_places_carry_what_geonames_knows() -> None:
    mosul = gazetteer().find("Mosul")[0]
    assert (mosul.country, mosul.geonameid, mosul.admin1) == ("IQ", 99072, "Nineveh")
    assert mosul.population > 500_000


def test_nations_and_peoples() -> None:
    known = gazetteer()
    assert known.nation("US") == known.nation("United States") == known.people("Americans") == "US"
    assert known.nation("us") is None
    assert known.people("Syrian") == known.people("Syrians") == "SY"


def test_every_curated_row_is_sound() -> None:
    codes = {country.entry.country for country in read_countries()}
    rows = list(supplement())
    assert len(rows) > 1500
    assert all(entry.source for entry, _ in rows)
    assert {entry.country for entry, _ in rows} - {None} <= codes


def test_curated_towns_lie_where_geonames_has_them() -> None:
    """A slip in a coordinate would show: no curated town may be far from all of its namesakes in its country."""
    astray = []
    for entry, _ in supplement():
        if entry.kind == "city":
            twins = [e for e in gazetteer()._rows("name", key(entry.name)) if e.country == entry.country and e.kind == "city"]
            if twins and min(kilometres(entry, e) for e in twins) > 30:
                astray.append(f"{entry.name}, {entry.country}: {min(kilometres(entry, e) for e in twins):.0f} km")
    assert not astray


def test_loads_and_looks_up_quickly() -> None:
    start = time.perf_counter()
    fresh = Gazetteer()
    assert time.perf_counter() - start < 1.0  # about 0.08 s on an idle laptop
    names = ["Mosul", "Raqqa", "Bangui", "Kandahar", "Benghazi", "Goma", "Bamako", "Gaza", "Aden", "Kunduz"]
    start = time.perf_counter()
    for name in names:
        fresh.find(name)
    assert (time.perf_counter() - start) / len(names) < 0.02


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Qana\t\tvillage\tLB", "4 columns where 9 are needed"),
        ("Qana\t\thamlet\tLB\t\t33.2\t35.3\t1\tme", "'hamlet' is no kind of place"),
        ("Qana\t\tvillage\tlb\t\t33.2\t35.3\t1\tme", "'lb' is no ISO 3166 code"),
        ("Qana\t\tvillage\tLB\t\tnorth\t35.3\t1\tme", "'north' is no number of degrees"),
        ("Qana\t\tvillage\tLB\t\t133.2\t35.3\t1\tme", "133.2 is beyond 90 degrees"),
        ("Qana\t\tvillage\tLB\t\t33.2\t\t1\tme", "latitude and longitude go together"),
        ("Qana\t\tvillage\tLB\t\t33.2\t35.3\t9\tme", "precision '9' is not 1 to 7"),
        ("\t\tvillage\tLB\t\t33.2\t35.3\t1\tme", "a place needs a name"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, line: str, complaint: str) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(HEADER + "# mine\n" + line + "\n", "utf-8")
    with pytest.raises(DataError) as caught:
        list(read_places(table, curated=True))
    assert str(caught.value).startswith(f"{table}:3: ")
    assert complaint in str(caught.value)


def test_users_own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("Zorbatiyeh Ford\tthe ford\tfacility\tIQ\tWasit\t33.1\t46.0\t1\tfield notes\n", "utf-8")
    monkeypatch.setenv("DATELINE_PLACES", str(table))
    assert users_file() == table
    found = Gazetteer().find("Zorbatiyeh ford")
    assert (found[0].kind, found[0].country, found[0].source) == ("facility", "IQ", "field notes")


def test_a_missing_users_table_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_PLACES", str(tmp_path / "nowhere.tsv"))
    with pytest.raises(DataError, match="names no file"):
        users_file()


def test_keys() -> None:
    assert key("Deir ez-Zôr") == "deir ez zor"
    assert bare(key("al-Qa’im")) == "qaim"
    assert skeleton(key("Al Hawijah")) == skeleton(key("Hawija"))
    assert skeleton(key("Dayr az-Zawr")) == skeleton(key("Deir al-Zour"))


@given(st.text(max_size=40))
def test_any_name_may_be_asked(name: str) -> None:
    assert isinstance(gazetteer().find(name), tuple)
    assert isinstance(gazetteer().alike(name), tuple)
    gazetteer().nation(name)
    gazetteer().people(name)
    gazetteer().opens_nation(name)
