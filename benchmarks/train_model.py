"""Fit the constants of the model of tolls, calibrate its interval, and say how far both hold.

    python -m benchmarks.train_model --bench FOLDER --readings FOLDER [--out FILE]

--bench holds incidents, airwars and figures_ged, each with reports.jsonl and gold.jsonl;
--readings a TASK.readings.jsonl of each. A case is the killed or the wounded of one event as our
own reading tells them, beside the settled number. Constants are fitted towards those of METHODS
5.4: a sort of origin of which there are few cases keeps them. Cases are cut into five folds; what
is printed comes from the fold that was held out. The numbers are in docs/models/tolls.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil, erf, exp, inf, log, log1p, sqrt
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from benchmarks.inputs import find, give_up, records, reports_of
from rashomon.codec import decode
from rashomon.link import link
from rashomon.values import Group, Reading, Report, identify
from rashomon.weigh import model as weighing
from rashomon.weigh.corrections import mark_withdrawn
from rashomon.weigh.dates import choose_days
from rashomon.weigh.kind import core_claims
from rashomon.weigh.model import Calibration, Model, Prior, Source
from rashomon.weigh.origins import trace
from rashomon.weigh.settling import settle
from rashomon.weigh.sides import Sides
from rashomon.weigh.summing import wholes
from rashomon.weigh.tolls import Toll, told_tolls

__all__ = ["START", "Case", "calibrate", "conformal", "fit", "held_out", "main"]

FOLDS = 5
LEVELS = (0.5, 0.8, 0.9)
TASKS = ("incidents", "airwars", "figures_ged")
Numbers = NDArray[np.float64]
_MATCHED = 0.5  # Jaccard of reports from which an event is taken for a gold incident
_STRENGTH = 10.0  # how many tolls the constants of METHODS 5.4 weigh in the fit of a source
START = Model(
    prior=Prior(6.0, 1.4),
    missing=0.35,
    days=0.7,
    sources={
        "enemy": Source(2.5, 0.7, 0.1),
        "own": Source(0.5, 0.6, 0.1),
        "neutral": Source(1.0, 0.3, 0.05),
        "press": Source(1.0, 0.3, 0.1),
        "unattributed": Source(1.0, 0.3, 0.4),
    },
    calibration={},
)
_BIASES = [exp(x) for x in np.linspace(-1.6, 1.6, 65).tolist()]
_SPREADS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 1.2]
_STRAYS = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]
_MISSING = [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]


@dataclass(frozen=True, slots=True)
class Case:
    """One event's tolls of a measure and the number that was settled later, as an interval."""

    id: str
    task: str
    tolls: tuple[Toll, ...]
    since: str | None
    low: int
    high: int

    @property
    def fold(self) -> int:
        """The fifth in which the case is held out."""
        return int(identify("fold", self.id), 16) % FOLDS

    @property
    def truth(self) -> float:
        """The log of the settled number."""
        return log(max((self.low * self.high) ** 0.5, weighing.LEAST))

    def missed_by(self, middle: float) -> float:
        """Say by how much an answer is wrong, in the log of one more."""
        nearest = min(max(middle, self.low), self.high)
        return abs(log1p(middle) - log1p(nearest))


@dataclass(frozen=True, slots=True)
class Told:
    """What one sort of origin told in many cases: logs of the ends, of the truth, days since."""

    lower: Numbers
    upper: Numbers
    width: Numbers
    truth: Numbers
    days: Numbers

    @classmethod
    def of(cls, pairs: Sequence[tuple[Toll, Case]]) -> Told:
        """Lay out tolls beside what was settled."""
        ends = [weighing.ends(toll) for toll, _ in pairs]
        return cls(
            np.array([log(low) if low > 0 else -inf for low, _ in ends]),
            np.array([log(high) for _, high in ends]),
            np.array([weighing.width(low, high) for low, high in ends]),
            np.array([case.truth for _, case in pairs]),
            np.array([weighing.days_between(toll, case.since) for toll, case in pairs]),
        )

    def score(self, source: Source, missing: float, days: float) -> float:
        """Return the log likelihood of all of it."""
        at = self.truth + log(source.bias) + np.log(1 - missing * np.exp(-self.days / days))
        aimed = _below((self.upper - at) / source.spread) - _below(
            (self.lower - at) / source.spread
        )
        told = (1 - source.stray) * aimed + source.stray * self.width
        return float(np.log(told).sum())


def _below(points: Numbers) -> Numbers:
    return 0.5 + np.array([erf(x) for x in (points / sqrt(2)).tolist()]) / 2


