"""A `Report` into a `Reading`: who says what happened, where, when, and to how many."""

from rashomon.read.reader import Reader
from rashomon.read.reasons import Explained, Explanation, Part, Reason

__all__ = ["Explained", "Explanation", "Part", "Reader", "Reason"]
