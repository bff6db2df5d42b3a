"""What happened, according to whom: reads reports that disagree and keeps who says what.

Example:
    >>> import rashomon
    >>> events = rashomon.run(["articles"])
    >>> for event in events:
    ...     print(event.title, event.grade.word)
    >>> events.to_polars("figures")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from rashomon.errors import RashomonError
from rashomon.values import (
    Claim,
    Dossier,
    Event,
    Figure,
    Finding,
    Group,
    Issue,
    Reading,
    Report,
    Span,
    Voice,
)

if TYPE_CHECKING:
    from rashomon.api import (
        Events,
        link_readings,
        open_events,
        open_reader,
        read_reports,
        run,
        weigh_group,
    )

__all__ = [
    "Claim",
    "Dossier",
    "Event",
    "Events",
    "Figure",
    "Finding",
    "Group",
    "Issue",
    "RashomonError",
    "Reading",
    "Report",
    "Span",
    "Voice",
    "link_readings",
    "open_events",
    "open_reader",
    "read_reports",
    "run",
    "weigh_group",
]

_LOADED_LATE = (
    "Events",
    "link_readings",
    "open_events",
    "open_reader",
    "read_reports",
    "run",
    "weigh_group",
)


def __getattr__(name: str) -> object:
    """Load the functions when they are first used: the values alone need no parser."""
    if name in _LOADED_LATE:
        return getattr(import_module("rashomon.api"), name)
    msg = f"module 'rashomon' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    """List the public names, those that are loaded late too: notebooks complete from it."""
    return list(__all__)
