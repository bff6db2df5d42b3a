"""Numbers for events, for formats that want numbers and no names."""

from __future__ import annotations

from rashomon.values import Event, identify

__all__ = ["whole_number"]

_DIGITS = 12  # hexadecimal: 48 bits, which every program holds exactly


def whole_number(event: Event) -> int:
    """Return a number that follows from the event's id; two ids share one in 2**48 cases."""
    return int(identify(event.id)[:_DIGITS], 16)
