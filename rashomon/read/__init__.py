"""A `Report` into a `Reading`: who says what happened, where, when, and to how many."""

from rashomon.read.reader import DEFAULT_MODEL, Reader

__all__ = ["DEFAULT_MODEL", "Reader"]
