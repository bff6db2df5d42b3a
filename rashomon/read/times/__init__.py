"""Times: find their expressions, say what they mean, date what is claimed."""

from rashomon.read.times.dating import date_claim, date_claims
from rashomon.read.times.days import interval
from rashomon.read.times.find import find_times

__all__ = ["date_claim", "date_claims", "find_times", "interval"]
