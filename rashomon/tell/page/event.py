"""One event's section: sentence, figures, accounts, contradictions, who told whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.tell.case import Case, event_anchor, report_anchor
from rashomon.tell.charts import Drawing, draw_relay, draw_toll
from rashomon.tell.countries import country_name
from rashomon.tell.page.figures import FigureView, Telling, figure_views, tellings
from rashomon.tell.page.footnotes import Footnotes, footnotes, speakers
from rashomon.tell.sentence import paragraph
from rashomon.tell.tellings import Row, rows, shown_accounts
from rashomon.tell.words import (
    capital,
    count,
    day,
    days_told,
    killed,
    listed,
    period,
    phrases,
    place,
)
from rashomon.values import Account, Contradiction, Counts, Doubt

__all__ = [
    "AccountView",
    "ContradictionView",
    "DoubtView",
    "EventRow",
    "EventView",
    "LeadPart",
    "PositionView",
    "event_row",
    "event_view",
]


@dataclass(frozen=True, slots=True)
class LeadPart:
    """A phrase of the paragraph and the claims that it rests on."""

    text: str
    notes: Footnotes


@dataclass(frozen=True, slots=True)
class AccountView:
    """The head of one column: which report, of whom, of when, and what it was copied from."""

    letter: str
    publisher: str | None
    published: str | None
    anchor: str
    copied_from: str | None  # a letter


@dataclass(frozen=True, slots=True)
class PositionView:
    """One side of a contradiction: what, on whose word, from how many origins."""

    value: str
    speakers: tuple[str, ...]
    origins: int
    notes: Footnotes


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """What accounts cannot all be right about, and what may explain it."""

    aspect: str
    positions: tuple[PositionView, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class DoubtView:
    """What may be otherwise, and why; `event` is the title of another event that it is about.

    `parts` are the letters of the reports on either side of the doubt.
    """

    text: str
    event: str | None
    anchor: str | None
    parts: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in the table of the overview, and the head of its section."""

    id: str
    anchor: str
    title: str
    what: str  # the kind in plain words
    start: str | None
    end: str | None
    days: str | None
    where: str | None
    country: str | None
    killed: tuple[str, str, str]  # low, best, high
    reports: int
    origins: int
    contradictions: int
    grade: str
    grade_meaning: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One event's section of the page."""

    row: EventRow
    days_note: str | None
    where_note: str | None
    behind: str | None  # mentions, outlets and so on, never added up
    reasons: tuple[str, ...]
    lead: tuple[LeadPart, ...]
    figures: tuple[FigureView, ...]
    toll: Drawing | None
    told: tuple[Telling, ...]
    more_told: int
    accounts: tuple[AccountView, ...]
    others: tuple[AccountView, ...]  # accounts without a column
    rows: tuple[Row, ...]
    labels: Mapping[str, str]
    contradictions: tuple[ContradictionView, ...]
    relay: Drawing | None
    doubts: tuple[DoubtView, ...]
    formerly: tuple[str, ...]


def event_row(case: Case) -> EventRow:
    """Work out what the overview shows of an event."""
    event, words = case.event, phrases()
    country = country_name(event.place.country) if event.place else None
    return EventRow(
        id=event.id,
        anchor=event_anchor(event.id),
        title=event.title or event.kind,
        what=capital(words.lists("kinds").get(event.kind, (event.kind,))[0]),
        start=event.start,
        end=event.end,
        days=period(event.start, event.end),
        where=place(event.place),
        country=country,
        killed=killed(event),
        reports=len(case.accounts),
        origins=event.origins,
        contradictions=len(event.contradictions),
        grade=event.grade.word,
        grade_meaning=words.pairs("grades").get(event.grade.word, ""),
    )


def event_view(case: Case, titles: Mapping[str, str]) -> EventView:
    """Work out what an event's section shows; `titles` name the other events of the page."""
    event, where = case.event, case.event.place
    words = phrases()
    columns = shown_accounts(case)
    told, more_told = tellings(case)
    return EventView(
        row=event_row(case),
        days_note=words.pairs("when").get(str(event.date_precision)),
        where_note=words.pairs("where").get(str(where.precision)) if where else None,
        behind=_behind(event.counts) if event.counts is not None else None,
        reasons=tuple(map(capital, event.grade.reasons)),
        lead=tuple(
            LeadPart(phrase.text, footnotes(case, phrase.claims)) for phrase in paragraph(case)
        ),
        figures=tuple(figure_views(case)),
        toll=draw_toll(case),
        told=told,
        more_told=more_told,
        accounts=tuple(_account_view(case, account) for account in columns),
        others=tuple(_account_view(case, each) for each in case.accounts if each not in columns),
        rows=rows(case),
        labels=case.library.labels,
        contradictions=tuple(_contradiction(case, each) for each in event.contradictions),
        relay=draw_relay(case),
        doubts=tuple(_doubt(case, doubt, titles) for doubt in event.doubts),
        formerly=event.formerly,
    )


def _account_view(case: Case, account: Account) -> AccountView:
    report = case.library.reports[account.report]
    return AccountView(
        letter=case.library.letters[account.report],
        publisher=report.publisher,
        published=day(report.published),
        anchor=report_anchor(account.report),
        copied_from=case.library.letters.get(account.copied_from or ""),
    )


def _doubt(case: Case, doubt: Doubt, titles: Mapping[str, str]) -> DoubtView:
    """Put the title of another event, and the way to it, where a doubt gives its id."""
    parts = tuple(filter(None, (_letters(case, part) for part in doubt.parts)))
    *words, last = doubt.kind.split() or [""]
    if last not in titles:
        return DoubtView(capital(doubt.kind), None, None, parts, doubt.why)
    kind = capital(" ".join(words))
    return DoubtView(kind, titles[last], event_anchor(last), parts, doubt.why)


def _letters(case: Case, claims: tuple[str, ...]) -> str:
    """Name the reports that some claims of an event are of: "reports A, B and D"."""
    wanted = set(claims)
    letters = dict.fromkeys(
        case.library.letters[claim.report] for claim in case.claims if claim.id in wanted
    )
    if not letters:
        return ""
    return f"{'report' if len(letters) == 1 else 'reports'} {listed(list(letters))}"


def _behind(counts: Counts) -> str:
    """Set the numbers of METHODS 4.2 side by side: repetition is not confirmation."""
    parts = [
        count(counts.mentions, "mention", "mentions"),
        count(counts.outlets, "outlet", "outlets"),
        *([count(counts.relays, "relay", "relays")] if counts.relays else []),
        count(counts.origins, "independent origin", "independent origins"),
    ]
    heard = f"{count(counts.sides, 'side', 'sides')} heard" if counts.sides else "no side heard"
    neutral = count(counts.neutral, "neutral origin", "neutral origins")
    circle = "; outlets that only cite each other count as one origin" if counts.circular else ""
    return f"{listed(parts)}; {heard}, {neutral}{circle}"


def _contradiction(case: Case, found: Contradiction) -> ContradictionView:
    return ContradictionView(
        aspect=capital(phrases().pairs("aspects").get(found.aspect, found.aspect)),
        positions=tuple(
            PositionView(
                days_told(each.value),
                speakers(case, each.claims),
                each.origins,
                footnotes(case, each.claims),
            )
            for each in found.positions
        ),
        explanation=days_told(found.explanation),
    )
