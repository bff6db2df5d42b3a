"""Events as GeoJSON (RFC 7946): a feature an event, at the point of its place.

An event whose place has no point has no geometry. How far the point can be from where it happened
is `place_precision`; GeoJSON has no way to say it by the geometry.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from rashomon.tell.exports.schemas import DIALECT, Schema, schema_of_field, written
from rashomon.tell.tables import Field, Table, Value, cases_of, events_table
from rashomon.values import Dossier

__all__ = ["files"]

_APART = frozenset({"event", "latitude", "longitude"})  # the feature's id and its geometry


def files(dossier: Dossier) -> dict[str, str]:
    """Return the features, and the schema that they keep to."""
    _, cases = cases_of(dossier)
    table = events_table(cases)
    return {
        "events.geojson": _collection(table),
        "events.geojson.schema.json": written(_schema(table.fields)),
    }


def _collection(table: Table) -> str:
    """Write one feature a line, so that files can be compared."""
    names = [field.name for field in table.fields]
    features = (_feature(dict(zip(names, row, strict=True))) for row in table.rows)
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _feature(values: Mapping[str, Value]) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": values["event"],
        "geometry": _geometry(values["longitude"], values["latitude"]),
        "properties": {n: _plain(value) for n, value in values.items() if n not in _APART},
    }


def _geometry(longitude: Value, latitude: Value) -> dict[str, object] | None:
    """Return the point; None where it is unknown or not on the globe."""
    if not isinstance(longitude, float) or not isinstance(latitude, float):
        return None
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):  # noqa: PLR2004
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _schema(fields: Sequence[Field]) -> Schema:
    shown = [field for field in fields if field.name not in _APART]
    numbers = [{"type": "number", "minimum": -most, "maximum": most} for most in (180, 90)]
    point = {
        "type": "object",
        "properties": {
            "type": {"const": "Point"},
            "coordinates": {
                "type": "array",
                "prefixItems": numbers,
                "minItems": 2,
                "maxItems": 2,
                "description": "degrees east, degrees north",
            },
        },
        "required": ["type", "coordinates"],
    }
    feature = {
        "type": "object",
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string", "description": "the event's id"},
            "geometry": {"anyOf": [point, {"type": "null"}]},
            "properties": {
                "type": "object",
                "properties": {field.name: schema_of_field(field) for field in shown},
                "required": [field.name for field in shown],
                "additionalProperties": False,
            },
        },
        "required": ["type", "id", "geometry", "properties"],
    }
    return {
        "$schema": DIALECT,
        "title": "events.geojson",
        "type": "object",
        "properties": {
            "type": {"const": "FeatureCollection"},
            "features": {"type": "array", "items": feature},
        },
        "required": ["type", "features"],
    }
