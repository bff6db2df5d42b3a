"""The records of the contract as JSON lines: readings and events."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import cast

from rashomon.codec import encode
from rashomon.tell.exports.schemas import schema_of, written
from rashomon.values import Dossier, Event, Reading

__all__ = ["event_record", "files"]


def files(dossier: Dossier) -> dict[str, str]:
    """Return what was read, one report a line, the events, one a line, and a schema of each."""
    return {
        "readings.jsonl": _lines(encode(reading) for reading in dossier.readings),
        "events.jsonl": _lines(event_record(event) for event in dossier.events),
        "readings.jsonl.schema.json": written(schema_of(Reading)),
        "events.jsonl.schema.json": written(_event_schema()),
    }


def event_record(event: Event) -> dict[str, object]:
    """Lay an event out as the contract has it: the grade is a word, its reasons stand beside it."""
    fields = cast("dict[str, object]", encode(event))
    return {**fields, "grade": event.grade.word, "reasons": list(event.grade.reasons)}


def _event_schema() -> dict[str, object]:
    """Describe events as `event_record` lays them out."""
    schema = schema_of(Event)
    within = cast("dict[str, dict[str, dict[str, object]]]", schema["$defs"])
    fields = {**cast("dict[str, object]", schema["properties"]), **within["Grade"]["properties"]}
    word = fields.pop("word")
    del within["Grade"]
    return {**schema, "properties": {**fields, "grade": word}, "required": [*fields]}


def _lines(records: Iterable[object]) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
