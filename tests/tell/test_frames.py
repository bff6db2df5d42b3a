"""Data frames hold what the tables hold, with types and with gaps."""

from __future__ import annotations

import sys
from datetime import date

import polars as pl
import pytest

from rashomon.errors import MissingPartError
from rashomon.tell.frames import to_pandas, to_polars
from rashomon.tell.tables import Field, Table, tables
from rashomon.values import Dossier
from tests.tell import made

TABLE = Table(
    "made",
    "One row a thing.",
    (
        Field("name", "text", "a name"),
        Field("names", "texts", "several"),
        Field("count", "integer", "how many"),
        Field("share", "number", "how much"),
        Field("day", "day", "when"),
        Field("flag", "flag", "whether"),
    ),
    (
        ("a", ("b", "c"), 1, 0.5, date(1, 1, 1), True),
        ("=x", (), None, None, date(9999, 12, 31), None),
        (None, ("d",), 2**53, -1.0, None, False),
    ),
)


def test_polars_has_its_types() -> None:
    frame = to_polars(TABLE)
    assert dict(frame.schema) == {
        "name": pl.String(),
        "names": pl.List(pl.String()),
        "count": pl.Int64(),
        "share": pl.Float64(),
        "day": pl.Date(),
        "flag": pl.Boolean(),
    }
    assert [tuple(map(_tuple, row)) for row in frame.rows()] == list(TABLE.rows)


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def test_pandas_has_its_types_and_knows_what_is_missing() -> None:
    frame = to_pandas(TABLE)
    kinds = ["string", "object", "Int64", "Float64", "datetime64[s]", "boolean"]
    assert [str(each) for each in frame.dtypes] == kinds
    assert list(frame["count"].isna()) == [False, True, False]
    assert frame["count"][2] == 2**53
    assert [each.year for each in frame["day"][:2]] == [1, 9999]
    assert list(frame["names"]) == [["b", "c"], [], ["d"]]


@pytest.mark.parametrize("dossier", [made.dossier(), made.hostile(), made.empty()])
def test_every_table_becomes_a_frame(dossier: Dossier) -> None:
    for name, table in tables(dossier).items():
        frames = to_polars(table), to_pandas(table)
        for frame in frames:
            assert list(frame.columns) == [field.name for field in table.fields], name
            assert len(frame) == len(table.rows)


@pytest.mark.parametrize(("make", "package"), [(to_polars, "polars"), (to_pandas, "pandas")])
def test_a_missing_package_is_told_with_its_remedy(
    make: object, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPartError, match=rf"{package}: pip install 'rashomon\[notebook\]'"):
        make(TABLE)  # type: ignore[operator]
