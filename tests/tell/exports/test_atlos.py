import csv
import io
from dataclasses import replace

import pytest

from rashomon.tell.exports.atlos import events_csv
from rashomon.values import Dossier, EventPlace
from tests.tell.made import dossier, empty, hostile
from tests.tell.pinned import pinned


def rows(made: Dossier) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(events_csv(made))))


def made_with(**fields: object) -> Dossier:
    event = replace(dossier().events[0], **fields)  # type: ignore[arg-type]
    return replace(dossier(), events=(event,))


def test_csv_is_the_one_pinned() -> None:
    assert events_csv(dossier()) == pinned("atlos.csv", events_csv(dossier()))


def test_what_atlos_requires_is_there() -> None:
    assert {"status", "description", "sensitive"} <= set(events_csv(empty()).strip().split(","))
    for row in (*rows(dossier()), *rows(hostile())):
        assert row["status"] == "To Do"
        assert row["sensitive"] == "Not Sensitive"
        assert 8 <= len(row["description"]) <= 241  # with the mark that keeps it from being run


@pytest.mark.parametrize("title", ["", "Raid", "x" * 500])
def test_a_description_is_of_the_length_that_atlos_takes(title: str) -> None:
    (row,) = rows(made_with(title=title))
    assert 8 <= len(row["description"]) <= 240


@pytest.mark.parametrize(
    ("precision", "located"), [(1, True), (2, False), (4, False), (None, False)]
)
def test_only_an_exact_place_is_located(precision: int, *, located: bool) -> None:
    place = EventPlace(name="Orla", lat=-13.52, lon=2.11, precision=precision)
    (row,) = rows(made_with(place=place))
    assert row["location"].strip() == ("-13.52, 2.11" if located else "")
    assert row["geolocation_resolution"] == ("Locality" if located else "")
    assert (row["latitude"], row["longitude"]) == (("-13.52", "2.11") if located else ("", ""))


def test_a_date_is_a_day() -> None:
    (day,) = rows(dossier())
    assert day["date"] == "2023-03-14"
    (days,) = rows(made_with(end="2023-03-16"))
    assert days["date"] == ""
    assert "14–16 March 2023" in days["more_info"]


def test_sources_are_addresses_that_can_be_followed() -> None:
    (row,) = rows(dossier())
    assert row["source_1"] == "https://hillpost.example/orla?a=1&b=2"
    assert "source_2" not in row  # the others have no address of the web


def test_each_event_can_be_found_again() -> None:
    (row,) = rows(dossier())
    assert "rashomon event 9f3c2a7788b1d004" in row["more_info"]
    assert row["tags"] == "rashomon, Armed clash, contested"


def test_no_text_cell_starts_a_formula() -> None:
    (row,) = rows(hostile())
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
