import csv
import io
from dataclasses import replace

import pytest

from rashomon.tell.countries import countries, country_name
from rashomon.tell.exports.ucdp import COLUMNS, events_csv, priogrid
from rashomon.values import Dossier, Finding, Side
from tests.tell.made import dossier, hostile
from tests.tell.pinned import pinned


def _row(made: Dossier) -> dict[str, str]:
    return next(csv.DictReader(io.StringIO(events_csv(made))))


def _with(made: Dossier, **fields: object) -> Dossier:
    return replace(made, events=(replace(made.events[0], **fields),))  # type: ignore[arg-type]


def _killed(of: str, low: int | None, best: int | None, high: int | None) -> Finding:
    return Finding(measure="killed", of=of, low=low, best=best, high=high, rule="")


def test_csv_is_the_one_pinned() -> None:
    assert events_csv(dossier()) == pinned("events.csv", events_csv(dossier()))


def test_columns() -> None:
    assert len(COLUMNS) == 49
    assert COLUMNS[44:47] == ("best", "high", "low")
    assert list(_row(dossier())) == list(COLUMNS)


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [
        (34.53, 69.17, 179_779),
        (-90.0, -180.0, 1),
        (90.0, 180.0, 259_200),
        (0.0, 0.0, 129_961),
        (-0.1, -0.1, 129_240),
    ],
)
def test_priogrid(latitude: float, longitude: float, cell: int) -> None:
    assert priogrid(latitude, longitude) == cell


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("2023-03-14", "1"),
        ("2023-03-15", "2"),
        ("2023-03-19", "2"),
        ("2023-03-20", "3"),
        ("2023-03-21", "4"),
        ("2023-04-13", "4"),
        ("2023-04-16", "5"),
    ],
)
def test_date_precision_goes_with_the_days(end: str, code: str) -> None:
    assert _row(_with(dossier(), end=end))["date_prec"] == code


@pytest.mark.parametrize(
    ("findings", "best", "high", "low"),
    [
        ((_killed("total", 0, None, None),), 0, 0, 0),
        ((_killed("total", None, 12, None),), 12, 12, 0),
        ((_killed("total", 3, 12, 20), _killed("raiders", 3, 5, 9)), 12, 20, 3),
        ((), 0, 0, 0),
    ],
)
def test_counts(findings: tuple[Finding, ...], best: int, high: int, low: int) -> None:
    row = _row(_with(dossier(), findings=findings))
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert [int(row[name]) for name in ("best", "high", "low")] == [best, high, low]
    assert sum(int(row[name]) for name in parts) == best


@pytest.mark.parametrize(
    ("sides", "violence", "side_a", "side_b"),
    [
        ((Side("rebels", "actor"), Side("Mali's army", "target")), "1", "Mali's army", "rebels"),
        ((Side("rebels", "actor"), Side("raiders", "target")), "2", "rebels", "raiders"),
        ((Side("rebels", "actor"), Side("villagers", "target")), "3", "rebels", "Civilians"),
        ((Side("rebels", "actor"),), "", "rebels", ""),
        ((), "", "", ""),
    ],
)
def test_type_of_violence(sides: tuple[Side, ...], violence: str, side_a: str, side_b: str) -> None:
    row = _row(_with(dossier(), sides=sides))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (violence, side_a, side_b)


def test_a_state_named_by_its_country_has_its_number() -> None:
    sides = (Side("Mali's army", "actor"), Side("rebels", "target"))
    row = _row(_with(dossier(), sides=sides))
    assert (row["gwnoa"], row["gwnob"]) == ("432", "")


def test_no_text_cell_starts_a_formula() -> None:
    row = _row(hostile())
    assert row["where_coordinates"].startswith("'@")
    assert row["source_office"].startswith("'=")
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row.values())


def test_negative_coordinates_stay_numbers() -> None:
    made = dossier()
    where = made.events[0].place
    assert where is not None
    row = _row(_with(made, place=replace(where, lat=-13.5, lon=-2.25)))
    assert (row["latitude"], row["longitude"]) == ("-13.5", "-2.25")
    assert row["geom_wkt"] == "POINT (-2.25 -13.5)"


def test_points_keep_every_digit() -> None:
    made = dossier()
    where = made.events[0].place
    assert where is not None
    row = _row(_with(made, place=replace(where, lat=35.61794, lon=69.47134)))
    assert row["geom_wkt"] == "POINT (69.47134 35.61794)"


def test_the_original_sources_are_the_innermost_voices() -> None:
    names = "villagers;A nurse at Orla clinic;mayor Ilse Brandt;Sources"
    assert _row(dossier())["source_original"] == names


def test_ids_are_whole_numbers_that_follow_from_the_event() -> None:
    assert _row(dossier())["id"].isdigit()
    assert _row(dossier())["id"] != _row(hostile())["id"]


def test_countries_have_regions_by_number() -> None:
    table = countries()
    assert (table["AF"].gw, table["AF"].region) == (700, "Asia")
    assert (table["SD"].region, table["EG"].region) == ("Africa", "Middle East")
    assert table["PS"].gw is None
    assert table["PS"].region is None
    assert country_name("ZZ") == "ZZ"
