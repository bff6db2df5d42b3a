from pathlib import Path

import pytest

from rashomon.errors import MissingPartError, UsageError
from rashomon.gazetteer import Gazetteer, Row, add
from tests.gazetteer.places import small_gazetteer

_DUMP_ROW = (
    "900\tDarra-i Nau\tDarra-i Nau\tDara Naw,Darranow\t35.5\t64.5\tP\tPPL\tAF\t\t07\t701\t\t\t120"
    "\t\t\tAsia/Kabul\t2020-01-01"
)


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return small_gazetteer(tmp_path / "small.sqlite")


def _rows(path: Path, name: str) -> tuple[Row, ...]:
    gazetteer = Gazetteer.open(path)
    try:
        return gazetteer.find(name)
    finally:
        gazetteer.close()


def test_a_geonames_dump_is_added(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "AF.txt"
    file.write_text(_DUMP_ROW + "\n", encoding="utf-8")
    assert add(path, file) == 1
    (row,) = _rows(path, "Darranow")
    assert (row.id, row.population, row.lat) == (900, 120, 35.5)
    assert (row.admin1_name, row.admin2_name) == ("Faryab", "Qaisar")


def test_a_table_is_added_with_provinces_by_name(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text(
        "name,lat,lon,country,admin1,feature,alternates\n"
        "Tagab Robat,35.1,64.2,AF,Badghis,PPL,Tagau Rabat|Tagob\n",
        encoding="utf-8",
    )
    assert add(path, file) == 1
    (row,) = _rows(path, "tagob")
    assert row.id < 0, "a place without a GeoNames id must be told from one with"
    assert (row.admin1, row.admin1_name, row.feature) == ("02", "Badghis", "PPL")


def test_adding_twice_changes_nothing(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("name,lat,lon,country\nTagab Robat,35.1,64.2,AF\n", encoding="utf-8")
    add(path, file)
    once = _rows(path, "Tagab Robat")
    add(path, file)
    assert _rows(path, "Tagab Robat") == once


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Tagab,95,64.2,AF", "lat is '95', expected degrees from -90 to 90"),
        ("Tagab,35.1,east,AF", "lon is 'east', expected degrees from -180 to 180"),
        ("Tagab,35.1,nan,AF", "lon is 'nan', expected degrees"),
        ("Tagab,35.1,64.2,Afghanistan", "the country is 'Afghanistan', expected an ISO alpha-2"),
        (",35.1,64.2,AF", "no name"),
        ("---,35.1,64.2,AF", "the name '---' has no letters"),
        ("Tagab", "the country is ''"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_added(
    path: Path, tmp_path: Path, line: str, complaint: str
) -> None:
    file = tmp_path / "places.csv"
    file.write_text(f"name,lat,lon,country\n{line}\nGood,35,64,AF\n", encoding="utf-8")
    complaints: list[str] = []
    assert add(path, file, complaints.append) == 1
    (message,) = complaints
    assert message.startswith("places.csv:2: ")
    assert complaint in message


def test_a_short_row_of_a_dump_is_named(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "AF.txt"
    file.write_text(f"{_DUMP_ROW}\n901\tBroken\n", encoding="utf-8")
    complaints: list[str] = []
    assert add(path, file, complaints.append) == 1
    assert complaints == ["AF.txt:2: 2 columns where a GeoNames dump has 19; the row was skipped"]


@pytest.mark.parametrize("content", ["", "place,x,y\nTagab,35,64\n"])
def test_a_file_of_another_form_is_refused(path: Path, tmp_path: Path, content: str) -> None:
    file = tmp_path / "other.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="no column name, lat, lon, country"):
        add(path, file)


def test_a_file_that_is_not_utf8_is_refused(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes("name,lat,lon,country\nMünchen,48,11,DE\n".encode("latin-1"))
    with pytest.raises(UsageError, match="not UTF-8"):
        add(path, file)


def test_missing_files_are_named(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        add(path, tmp_path / "none.csv")
    file = tmp_path / "places.csv"
    file.write_text("name,lat,lon,country\n", encoding="utf-8")
    with pytest.raises(MissingPartError, match="no gazetteer"):
        add(tmp_path / "none.sqlite", file)
