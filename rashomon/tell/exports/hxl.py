"""Events as an HXL spreadsheet: a row of headings, a row of hashtags, a row an event.

Hashtags follow the mapping by which HDX publishes UCDP's events (CODEBOOKS 9), with `+min` and
`+max` for the ends of a count, which it leaves untagged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.tell.case import Case
from rashomon.tell.countries import countries, country_name
from rashomon.tell.exports.cells import Cell, joined, one_line, to_csv
from rashomon.tell.exports.ged_parties import sides_of
from rashomon.tell.parties import innermost
from rashomon.tell.tables import cases_of
from rashomon.text.days import as_day
from rashomon.values import Dossier, EventPlace

__all__ = ["COLUMNS", "events_csv"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its heading and its hashtag."""

    heading: str
    tag: str
    of: Callable[[Case], Cell]


def events_csv(dossier: Dossier) -> str:
    """Return all events as CSV, headings first, then the hashtags."""
    _, cases = cases_of(dossier)
    tags: dict[str, Cell] = {column.heading: column.tag for column in COLUMNS}
    rows = ({column.heading: column.of(case) for column in COLUMNS} for case in cases)
    return to_csv(tuple(tags), (row for told in ([tags], rows) for row in told))


def _day(iso: str | None) -> Cell:
    found = as_day(iso)
    return found.isoformat() if found else None


def _where(of: Callable[[EventPlace], Cell]) -> Callable[[Case], Cell]:
    return lambda case: of(case.event.place) if case.event.place else None


def _iso3(where: EventPlace) -> Cell:
    country = countries().get(where.country or "")
    return country.iso3 if country else None


def _region(where: EventPlace) -> Cell:
    country = countries().get(where.country or "")
    return country.region if country else None


def _toll(measure: str, of: str, bound: str) -> Callable[[Case], Cell]:
    def value(case: Case) -> Cell:
        for finding in case.event.findings:
            if (finding.measure, finding.of) == (measure, of):
                number: int | None = getattr(finding, bound)
                return number
        return None

    return value


def _publishers(case: Case) -> Cell:
    reports = case.library.reports
    return joined(dict.fromkeys(reports[account.report].publisher for account in case.accounts))


def _tolls() -> tuple[Column, ...]:
    """Make the columns of low, best and high of each count."""
    counts = (
        ("Killed", "killed", "total", "#affected+killed"),
        ("Civilians killed", "killed", "civilians", "#affected+civilians+killed"),
        ("Injured", "wounded", "total", "#affected+injured"),
    )
    ends = (("", "best", ""), (", at least", "low", "+min"), (", at most", "high", "+max"))
    return tuple(
        Column(f"{heading}{words}", f"{tag}{attribute}", _toll(measure, of, bound))
        for heading, measure, of, tag in counts
        for words, bound, attribute in ends
    )


COLUMNS: tuple[Column, ...] = (
    Column("Event", "#event+id", lambda case: one_line(case.event.id)),
    Column("Title", "#event+name", lambda case: one_line(case.event.title)),
    Column("Kind", "#event+type", lambda case: one_line(case.event.kind)),
    Column("Episode", "#event+episode+id", lambda case: one_line(case.event.episode)),
    Column("First day", "#date+start", lambda case: _day(case.event.start)),
    Column("Last day", "#date+end", lambda case: _day(case.event.end)),
    Column("Precision of the day", "#meta+date+precision", lambda case: case.event.date_precision),
    Column("Side A", "#group+name+first", lambda case: one_line(sides_of(case).a)),
    Column("Side B", "#group+name+second", lambda case: one_line(sides_of(case).b)),
    Column("Place", "#loc+name", _where(lambda where: one_line(where.name))),
    Column("District", "#adm2+name", _where(lambda where: one_line(where.admin2))),
    Column("Province", "#adm1+name", _where(lambda where: one_line(where.admin1))),
    Column("Country", "#country+name", _where(lambda where: country_name(where.country))),
    Column("Country code", "#country+code", _where(_iso3)),
    Column("Region", "#region+name", _where(_region)),
    Column("Latitude", "#geo+lat", _where(lambda where: where.lat)),
    Column("Longitude", "#geo+lon", _where(lambda where: where.lon)),
    Column("Precision of the place", "#meta+loc+precision", _where(lambda where: where.precision)),
    *_tolls(),
    Column("Grade", "#meta+grade", lambda case: case.event.grade.word),
    Column("Independent origins", "#meta+num+origins", lambda case: case.event.origins),
    Column("Reports", "#meta+num+reports", lambda case: len(case.event.reports)),
    Column("Sources", "#meta+source", _publishers),
    Column("Original sources", "#meta+original+source", lambda case: joined(innermost(case))),
)
