"""Tables of a dossier as data frames, for notebooks."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from rashomon.errors import MissingPartError
from rashomon.tell.tables import Table, Type, Value

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["to_pandas", "to_polars"]

# The days of pandas count seconds, so that the year 9999 fits as well as the year 1.
_PANDAS: dict[Type, str] = {
    "text": "string",
    "texts": "object",
    "integer": "Int64",
    "number": "Float64",
    "day": "datetime64[s]",
    "flag": "boolean",
}


def to_polars(table: Table) -> pl.DataFrame:
    """Return a table as a polars frame: days are dates, several texts a list, unknown is null.

    Raises:
        MissingPartError: polars is not installed.
    """
    polars = _package("polars")
    types = {
        "text": polars.String,
        "texts": polars.List(polars.String),
        "integer": polars.Int64,
        "number": polars.Float64,
        "day": polars.Date,
        "flag": polars.Boolean,
    }
    columns = [
        polars.Series(field.name, list(map(_plain, values)), dtype=types[field.type], strict=True)
        for field, values in zip(table.fields, _columns(table), strict=True)
    ]
    frame: pl.DataFrame = polars.DataFrame(columns)
    return frame


def to_pandas(table: Table) -> pd.DataFrame:
    """Return a table as a pandas frame of types that know a missing value.

    Raises:
        MissingPartError: pandas is not installed.
    """
    pandas = _package("pandas")
    return pandas.DataFrame(
        {
            field.name: pandas.Series(list(map(_plain, values)), dtype=_PANDAS[field.type])
            for field, values in zip(table.fields, _columns(table), strict=True)
        }
    )


def _columns(table: Table) -> tuple[tuple[Value, ...], ...]:
    return tuple(zip(*table.rows, strict=True)) if table.rows else ((),) * len(table.fields)


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _package(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        msg = f"data frames need {name}: pip install 'rashomon[notebook]'"
        raise MissingPartError(msg) from error
