"""What a run gives to a notebook: events and reports that show themselves, and data frames."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, overload

from rashomon import pipeline, tell
from rashomon.errors import UsageError
from rashomon.read import Pipelines
from rashomon.tell.case import Case, Library
from rashomon.tell.compare import Comparison, comparison_csv, comparison_page
from rashomon.tell.display import comparison_html, event_html, events_html, report_html
from rashomon.tell.frames import to_pandas, to_polars
from rashomon.tell.tables import Table, tables
from rashomon.tell.words import period
from rashomon.values import Claim, Dossier, Event, Issue, Reading, Report

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Compared", "Events", "ShownEvent", "ShownReport", "TableName"]

TableName: TypeAlias = Literal[
    "events", "claims", "figures", "findings", "accounts", "contradictions", "sources"
]
_Value = TypeVar("_Value", Event, Report)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownEvent(Event):
    """An event that shows itself in a notebook, with the words behind its figures."""

    case: Case = dataclasses.field(compare=False)
    read: Mapping[str, Reading] = dataclasses.field(compare=False)

    def __repr__(self) -> str:
        """Name the event in one line."""
        when = period(self.start, self.end) or "no day known"
        return f"<Event {self.id}: {self.title}; {when}; {self.grade.word}>"

    def _repr_html_(self) -> str:
        return event_html(self.case, self.read)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownReport(Report):
    """A report that shows itself in a notebook, with what was read in it marked."""

    reading: Reading | None = dataclasses.field(compare=False)

    def __repr__(self) -> str:
        """Name the report in one line."""
        return f"<Report {self.id}: {self.title or 'no title'}; {self.publisher or 'unknown'}>"

    def _repr_html_(self) -> str:
        return report_html(self, self.reading)


@dataclass(frozen=True, slots=True, repr=False)
class Compared:
    """Events of ours beside those of a file of theirs; shows itself in a notebook."""

    comparison: Comparison
    name: str

    def to_csv(self) -> str:
        """Return a row for each event of either, header first."""
        return comparison_csv(self.comparison)

    def write(self, path: Path | str) -> Path:
        """Write it as a page, or, where the name ends in .csv, as a table.

        Returns:
            The path.
        """
        path = Path(path)
        is_csv = path.suffix.lower() == ".csv"
        tell.write_file(
            path, self.to_csv() if is_csv else comparison_page(self.comparison, self.name)
        )
        return path

    def __repr__(self) -> str:
        """Count what both have, and each alone."""
        found = self.comparison
        return (
            f"<Compared with {self.name}: {len(found.matched)} matched, "
            f"{len(found.only_ours)} only ours, {len(found.only_theirs)} only theirs>"
        )

    def _repr_html_(self) -> str:
        return comparison_html(self.comparison, self.name)


class Events(Sequence[ShownEvent]):
    """The events of a run or a store, in order of their first day, with all that is behind them.

    Example:
        >>> events = rashomon.run(["articles"])
        >>> events[0]
        >>> events.to_polars()
        >>> events.to_pandas("figures")
        >>> events.report(events[0].reports[0])
    """

    def __init__(self, dossier: Dossier, secret: bytes) -> None:
        """Wrap a dossier; `secret` is what pseudonyms are made with."""
        self.dossier = dossier
        self._secret = secret

    @cached_property
    def events(self) -> tuple[ShownEvent, ...]:
        """The events, in order of their first day."""
        library, read = Library.of(self.dossier), self._read
        return tuple(
            ShownEvent(**_fields(event, Event), case=Case.of(event, library), read=read)
            for event in self.dossier.events
        )

    @cached_property
    def reports(self) -> tuple[ShownReport, ...]:
        """The reports, in order of their ids."""
        return tuple(
            ShownReport(**_fields(report, Report), reading=self._read.get(report.id))
            for report in self.dossier.reports
        )

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What was read in each report."""
        return self.dossier.readings

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What could not be made sense of."""
        return self.dossier.issues

    def claims(self) -> dict[str, Claim]:
        """Index every claim by its id."""
        return self.dossier.claims()

    def report(self, name: str) -> ShownReport:
        """Return the report with an id.

        Raises:
            KeyError: there is none.
        """
        return {report.id: report for report in self.reports}[name]

    def event(self, name: str) -> ShownEvent:
        """Return the event with an id.

        Raises:
            KeyError: there is none.
        """
        return {event.id: event for event in self.events}[name]

    def to_polars(self, table: TableName = "events") -> pl.DataFrame:
        """Return a table of the events as a polars frame.

        Args:
            table: events, claims, figures, findings, accounts, contradictions or sources; the
                columns are told in docs/formats/parquet.md.

        Raises:
            UsageError: there is no such table.
            MissingPartError: polars is not installed.
        """
        return to_polars(self._table(table))

    def to_pandas(self, table: TableName = "events") -> pd.DataFrame:
        """Return a table of the events as a pandas frame; as `to_polars`.

        Raises:
            UsageError: there is no such table.
            MissingPartError: pandas is not installed.
        """
        return to_pandas(self._table(table))

    def write(self, out: Path | str, formats: Iterable[str] = tell.ALWAYS) -> tuple[Path, ...]:
        """Write the events into a folder, in formats that `rashomon tell --help` lists.

        Raises:
            UsageError: no format has one of the names.
            MissingPartError: a format needs a package that is not installed.
        """
        return tell.write(self.dossier, Path(out), formats)

    def redacted(self) -> Events:
        """Return the same with pseudonyms for private persons' names (docs/redaction.md).

        Raises:
            MissingPartError: the model of a report's language is not installed.
        """
        return Events(pipeline.redacted(self.dossier, Pipelines(), self._secret), self._secret)

    def compare(self, path: Path | str) -> Compared:
        """Set the events beside those of a GED or ACLED CSV (docs/compare.md).

        Raises:
            DataError: the file is neither.
        """
        path = Path(path)
        return Compared(pipeline.compare(self.dossier, path), path.name)

    @overload
    def __getitem__(self, index: int) -> ShownEvent: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ShownEvent, ...]: ...
    def __getitem__(self, index: int | slice) -> ShownEvent | tuple[ShownEvent, ...]:
        """Return an event by its place."""
        return self.events[index]

    def __len__(self) -> int:
        """Count the events."""
        return len(self.dossier.events)

    def __iter__(self) -> Iterator[ShownEvent]:
        """Yield the events in order of their first day."""
        return iter(self.events)

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold the same."""
        return isinstance(other, Events) and self.dossier == other.dossier

    def __hash__(self) -> int:
        """Hash what is held."""
        return hash(self.dossier)

    def __repr__(self) -> str:
        """Count what is held."""
        return f"<Events: {len(self)} in {len(self.dossier.reports)} reports>"

    def _repr_html_(self) -> str:
        return events_html(self.dossier.events, len(self.dossier.reports))

    @cached_property
    def _read(self) -> Mapping[str, Reading]:
        return {reading.report: reading for reading in self.dossier.readings}

    @cached_property
    def _tables(self) -> dict[str, Table]:
        return tables(self.dossier)

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            msg = f"no table {name!r}: the tables are {', '.join(self._tables)}"
            raise UsageError(msg)
        return self._tables[name]


def _fields(value: _Value, cls: type[_Value]) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(cls)}
