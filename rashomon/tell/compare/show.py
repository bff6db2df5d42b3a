"""A comparison as a table on a terminal and as a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from rashomon.tell.compare.differences import Difference, actors_told, place_told, toll_told
from rashomon.tell.compare.likeness import Ours
from rashomon.tell.compare.match import Comparison
from rashomon.tell.compare.theirs import Theirs
from rashomon.tell.page.render import render
from rashomon.tell.visible import printable
from rashomon.tell.words import UNKNOWN, period, place

__all__ = ["Line", "comparison_lines", "comparison_page", "comparison_table"]

_SHOWN = 60  # rows of the terminal's table; the page and the CSV have them all
_TITLE = 90  # characters of a title on the terminal
_STYLES = {"matched": "green", "only ours": "yellow", "only theirs": "cyan"}
_FIELDS = ("date", "place", "actors", "killed low", "killed best", "killed high")


@dataclass(frozen=True, slots=True)
class Line:
    """One event of either collection, or one that both have."""

    status: str
    title: str
    fields: tuple[Difference, ...]
    score: float | None = None
    why: tuple[str, ...] = ()
    event: str | None = None
    theirs: Theirs | None = None

    @property
    def differing(self) -> tuple[Difference, ...]:
        """The fields that differ."""
        return tuple(each for each in self.fields if each.state == "differs")

    @property
    def sources(self) -> str:
        """The ids, ours and theirs."""
        their_id = f"{self.theirs.dataset} {self.theirs.id}" if self.theirs else None
        return " = ".join(each for each in (self.event, their_id) if each)


@dataclass(frozen=True, slots=True)
class _Page:
    name: str
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    outside: int
    issues: tuple[str, ...]


def comparison_table(comparison: Comparison) -> Table:
    """Lay out what both have, then what one of them has, a row each."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 1, 0), show_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column("When", min_width=9, ratio=1, overflow="fold")
    table.add_column("Where", min_width=9, ratio=1, overflow="fold")
    table.add_column("Killed", no_wrap=True)
    table.add_column("Event; what differs", min_width=20, ratio=3, overflow="fold")
    for line in islice(comparison_lines(comparison), _SHOWN):
        when, where = (each.ours or each.theirs for each in line.fields[:2])
        cells = (when, where.split(",", maxsplit=1)[0], _tolls(line), _summary(line))
        table.add_row(Text(line.status, _STYLES[line.status]), *map(_shown, cells))
    told = ["Killed: low/best/high."]
    counts = (len(comparison.matched), len(comparison.only_ours), len(comparison.only_theirs))
    if sum(counts) > _SHOWN:
        told.append(f"{sum(counts) - _SHOWN} more rows: write them with --out.")
    if comparison.outside:
        told.append(
            f"Of other days or countries, and not listed: {comparison.outside:,} of theirs."
        )
    table.caption = " ".join(told)
    return table


def comparison_page(comparison: Comparison, name: str) -> str:
    """Render the comparison as a self-contained page; `name` says what ours is compared with."""
    lines = list(comparison_lines(comparison))
    groups = tuple(
        (status, tuple(line for line in lines if line.status == status)) for status in _STYLES
    )
    issues = tuple(f"{each.where}: {each.message}" for each in comparison.issues)
    return render("compare.html.j2", _Page(name, groups, comparison.outside, issues))


def comparison_lines(comparison: Comparison) -> Iterator[Line]:
    """Yield what both have, then what one of them has."""
    for match in comparison.matched:
        yield Line(
            "matched",
            match.ours.event.title,
            match.differences,
            match.score,
            match.why,
            match.ours.event.id,
            match.theirs,
        )
    for ours in comparison.only_ours:
        fields = _alone(_told_ours(ours))
        yield Line("only ours", ours.event.title, fields, event=ours.event.id)
    for theirs in comparison.only_theirs:
        told = _alone(_told_theirs(theirs))
        fields = tuple(replace(each, ours="", theirs=each.ours) for each in told)
        yield Line("only theirs", theirs.title, fields, theirs=theirs)


def _told_ours(ours: Ours) -> tuple[str, ...]:
    where = ours.event.place
    return (
        period(ours.event.start, ours.event.end) or UNKNOWN,
        place(where) or UNKNOWN,
        actors_told(ours.actors),
        *toll_told(ours.toll).split("/"),
    )


def _told_theirs(theirs: Theirs) -> tuple[str, ...]:
    return (
        period(theirs.start.isoformat(), theirs.end.isoformat()) or UNKNOWN,
        place_told(theirs),
        actors_told(theirs.actors),
        *toll_told((theirs.low, theirs.best, theirs.high)).split("/"),
    )


def _alone(told: tuple[str, ...]) -> tuple[Difference, ...]:
    return tuple(
        Difference(name, value, "", "unknown") for name, value in zip(_FIELDS, told, strict=True)
    )


def _tolls(line: Line) -> str:
    killed = [each for each in line.fields if each.field.startswith("killed")]
    ours = "/".join(each.ours for each in killed)
    theirs = "/".join(each.theirs for each in killed)
    told = (f"{ours} ours" if line.event else "", f"{theirs} theirs" if line.theirs else "")
    return "\n".join(each for each in told if each)


def _summary(line: Line) -> str:
    title = line.title if len(line.title) <= _TITLE else f"{line.title[:_TITLE].rstrip()}…"
    told = "; ".join(f"{each.field} {each.by}" for each in line.differing)
    if line.status != "matched":
        return title
    return f"{title}\n{told or 'no field differs'} ({', '.join(line.why)}: {line.score:.2f})"


def _shown(text: str) -> Text:
    """Keep the terminal's control characters out."""
    return Text(printable(text, kept="\n"))
