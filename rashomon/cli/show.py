"""What the verbs show on a terminal: progress bars, issues, summaries, complaints."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from rashomon.tell.visible import printable
from rashomon.values import Issue

if TYPE_CHECKING:
    from rashomon.pipeline import Progress as OnProgress

__all__ = ["any_letter", "complain", "note", "progress", "resumable", "show_issues"]

_SHOWN = 20  # issues printed one by one; the rest are counted

_notes = Console(stderr=True)  # where everything goes that is not the answer itself


def note(*parts: str | tuple[str, str]) -> None:
    """Print a line beside the answer: words, each with a style if it has one, never markup.

    The line is not broken, so that a path in it can be copied.
    """
    told = (part if isinstance(part, tuple) else (part, "") for part in parts)
    shown = Text.assemble(*((printable(words, kept="\n"), style) for words, style in told))
    _notes.print(shown, highlight=False, soft_wrap=True)


def complain(message: object) -> None:
    """Print why the program ends."""
    note(("rashomon: ", "bold red"), str(message))


def any_letter() -> None:
    """Let a terminal that lacks a letter show "?" for it, rather than end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def resumable(store: Path) -> Iterator[None]:
    """Say where the work is kept when somebody stops the block (Ctrl-C)."""
    try:
        yield
    except KeyboardInterrupt:
        note(f"Stopped. What was read is kept in {store}: run the same again to go on.")
        raise


@contextmanager
def progress() -> Iterator[OnProgress]:
    """Show one bar a stage while the block runs; on anything but a terminal, nothing."""
    bars = Progress(
        TextColumn("{task.description:>10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=_notes,
        disable=not _notes.is_terminal,
    )
    tasks = {}
    with bars:

        def on_progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield on_progress


def show_issues(issues: Sequence[Issue]) -> None:
    """Print what could not be made sense of, the first ones in full, then a count by code."""
    for issue in issues[:_SHOWN]:
        where = f"{issue.where}: " if issue.where else ""
        note((where + issue.message, "yellow"), (f" ({issue.code})", "dim"))
    if len(issues) > _SHOWN:
        counts = Counter(issue.code for issue in issues[_SHOWN:])
        rest = ", ".join(f"{count} {code}" for code, count in counts.most_common())
        note((f"... and {len(issues) - _SHOWN} more: {rest}", "yellow"))
