"""Which reports repeat the words of another: reprints, wire copy, borrowed passages.

Copies are not independent evidence, and two copies tell of the same events. Reports are compared
by their shared runs of five words and found through an index of prints (see `sheets`), so that the
work grows with the words that are truly shared and not with the number of pairs. MinHash was left
out: it misses a short report inside a long one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from rashomon.link.nearness import published_day
from rashomon.link.sheets import RUN, Runs
from rashomon.values import Report

__all__ = ["Copy", "CopyKind", "is_furniture", "repeats"]

CopyKind: TypeAlias = Literal["duplicate", "derived", "partial"]

# Thresholds of Nicholls 2019 and our notes.
_DUPLICATE = 0.7  # Jaccard
_DERIVED = 0.5  # share of the shorter report's runs
_PARTIAL = 25  # words in a row
_FURNITURE = 3  # two reports may be a reprint after a month
_FURNITURE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Copy:
    """One report that repeats another: `overlap` is the share of its shorter one's runs."""

    report: str
    original: str
    kind: CopyKind
    overlap: float


def is_furniture(reports: int, days: int) -> bool:
    """Tell whether words that so many reports share over so many days are a notice or a menu."""
    return reports >= _FURNITURE and days > _FURNITURE_DAYS


def repeats(left: tuple[Report, Runs], right: tuple[Report, Runs]) -> Copy | None:
    """Compare two reports by the runs of their text; None where neither repeats the other.

    Of a pair the copy is told by day of publication, then by which names the other's publisher,
    then by length (an excerpt is the copy), then by id.
    """
    kind, overlap = _compare(left[1], right[1])
    if kind is None:
        return None
    copy, original = _direct(left[0], right[0])
    return Copy(copy.id, original.id, kind, overlap)


def _compare(left: Runs, right: Runs) -> tuple[CopyKind | None, float]:
    left_set, right_set = np.unique(left), np.unique(right)
    shorter = min(len(left_set), len(right_set))
    shared = len(np.intersect1d(left_set, right_set, assume_unique=True))
    if not shared:
        return None, 0.0
    overlap = shared / shorter
    if shared / (len(left_set) + len(right_set) - shared) >= _DUPLICATE:
        return "duplicate", overlap
    if overlap >= _DERIVED:
        return "derived", overlap
    if shared + RUN - 1 >= _PARTIAL and _longest(left, right) + RUN - 1 >= _PARTIAL:
        return "partial", overlap
    return None, overlap


def _longest(left: Runs, right: Runs) -> int:
    """Count the runs in the longest stretch of `left` whose runs are all in `right`.

    The stretch may be put together from two places of `right`, which for a passage of 25 words
    is as good as never.
    """
    breaks = np.flatnonzero(~np.isin(left, right))
    return int(np.diff(breaks, prepend=-1, append=len(left)).max() - 1)


def _direct(left: Report, right: Report) -> tuple[Report, Report]:
    """Say which of two reports is the copy and which the original."""
    days: Sequence[int | None] = published_day(left), published_day(right)
    if None in days:  # one day unknown: days cannot decide
        days = (0, 0)

    def lateness(day: int | None, report: Report, other: Report) -> tuple[int, bool, int, str]:
        return day or 0, _credits(report, other), -len(report.text), report.id

    if lateness(days[0], left, right) > lateness(days[1], right, left):
        return left, right
    return right, left


def _credits(report: Report, other: Report) -> bool:
    """Tell whether `report` names the publisher of `other`."""
    name = (other.publisher or "").casefold()
    return (
        bool(name) and re.search(rf"\b{re.escape(name)}\b", report.content.casefold()) is not None
    )
