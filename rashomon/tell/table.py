"""The events as a table on a terminal."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from rashomon.tell.visible import printable
from rashomon.tell.words import UNKNOWN, killed, period, place
from rashomon.values import Dossier, Event

__all__ = ["table"]

_STYLES = {"contested": "yellow", "confirmed": "green", "fair": "green"}


def table(dossier: Dossier) -> Table:
    """Lay out the events, one a row: what, when, where, killed, origins, contradictions, grade."""
    # the least widths leave every column whole on a terminal of 80 characters
    found = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 1, 0), show_edge=False)
    found.caption = "Killed: low/best/high. – means that no report says."
    found.add_column("Event", ratio=5, min_width=11, overflow="fold")
    found.add_column("When", ratio=3, min_width=9)
    found.add_column("Where", ratio=4, min_width=10, overflow="fold")
    found.add_column("Killed", justify="right", no_wrap=True)
    found.add_column("Origins", justify="right", no_wrap=True)
    found.add_column("Contra-\ndictions", justify="right", no_wrap=True)
    found.add_column("Grade", min_width=10, no_wrap=True)
    for event in dossier.events:
        found.add_row(*_cells(event))
    return found


def _cells(event: Event) -> tuple[Text, ...]:
    """Write a row. Text of others becomes `Text`, so that brackets in it are not markup."""
    where = place(event.place)
    grade = event.grade.word
    return (
        _shown(event.title or event.kind),
        _shown(period(event.start, event.end)),
        _shown(where),
        Text("/".join(killed(event))),
        Text(str(event.origins)),
        Text(str(len(event.contradictions))),
        Text(grade, style=_STYLES.get(grade, "")),
    )


def _shown(text: str | None) -> Text:
    """Keep the terminal's control characters out; a dash where nothing is known."""
    return Text(printable(text or "").strip() or UNKNOWN)
