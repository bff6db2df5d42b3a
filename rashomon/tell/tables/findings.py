"""The tables of what weighing came to: findings, contradictions, accounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rashomon.tell.case import Case
from rashomon.tell.tables.layout import Column, Table, at, day_at, laid_out
from rashomon.tell.words import interval
from rashomon.values import Account, Contradiction, Finding, Position, Report, Revision

__all__ = ["accounts_table", "contradictions_table", "findings_table"]


class _Found(NamedTuple):
    event: str
    finding: Finding


class _Held(NamedTuple):
    event: str
    number: int
    contradiction: Contradiction
    position: Position


class _Given(NamedTuple):
    event: str
    account: Account
    report: Report


def findings_table(cases: Iterable[Case]) -> Table:
    """Lay out the findings of all events."""
    about = "One row a finding: low, best and high of one measure for one side of one event."
    told = (_Found(case.event.id, each) for case in cases for each in case.event.findings)
    return laid_out("findings", about, _FINDINGS, told)


def _revision(revision: Revision) -> str:
    steps = ", ".join(f"{each.day}: {interval(each.low, each.high)}" for each in revision.steps)
    return f"{revision.by or revision.origin}: {steps}"


_FINDINGS: tuple[Column[_Found], ...] = (
    Column("event", "text", "id of the event", at("event")),
    Column("measure", "text", "what is counted: killed, wounded and so on", at("finding.measure")),
    Column("side", "text", "of whom: a side, civilians, unknown or total", at("finding.of")),
    Column("low", "integer", "the least that can be defended", at("finding.low")),
    Column("best", "integer", "the settled figure; null: no number given", at("finding.best")),
    Column("high", "integer", "the most; null where it is open", at("finding.high")),
    Column("rule", "text", "how the three were chosen", at("finding.rule")),
    Column(
        "origin_count", "integer", "independent origins that were weighed", at("finding.origins")
    ),
    Column("supporting", "texts", "ids of the claims that bear out best", at("finding.supporting")),
    Column("dissenting", "texts", "ids of the claims that do not", at("finding.dissenting")),
    Column("estimate_low", "integer", "a model's lower end", at("finding.estimate.low")),
    Column("estimate_best", "integer", "what a model takes it to be", at("finding.estimate.best")),
    Column("estimate_high", "integer", "a model's upper end", at("finding.estimate.high")),
    Column(
        "revisions",
        "texts",
        "how origins changed their count from day to day",
        lambda f: tuple(map(_revision, f.finding.revisions)),
    ),
)


def contradictions_table(cases: Iterable[Case]) -> Table:
    """Lay out each position of each contradiction."""
    about = "One row a position: one of the values that cannot all be true of one event."
    told = (
        _Held(case.event.id, number, each, position)
        for case in cases
        for number, each in enumerate(case.event.contradictions, start=1)
        for position in each.positions
    )
    return laid_out("contradictions", about, _CONTRADICTIONS, told)


_CONTRADICTIONS: tuple[Column[_Held], ...] = (
    Column("event", "text", "id of the event", at("event")),
    Column("number", "integer", "which of the event's contradictions, from 1", at("number")),
    Column("aspect", "text", "what they differ on", at("contradiction.aspect")),
    Column("position", "text", "the value that is claimed", at("position.value")),
    Column("origin_count", "integer", "origins that claim it", at("position.origins")),
    Column("claims", "texts", "ids of the claims", at("position.claims")),
    Column("explanation", "text", "why they differ", at("contradiction.explanation")),
)


def accounts_table(cases: Iterable[Case]) -> Table:
    """Lay out what each report tells of each event, with the origin it goes back to."""
    about = "One row an account: what one report tells of one event. Accounts of one origin are "
    told = (
        _Given(case.event.id, each, case.library.reports[each.report])
        for case in cases
        for each in case.accounts
    )
    return laid_out("accounts", f"{about}not independent.", _ACCOUNTS, told)


_ACCOUNTS: tuple[Column[_Given], ...] = (
    Column("event", "text", "id of the event", at("event")),
    Column("report", "text", "id of the report", at("report.id")),
    Column("publisher", "text", "who published it", at("report.publisher")),
    Column("published", "day", "day of publication", day_at("report.published")),
    Column("origin", "text", "id of the independent origin", at("account.origin")),
    Column("copied_from", "text", "the report it was copied from", at("account.copied_from")),
    Column("claims", "texts", "ids of its claims", at("account.claims")),
)
