"""The findings of an event that are worth telling, in the order in which they are told."""

from __future__ import annotations

from rashomon.tell.case import Case
from rashomon.tell.tolls import people_measures
from rashomon.tell.words import capital, phrases
from rashomon.values import Finding

__all__ = ["heading", "told_findings"]

_OF = {"total": "all together", "unknown": "side unknown"}


def told_findings(case: Case) -> tuple[Finding, ...]:
    """Return the findings that say anything, people before things, sides before wholes."""
    order = phrases().ordered("participles")
    rank = {measure: index for index, measure in enumerate(order)}
    return tuple(
        sorted(
            (finding for finding in case.event.findings if _says_more(case, finding)),
            key=lambda each: (
                rank.get(each.measure, len(rank)),
                each.measure,
                each.of == "total",
                each.of == "unknown",
            ),
        )
    )


def heading(finding: Finding) -> str:
    """Say what is counted of whom: "Killed, raiders"."""
    measure = capital(finding.measure)
    if finding.of in _OF and finding.measure not in people_measures():
        return measure
    return f"{measure}, {_OF.get(finding.of, finding.of)}"


def _says_more(case: Case, finding: Finding) -> bool:
    """Leave out a finding without content, and a total that only repeats one side."""
    if not case.said_of(finding) and finding.best is None and finding.high is None:
        return False
    if finding.of != "total":
        return True
    parts = [
        each
        for each in case.event.findings
        if each.measure == finding.measure and each.of != "total" and case.said_of(each)
    ]
    bounds = (finding.low, finding.best, finding.high)
    return len(parts) != 1 or (parts[0].low, parts[0].best, parts[0].high) != bounds
