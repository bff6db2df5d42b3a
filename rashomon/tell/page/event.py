"""One event's section: sentence, figures, accounts, contradictions, who told whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.tell.aspects import Row, rows, shown_accounts
from rashomon.tell.case import Case, event_anchor, report_anchor
from rashomon.tell.charts import Drawing, draw_relay, draw_toll
from rashomon.tell.countries import country_name
from rashomon.tell.page.figures import FigureView, figure_views
from rashomon.tell.page.footnotes import Footnotes, footnotes
from rashomon.tell.sentence import paragraph
from rashomon.tell.words import capital, count, day, killed, listed, period, phrases, place
from rashomon.values import Account, Contradiction, Counts, Doubt

__all__ = [
    "AccountView",
    "ContradictionView",
    "DoubtView",
    "EventView",
    "LeadPart",
    "PositionView",
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
    """One side of a contradiction."""

    value: str
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
    """What may be otherwise, and why; `event` is the title of another event that it is about."""

    text: str
    event: str | None
    anchor: str | None
    why: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One event: a row of the overview and a section of the page."""

    anchor: str
    title: str
    days: str | None
    days_note: str | None
    where: str | None
    where_note: str | None
    killed: tuple[str, str, str]  # low, best, high
    origins: int
    behind: str | None  # mentions, outlets and so on, never added up
    grade: str
    grade_meaning: str
    reasons: tuple[str, ...]
    lead: tuple[LeadPart, ...]
    figures: tuple[FigureView, ...]
    accounts: tuple[AccountView, ...]
    others: tuple[AccountView, ...]  # accounts without a column
    rows: tuple[Row, ...]
    numbers: Mapping[str, int]
    contradictions: tuple[ContradictionView, ...]
    toll: Drawing | None
    relay: Drawing | None
    doubts: tuple[DoubtView, ...]


def event_view(case: Case, titles: Mapping[str, str]) -> EventView:
    """Work out what an event's section shows; `titles` name the other events of the page."""
    event, where = case.event, case.event.place
    words = phrases()
    columns = shown_accounts(case)
    return EventView(
        anchor=event_anchor(event.id),
        title=event.title or event.kind,
        days=period(event.start, event.end),
        days_note=words.pairs("when").get(str(event.date_precision)),
        where=place(where, country_name(where.country) if where else None),
        where_note=words.pairs("where").get(str(where.precision)) if where else None,
        killed=killed(event),
        origins=event.origins,
        behind=_behind(event.counts) if event.counts is not None else None,
        grade=event.grade.word,
        grade_meaning=words.pairs("grades").get(event.grade.word, ""),
        reasons=tuple(map(capital, event.grade.reasons)),
        lead=tuple(
            LeadPart(phrase.text, footnotes(case, phrase.claims)) for phrase in paragraph(case)
        ),
        figures=tuple(figure_views(case)),
        accounts=tuple(_account_view(case, account) for account in columns),
        others=tuple(_account_view(case, each) for each in case.accounts if each not in columns),
        rows=rows(case),
        numbers=case.numbers,
        contradictions=tuple(_contradiction(case, each) for each in event.contradictions),
        toll=draw_toll(case),
        relay=draw_relay(case),
        doubts=tuple(_doubt(doubt, titles) for doubt in event.doubts),
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


def _doubt(doubt: Doubt, titles: Mapping[str, str]) -> DoubtView:
    """Put the title of another event, and the way to it, where a doubt gives its id."""
    *words, last = doubt.kind.split() or [""]
    if last not in titles:
        return DoubtView(capital(doubt.kind), None, None, doubt.why)
    return DoubtView(capital(" ".join(words)), titles[last], event_anchor(last), doubt.why)


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
            PositionView(each.value, each.origins, footnotes(case, each.claims))
            for each in found.positions
        ),
        explanation=found.explanation,
    )
