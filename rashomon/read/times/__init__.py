"""Times: find their expressions, say what they mean, date what is claimed."""

from rashomon.read.times.days import interval
from rashomon.read.times.find import find_times

__all__ = ["find_times", "interval"]
