"""The contract document names what the files hold, no more and no less."""

from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.gather.given import Given
from rashomon.tell import choose
from rashomon.values import Dossier, Event, Reading, Span

CONTRACT = Path(__file__).parent.parent / "docs" / "contract.md"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def full(hint: object) -> object:
    """Make a value of a type with one part in every list and nothing left unknown."""
    if hint is Span:
        return Span(0, 1)
    parts = typing.get_args(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return hint(**{field.name: full(hints[field.name]) for field in dataclasses.fields(hint)})
    if typing.get_origin(hint) is tuple:
        return (full(parts[0]),)
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return full(next(part for part in parts if part is not types.NoneType))
    return parts[0] if typing.get_origin(hint) is typing.Literal else hint()  # type: ignore[operator]


def keys(record: object) -> Iterator[str]:
    """Yield the name of every field, however deep."""
    if isinstance(record, dict):
        yield from record
        record = list(record.values())
    if isinstance(record, list):
        for part in record:
            yield from keys(part)


def written(name: str) -> set[str]:
    dossier = Dossier(
        reports=(),
        readings=(typing.cast("Reading", full(Reading)),),
        events=(typing.cast("Event", full(Event)),),
    )
    (jsonl,) = choose(["jsonl"])
    return {*keys(json.loads(dict(jsonl.make(dossier))[name]))}


def section(number: int) -> str:
    text = CONTRACT.read_text(encoding="utf-8")
    return re.split(r"^## \d\. ", text, flags=re.MULTILINE)[number]


def named(text: str) -> set[str]:
    """Return the fields that a section names: first cells of its tables, and keys in braces."""
    cells = re.findall(r"^\| (`.*?) \|", text, flags=re.MULTILINE)
    fields = {field for cell in cells for field in re.findall(r"`([^`]+)`", cell)}
    braces = re.findall(r"`(\{[^`]*\})`", text)
    return fields | {key for each in braces for key in re.findall(r'"([^"]+)"', each)}


@pytest.mark.parametrize(("number", "name"), [(2, "readings.jsonl"), (3, "events.jsonl")])
def test_the_contract_names_what_is_written(number: int, name: str) -> None:
    assert named(section(number)) == written(name)


def test_the_contract_names_what_is_taken_in() -> None:
    assert named(section(1)) == set(Given.model_fields)


def test_names_are_plain() -> None:
    assert all(_NAME.fullmatch(name) for name in written("readings.jsonl"))
