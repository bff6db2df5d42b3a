"""group → Event: independent origins, low, best and high, contradictions, a grade with reasons."""

from rashomon.weigh.conventions import CONVENTIONS, DEFAULT, convention
from rashomon.weigh.event import MADE_BY, figures_by, weigh

__all__ = ["CONVENTIONS", "DEFAULT", "MADE_BY", "convention", "figures_by", "weigh"]
