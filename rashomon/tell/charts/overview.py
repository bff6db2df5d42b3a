"""The events of a page in space and in time."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.tell.case import Case
from rashomon.tell.charts.drawing import Drawing
from rashomon.tell.countries import country_name
from rashomon.tell.words import UNKNOWN, phrases, place

__all__ = ["draw_map"]


def draw_map(cases: Sequence[Case]) -> Drawing | None:
    """Draw where events happened, each as exactly as it is known; None where no place is known."""
    placed = [case for case in cases if case.event.place is not None]
    if not placed:
        return None
    return Drawing(
        svg=Markup(""),
        title="Where it happened",
        description=f"{len(placed)} events have a place.",
        columns=("Event", "Where", "Known to"),
        rows=tuple(map(_where, placed)),
    )


def _title(case: Case) -> str:
    return case.event.title or case.event.kind


def _where(case: Case) -> tuple[str, str, str]:
    where = case.event.place
    known = phrases().pairs("where").get(str(where.precision)) if where else None
    named = place(where, country_name(where.country) if where else None)
    return _title(case), named or UNKNOWN, known or UNKNOWN
