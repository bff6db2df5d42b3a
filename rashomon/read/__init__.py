"""A `Report` into a `Reading`: who says what happened, where, when, and to how many."""

from rashomon.read.people import FOUND_BY, find_people
from rashomon.read.pipelines import Pipelines
from rashomon.read.reader import Reader
from rashomon.read.reasons import Explained, Explanation, Part, Reason

__all__ = [
    "FOUND_BY",
    "Explained",
    "Explanation",
    "Part",
    "Pipelines",
    "Reader",
    "Reason",
    "find_people",
]
