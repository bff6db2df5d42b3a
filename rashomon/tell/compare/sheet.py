"""A comparison as CSV: one row an event of either collection, days in ISO, numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.globe import kilometres
from rashomon.tell.compare.differences import place_told
from rashomon.tell.compare.likeness import Ours, days_apart, shared_actors
from rashomon.tell.compare.match import Comparison, Match
from rashomon.tell.compare.theirs import Theirs
from rashomon.tell.exports.cells import Cell, joined, to_csv
from rashomon.tell.words import place

__all__ = ["comparison_csv"]

_BOUNDS = ("low", "best", "high")
_COLUMNS = (
    "status",  # matched, only ours, only theirs
    "score",
    "why",
    "differs",  # the fields that differ
    "event",
    "title",
    "their_dataset",
    "their_id",
    "their_title",
    "start_ours",
    "end_ours",
    "start_theirs",
    "end_theirs",
    "days_apart",
    "place_ours",
    "place_theirs",
    "km_apart",
    "actors_ours",
    "actors_theirs",
    "actors_shared",
    *(f"killed_{bound}_{what}" for bound in _BOUNDS for what in ("ours", "theirs", "difference")),
)


def comparison_csv(comparison: Comparison) -> str:
    """Write every event of either collection as a row, header first; cells run no formula."""
    return to_csv(_COLUMNS, _rows(comparison))


def _rows(comparison: Comparison) -> Iterator[dict[str, Cell]]:
    for match in comparison.matched:
        yield {
            "status": "matched",
            **_ours(match.ours),
            **_theirs(match.theirs),
            **_match(match),
        }
    for ours in comparison.only_ours:
        yield {"status": "only ours", **_ours(ours)}
    for theirs in comparison.only_theirs:
        yield {"status": "only theirs", **_theirs(theirs)}


def _ours(ours: Ours) -> dict[str, Cell]:
    event = ours.event
    where = event.place
    return {
        "event": event.id,
        "title": event.title,
        "start_ours": event.start,
        "end_ours": event.end or event.start,
        "place_ours": place(where),
        "actors_ours": joined(ours.actors),
        **{f"killed_{bound}_ours": told for bound, told in zip(_BOUNDS, ours.toll, strict=True)},
    }


def _theirs(theirs: Theirs) -> dict[str, Cell]:
    return {
        "their_dataset": theirs.dataset,
        "their_id": theirs.id,
        "their_title": theirs.title,
        "start_theirs": theirs.start.isoformat(),
        "end_theirs": theirs.end.isoformat(),
        "place_theirs": place_told(theirs),
        "actors_theirs": joined(theirs.actors),
        **{f"killed_{bound}_theirs": getattr(theirs, bound) for bound in _BOUNDS},
    }


def _match(match: Match) -> dict[str, Cell]:
    ours, theirs = match.ours, match.theirs
    where = ours.event.place
    apart = kilometres(where, theirs) if where else None
    row: dict[str, Cell] = {
        "score": round(match.score, 2),
        "why": "; ".join(match.why),
        "differs": joined(each.field for each in match.differences if each.state == "differs"),
        "days_apart": days_apart(ours.start, ours.end, theirs.start, theirs.end),
        "km_apart": None if apart is None else round(apart, 1),
        "actors_shared": joined(shared_actors(ours.actors, theirs.actors)),
    }
    for bound, told in zip(_BOUNDS, ours.toll, strict=True):
        their_own: int | None = getattr(theirs, bound)
        if told is not None and their_own is not None:
            row[f"killed_{bound}_difference"] = their_own - told
    return row
