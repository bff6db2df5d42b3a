"""Events as rows of ACLED's export: its 31 columns in its order, with its words and codes.

Left out are kinds that ACLED does not record (displacement, diplomacy, statements, crime,
disasters, accidents). What only ACLED's own work can give (the third level of administration, time
of upload, the scale of most sources) stays empty, as does whatever the reports do not tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rashomon.lexicon import KINDS
from rashomon.tell.case import Case
from rashomon.tell.countries import countries, country_name
from rashomon.tell.exports.acled_actors import Actor, actors_of
from rashomon.tell.exports.cells import Cell, joined, one_line, to_csv
from rashomon.tell.exports.numbers import whole_number
from rashomon.tell.sentence import paragraph, plain
from rashomon.tell.tables import cases_of
from rashomon.tell.words import phrases
from rashomon.text.days import as_day
from rashomon.values import Dossier, Event, Finding, Group
from rashomon.weigh import figures_by

__all__ = ["COLUMNS", "events_csv"]

COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)
_OTHER = "Other news"  # the type of kinds that are no events of ACLED's
_UNSPECIFIED = "Unspecified"
# UCDP's where_prec to geo_precision (CODEBOOKS 1.4, 2.7): a town; near a town or a district; a
# province or a wider area. ACLED records nothing coarser.
_GEO_PRECISION: Mapping[int, int] = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
_WEEK, _MONTH = 7, 31  # days of the longest stretch of time_precision 2 and 3
_DECIMALS = 4


def events_csv(dossier: Dossier) -> str:
    """Return all events that ACLED would record as CSV, header first."""
    _, cases = cases_of(dossier)
    return to_csv(COLUMNS, (_row(case) for case in cases if _is_recorded(case.event)))


def _is_recorded(event: Event) -> bool:
    return event.kind not in KINDS or KINDS[event.kind].event_type != _OTHER


def _row(case: Case) -> dict[str, Cell]:
    settled = _settled(case)
    return {
        "event_id_cnty": _number(case.event),
        **_time(case.event),
        **_kind(case.event),
        **_actors(case),
        **_place(case.event),
        "source": joined(_sources(case)),
        "source_scale": _scale(_sources(case)),
        "notes": one_line(f"{plain(paragraph(case))} {settled.rule if settled else ''}"),
        "fatalities": (settled.best or 0) if settled else 0,
        "tags": f"rashomon={one_line(case.event.id)}",
    }


def _number(event: Event) -> str:
    """Make "AFG" and a number that follows from the event's id, which `tags` keeps as it is."""
    country = countries().get(event.place.country or "") if event.place else None
    return f"{country.iso3 if country else ''}{whole_number(event)}"


def _time(event: Event) -> dict[str, Cell]:
    """Code the middle of what is known; what is vaguer than a month has no date in ACLED."""
    first = as_day(event.start)
    if first is None:
        return {}
    days = ((as_day(event.end) or first) - first).days + 1
    precision = 1 if days <= 1 else 2 if days <= _WEEK else 3 if days <= _MONTH else None
    middle: date | None = first + timedelta((days - 1) // 2) if precision else None
    return {
        "event_date": middle.isoformat() if middle else None,
        "year": first.year,
        "time_precision": precision,
    }


def _kind(event: Event) -> dict[str, Cell]:
    kind = KINDS.get(event.kind)
    if kind is None:
        return {}
    is_specified = kind.event_type != _UNSPECIFIED
    return {
        "disorder_type": kind.disorder_type,
        "event_type": kind.event_type if is_specified else None,
        "sub_event_type": kind.name if is_specified else None,
    }


def _actors(case: Case) -> dict[str, Cell]:
    actors = actors_of(case)
    return {
        **_actor(actors.first, "1"),
        **_actor(actors.second, "2"),
        "interaction": actors.interaction,
        "civilian_targeting": "Civilians targeted" if actors.civilians_targeted else None,
    }


def _actor(actor: Actor | None, number: str) -> dict[str, Cell]:
    if actor is None:
        return {}
    return {
        f"actor{number}": one_line(actor.name),
        f"assoc_actor_{number}": joined(actor.associates),
        f"inter{number}": actor.type,
    }


def _place(event: Event) -> dict[str, Cell]:
    where = event.place
    if where is None:
        return {}
    country = countries().get(where.country or "")
    return {
        "iso": country.number if country else None,
        "region": country.area if country else None,
        "country": country_name(where.country),
        "admin1": where.admin1,
        "admin2": where.admin2,
        "location": where.name,
        "latitude": None if where.lat is None else round(where.lat, _DECIMALS),
        "longitude": None if where.lon is None else round(where.lon, _DECIMALS),
        "geo_precision": _GEO_PRECISION.get(where.precision or 0),
    }


def _sources(case: Case) -> list[str]:
    """Name the publishers of all reports that are no copies: ACLED does not list those."""
    reports = case.library.reports
    own = [each for each in case.accounts if each.copied_from is None] or case.accounts
    return list(dict.fromkeys(name for each in own if (name := reports[each.report].publisher)))


def _scale(publishers: Sequence[str]) -> str | None:
    """Name the scales of the sources where that of each is common knowledge: "International"."""
    scales = phrases().lists("scales")
    found = [
        next((scale for scale, known in scales.items() if one_line(each).casefold() in known), None)
        for each in publishers
    ]
    return "-".join(scale for scale in scales if scale in found) if None not in found else None


def _settled(case: Case) -> Finding | None:
    """Settle the dead by ACLED's rule, whatever rule the event was weighed by."""
    event = case.event
    copies = tuple((a.report, a.copied_from) for a in event.accounts if a.copied_from)
    group = Group(
        id=event.id, episode=event.episode, claims=case.claims, sides=event.sides, copies=copies
    )
    findings = figures_by(group, case.library.reports, "acled")
    return next((f for f in findings if (f.measure, f.of) == ("killed", "total")), None)
