"""The table of sources: the reports that were read, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.tell.case import Case, Library
from rashomon.tell.tables.layout import Column, Table, Value, at, day_at, laid_out
from rashomon.values import Reading, Report

__all__ = ["sources_table"]


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with what was read in it, and the events it tells of."""

    report: Report
    letter: str
    reading: Reading | None
    events: tuple[str, ...]
    originals: tuple[str, ...]


def sources_table(cases: Iterable[Case], library: Library, readings: Iterable[Reading]) -> Table:
    """Lay out all reports in the order of publication, those without a day last."""
    by_report = {reading.report: reading for reading in readings}
    events: dict[str, list[str]] = defaultdict(list)
    originals: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        for account in case.accounts:
            events[account.report].append(case.event.id)
            if account.copied_from and account.copied_from not in originals[account.report]:
                originals[account.report].append(account.copied_from)
    told = (
        _Read(
            report,
            library.letters[report.id],
            by_report.get(report.id),
            tuple(events[report.id]),
            tuple(originals[report.id]),
        )
        for report in library.reports.values()
    )
    about = "One row a report that was read, whether it tells of an event or not."
    return laid_out("sources", about, _COLUMNS, told)


def _issues(read: _Read) -> Value:
    if read.reading is None:
        return ()
    return tuple(f"{issue.code}: {issue.message}" for issue in read.reading.issues)


_COLUMNS: tuple[Column[_Read], ...] = (
    Column("report", "text", "the report's id", at("report.id")),
    Column("letter", "text", "the letter under which the page shows it", at("letter")),
    Column("publisher", "text", "who published it", at("report.publisher")),
    Column("byline", "text", "who signed it", at("report.byline")),
    Column("title", "text", "its headline", at("report.title")),
    Column("url", "text", "its address, as it was given", at("report.url")),
    Column("language", "text", "ISO 639-1", at("report.language")),
    Column("published", "day", "day of publication", day_at("report.published")),
    Column("published_at", "text", "day or time of publication, ISO 8601", at("report.published")),
    Column(
        "content", "text", "title, blank line, text: what spans point into", at("report.content")
    ),
    Column(
        "claim_count",
        "integer",
        "claims read in it; null where it was not read",
        lambda r: None if r.reading is None else len(r.reading.claims),
    ),
    Column("events", "texts", "ids of the events it tells of", at("events")),
    Column("originals", "texts", "ids of the reports it was copied from", at("originals")),
    Column("issues", "texts", "what could not be made sense of", _issues),
)
