"""Low, best and high of every measure and side, each with a rule that a reader can defend.

Which figure holds is for the chosen convention to say (`conventions.py`). Whatever it is, scopes
are not mixed and what an outlet has corrected weighs nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.values import Claim, Finding, Revision, Step
from rashomon.weigh.conventions import Convention
from rashomon.weigh.model import estimate
from rashomon.weigh.sides import CIVILIANS, TOTAL, UNKNOWN
from rashomon.weigh.summing import histories, per_side, wholes
from rashomon.weigh.tolls import Toll
from rashomon.weigh.wording import interval, plural

__all__ = ["Manner", "find_figures"]

_WITH_TOTAL = ("killed", "wounded", "casualties")


@dataclass(frozen=True, slots=True)
class Manner:
    """How figures are settled: by which convention, for an event of which day, if that is known.

    `estimated` says whether the model is asked too, which takes longer than all the rest.
    """

    convention: Convention
    since: str | None = None
    estimated: bool = True


def find_figures(
    tolls: Sequence[Toll], cumulative: Iterable[Claim], manner: Manner
) -> tuple[Finding, ...]:
    """Settle every measure and side, and the total of killed and wounded.

    `cumulative` are claims whose figures cover more than this event; the rule says that they were
    left out.
    """
    measures: dict[str, list[Toll]] = defaultdict(list)
    withdrawn: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        (withdrawn if toll.withdrawn else measures)[toll.measure].append(toll)
    running = {toll.measure for toll in tolls if toll.running}
    left_out = Counter(
        figure.measure
        for claim in cumulative
        for figure in claim.figures
        if figure.scope == "cumulative" and figure.measure not in running
    )
    findings: list[Finding] = []
    for measure, told in sorted(measures.items()):
        sides = {
            side: _finding(measure, side, [toll for toll in told if toll.of == side], said, manner)
            for side, said in per_side(told).items()
        }
        if measure in _WITH_TOTAL:
            total = _total(measure, told, sides, manner)
            sided = {side: finding for side, finding in sides.items() if side != UNKNOWN}
            if sided.keys() == {CIVILIANS} and UNKNOWN in sides:
                sided = {CIVILIANS: _all_civilians(sided[CIVILIANS], total)}
            apart = (sided or sides) if manner.convention.splits else {}
            sides = {TOTAL: total, **apart}  # beside sides, a count of people is the whole
        findings += [
            _noting(each, left_out[measure], withdrawn[measure], running=measure in running)
            for each in sides.values()
        ]
    return tuple(findings)


def _all_civilians(civilians: Finding, total: Finding) -> Finding:
    """Count as civilians all who are told of, where some are said to be and nobody is a fighter.

    Who has no side stands beside them in one and the same toll: "12 people", "his two children".
    """
    if (total.best or 0) < (civilians.best or 0):
        return civilians
    rule = f"Nobody tells of fighters among the {total.measure}. {total.rule}"
    return replace(total, of=CIVILIANS, rule=rule)


def _total(
    measure: str, told: Sequence[Toll], sides: Mapping[str, Finding], manner: Manner
) -> Finding:
    """Settle the whole: from stated wholes where there are any, else the sum over the sides."""
    sided = {side: finding for side, finding in sides.items() if side != UNKNOWN}
    most = max((finding.best or 0 for finding in sided.values()), default=0)
    stated = sides[UNKNOWN].best or 0 if UNKNOWN in sides else -1
    if len(sided) < 2 or most <= 1 or stated >= most:  # noqa: PLR2004  a sum takes two
        whole = wholes(told)
        return _finding(measure, TOTAL, told, whole, manner)
    sides = sided
    lows = [finding.low or 0 for finding in sides.values()]
    bests = [finding.best for finding in sides.values() if finding.best is not None]
    highs = [finding.high for finding in sides.values()]
    partial = "" if len(bests) == len(sides) else " It is partial: not every side was counted."
    return Finding(
        measure=measure,
        of=TOTAL,
        low=sum(lows),
        best=sum(bests) if bests else None,
        high=None if None in highs else sum(high or 0 for high in highs),
        rule=f"The sum over the sides ({', '.join(sides)}): nobody states a whole.{partial}",
        supporting=_united(finding.supporting for finding in sides.values()),
        dissenting=_united(finding.dissenting for finding in sides.values()),
        origins=len({toll.origin.id for toll in told}),
    )


def _finding(
    measure: str, of: str, told: Sequence[Toll], weighed: Sequence[Toll], manner: Manner
) -> Finding:
    """Put a settled figure beside the claims that bear it out and those that do not."""
    settled = manner.convention.settle(weighed)
    best = settled.best
    behind = [toll for toll in weighed if best is None or toll.floor <= best <= toll.ceiling]
    supporting = {claim for toll in behind for claim in toll.claims}
    if best is not None:
        supporting |= {
            claim for toll in told if toll.floor <= best <= toll.ceiling for claim in toll.claims
        }
    dissenting = {claim for toll in weighed for claim in toll.claims} - supporting
    return Finding(
        measure=measure,
        of=of,
        low=settled.low,
        best=best,
        high=settled.high,
        rule=settled.rule,
        supporting=tuple(sorted(supporting)),
        dissenting=tuple(sorted(dissenting)),
        origins=len({toll.origin.id for toll in weighed}),
        estimate=estimate(weighed, manner.since) if manner.estimated else None,
        revisions=tuple(_revisions(told, of)),
    )


def _revisions(told: Sequence[Toll], of: str) -> Iterable[Revision]:
    """Tell how each origin changed its count; the rule weighs the last."""
    for origin, steps in histories(told, of).items():
        yield Revision(
            origin,
            steps[-1].origin.name,
            tuple(Step(t.day[:10], t.low, t.best, t.high, t.claims) for t in steps),
        )


def _noting(
    finding: Finding, left_out: int, withdrawn: Sequence[Toll], *, running: bool
) -> Finding:
    """Say in the rule what was left out, and of what kind the counts are."""
    taken_back = [toll for toll in withdrawn if finding.of in (toll.of, TOTAL)]
    notes = [finding.rule]
    if taken_back:
        low, high = min(t.floor for t in taken_back), max(t.ceiling for t in taken_back)
        told = interval(low, None, high)
        notes.append(f"Left out: {told}, which the outlet that told it has corrected.")
    if running:
        notes.append("Only told as a running total, which may cover more than this event.")
    if left_out:
        many = plural(left_out, "figure")
        notes.append(f"Left out: {many} over a longer time or several events.")
    claims = {claim for toll in taken_back for claim in toll.claims} - {*finding.supporting}
    dissenting = tuple(sorted({*finding.dissenting, *claims}))
    return replace(finding, rule=" ".join(notes), dissenting=dissenting)


def _united(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({claim for group in groups for claim in group}))
