"""The table of events: one row an event, with its main figures and counts beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from rashomon.lexicon import KINDS
from rashomon.tell.case import Case
from rashomon.tell.countries import country_name
from rashomon.tell.parties import leading
from rashomon.tell.tables.layout import Column, Table, Value, at, day_at, laid_out
from rashomon.values import Doubt, Finding

__all__ = ["events_table"]

_Bound: TypeAlias = Literal["low", "best", "high"]


@dataclass(frozen=True, slots=True)
class _Told:
    """An event's case, and what several columns need of it."""

    case: Case
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    findings: dict[tuple[str, str], Finding]  # by measure and side


def events_table(cases: Iterable[Case]) -> Table:
    """Lay out events, one a row, in the order given."""
    about = "One row an event: one happening, with all its reports together."
    return laid_out("events", about, _COLUMNS, map(_told, cases))


def _told(case: Case) -> _Told:
    actors, targets = leading(case)
    findings = {(each.measure, each.of): each for each in case.event.findings}
    return _Told(case, tuple(actors), tuple(targets), findings)


def _toll(measure: str, of: str, part: _Bound | Literal["rule"]) -> Callable[[_Told], Value]:
    def value(told: _Told) -> Value:
        finding = told.findings.get((measure, of))
        return None if finding is None else cast("Value", getattr(finding, part))

    return value


def _kind_type(told: _Told) -> Value:
    kind = KINDS.get(told.case.event.kind)
    return kind.event_type if kind else None


def _country(told: _Told) -> Value:
    where = told.case.event.place
    return country_name(where.country) if where else None


def _doubts(told: _Told) -> Value:
    return tuple(map(_doubt, told.case.event.doubts))


def _doubt(doubt: Doubt) -> str:
    return f"{doubt.kind}: {doubt.why}" + ("" if doubt.p is None else f" (p {doubt.p:.2f})")


def _tolls(measure: str, of: str, whom: str, prefix: str) -> tuple[Column[_Told], ...]:
    """Make the columns of low, best and high of one count."""
    about = {
        "low": f"{whom}: the least that can be defended",
        "best": f"{whom}: the figure that the rule settles on; null where nobody gives a number",
        "high": f"{whom}: the most that can be defended; null where it is open or unknown",
    }
    bounds: tuple[_Bound, ...] = ("low", "best", "high")
    return tuple(
        Column(f"{prefix}_{bound}", "integer", about[bound], _toll(measure, of, bound))
        for bound in bounds
    )


_COLUMNS: tuple[Column[_Told], ...] = (
    Column("event", "text", "the event's id", at("case.event.id")),
    Column("title", "text", "a line for people", at("case.event.title")),
    Column(
        "kind",
        "text",
        "the kind of event (ACLED's sub-event types and more)",
        at("case.event.kind"),
    ),
    Column("event_type", "text", "the type that the kind belongs to", _kind_type),
    Column("episode", "text", "id shared by the events of one episode", at("case.event.episode")),
    Column("start", "day", "first day it can have happened", day_at("case.event.start")),
    Column("end", "day", "last day it can have happened", day_at("case.event.end")),
    Column(
        "date_precision", "integer", "UCDP's date_prec, 1 to 5", at("case.event.date_precision")
    ),
    Column("place", "text", "name of the place", at("case.event.place.name")),
    Column("admin2", "text", "district", at("case.event.place.admin2")),
    Column("admin1", "text", "province", at("case.event.place.admin1")),
    Column("country", "text", "ISO 3166-1 alpha-2", at("case.event.place.country")),
    Column("country_name", "text", "the country in words", _country),
    Column("latitude", "number", "degrees north", at("case.event.place.lat")),
    Column("longitude", "number", "degrees east", at("case.event.place.lon")),
    Column("geonameid", "integer", "GeoNames id", at("case.event.place.geonameid")),
    Column(
        "place_precision", "integer", "UCDP's where_prec, 1 to 7", at("case.event.place.precision")
    ),
    Column(
        "sides",
        "texts",
        "the sides, under the names most reports use",
        lambda t: tuple(side.name for side in t.case.event.sides),
    ),
    Column("actors", "texts", "sides told as acting, the most often told first", at("actors")),
    Column("targets", "texts", "sides told as acted on, likewise", at("targets")),
    *_tolls("killed", "total", "killed in all", "killed"),
    Column("killed_rule", "text", "how these were chosen", _toll("killed", "total", "rule")),
    *_tolls("killed", "civilians", "civilians killed", "civilians_killed"),
    *_tolls("wounded", "total", "wounded in all", "wounded"),
    Column("grade", "text", "how far it is borne out", at("case.event.grade.word")),
    Column("reasons", "texts", "what decided the grade", at("case.event.grade.reasons")),
    Column("report_count", "integer", "reports telling of it", lambda t: len(t.case.event.reports)),
    Column("claim_count", "integer", "claims in them", lambda t: len(t.case.event.claims)),
    Column(
        "outlet_count", "integer", "publishers of these reports", at("case.event.counts.outlets")
    ),
    Column("origin_count", "integer", "independent origins behind it", at("case.event.origins")),
    Column(
        "neutral_origin_count",
        "integer",
        "origins without a side",
        at("case.event.counts.neutral"),
    ),
    Column(
        "contradicted",
        "texts",
        "aspects on which claims cannot all be true",
        lambda t: tuple(dict.fromkeys(each.aspect for each in t.case.event.contradictions)),
    ),
    Column("doubts", "texts", "reasons to think it is two, or of another", _doubts),
    Column("formerly", "texts", "ids of events that it has absorbed", at("case.event.formerly")),
)
