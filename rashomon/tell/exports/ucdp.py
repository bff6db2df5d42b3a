"""Events as rows of UCDP GED: its 49 columns in its order, with its codes.

What the codebook leaves to UCDP's own records (active year, status, ids of conflicts, dyads and
actors) stays empty. GED has no empty count: what is unknown is 0 there, and `best` is always the
sum of its four parts. GED's unit needs one death in low, best or high; rows without stay in, so
that no event is lost, and can be dropped with `high >= 1`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from rashomon.tell.case import Case, Library
from rashomon.tell.countries import Country, countries
from rashomon.tell.exports.cells import Cell, joined, one_line, to_csv
from rashomon.tell.exports.ged_parties import Sides, sides_of
from rashomon.tell.exports.numbers import whole_number
from rashomon.tell.parties import innermost, is_civil
from rashomon.values import Dossier, Event, EventPlace, Report

__all__ = ["COLUMNS", "events_csv", "priogrid"]

COLUMNS = (
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
)


def events_csv(dossier: Dossier) -> str:
    """Return all events as CSV, header first, lines ended by a newline."""
    library = Library.of(dossier)
    return to_csv(COLUMNS, (_row(Case.of(event, library)) for event in dossier.events))


def priogrid(latitude: float, longitude: float) -> int:
    """Return the PRIO-GRID cell of a point, 1 to 259,200.

    Cells are half a degree wide, 720 to a row, numbered eastwards from 180 W and northwards from
    the south pole (Tollefsen, Strand and Buhaug 2012): the cell of Kabul (34.53, 69.17) is 179779.
    """
    row = min(math.floor((latitude + 90) * 2), 359)
    column = min(math.floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def _row(case: Case) -> dict[str, Cell]:
    sides = sides_of(case)
    return {
        **_identity(case.event),
        **_parties(sides),
        **_sources(case),
        **_place(case),
        **_time(case.event),
        **_deaths(case.event, sides),
    }


def _identity(event: Event) -> dict[str, Cell]:
    """Number the event by its id, which `relid` keeps as it is."""
    return {
        "id": whole_number(event),
        "relid": event.id,
        "year": event.start[:4] if event.start else None,
    }


def _parties(sides: Sides) -> dict[str, Cell]:
    both = sides.a and sides.b
    return {
        "type_of_violence": sides.violence,
        "dyad_name": f"{sides.a} - {sides.b}" if both else None,
        "side_a": sides.a,
        "side_b": sides.b,
        "gwnoa": sides.gwno_a,
        "gwnob": sides.gwno_b,
    }


def _sources(case: Case) -> dict[str, Cell]:
    reports = [case.library.reports[account.report] for account in case.accounts]
    return {
        "number_of_sources": len(reports) or -1,
        "source_article": ";".join(map(_article, reports)),
        "source_office": joined(report.publisher for report in reports),
        "source_date": joined((report.published or "")[:10] for report in reports),
        "source_headline": joined(report.title for report in reports),
        "source_original": joined(innermost(case)),
    }


def _article(report: Report) -> str:
    """Write "Office,YYYY-MM-DD,Headline" in quotation marks, as recent rows have it."""
    parts = (report.publisher, (report.published or "")[:10], report.title)
    return '"' + ",".join(one_line(part).replace('"', "'") for part in parts) + '"'


def _place(case: Case) -> dict[str, Cell]:
    where = case.event.place
    if where is None:
        return {}
    country = _country(where)
    wordings = dict.fromkeys(
        case.library.quote(claim.report, claim.place.span) for claim in case.claims if claim.place
    )
    known = where.lat is not None and where.lon is not None
    return {
        "where_prec": where.precision,
        "where_coordinates": where.name,
        "where_description": joined(iter(wordings)),
        "adm_1": where.admin1,
        "adm_2": where.admin2,
        "latitude": where.lat,
        "longitude": where.lon,
        "geom_wkt": f"POINT ({where.lon} {where.lat})" if known else None,
        "priogrid_gid": priogrid(where.lat or 0.0, where.lon or 0.0) if known else None,
        "country": country.ged_name if country else where.country,
        "country_id": country.gw if country else None,
        "region": country.region if country else None,
    }


def _country(where: EventPlace) -> Country | None:
    return countries().get(where.country or "")


def _time(event: Event) -> dict[str, Cell]:
    return {
        "date_prec": _date_precision(event),
        "date_start": event.start,
        "date_end": event.end or event.start,
        "event_clarity": 1 if event.start is None or event.start == event.end else 2,
    }


def _date_precision(event: Event) -> int | None:
    """Derive date_prec from the days, as it goes with them in every published row looked at."""
    try:
        days = (date.fromisoformat(event.end or "") - date.fromisoformat(event.start or "")).days
    except ValueError:
        return event.date_precision
    limits = ((0, 1), (5, 2), (6, 3), (31, 4))
    return next((code for most, code in limits if days <= most), 5)


def _deaths(event: Event, sides: Sides) -> dict[str, Cell]:
    """Spread the dead over the four parts so that they add up to best; then low <= best <= high."""
    killed = {each.of: each for each in event.findings if each.measure == "killed"}
    best_of: Mapping[str, int] = {
        name: each.best for name, each in killed.items() if each.best is not None
    }
    total = killed.get("total")
    part_a = best_of.get(sides.a or "", 0)
    part_b = best_of.get(sides.b or "", 0) if sides.b != "Civilians" else 0
    civilians = sum(best for name, best in best_of.items() if is_civil(name))
    named = part_a + part_b + civilians
    unknown = max(best_of.get("total", 0) - named, best_of.get("unknown", 0))
    best = named + unknown
    low = total.low if total and total.low is not None else 0
    high = total.high if total and total.high is not None else best
    return {
        "deaths_a": part_a,
        "deaths_b": part_b,
        "deaths_civilians": civilians,
        "deaths_unknown": unknown,
        "best": best,
        "high": max(high, best),
        "low": min(low, best),
    }
