import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator, ValidationError

from rashomon.codec import decode
from rashomon.tell import choose
from rashomon.tell.exports.records import files
from rashomon.values import Dossier, Event, Reading
from tests.tell.made import dossier, empty, hostile

NAMES = ("readings.jsonl", "events.jsonl")


def schema(made: Dossier, name: str) -> Draft202012Validator:
    described = json.loads(files(made)[f"{name}.schema.json"])
    Draft202012Validator.check_schema(described)
    return Draft202012Validator(described)


@pytest.mark.parametrize("made", [dossier(), hostile(), empty()])
@pytest.mark.parametrize("name", NAMES)
def test_every_line_keeps_to_its_schema(made: Dossier, name: str) -> None:
    validator = schema(made, name)
    for line in files(made)[name].splitlines():
        validator.validate(json.loads(line))


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_knows_every_field_and_no_other(name: str) -> None:
    record = json.loads(files(dossier())[name].splitlines()[0])
    validator = schema(dossier(), name)
    for field in record:
        with pytest.raises(ValidationError):
            validator.validate({key: value for key, value in record.items() if key != field})
    with pytest.raises(ValidationError):
        validator.validate({**record, "guess": 1})


def test_a_schema_knows_the_words() -> None:
    (event,) = dossier().events
    bent = replace(event, grade=replace(event.grade, word="sure"))  # type: ignore[arg-type]
    record = json.loads(files(replace(dossier(), events=(bent,)))["events.jsonl"])
    with pytest.raises(ValidationError, match="sure"):
        schema(dossier(), "events.jsonl").validate(record)


def test_the_schemas_say_what_things_are() -> None:
    described = json.loads(files(empty())["readings.jsonl.schema.json"])
    assert described["$defs"]["Voice"]["description"].startswith("One hop of a chain of telling")
    assert described["$defs"]["Claim"]["properties"]["reality"] == {
        "enum": ["actual", "negated", "hypothetical", "planned"]
    }


def test_the_schemas_do_not_depend_on_the_dossier() -> None:
    (jsonl,) = choose(["jsonl"])
    first, second = dict(jsonl.make(dossier())), dict(jsonl.make(empty()))
    assert all(first[name] == second[name] for name in first if name.endswith(".schema.json"))


def test_readings_come_back_equal() -> None:
    lines = files(dossier())["readings.jsonl"].splitlines()
    assert tuple(decode(Reading, json.loads(line)) for line in lines) == dossier().readings


def test_events_come_back_equal() -> None:
    records = [json.loads(line) for line in files(dossier())["events.jsonl"].splitlines()]
    nested = [
        {**each, "grade": {"word": each["grade"], "reasons": each["reasons"]}} for each in records
    ]
    assert tuple(decode(Event, each) for each in nested) == dossier().events