def fit(cases: Sequence[Case], start: Model = START) -> Model:
    """Fit the constants to some cases: each in turn, the others held."""
    truths = [case.truth for case in cases]
    told: dict[str, list[tuple[Toll, Case]]] = defaultdict(list)
    for case in cases:
        for toll in case.tolls:
            told[weighing.source_kind(toll)].append((toll, case))
    laid = {kind: Told.of(pairs) for kind, pairs in told.items()}
    sources, missing = dict(start.sources), start.missing
    for _ in range(2):
        for kind in sorted(laid):
            sources[kind] = _fitted(kind, laid[kind], sources[kind], missing, start.days)
        late = {
            each: sum(laid[kind].score(sources[kind], each, start.days) for kind in sorted(laid))
            for each in _MISSING
        }
        missing = max(late, key=lambda each: late[each])
    prior = Prior(exp(float(np.median(truths))), float(np.std(truths)))
    return replace(start, prior=prior, sources=sources, missing=missing)


def _fitted(kind: str, told: Told, found: Source, missing: float, days: float) -> Source:
    """Fit bias, spread and stray of one sort of origin, each along its grid."""
    start = START.sources[kind]

    def gain(source: Source) -> float:
        apart = (
            log(source.bias / start.bias),
            log(source.spread / start.spread),
            log(source.stray / start.stray),
        )
        return told.score(source, missing, days) - _STRENGTH * sum(x * x for x in apart) / 2

    for _ in range(2):
        found = max((replace(found, bias=x) for x in _BIASES), key=gain)
        found = max((replace(found, spread=x) for x in _SPREADS), key=gain)
        found = max((replace(found, stray=x) for x in _STRAYS), key=gain)
    return found


def conformal(errors: Sequence[float], level: float) -> float:
    """Return the error within which a new case stays with a chance of `level` (METHODS 5.8)."""
    rank = ceil((len(errors) + 1) * level)
    return sorted(errors)[rank - 1] if rank <= len(errors) else inf


def held_out(cases: Sequence[Case]) -> dict[str, float]:
    """Answer each case by a model that never saw its fold: the error, by the case's id."""
    errors = {}
    for fold in range(FOLDS):
        model = fit([case for case in cases if case.fold != fold])
        for case in cases:
            if case.fold == fold:
                errors[case.id] = case.missed_by(weighing.middle(case.tolls, case.since, model))
    return errors


def calibrate(cases: Sequence[Case], errors: Mapping[str, float]) -> dict[str, Calibration]:
    """Say per measure and tier how wide an interval has to be."""
    cells: dict[str, list[float]] = defaultdict(list)
    for case in cases:
        cells[weighing.tier_of(case.tolls)].append(errors[case.id])
    return {
        cell: Calibration(len(told), round(conformal(told, 0.9), 3))
        for cell, told in sorted(cells.items())
        if conformal(told, 0.9) < inf
    }


def cases_of(task: str, bench: Path, readings: Path) -> Iterator[Case]:
    """Yield the cases of a task: events that hold a gold event's reports, with a toll told."""
    reports = {report.id: report for report in reports_of(bench / task)}
    source = find(readings, f"{task}.readings.jsonl")
    if source is None:
        give_up(f"{readings} holds no {task}.readings.jsonl")
    read = {r.report: r for r in (decode(Reading, each) for each in records(source))}
    groups = list(_groups(task, reports, [read[key] for key in reports if key in read]))
    by_report: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for report in {claim.report for claim in group.claims}:
            by_report[report].append(group)
    path = find(bench / task, "gold.jsonl")
    for gold in records(path) if path is not None else ():
        wanted = set(cast("list[str]", gold["reports"]))
        near = [group for report in sorted(wanted) for group in by_report[report]]
        found = max(near, key=lambda group: (_overlap(group, wanted), group.id), default=None)
        if found is not None and _overlap(found, wanted) >= _MATCHED:
            yield from _cases(task, gold, found, reports)


def _groups(task: str, reports: Mapping[str, Report], read: Sequence[Reading]) -> Iterator[Group]:
    """Link a stream as one; where each event's reports are given, each event alone."""
    if task == "incidents":
        yield from link(tuple(reports.values()), tuple(read), ())
        return
    split = (lambda r: r.report.rpartition("-")[0]) if task == "figures_ged" else _report
    for _, some in groupby(sorted(read, key=split), key=split):
        its = tuple(some)
        yield from link(tuple(reports[each.report] for each in its), its, ())


def _report(reading: Reading) -> str:
    return reading.report


def _overlap(group: Group, wanted: set[str]) -> float:
    held = {claim.report for claim in group.claims}
    return len(held & wanted) / len(held | wanted)


