"""Values as the JSON in a row of a table."""

from __future__ import annotations

import json
from typing import TypeVar

from rashomon.codec import decode, encode
from rashomon.errors import DataError, StoreError

__all__ = ["from_json", "to_json"]

T = TypeVar("T")


def to_json(value: object) -> str:
    """Write a value as JSON in ASCII: a lone surrogate in a stranger's text has no UTF-8 form."""
    return json.dumps(encode(value), separators=(",", ":"))


def from_json(kind: type[T], record: str) -> T:
    """Read a value back.

    Raises:
        StoreError: the record is not what `to_json` wrote.
    """
    try:
        return decode(kind, json.loads(record))
    except (ValueError, DataError) as error:
        msg = (
            f"the store holds a damaged {kind.__name__.lower()}: expected a record in JSON, "
            f"received {record[:40]!r} ({error}); take the store from a copy, or make another "
            "from the reports"
        )
        raise StoreError(msg) from error
