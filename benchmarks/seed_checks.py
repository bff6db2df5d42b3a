"""The tests that the founding reports support: yes or no, on the reading and on the events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.read import Reader
from rashomon.text.folding import fold
from rashomon.values import Claim, Dossier, Event, Finding, Report, Span

__all__ = ["checks"]

# Passages that are no running text, and claims by the place of their trigger: offsets into A and B.
_NOT_READ = {
    "A": (Span(902, 973), Span(1350, 1425)),
    "B": (Span(423, 519), Span(687, 731), Span(1450, 1482)),
}
_HISTORY = {"A": (Span(1796, 2053),), "B": (Span(2006, 2111),)}
_NO_COMMENT = {"A": (Span(138, 172), Span(1181, 1216)), "B": (Span(655, 685), Span(1320, 1361))}
_TWEET = Span(774, 870)
_TAKEOVER = Span(277, 314)
_FORTY = (Span(103, 136), Span(1119, 1155))
_THREE_HUNDRED = Span(90, 164)
_NOT_REALISED = (Span(907, 942), Span(1398, 1448))
_TWICE = (("A", 103, 1119), ("A", 206, 573))  # the same words at two places


def checks(dossier: Dossier, reader: Reader) -> Iterator[tuple[str, bool]]:
    """Yield every check with its outcome."""
    claims = [claim for reading in dossier.readings for claim in reading.claims]
    main = _main_event(dossier, claims)
    yield (
        "1 no claim starts in a passage that is not read",
        not any(_in(c, _NOT_READ) for c in claims),
    )
    yield "2 a repeated figure counts once", _counted_once(main, claims)
    yield "3 the tweet's chain has four voices, its maker last", _tweet_chain(claims)
    yield "4 history enters no figure of the event", _history_stays_out(main, claims)
    yield "5 the take-over of Kabul is dated 15 August", _takeover_dated(claims)
    yield "6 the contradiction 40 against 300 is shown, 170 never", _contradicted(main, claims)
    yield "7 no comment is no denial", _silent_not_denied(claims)
    yield "8 what is planned did not happen", _planned(claims)
    yield "9 removing a report changes only its own claims", _apart(dossier, reader)
    yield "10 Deh Salah is a place", _is_place(dossier, "deh salah")
    yield "clash and ambush are one event", _one_event(main, claims)
    yield "the doubt is stated", main is not None and bool(main.doubts)
    yield "Taliban killed 0 / 40 / 300", _killed(main) == (0, 40, 300)


def _in(claim: Claim, spans: Mapping[str, tuple[Span, ...]]) -> bool:
    return any(span.start <= claim.trigger.start < span.end for span in spans.get(claim.report, ()))


def _at(claims: list[Claim], report: str, span: Span) -> list[Claim]:
    return [c for c in claims if c.report == report and span.start <= c.trigger.start < span.end]


def _main_event(dossier: Dossier, claims: list[Claim]) -> Event | None:
    forty = {claim.id for span in _FORTY for claim in _at(claims, "A", span)}
    return next((event for event in dossier.events if forty & set(event.claims)), None)


def _finding(event: Event | None, of: str) -> Finding | None:
    if event is None:
        return None
    return next(
        (f for f in event.findings if f.measure == "killed" and fold(of) in fold(f.of)), None
    )


def _killed(event: Event | None) -> tuple[int | None, int | None, int | None] | None:
    finding = _finding(event, "Taliban")
    return (finding.low, finding.best, finding.high) if finding else None


def _counted_once(event: Event | None, claims: list[Claim]) -> bool:
    repeated = all(
        _at(claims, report, Span(first, first + 34))
        and _at(claims, report, Span(second, second + 36))
        for report, first, second in _TWICE
    )
    finding = _finding(event, "total")
    return repeated and finding is not None and finding.best == 40  # noqa: PLR2004  the gold's figure


def _tweet_chain(claims: list[Claim]) -> bool:
    chains = [claim.voices for claim in _at(claims, "A", _TWEET)]
    return any(
        len(chain) == 4 and "bismillah muhammadi" in fold(chain[-1].name or "")  # noqa: PLR2004  the gold's chain
        for chain in chains
    )


def _history_stays_out(event: Event | None, claims: list[Claim]) -> bool:
    history = {claim.id for claim in claims if _in(claim, _HISTORY)}
    return event is not None and bool(history) and not history & set(event.claims)


def _takeover_dated(claims: list[Claim]) -> bool:
    days = [(c.date.start, c.date.end) for c in _at(claims, "A", _TAKEOVER) if c.date]
    return ("2021-08-15", "2021-08-15") in days


def _contradicted(event: Event | None, claims: list[Claim]) -> bool:
    if event is None or any(170 in (f.low, f.best, f.high) for f in event.findings):  # noqa: PLR2004  the mean of both
        return False
    forty = {claim.id for span in _FORTY for claim in _at(claims, "A", span)}
    three_hundred = {claim.id for claim in _at(claims, "B", _THREE_HUNDRED)}
    return any(
        any(forty & set(p.claims) for p in contradiction.positions)
        and any(three_hundred & set(p.claims) for p in contradiction.positions)
        for contradiction in event.contradictions
        if contradiction.aspect == "killed"
    )


def _silent_not_denied(claims: list[Claim]) -> bool:
    silent = [claim for claim in claims if _in(claim, _NO_COMMENT)]
    return bool(silent) and all(claim.certainty == "no comment" for claim in silent)


def _planned(claims: list[Claim]) -> bool:
    planned = [claim for span in _NOT_REALISED for claim in _at(claims, "B", span)]
    return bool(planned) and all(claim.reality in ("planned", "hypothetical") for claim in planned)


def _apart(dossier: Dossier, reader: Reader) -> bool:
    alone = [
        next(iter(reader.read([report])))
        for report in dossier.reports
        if isinstance(report, Report)
    ]
    return tuple(alone) == dossier.readings


def _is_place(dossier: Dossier, name: str) -> bool:
    contents = {report.id: report.content for report in dossier.reports}
    return any(
        fold(place.span.of(contents[reading.report])) == name
        for reading in dossier.readings
        for place in reading.places
    )


def _one_event(event: Event | None, claims: list[Claim]) -> bool:
    three_hundred = {claim.id for claim in _at(claims, "B", _THREE_HUNDRED)}
    return event is not None and bool(three_hundred & set(event.claims))
