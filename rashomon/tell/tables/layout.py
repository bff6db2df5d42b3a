"""What a flat table is: columns with a name, a type and a meaning, and rows of values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Generic, Literal, TypeAlias, TypeVar, cast

from rashomon.text.days import as_day

__all__ = ["Column", "Field", "Table", "Type", "Value", "at", "day_at", "laid_out"]

Type: TypeAlias = Literal["text", "texts", "integer", "number", "day", "flag"]
Value: TypeAlias = str | tuple[str, ...] | int | float | date | bool | None

T = TypeVar("T")

_MOST = 2**53  # the largest whole number that spreadsheets and JavaScript hold exactly


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table, as its readers see it.

    `text` is a string, `texts` several (none is the empty tuple), `integer` a whole number of at
    most 2**53, `number` a float, `day` a date, `flag` true or false. Every field can be None, but
    for `texts` and the ids: unknown is never a guess.
    """

    name: str
    type: Type
    about: str


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A field, and how its value is taken from what a row tells of."""

    name: str
    type: Type
    about: str
    of: Callable[[T], Value]

    @property
    def field(self) -> Field:
        """Return the column without its way to the value."""
        return Field(self.name, self.type, self.about)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under fields; `about` says what one row is."""

    name: str
    about: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]

    def column(self, name: str) -> tuple[Value, ...]:
        """Return all values of one column, in the order of the rows.

        Raises:
            ValueError: the table has no such column.
        """
        index = [field.name for field in self.fields].index(name)
        return tuple(row[index] for row in self.rows)


def laid_out(name: str, about: str, columns: Sequence[Column[T]], told: Iterable[T]) -> Table:
    """Make a table with one row for each thing told of."""
    return Table(
        name=name,
        about=about,
        fields=tuple(column.field for column in columns),
        rows=tuple(
            tuple(_held(column.of(each), column.type) for column in columns) for each in told
        ),
    )


def at(path: str) -> Callable[[object], Value]:
    """Make the way to what lies at a dotted path; None where something on the way is None."""
    names = path.split(".")

    def value(told: object) -> Value:
        for name in names:
            told = None if told is None else getattr(told, name)
        return cast("Value", told)

    return value


def day_at(path: str) -> Callable[[object], Value]:
    """Make the way to the day of an ISO date at a dotted path."""
    way = at(path)
    return lambda told: as_day(cast("str | None", way(told)))


def _held(value: Value, wanted: Type) -> Value:
    """Keep what every program holds: no half characters, no number beyond the exact ones."""
    if isinstance(value, str):
        return value if value.isascii() else _whole(value)
    if isinstance(value, tuple):
        return tuple(map(_whole, value))
    if wanted == "number" and isinstance(value, int | float):
        return float(value) if isfinite(value) else None
    if wanted == "integer" and isinstance(value, int):
        return value if abs(value) <= _MOST else None
    return value


def _whole(text: str) -> str:
    """Escape a lone surrogate as JSON escapes it; every other character stays."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
