"""What happened, according to whom: reads reports that disagree and keeps who says what.

Example:
    >>> import rashomon
    >>> dossier = rashomon.run(["articles"], "out")
    >>> for event in dossier.events:
    ...     print(event.title, event.grade.word)
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
    from rashomon.api import link_readings, open_reader, read_reports, run, weigh_group

__all__ = [
    "Claim",
    "Dossier",
    "Event",
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
    "open_reader",
    "read_reports",
    "run",
    "weigh_group",
]

_FUNCTIONS = ("link_readings", "open_reader", "read_reports", "run", "weigh_group")


def __getattr__(name: str) -> object:
    """Load the functions when they are first used: the values alone need no parser."""
    if name in _FUNCTIONS:
        return getattr(import_module("rashomon.api"), name)
    msg = f"module 'rashomon' has no attribute {name!r}"
    raise AttributeError(msg)
