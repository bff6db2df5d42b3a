"""What a situation report says, before it is set in any format: plain texts, numbered sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, Library
from rashomon.tell.exports.plain import plain
from rashomon.tell.findings import heading, told_findings
from rashomon.tell.links import followable
from rashomon.tell.sentence import paragraph
from rashomon.tell.tables import cases_of
from rashomon.tell.words import (
    UNKNOWN,
    capital,
    count,
    day,
    days_told,
    killed,
    listed,
    number,
    period,
    phrases,
)
from rashomon.tell.words import place as place_words
from rashomon.values import Contradiction, Dossier, Finding

__all__ = ["Amount", "Dispute", "Part", "Section", "Situation", "Source", "situation"]

METHOD = (
    "Every figure is a claim that somebody makes; a number in square brackets leads to the report "
    "that carries it, in the list of sources. Low, best and high follow the rule named beside "
    "them. Grades say how far the reports bear an event out, not whether it is true. This report "
    "was written by rashomon from the texts alone; nobody has checked it."
)


@dataclass(frozen=True, slots=True)
class Part:
    """Words of ours, and the numbers of the sources that they rest on."""

    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """Low, best and high of one measure for one side, and the rule that gave them."""

    heading: str
    low: str
    best: str
    high: str
    rule: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the accounts cannot all be right about."""

    aspect: str
    positions: tuple[Part, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Section:
    """One event; `killed` is low, best and high of all together."""

    number: int
    title: str
    days: str
    where: str
    killed: tuple[str, str, str]
    origins: int
    grade: str
    meaning: str
    reasons: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    paragraph: tuple[Part, ...]
    amounts: tuple[Amount, ...]
    disputes: tuple[Dispute, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One report as a numbered source; `letter` is what the paragraphs call it."""

    number: int
    letter: str
    title: str
    publisher: str
    byline: str
    published: str
    url: str | None
    copied_from: str | None  # a letter

    @property
    def words(self) -> str:
        """Describe the report in a line: publisher, title, byline, day, and what it copies."""
        title = f"“{self.title}”" if self.title else ""
        known = filter(None, (self.publisher, title, self.byline, self.published))
        copied = f"; a copy of report {self.copied_from}" if self.copied_from else ""
        return f"Report {self.letter}: {', '.join(known) or 'publisher unknown'}{copied}."


@dataclass(frozen=True, slots=True)
class Situation:
    """The whole report; `day` is the last that its title names, as an ISO date."""

    title: str
    about: str
    method: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    day: str | None


def situation(dossier: Dossier) -> Situation:
    """Work out what the report says; texts of others come without what nobody sees."""
    library, cases = cases_of(dossier)
    cited = {account.report: account.copied_from for case in cases for account in case.accounts}
    numbers = {
        report: index
        for index, report in enumerate((r for r in library.reports if r in cited), start=1)
    }
    days = _days(dossier)
    title = f"Situation report, {period(days[0], days[-1])}" if days else "Situation report"
    return Situation(
        title=title,
        about=_about(dossier, cases, len(numbers)),
        method=METHOD,
        sections=tuple(_section(index, case, numbers) for index, case in enumerate(cases, start=1)),
        sources=tuple(_source(library, each, n, cited[each]) for each, n in numbers.items()),
        day=days[-1] if days else None,
    )


def _days(dossier: Dossier) -> list[str]:
    """Return the days of publication, in order; where none is known, those of the events."""
    published = [each.published for each in dossier.reports]
    happened = [each for event in dossier.events for each in (event.start, event.end)]
    return _iso_days(published) or _iso_days(happened)


def _iso_days(texts: Iterable[str | None]) -> list[str]:
    return sorted(text[:10] for text in texts if text and day(text))


def _about(dossier: Dossier, cases: Sequence[Case], cited: int) -> str:
    """Say how much was read, and how much of it tells of an event."""
    if not cases:
        return f"{capital(count(len(dossier.reports), 'report', 'reports'))} read, no event found."
    publishers = {each.publisher for each in dossier.reports if each.publisher}
    outlets = f" by {count(len(publishers), 'publisher', 'publishers')}" if publishers else ""
    read = count(len(dossier.reports), "report", "reports")
    tell = "tells" if cited == 1 else "tell"
    events = count(len(cases), "event", "events")
    return f"{capital(read)}{outlets} read; {count(cited, '', '').strip()} {tell} of {events}."


def _section(index: int, case: Case, numbers: Mapping[str, int]) -> Section:
    event = case.event
    days = plain(period(event.start, event.end)) or UNKNOWN
    named = place_words(event.place)
    return Section(
        number=index,
        title=plain(event.title) or plain(event.kind),
        days=days,
        where=plain(named) or UNKNOWN,
        killed=killed(event),
        origins=event.origins,
        grade=event.grade.word,
        meaning=phrases().pairs("grades").get(event.grade.word, ""),
        reasons=tuple(map(_sentence, event.grade.reasons)),
        facts=tuple(_facts(case, days, plain(named))),
        paragraph=tuple(_parts(case, numbers)),
        amounts=tuple(_amount(case, each, numbers) for each in told_findings(case)),
        disputes=tuple(_dispute(case, each, numbers) for each in event.contradictions),
        doubts=tuple(_sentence(f"{each.kind}: {each.why}") for each in event.doubts),
    )


def _sentence(text: str) -> str:
    said = capital(plain(text))
    return said if said.endswith((".", "!", "?")) else f"{said}."


def _facts(case: Case, days: str, named: str) -> Iterator[tuple[str, str]]:
    """Yield what a reader looks for first: when, where, who, and how many tell of it."""
    event, words = case.event, phrases()
    if fine := words.pairs("when").get(str(event.date_precision)):
        yield "When", f"{days} ({fine})"
    if event.place and named:
        precision = words.pairs("where").get(str(event.place.precision))
        yield "Where", f"{named} ({precision})" if precision else named
    if event.sides:
        yield "Sides", listed([plain(side.name) for side in event.sides])
    reports = count(len(case.accounts), "report", "reports")
    origins = count(event.origins, "independent origin", "independent origins")
    yield "Told by", f"{reports}, {origins}"


def _parts(case: Case, numbers: Mapping[str, int]) -> Iterator[Part]:
    """Yield the paragraph; what is cited stands right behind the words that rest on it."""
    for phrase in paragraph(case):
        text = plain(phrase.text)
        if not text and not phrase.text.isspace():
            continue
        before = " " if phrase.text[:1].isspace() else ""
        after = " " if text and phrase.text[-1:].isspace() else ""
        yield Part(f"{before}{text}{after}", _cited(case, phrase.claims, numbers))


def _amount(case: Case, finding: Finding, numbers: Mapping[str, int]) -> Amount:
    low, best, high = (
        UNKNOWN if value is None else number(value)
        for value in (finding.low, finding.best, finding.high)
    )
    is_open = finding.high is None and finding.best is not None
    return Amount(
        heading=plain(heading(finding)),
        low=low,
        best=best,
        high="open" if is_open else high,
        rule=plain(finding.rule),
        sources=_cited(case, (*finding.supporting, *finding.dissenting), numbers),
    )


def _dispute(case: Case, found: Contradiction, numbers: Mapping[str, int]) -> Dispute:
    aspects = phrases().pairs("aspects")
    return Dispute(
        aspect=capital(plain(aspects.get(found.aspect, found.aspect))),
        positions=tuple(
            Part(
                f"{plain(days_told(each.value))} ({count(each.origins, 'origin', 'origins')})",
                _cited(case, each.claims, numbers),
            )
            for each in found.positions
        ),
        explanation=plain(days_told(found.explanation)),
    )


def _cited(case: Case, claims: Iterable[str], numbers: Mapping[str, int]) -> tuple[int, ...]:
    """Number the reports that make some claims, each once, in order."""
    known = case.library.claims
    reports = {known[claim].report for claim in claims if claim in known}
    return tuple(sorted(numbers[report] for report in reports if report in numbers))


def _source(library: Library, name: str, index: int, copied_from: str | None) -> Source:
    report = library.reports[name]
    return Source(
        number=index,
        letter=library.letters[name],
        title=plain(report.title),
        publisher=plain(report.publisher),
        byline=plain(report.byline),
        published=day(report.published) or "",
        url=followable(report.url),
        copied_from=library.letters.get(copied_from or ""),
    )