def _cases(
    task: str, gold: Mapping[str, object], group: Group, reports: Mapping[str, Report]
) -> Iterator[Case]:
    claims = sorted(group.claims, key=lambda claim: claim.id)
    sides = Sides.of_group(group)
    traced = trace(group, reports, sides)
    told = mark_withdrawn(told_tolls(claims, reports, traced, sides), claims, reports)
    days = choose_days(core_claims(claims), reports, traced.roots)
    for measure, low, high in _settled(task, gold):
        tolls = wholes(t for t in told if t.measure == measure and not t.withdrawn)
        tolls = tuple(t for t in tolls if t.best is not None or t.low or t.high is not None)
        if tolls and low is not None and high is not None:
            key = f"{task} {gold['id']} {measure}"
            yield Case(key, task, tolls, days.start if days else None, low, high)


def _settled(task: str, gold: Mapping[str, object]) -> Iterator[tuple[str, int | None, int | None]]:
    names = {
        "incidents": {"killed": ("killed", "killed"), "wounded": ("injured", "injured")},
        "airwars": {
            "killed": ("killed_low", "killed_high"),
            "wounded": ("injured_low", "injured_high"),
        },
        "figures_ged": {"killed": ("best", "best")},
    }
    for measure, (low, high) in names[task].items():
        yield measure, cast("int | None", gold.get(low)), cast("int | None", gold.get(high))


def tables(cases: Sequence[Case], errors: Mapping[str, float]) -> Iterator[str]:
    """Yield what docs/models/tolls.md prints: errors and coverage on folds held out."""
    yield "| cases | n | rule | model | " + " | ".join(f"{x:.0%}" for x in LEVELS) + " |"
    by: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        measure = case.tolls[0].measure
        for name in (f"{case.task}, {measure}", weighing.tier_of(case.tolls), "all"):
            by[name].append(case)
    everywhere = {
        level: {case.id: _holds(case, cases, errors, level) for case in cases} for level in LEVELS
    }
    for name, some in sorted(by.items()):
        rule = np.mean([case.missed_by(settle(case.tolls).best or 0) for case in some])
        ours = np.mean([errors[case.id] for case in some])
        held = [100 * np.mean([everywhere[level][case.id] for case in some]) for level in LEVELS]
        shown = " | ".join(f"{x:.1f}" for x in held)
        yield f"| {name} | {len(some)} | {rule:.3f} | {ours:.3f} | {shown} |"


def _holds(case: Case, cases: Sequence[Case], errors: Mapping[str, float], level: float) -> bool:
    """Tell whether the interval, as wide as the other folds ask for, holds the truth."""
    cell = weighing.tier_of(case.tolls)
    others = [
        errors[other.id]
        for other in cases
        if other.fold != case.fold and weighing.tier_of(other.tolls) == cell
    ]
    return errors[case.id] <= conformal(others, level)


def _written(model: Model) -> dict[str, object]:
    def rounded(**fields: float) -> dict[str, float]:
        return {name: round(value, 3) for name, value in fields.items()}

    return {
        "_": "Constants of rashomon/weigh/model.py, made by benchmarks/train_model.py. Bias: the "
        "factor by which such origins tell too many (above 1) or too few; spread: of the logarithm "
        "of what they tell; stray: the share of their tolls that has nothing to do with the true "
        "one; q: the error, in the log of one more, within which 90 of 100 settled cases stayed.",
        "prior": rounded(median=model.prior.median, spread=model.prior.spread),
        "early": rounded(missing=model.missing, days=model.days),
        "sources": {
            name: rounded(bias=each.bias, spread=each.spread, stray=each.stray)
            for name, each in model.sources.items()
        },
        "calibration": {
            name: {"cases": each.cases, "q": each.q} for name, each in model.calibration.items()
        },
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, print the tables, and write the constants where asked to."""
    parser = argparse.ArgumentParser(description="Fit and calibrate the model of tolls.")
    parser.add_argument("--bench", type=Path, required=True, help="folder of the tasks")
    parser.add_argument("--readings", type=Path, required=True, help="TASK.readings.jsonl of each")
    parser.add_argument("--out", type=Path, help="write the constants here")
    args = parser.parse_args(argv)
    cases = [case for task in TASKS for case in cases_of(task, args.bench, args.readings)]
    errors = held_out(cases)
    fitted = replace(fit(cases), calibration=calibrate(cases, errors))
    sys.stdout.write("\n".join(tables(cases, errors)) + "\n")
    text = json.dumps(_written(fitted), indent=1) + "\n"
    sys.stdout.write(text)
    if args.out is not None:
        args.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
