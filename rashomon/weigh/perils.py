"""Who may have died since: people in danger of dying, or hit and not told of again, in a report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.text.folding import fold
from rashomon.values import Claim, Finding, Report
from rashomon.weigh.sides import TOTAL
from rashomon.weigh.tolls import Toll, counts
from rashomon.weigh.words import lexicon

__all__ = ["with_perils"]

_HIT = frozenset({"wounded", "casualties"})
_AFTER = 200  # characters behind a claim: the next sentence says how the hurt are
_DENIED_WITHIN = 5  # words: "not believed to be life-threatening"
_WORD = re.compile(r"\w+")


def with_perils(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    tolls: Iterable[Toll],
    reports: Mapping[str, Report],
) -> tuple[Finding, ...]:
    """Raise the upper end of the killed by one who may have died since.

    Who was in danger is added to the dead of the report that tells of him: in the next, he may be
    one of them. Only one is counted, since most are told of again and again. Where nobody tells of
    any dead the best figure is 0; there, whoever was hit may have died if no report says that he
    lives: "shot" does not say it.
    """
    hit = _hit(claims, reports)
    endangered = {report: each for report, each in hit.items() if _is_in_danger(each, reports)}
    dead: dict[str, int] = defaultdict(int)
    for toll in tolls:
        if toll.measure == "killed":
            dead[toll.report] = max(dead[toll.report], toll.best or 0)
    most = max((dead[report] + 1 for report in endangered), default=0)
    killed = next((f for f in findings if f.measure == "killed" and f.of == TOTAL), None)
    if killed is not None and killed.high is not None and killed.high < most:
        rule = f"{killed.rule} High {most:,}: one told to be in danger of dying may have died."
        raised = replace(killed, high=most, rule=rule)
        return tuple(raised if each is killed else each for each in findings)
    if killed is not None:
        return tuple(findings)
    if endangered:
        why, told = "who was in danger of dying may have died", endangered
    elif _is_fate_unknown(hit, reports):
        why, told = "nobody says whether all who were hit live", hit
    else:
        return tuple(findings)
    nobody = Finding(
        measure="killed",
        of=TOTAL,
        low=0,
        best=0,
        high=1,
        rule=f"Best 0: nobody tells of any dead. High 1: {why}.",
        supporting=tuple(sorted(claim.id for each in told.values() for claim in each)),
        origins=max((f.origins for f in findings if f.measure in _HIT), default=1),
    )
    return (*findings, nobody)


def _hit(claims: Iterable[Claim], reports: Mapping[str, Report]) -> dict[str, list[Claim]]:
    """Return by report the claims that count people who were wounded or hit."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        is_of_hit = any(figure.measure in _HIT and figure.high != 0 for figure in claim.figures)
        if is_of_hit and counts(claim) and claim.reality == "actual" and claim.report in reports:
            found[claim.report].append(claim)
    return dict(found)


def _is_in_danger(claims: Iterable[Claim], reports: Mapping[str, Report]) -> bool:
    """Tell whether somebody is in danger of dying where claims of one report tell of people hit."""
    for claim in claims:
        start, end = claim.span
        words = _plain(reports[claim.report].content[start : end + _AFTER])
        for cue in _cues("in_danger").finditer(words):
            before = words[: cue.start()].split()[-_DENIED_WITHIN:]
            if lexicon("no_danger").isdisjoint(before):
                return True
    return False


def _is_fate_unknown(hit: Mapping[str, Sequence[Claim]], reports: Mapping[str, Report]) -> bool:
    """Tell whether people were hit of whom no report says how they are, nor that they were hurt."""
    is_only_hit = any(
        figure.measure == "casualties"
        for claims in hit.values()
        for claim in claims
        for figure in claim.figures
    )
    return is_only_hit and not any(
        _cues("out_of_danger").search(_plain(reports[report].content)) for report in hit
    )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


@cache
def _cues(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, lexicon(key))))})\b")
