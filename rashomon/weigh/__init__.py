"""group → Event: independent origins, low, best and high, contradictions, a grade with reasons."""

from rashomon.weigh.event import weigh

__all__ = ["weigh"]
