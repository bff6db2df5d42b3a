"""Where: names of places, what they mean, and which of them is an event's."""

from rashomon.read.places.claim import Whereabouts
from rashomon.read.places.find import find_places

__all__ = ["Whereabouts", "find_places"]
