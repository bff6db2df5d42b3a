"""A dossier beside a file of theirs."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.tell.compare.likeness import ours_of
from rashomon.tell.compare.match import Comparison, compare
from rashomon.tell.compare.theirs import read_events
from rashomon.tell.tables import cases_of
from rashomon.values import Dossier

__all__ = ["compare_dossier"]


def compare_dossier(dossier: Dossier, lines: Iterable[str], where: str) -> Comparison:
    """Compare the events of a dossier with a GED or ACLED CSV, given line by line.

    Raises:
        DataError: the file is neither.
    """
    _, cases = cases_of(dossier)
    return compare(map(ours_of, cases), read_events(lines, where))
