"""What the verbs show on a terminal: progress bars, issues, summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from rashomon.values import Issue

if TYPE_CHECKING:
    from rashomon.pipeline import Progress as OnProgress

__all__ = ["notes", "progress", "show_issues"]

_SHOWN = 20  # issues printed one by one; the rest are counted

notes = Console(stderr=True, highlight=False)
"""Where everything goes that is not the answer itself."""


@contextmanager
def progress() -> Iterator[OnProgress]:
    """Show one bar a stage while the block runs; on anything but a terminal, nothing."""
    bars = Progress(
        TextColumn("{task.description:>10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=notes,
        disable=not notes.is_terminal,
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
        notes.print(
            f"[yellow]{escape(where + issue.message)}[/yellow] [dim]({issue.code})[/dim]",
            soft_wrap=True,
        )
    if len(issues) > _SHOWN:
        counts = Counter(issue.code for issue in issues[_SHOWN:])
        rest = ", ".join(f"{count} {code}" for code, count in counts.most_common())
        notes.print(f"[yellow]... and {len(issues) - _SHOWN} more: {escape(rest)}[/yellow]")
