"""Values to the dictionaries of the data contract and back, without loss.

The store, `readings.jsonl` and `events.jsonl` all go through here. A span becomes `[start, end]`,
a nested value becomes an object, a tuple or a set becomes a list; nothing else changes.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from rashomon.errors import DataError
from rashomon.values import Span

__all__ = ["decode", "encode"]

T = TypeVar("T")


def encode(value: object) -> object:
    """Turn a value, however deep, into what `json.dumps` takes."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple | list):
        return [encode(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def decode(cls: type[T], data: object) -> T:
    """Build a value of type `cls` from what `encode` made; fields it does not know are left out.

    Raises:
        DataError: `data` is not an object, or lacks a field that has no default.
    """
    if not isinstance(data, dict):
        msg = f"{cls.__name__}: expected an object, received {type(data).__name__}"
        raise DataError(msg)
    readers = _readers(cls)  # type: ignore[arg-type]  # mypy sees no hash on type[T]
    try:
        return cls(**{name: readers[name](part) for name, part in data.items() if name in readers})
    except (TypeError, ValueError) as error:
        msg = f"{cls.__name__}: {error}"
        raise DataError(msg) from error


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls))


@cache
def _readers(cls: type) -> dict[str, Callable[[object], object]]:
    hints = typing.get_type_hints(cls)
    return {name: _reader(hints[name]) for name in _names(cls)}


def _reader(hint: object) -> Callable[[object], object]:
    """Choose how a field of type `hint` is read back: a span, a value, a tuple, or as it is."""
    if hint is Span:
        return _read_span
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return lambda data: decode(hint, data)
    parts = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        each = _reader(parts[0])
        return lambda data: tuple(each(part) for part in typing.cast("list[object]", data))
    if typing.get_origin(hint) is frozenset:
        return lambda data: frozenset(typing.cast("list[object]", data))
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        inner = _reader(next(part for part in parts if part is not type(None)))
        return lambda data: None if data is None else inner(data)
    return lambda data: data


def _read_span(data: object) -> Span:
    start, end = typing.cast("tuple[int, int]", data)
    return Span(start, end)
