"""JSON Schemas (draft 2020-12) of what is written, made from the types and tables themselves."""

from __future__ import annotations

import dataclasses
import inspect
import json
import types
import typing
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from rashomon.tell.tables import Field, Type
from rashomon.values import Span

__all__ = ["DIALECT", "Schema", "schema_of", "schema_of_field", "written"]

Schema: TypeAlias = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAMES: Mapping[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    types.NoneType: "null",
}
_FIELDS: Mapping[Type, Schema] = {
    "text": {"type": ["string", "null"]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "day": {"type": ["string", "null"], "format": "date"},
    "flag": {"type": ["boolean", "null"]},
}
_SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "[start, end] in code points of the report's content, the end excluded",
}


def schema_of(cls: type) -> Schema:
    """Describe the records that `codec.encode` makes of a dataclass; every field is always there.

    The dataclasses within stand under `$defs`, by name.
    """
    within: dict[str, Schema] = {}
    schema = _object(cls, within)
    return {"$schema": DIALECT, "title": cls.__name__, **schema, "$defs": within}


def schema_of_field(field: Field) -> Schema:
    """Describe one field of a table, as JSON holds it."""
    return {**_FIELDS[field.type], "description": field.about}


def written(schema: Mapping[str, object]) -> str:
    """Write a schema for people too."""
    return f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n"


def _object(cls: type, within: dict[str, Schema]) -> Schema:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)]
    return {
        "type": "object",
        "description": (inspect.getdoc(cls) or "").split("\n", maxsplit=1)[0],
        "properties": {name: _schema(hints[name], within) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _schema(hint: object, within: dict[str, Schema]) -> Schema:
    """Describe what a value of type `hint` becomes; dataclasses are put `within`."""
    if hint is Span:
        return _SPAN
    if isinstance(hint, type) and hint in _NAMES:
        return {"type": _NAMES[hint]}
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        if hint.__name__ not in within:
            within[hint.__name__] = {}  # holds the place, should a type hold itself
            within[hint.__name__] = _object(hint, within)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        return {"type": "array", "items": _schema(parts[0], within)}
    return {"anyOf": list(_schemas(parts, within))}  # a union


def _schemas(hints: Iterable[object], within: dict[str, Schema]) -> Iterable[Schema]:
    return (_schema(hint, within) for hint in hints)
