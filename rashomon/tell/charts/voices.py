"""The figures of a finding by voice: who gives which, in which reports, and who copies them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.tell.case import Case, Said
from rashomon.tell.tolls import is_counted, voice_key, withdrawn
from rashomon.tell.words import kind_beside, voice_name
from rashomon.values import Figure, Finding, Report

__all__ = ["Saying", "panels"]

_NOT_TOLD = ("denied", "no comment")


@dataclass(frozen=True, slots=True)
class Saying:
    """One figure of one voice, and the reports that tell it, in order of publication.

    `copies` are the letters of reports that copied another which
    tells it. `revised` is shared by the figures that one origin gave day after day.
    """

    name: str
    kind: str
    is_unnamed: bool
    figure: Figure
    reports: tuple[str, ...]
    copies: tuple[str, ...]
    first: Report
    revised: str | None = None
    is_withdrawn: bool = False


def panels(case: Case) -> Iterator[tuple[Finding, tuple[Saying, ...]]]:
    """Yield each finding with those of its sayings that no finding before it has.

    Sides come before wholes, so that a total shows only what was told of no side.
    """
    told: set[Said] = set()
    for finding in sorted(case.event.findings, key=lambda each: each.of in {"total", "unknown"}):
        new = [said for said in _counted(case, finding) if said not in told]
        told.update(new)
        if new:
            yield finding, _sayings(case, finding, new)


def _sayings(case: Case, finding: Finding, told: Sequence[Said]) -> tuple[Saying, ...]:
    """Put together what one voice says in several reports; voices in order of first telling."""
    origins = {account.report: account.origin for account in case.accounts}
    steps = _revised(finding)
    groups: dict[object, dict[tuple[object, ...], list[Said]]] = {}
    for said in told:
        figure = said.figure
        bounds = (figure.low, figure.best, figure.high)
        voice = steps.get(said.claim.id) or voice_key(said, origins)
        groups.setdefault(voice, {}).setdefault(bounds, []).append(said)
    back = withdrawn(case)
    return tuple(
        replace(
            _saying(case, group),
            revised=steps.get(group[0].claim.id),
            is_withdrawn=all((said.claim.id, said.figure.measure) in back for said in group),
        )
        for figures in groups.values()
        for group in figures.values()
    )


def _revised(finding: Finding) -> dict[str, str]:
    """Return the origin of each claim that is a step of a revision."""
    return {
        claim: revision.origin
        for revision in finding.revisions
        for step in revision.steps
        for claim in step.claims
    }


def _counted(case: Case, finding: Finding) -> list[Said]:
    """Return the numbers behind a finding; a headline counts where its body gives none."""
    weighed = [
        said
        for said in case.said_of(finding)
        if is_counted(said)
        and said.figure.scope == "incident"
        and said.claim.reality == "actual"
        and said.claim.certainty not in _NOT_TOLD
    ]
    bodies = {said.claim.report for said in weighed if not said.claim.headline}
    return [said for said in weighed if not said.claim.headline or said.claim.report not in bodies]


def _saying(case: Case, group: Sequence[Said]) -> Saying:
    copied = {account.report for account in case.accounts if account.copied_from is not None}
    reports = list(dict.fromkeys(said.claim.report for said in group))
    letters = case.library.letters
    first, origin = group[0], group[0].origin
    return Saying(
        name="nobody named" if origin is None else voice_name(origin),
        kind="" if origin is None else kind_beside(origin),
        is_unnamed=origin is None,
        figure=first.figure,
        reports=tuple(letters[each] for each in reports if each not in copied),
        copies=tuple(letters[each] for each in reports if each in copied),
        first=case.library.reports[first.claim.report],
    )
