"""Where: names of places, what they mean, and which of them is an event's."""

from rashomon.read.places.claim import Whereabouts
from rashomon.read.places.find import find_places
from rashomon.read.places.seat import Seat

__all__ = ["Seat", "Whereabouts", "find_places"]
