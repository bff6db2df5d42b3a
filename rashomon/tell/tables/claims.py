"""The tables of claims and of the figures in them: who says what, in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rashomon.tell.case import Case, Library, Said
from rashomon.tell.countries import country_name
from rashomon.tell.tables.layout import Column, Table, Value, at, day_at, laid_out
from rashomon.tell.words import voice_name
from rashomon.text.days import as_day
from rashomon.values import Claim, Report, Role, Span, Voice

__all__ = ["claims_table", "figures_table"]


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim in its report, and the event it belongs to, if any."""

    event: str | None
    claim: Claim
    report: Report
    letter: str

    @property
    def origin(self) -> Voice | None:
        """The innermost voice: the publisher where the report names nobody."""
        return self.claim.voices[-1] if self.claim.voices else None


def claims_table(cases: Iterable[Case], library: Library) -> Table:
    """Lay out every claim: those of events in the order of telling, then those of none."""
    about = "One row a claim: one assertion, at one place of one report, that something happened."
    return laid_out("claims", about, _CLAIMS, _all_told(cases, library))


def _all_told(cases: Iterable[Case], library: Library) -> Iterator[_Told]:
    told: set[str] = set()
    for case in cases:
        told.update(claim.id for claim in case.claims)
        for claim in case.claims:
            yield _in_report(claim, library, case.event.id)
    for claim in library.claims.values():
        if claim.id not in told and claim.report in library.reports:
            yield _in_report(claim, library, None)


def _in_report(claim: Claim, library: Library, event: str | None) -> _Told:
    report = library.reports[claim.report]
    return _Told(event, claim, report, library.letters[report.id])


def _words(told: _Told, span: Span | None) -> Value:
    return None if span is None else span.of(told.report.content)


def _participants(role: Role) -> Callable[[_Told], Value]:
    return lambda told: tuple(
        each.name for each in told.claim.participants if each.role == role and each.name
    )


def _place_words(told: _Told) -> Value:
    return _words(told, told.claim.place.span) if told.claim.place else None


def _date_words(told: _Told) -> Value:
    return _words(told, told.claim.date.span) if told.claim.date else None


def _country(told: _Told) -> Value:
    return country_name(told.claim.place.country) if told.claim.place else None


_REPORT: tuple[Column[_Told], ...] = (
    Column("report", "text", "id of its report", at("report.id")),
    Column("letter", "text", "the letter under which the page shows it", at("letter")),
    Column("publisher", "text", "who published the report", at("report.publisher")),
    Column("published", "day", "day of publication", day_at("report.published")),
    Column("url", "text", "address of the report, as it was given", at("report.url")),
)

_CLAIMS: tuple[Column[_Told], ...] = (
    Column("claim", "text", "the claim's id", at("claim.id")),
    Column("event", "text", "id of its event; null where it is of none", at("event")),
    *_REPORT,
    Column("kind", "text", "the kind of event that is claimed", at("claim.kind")),
    Column("quotation", "text", "the exact words", lambda t: _words(t, t.claim.span)),
    Column("span_start", "integer", "where they start in the content", at("claim.span.start")),
    Column("span_end", "integer", "where they end, the end excluded", at("claim.span.end")),
    Column("trigger", "text", "the word for the deed", lambda t: _words(t, t.claim.trigger)),
    Column("reality", "text", "actual, negated, hypothetical or planned", at("claim.reality")),
    Column("currency", "text", "news, background or other", at("claim.currency")),
    Column("certainty", "text", "how sure it is told", at("claim.certainty")),
    Column(
        "voice",
        "text",
        "who says it in the end: the innermost voice",
        lambda t: voice_name(t.origin) if t.origin else None,
    ),
    Column("voice_kind", "text", "what it is", at("origin.kind")),
    Column("voice_side", "text", "whom it speaks for", at("origin.side")),
    Column(
        "chain",
        "texts",
        "all voices, from the publisher down to the innermost",
        lambda t: tuple(map(voice_name, t.claim.voices)),
    ),
    Column("actors", "texts", "who acts, in the report's words", _participants("actor")),
    Column("targets", "texts", "who is acted on", _participants("target")),
    Column("victims", "texts", "who is harmed", _participants("victim")),
    Column(
        "figures",
        "texts",
        "what is counted, in the report's words; the table figures has the numbers",
        lambda t: tuple(f"{each.measure}: {each.wording}" for each in t.claim.figures),
    ),
    Column("start", "day", "first day it can have happened", day_at("claim.date.start")),
    Column("end", "day", "last day it can have happened", day_at("claim.date.end")),
    Column("date_precision", "integer", "UCDP's date_prec, 1 to 5", at("claim.date.precision")),
    Column("date_words", "text", "the exact words for the day", _date_words),
    Column("place", "text", "name of the place", at("claim.place.name")),
    Column("admin2", "text", "district", at("claim.place.admin2")),
    Column("admin1", "text", "province", at("claim.place.admin1")),
    Column("country", "text", "ISO 3166-1 alpha-2", at("claim.place.country")),
    Column("country_name", "text", "the country in words", _country),
    Column("latitude", "number", "degrees north", at("claim.place.lat")),
    Column("longitude", "number", "degrees east", at("claim.place.lon")),
    Column("geonameid", "integer", "GeoNames id", at("claim.place.geonameid")),
    Column("place_precision", "integer", "UCDP's where_prec, 1 to 7", at("claim.place.precision")),
    Column("place_words", "text", "the exact words for the place", _place_words),
    Column("headline", "flag", "true where it stands in the headline", at("claim.headline")),
    Column("made_by", "text", "the reader and its version", at("claim.made_by")),
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure, and the event that its claim belongs to."""

    case: Case
    said: Said


def figures_table(cases: Iterable[Case]) -> Table:
    """Lay out every figure of every event's claims, in the order in which they are told."""
    about = "One row a figure: one count in one claim, as an interval, of one side."
    told = (_Counted(case, said) for case in cases for said in case.said())
    return laid_out("figures", about, _FIGURES, told)


def _voice(counted: _Counted) -> Value:
    voices = counted.said.claim.voices
    return voice_name(voices[-1]) if voices else None


def _published(counted: _Counted) -> Value:
    return as_day(counted.case.library.reports[counted.said.claim.report].published)


_FIGURES: tuple[Column[_Counted], ...] = (
    Column("event", "text", "id of the event", at("case.event.id")),
    Column("claim", "text", "id of the claim", at("said.claim.id")),
    Column("report", "text", "id of the report", at("said.claim.report")),
    Column("published", "day", "day on which the report was published", _published),
    Column("voice", "text", "who says it: the innermost voice", _voice),
    Column(
        "measure", "text", "what is counted: killed, wounded and so on", at("said.figure.measure")
    ),
    Column("side", "text", "of whom: a side, civilians or unknown", at("said.side")),
    Column("low", "integer", "the least that is meant", at("said.figure.low")),
    Column(
        "best", "integer", "the number given; null where a word gives none", at("said.figure.best")
    ),
    Column(
        "high", "integer", "the most that is meant; null where it is open", at("said.figure.high")
    ),
    Column("wording", "text", "the report's words for it", at("said.figure.wording")),
    Column("scope", "text", "incident, or cumulative for more than one", at("said.figure.scope")),
    Column(
        "certainty",
        "text",
        "how sure the claim is told",
        at("said.claim.certainty"),
    ),
)
