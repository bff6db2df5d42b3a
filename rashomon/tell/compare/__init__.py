"""Our events beside those that somebody else recorded: what both have, and what differs."""

from rashomon.tell.compare.match import Comparison, Match, compare
from rashomon.tell.compare.sheet import comparison_csv
from rashomon.tell.compare.show import comparison_page, comparison_table
from rashomon.tell.compare.sides import compare_dossier
from rashomon.tell.compare.theirs import Theirs, read_events

__all__ = [
    "Comparison",
    "Match",
    "Theirs",
    "compare",
    "compare_dossier",
    "comparison_csv",
    "comparison_page",
    "comparison_table",
    "read_events",
]
