"""A line for people that says what happened, according to the findings."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicon import SPOKEN, section
from rashomon.values import EventPlace, Finding
from rashomon.weigh.sides import CIVILIANS, TOTAL, UNKNOWN
from rashomon.weigh.tolls import Toll
from rashomon.weigh.wording import sentence

__all__ = ["write_title"]

_LOSSES = ("killed", "wounded")


def write_title(
    kind: str, place: EventPlace | None, findings: Sequence[Finding], tolls: Sequence[Toll]
) -> str:
    """Write a title such as "40 to 300 Taliban said killed in clashes, Baghlan".

    "said" stands where no neutral origin and no press speaks for the losses.
    """
    titles = section(SPOKEN, "weigh").pairs("titles")
    what = titles.get(kind, titles["Other"])
    is_deadly = any(toll.measure == "killed" for toll in tolls)
    losses = _losses([each for each in findings if each.measure != "killed" or is_deadly])
    where = f", {place.name}" if place is not None else ""
    if losses is None:
        return f"{sentence(what)}{where}"
    behind = [toll.origin for toll in tolls if toll.measure == losses.measure]
    partial = all(origin.side is not None or origin.name is None for origin in behind)
    number, of = _number(losses), _people(losses)
    said = "said " if partial and behind else ""
    return sentence(f"{number} {of} {said}{losses.measure} in {what}{where}")


def _losses(findings: Sequence[Finding]) -> Finding | None:
    """Return the finding worth a title: the only side with losses, else the total."""
    for measure in _LOSSES:
        told = [each for each in findings if each.measure == measure and (each.best or each.high)]
        sides = [each for each in told if each.of not in (TOTAL, UNKNOWN)]
        whole = next((each for each in told if each.of == TOTAL), None)
        if len(sides) == 1 and (whole is None or whole.best == sides[0].best):
            return sides[0]
        if whole is not None:
            return whole
    return None


def _number(finding: Finding) -> str:
    best, high = finding.best, finding.high
    if best is None:
        return "An unknown number of"
    if high is None:
        return f"At least {best:,}"
    return f"{best:,}" if best == high else f"{best:,} to {high:,}"


def _people(finding: Finding) -> str:
    one = finding.best == finding.high == 1
    if finding.of in (TOTAL, UNKNOWN):
        return "person" if one else "people"
    if finding.of == CIVILIANS:
        return "civilian" if one else "civilians"
    return f"of the {finding.of}" if one and finding.of.endswith("s") else finding.of
