"""All tables as Parquet: a file a table, columns with their types, each with its meaning."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from rashomon.tell.exports.schemas import DIALECT, Schema, schema_of_field, written
from rashomon.tell.tables import Table, Type, tables
from rashomon.values import Dossier

__all__ = ["arrow_table", "files"]

_TYPES: Mapping[Type, pa.DataType] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "integer": pa.int64(),
    "number": pa.float64(),
    "day": pa.date32(),
    "flag": pa.bool_(),
}


def files(dossier: Dossier) -> dict[str, str | bytes]:
    """Return every table as a Parquet file, and one JSON Schema of the rows of all."""
    laid = tables(dossier)
    return {
        **{f"{name}.parquet": _parquet(arrow_table(table)) for name, table in laid.items()},
        "tables.schema.json": written(_schema(laid.values())),
    }


def arrow_table(table: Table) -> pa.Table:
    """Return a table as Arrow holds it; the metadata of table and fields say what they are."""
    schema = pa.schema(
        [pa.field(f.name, _TYPES[f.type], metadata={"about": f.about}) for f in table.fields],
        metadata={"about": table.about},
    )
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.fields)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _parquet(table: pa.Table) -> bytes:
    """Write with a common compression; the bytes depend on the table and pyarrow's version only."""
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()


def _schema(laid: Iterable[Table]) -> Schema:
    """Describe a row of each table, under its name."""
    return {
        "$schema": DIALECT,
        "title": "rashomon tables",
        "$defs": {
            table.name: {
                "type": "object",
                "description": table.about,
                "properties": {field.name: schema_of_field(field) for field in table.fields},
                "required": [field.name for field in table.fields],
                "additionalProperties": False,
            }
            for table in laid
        },
    }
