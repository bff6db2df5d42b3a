"""Where: names of places, what they mean, and which of them is an event's."""

from rashomon.read.places.claim import place_claim, places_of_clause
from rashomon.read.places.find import find_places

__all__ = ["find_places", "place_claim", "places_of_clause"]
