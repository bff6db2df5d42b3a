"""GED and ACLED files are told by their columns; a bad row stops no other."""

from __future__ import annotations

import csv
import io
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import DataError
from rashomon.tell.compare import Theirs, read_events
from rashomon.tell.exports import acled, ucdp
from rashomon.values import Issue
from tests.tell import made

GED = {
    "id": "17",
    "date_start": "2023-03-14 00:00:00.000",
    "date_end": "2023-03-15",
    "best": "22",
    "low": "2",
    "high": "92",
    "latitude": "13.52",
    "longitude": "2.11",
    "where_prec": "2",
    "where_coordinates": "Orla",
    "adm_1": "Tessaoua region",
    "country": "Niger",
    "side_a": "Government of Niger",
    "side_b": "raiders",
    "source_headline": "Guards hold the bridge",
}
ACLED = {
    "event_id_cnty": "NER7",
    "event_date": "14 March 2023",
    "time_precision": "1",
    "actor1": "Raiders (Niger)",
    "assoc_actor_1": "Herders; Traders",
    "actor2": "",
    "location": "Orla",
    "latitude": "13.52",
    "longitude": "2.11",
    "geo_precision": "1",
    "country": "Niger",
    "admin1": "Tessaoua",
    "fatalities": "22",
    "notes": "On 14 March 2023, raiders came.",
}


def lines(*rows: dict[str, str], delimiter: str = ",", head: str = "") -> list[str]:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return (head + text.getvalue()).splitlines(keepends=True)


def read(given_lines: list[str]) -> tuple[list[Theirs], list[Issue]]:
    found = list(read_events(given_lines, "in.csv"))
    return (
        [each for each in found if isinstance(each, Theirs)],
        [each for each in found if isinstance(each, Issue)],
    )


def shuffled(row: dict[str, str]) -> dict[str, str]:
    names = list(row)
    random.Random(7).shuffle(names)  # noqa: S311  a test's order
    return {name: row[name] for name in names}


@pytest.mark.parametrize(
    "given_lines",
    [
        lines(GED),
        lines(shuffled(GED)),
        lines(GED, delimiter=";"),
        lines(GED, delimiter="\t"),
        lines(GED, head="\ufeff"),
        lines({name.upper(): value for name, value in GED.items()}),
        lines({**GED, "unknown_column": "x"}),
        lines(dict.fromkeys(GED, "#tag+x"), GED),
    ],
)
def test_ged_is_read_however_it_is_laid_out(given_lines: list[str]) -> None:
    assert read(given_lines) == (
        [
            Theirs(
                id="17",
                dataset="GED",
                title="Guards hold the bridge",
                start=date(2023, 3, 14),
                end=date(2023, 3, 15),
                actors=("Government of Niger", "raiders"),
                place="Orla",
                admin1="Tessaoua region",
                country="Niger",
                lat=13.52,
                lon=2.11,
                precision=2,
                low=2,
                best=22,
                high=92,
            )
        ],
        [],
    )


def test_acled_is_read_with_its_associates() -> None:
    ((event,), issues) = read(lines(ACLED))
    assert issues == []
    assert (event.id, event.dataset, event.best, event.low) == ("NER7", "ACLED", 22, None)
    assert event.actors == ("Raiders (Niger)", "Herders", "Traders")
    assert event.start == event.end == date(2023, 3, 14)


@pytest.mark.parametrize(("precision", "days"), [("1", 0), ("2", 6), ("3", 30)])
def test_acleds_time_precision_widens_the_day(precision: str, days: int) -> None:
    ((event,), _) = read(lines({**ACLED, "time_precision": precision}))
    assert (event.end - event.start).days == days


def test_few_columns_are_enough() -> None:
    ((event,), issues) = read(lines({"date_start": "2023-03-14", "best": "3"}))
    assert issues == []
    assert (event.start, event.end, event.best, event.lat) == (
        date(2023, 3, 14),
        date(2023, 3, 14),
        3,
        None,
    )


def test_candidate_events_need_no_header() -> None:
    row = dict.fromkeys(ucdp.COLUMNS, "") | GED
    given_lines = lines(row, {**row, "id": "18"})[1:]
    events, issues = read(given_lines)
    assert ([each.id for each in events], issues) == (["17", "18"], [])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"date_start": ""}, "expected a day"),
        ({"date_start": "14.03.23"}, "expected a day"),
        ({"date_end": "soon"}, "date_end"),
        ({"best": "many"}, "expected a whole number"),
        ({"best": "-3"}, "expected a whole number"),
        ({"best": "2.5"}, "expected a whole number"),
        ({"best": "1e400"}, "expected a whole number"),
        ({"latitude": "91"}, "no place on earth"),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(wrong: dict[str, str], said: str) -> None:
    events, issues = read(lines({**GED, **wrong}, {**GED, "id": "18"}))
    assert [each.id for each in events] == ["18"]
    assert [(each.code, each.where) for each in issues] == [("bad-row", "in.csv:2")]
    assert said in issues[0].message


def test_a_field_beyond_all_measure_ends_the_file_with_an_issue() -> None:
    before = csv.field_size_limit(100_000)  # other packages raise it for all
    try:
        _, issues = read(lines(GED, {**GED, "source_headline": "x" * 200_000}))
    finally:
        csv.field_size_limit(before)
    assert [each.code for each in issues] == ["bad-csv"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "a,b\n1,2\n", "<html>", "\x00\x01\x02", '"', "id;x\n"]
)
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="neither a GED nor an ACLED CSV"):
        read(text.splitlines(keepends=True))


@given(st.lists(st.text(), max_size=8))
def test_no_row_can_break_the_reading(cells: list[str]) -> None:
    row = dict(zip(GED, cells, strict=False))
    events, issues = read([*lines(GED), *lines({**GED, **row})[1:]])
    assert len(events) + len(issues) >= 1


def test_our_own_exports_can_be_read_back() -> None:
    dossier = made.dossier()
    ((ged,), _) = read(ucdp.events_csv(dossier).splitlines(keepends=True))
    ((other,), _) = read(acled.events_csv(dossier).splitlines(keepends=True))
    assert (ged.best, ged.place, ged.start) == (22, "Orla", date(2023, 3, 14))
    assert (other.dataset, other.place, other.start) == ("ACLED", "Orla", date(2023, 3, 14))
