"""A `Report` into a `Reading`: who says what happened, where, when, and to how many."""

from rashomon.read.reader import Reader

__all__ = ["Reader"]
