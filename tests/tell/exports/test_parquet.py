import io
import json
from datetime import date

import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator

from rashomon.tell.exports.parquet import arrow_table, files
from rashomon.tell.tables import tables
from rashomon.values import Dossier
from tests.tell.made import dossier, empty, hostile


def parquet(made: Dossier, name: str) -> io.BytesIO:
    content = files(made)[f"{name}.parquet"]
    assert isinstance(content, bytes)
    return io.BytesIO(content)


@pytest.mark.parametrize("made", [dossier(), hostile(), empty()])
@pytest.mark.parametrize("name", [*tables(empty())])
def test_polars_reads_every_value_back(made: Dossier, name: str) -> None:
    table = tables(made)[name]
    frame = pl.read_parquet(parquet(made, name))
    assert frame.columns == [field.name for field in table.fields]
    rows = [tuple(list(v) if isinstance(v, tuple) else v for v in row) for row in table.rows]
    assert frame.rows() == rows


def test_polars_knows_the_types() -> None:
    frame = pl.read_parquet(parquet(empty(), "events"))
    assert frame.schema["start"] == pl.Date
    assert frame.schema["killed_best"] == pl.Int64
    assert frame.schema["latitude"] == pl.Float64
    assert frame.schema["sides"] == pl.List(pl.String)


def test_pandas_reads_it() -> None:
    frame = pd.read_parquet(parquet(dossier(), "events"))
    assert list(frame["killed_best"]) == [22]
    assert list(frame["start"]) == [date(2023, 3, 14)]
    assert list(frame["sides"][0]) == ["guards", "raiders", "civilians"]


def test_fields_and_tables_say_what_they_are() -> None:
    schema = pq.read_schema(parquet(dossier(), "claims"))
    assert schema.metadata[b"about"].startswith(b"One row a claim")
    assert schema.field("quotation").metadata[b"about"] == b"the exact words"


def test_rows_keep_to_the_schema_beside_them() -> None:
    schema = json.loads(files(empty())["tables.schema.json"])
    Draft202012Validator.check_schema(schema)
    for name, table in tables(dossier()).items():
        validator = Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"})
        for row in arrow_table(table).to_pylist():
            validator.validate(json.loads(json.dumps(row, default=date.isoformat)))


def test_the_bytes_are_the_same_each_time() -> None:
    assert files(dossier()) == files(dossier())
