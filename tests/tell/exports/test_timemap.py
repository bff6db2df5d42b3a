"""The viewer's own schemas, as its source has them, in JSON Schema."""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rashomon.tell.exports.timemap import files
from rashomon.values import Dossier, EventPlace
from tests.tell.made import dossier, empty, hostile

_TEXT = {"type": "string"}
_SOME = {"type": "string", "minLength": 1}
_LIST = {"type": "array"}


def _fields(texts: str, lists: str, required: str) -> dict[str, Any]:
    fields = dict.fromkeys(texts.split(), _TEXT) | dict.fromkeys(lists.split(), _LIST)
    return {
        "type": "object",
        "properties": fields,
        "required": required.split(),
        "additionalProperties": False,
    }


_EVENT = _fields(
    "id description date time time_precision location latitude longitude type category "
    "category_full comments time_display shape colour",
    "associations sources narrative___stepStyles",
    "description associations latitude longitude",  # it calls replace() on both, set or not
)
_SOURCE = _fields(
    "id title thumbnail type url description parent author date notes", "paths affil_s", "id paths"
)
_ASSOCIATION = _fields("id title desc mode colour type display", "filter_paths", "id title mode")


def _read(made: Dossier) -> tuple[list[Any], list[Any], dict[str, Any]]:
    written = files(made)
    events, associations, sources = (
        json.loads(written[f"timemap-{name}.json"])
        for name in ("events", "associations", "sources")
    )
    return events, associations, sources


def _with(**fields: object) -> dict[str, Any]:
    made = dossier()
    (event,) = made.events
    events, _, _ = _read(replace(made, events=(replace(event, **fields),)))  # type: ignore[arg-type]
    one: dict[str, Any] = events[0]
    return one


@pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])
def test_the_viewers_schemas_take_it(made: Dossier) -> None:
    events, associations, sources = _read(made)
    for schema, told in (
        (_EVENT, events),
        (_ASSOCIATION, associations),
        ({**_SOURCE, "properties": {**_SOURCE["properties"], "id": _SOME}}, sources.values()),
    ):
        for each in told:
            Draft202012Validator(schema).validate(each)


@pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])
def test_what_an_event_names_is_there(made: Dossier) -> None:
    events, associations, sources = _read(made)
    known = [each["id"] for each in associations]
    assert len(known) == len(set(known))
    for event in events:
        assert set(event["associations"]) <= set(known)
        assert set(event["sources"]) <= sources.keys()
        assert all(sources[each]["id"] == each for each in event["sources"])


def test_an_event() -> None:
    (event,), _, sources = _read(dossier())
    assert event["date"] == "03/14/2023"
    assert event["time_display"] == "14 March 2023"
    assert (event["latitude"], event["longitude"]) == ("13.52", "2.11")
    assert event["location"] == "Orla, Tessaoua, Niger (within about 25 km)"
    assert event["category"] == "Battles"
    assert event["comments"] == (
        "Grade: contested. The number killed is contradicted. Two origins. "
        "The accounts differ on killed: 18–20 or 90."
    )
    assert sources["bridge"]["url"] == "https://hillpost.example/orla?a=1&b=2"
    assert sources["ambush"]["url"] == ""


@pytest.mark.parametrize(
    ("precision", "point"), [(1, "1.5"), (3, "1.5"), (4, ""), (6, ""), (None, "1.5")]
)
def test_a_province_is_no_point(precision: int | None, point: str) -> None:
    event = _with(place=EventPlace(name="Tessaoua", lat=1.5, lon=2, precision=precision))
    assert event["latitude"] == point


def test_what_is_unknown_is_empty() -> None:
    event = _with(place=None, start=None, end=None)
    assert event["date"] == event["latitude"] == event["location"] == event["time_display"] == ""


def test_an_event_is_grouped_by_category_grade_and_side() -> None:
    (event,), associations, _ = _read(dossier())
    modes = {each["id"]: each["mode"] for each in associations}
    assert [modes[each] for each in event["associations"]] == ["CATEGORY", *["FILTER"] * 4]
    (grade,) = (each for each in associations if each["id"] == "grade/contested")
    assert grade["filter_paths"] == ["Grade", "contested"]
    assert grade["desc"] == "the accounts contradict each other"


def test_an_episode_is_a_narrative_where_it_has_several_events() -> None:
    made = dossier()
    (event,) = made.events
    second = replace(event, id="second", title="Later")
    events, associations, _ = _read(replace(made, events=(event, second)))
    (narrative,) = (each for each in associations if each["mode"] == "NARRATIVE")
    assert narrative["title"] == event.title
    assert all(narrative["id"] in each["associations"] for each in events)


def test_nothing_read_is_no_event() -> None:
    assert _read(empty()) == ([], [], {})
