from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import MissingPartError
from rashomon.gazetteer import Gazetteer, default_path
from tests.gazetteer.places import small_gazetteer


@pytest.fixture(name="gazetteer")
def _gazetteer(tmp_path: Path) -> Iterator[Gazetteer]:
    gazetteer = Gazetteer.open(small_gazetteer(tmp_path / "small.sqlite"))
    yield gazetteer
    gazetteer.close()


@pytest.mark.parametrize(
    ("name", "country", "ids"),
    [
        ("Paris", None, [23, 24]),  # the most populous first
        ("PARIS", "US", [24]),
        ("U.S.", None, [2]),
        ("meymaneh", "AF", [21]),
        ("Qaysar", "AF", [12]),  # found without "District"
        ("Qamar", "AF", [27]),  # found without the article
        ("Nowhere", None, []),
        ("", None, []),
    ],
)
def test_find(gazetteer: Gazetteer, name: str, country: str | None, ids: list[int]) -> None:
    assert [row.id for row in gazetteer.find(name, country)] == ids


def test_many_names_are_found_at_once(gazetteer: Gazetteer) -> None:
    names = [f"name {number}" for number in range(2_000)]
    found = gazetteer.find_all([*names, "Maymana", "MAYMANA"])
    assert {key: [row.id for row in rows] for key, rows in found.items() if rows} == {
        "maymana": [21]
    }


@pytest.mark.parametrize(
    ("name", "country", "ids"),
    [
        ("Maimaneh", "AF", [21]),  # vowels
        ("Qaizar", "AF", [12]),  # one consonant that clerks confuse
        ("Bala-Murgab", "AF", [22]),  # gh as g
        ("Balamorghab", "AF", [22]),  # the space
        ("Sprungfield", "US", [25, 26]),
        ("Maimaneh", "US", []),  # only inside the country
        ("Homs", "AF", []),
        ("Maim", "AF", []),  # too short to tell
    ],
)
def test_near_spelling(gazetteer: Gazetteer, name: str, country: str, ids: list[int]) -> None:
    assert [row.id for row in gazetteer.near_spelling(name, country)] == ids


def test_countries_and_provinces_by_code(gazetteer: Gazetteer) -> None:
    country, province = gazetteer.country("TR"), gazetteer.province("AF", "02")
    assert country is not None
    assert province is not None
    assert (country.name, province.name) == ("Turkey", "Badghis")
    assert gazetteer.country("ZZ") is None


def test_a_missing_gazetteer_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(MissingPartError, match=r"no gazetteer at .*build"):
        Gazetteer.open(tmp_path / "none.sqlite")


@pytest.mark.parametrize("content", [b"", b"this is no database, only some text"])
def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.sqlite"
    path.write_bytes(content)
    with pytest.raises(MissingPartError, match="no gazetteer of version"):
        Gazetteer.open(path)


def test_default_path_is_in_the_users_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path() == tmp_path / "rashomon" / "gazetteer.sqlite"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/paths/are/not/valid")
    assert default_path().parent == Path.home() / ".cache" / "rashomon"
