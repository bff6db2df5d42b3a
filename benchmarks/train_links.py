"""Fit the weights by which linking judges two tellings, and say how they do on held-out incidents.

    python -m benchmarks.train_links --data FOLDER [--readings FILE] [--out FILE]

FOLDER holds reports.jsonl and gold.jsonl of labelled incidents. Ridge regression towards weights
set by hand, so that evidence which the training reports never give (parties to a conflict, in
reports of crime) keeps its weight from the literature. Pairs come from the same blocking as in
use. A weight that comes out with the wrong sign is set to 0: more evidence for a link must never
lower its probability. Held out are all incidents of a fifth at a time, with all pairs that touch
their reports.

Measured on the developer incidents (2,072 reports), held out: pairwise F1, LEA and CoNLL of the
whole stream, and of its part incidents_small:

    words alike within 7 days   70.1  82.8  87.7    79.9  76.7  83.6
    fitted, cut at .15          86.7  90.8  93.7    94.0  92.3  94.6
    fitted, cut at .2           87.6  91.1  94.0    94.0  92.3  94.6
    fitted, cut at .25          88.5  91.5  94.3    94.0  92.3  94.6
    fitted, cut at .3           88.3  91.2  94.2    93.5  91.7  94.2

Log loss of pairs: .0390 held out, .0354 on all; without streets and namesakes .0452 held out. The
cut is `_CUT` of `rashomon/link/events.py`. Measured with earlier weights: mixing in the greatest
probability between two groups, three or seven parts in ten, loses one to six points of F1;
learning from misfiled pages .5.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.inputs import find, give_up, records, reports_of
from rashomon.api import open_reader
from rashomon.codec import decode
from rashomon.link.blocks import candidates
from rashomon.link.features import Features, compare
from rashomon.link.judge import forbidden
from rashomon.link.portraits import portray
from rashomon.link.reprints import find_copies
from rashomon.link.tellings import tellings_of
from rashomon.values import Reading, Report, identify

__all__ = ["Pairs", "fit", "held_out", "labelled_pairs"]

# Where to start and where to stay without data: METHODS 3.4, with the signs it implies.
PRIOR = {
    "text": 4.0, "lead": 2.0, "cross": 3.0, "title": 2.0, "copied": 4.0,
    "names": 0.3, "name_share": 2.0, "rarest": 3.0, "person": 1.5,
    "ages": 1.0, "other_age": -1.0, "other_hour": -1.0, "street": 1.0, "other_street": -1.0,
    "numerals": 0.5, "other_numerals": -0.2, "outlet": -0.2,
    "soon": 1.0, "later": 1.0, "apart": -0.5, "undated": 0.5, "same_day": 1.0, "other_day": -2.5,
    "place": 2.0, "other_place": -2.0, "far": -3.0, "namesake": 1.0,
    "kind": 0.5, "parties": 1.2, "other_parties": -1.0, "tolls": 0.3, "other_toll": -0.25,
}  # fmt: skip
BIAS = -8.0
UNTAUGHT = ("parties", "other_parties")  # sides in reports of crime are misreadings: kept as set
STRENGTH = 1.0  # how many pairs the prior weighs, roughly
MISFILED = 0.02  # probability below which a true pair is not learnt from
FOLDS = 5

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The features of candidate pairs, whether each is true, and the fold of either report."""

    rows: Matrix
    labels: Matrix
    folds: Matrix

    def __getitem__(self, chosen: NDArray[np.bool_]) -> Pairs:
        """Take some of the pairs."""
        return Pairs(self.rows[chosen], self.labels[chosen], self.folds[chosen])


def labelled_pairs(
    reports: Sequence[Report], readings: Sequence[Reading], gold: Iterable[Mapping[str, object]]
) -> Pairs:
    """Label every candidate pair of main tellings that no rule forbids.

    Says on the way which share of the true pairs is compared at all, and of all pairs is not.
    """
    incidents: defaultdict[str, set[str]] = defaultdict(set)
    for incident in gold:
        for report in incident["reports"]:  # type: ignore[attr-defined]  # a list in the gold file
            incidents[report].add(str(incident["id"]))
    by_id = {reading.report: reading for reading in readings}
    portraits = [
        portray(telling)
        for report in sorted(reports, key=lambda report: report.id)
        for telling in tellings_of(report, by_id[report.id])[:1]
    ]
    copied = {frozenset((c.report, c.original)): c.overlap for c in find_copies(reports)}
    compared = candidates(portraits, copied)
    names = [portrait.report for portrait in portraits]
    _report_keys([(names[i], names[j]) for i, j in compared], incidents, len(names))
    rows, labels, folds = [], [], []
    for i, j in compared:
        left, right, pair = portraits[i], portraits[j], (names[i], names[j])
        features = compare(left, right, copied.get(frozenset(pair), 0.0))
        if forbidden(left, right, features) is None:
            rows.append(features.row())
            labels.append(bool(incidents[pair[0]] & incidents[pair[1]]))
            folds.append([_fold(incidents[report], report) for report in pair])
    return Pairs(np.array(rows), np.array(labels, dtype=float), np.array(folds))


def _report_keys(
    compared: Sequence[tuple[str, str]], incidents: Mapping[str, set[str]], size: int
) -> None:
    """Print the pair completeness and the reduction of the candidate keys."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for report, names in incidents.items():
        for name in names:
            members[name].add(report)
    true = {pair for group in members.values() for pair in combinations(sorted(group), 2)}
    found = len(true & {(min(pair), max(pair)) for pair in compared})
    kept = 100 * (1 - len(compared) / (size * (size - 1) / 2))
    print(
        f"keys: {found} of {len(true)} true pairs compared ({100 * found / len(true):.1f} %), "
        f"{kept:.2f} % of all pairs never"
    )


def _fold(incidents: Iterable[str], report: str) -> int:
    """Put all reports of an incident into one fold; one in several goes with the smallest id."""
    return int(identify(min(incidents, default=report)), 16) % FOLDS


def held_out(pairs: Pairs) -> Matrix:
    """Return the chance of every pair, fitted without the fold of its first report."""
    chances = np.empty(len(pairs.labels))
    for fold in range(FOLDS):
        weights, bias = fit(pairs[(pairs.folds != fold).all(axis=1)])
        tested = pairs.folds[:, 0] == fold
        chances[tested] = _chance(pairs.rows[tested] @ weights + bias)
    return chances


def _chance(scores: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-np.clip(scores, -50, 50)))


def fit(pairs: Pairs) -> tuple[Matrix, float]:
    """Fit the weights twice, the second time without true pairs that look misfiled.

    Some archived pages hold another story than the one they are filed under.
    """
    weights, bias = _fit(pairs)
    misfiled = (pairs.labels > 0) & (_chance(pairs.rows @ weights + bias) < MISFILED)
    return _fit(pairs[~misfiled])


def _fit(pairs: Pairs) -> tuple[Matrix, float]:
    """Fit the weights; return them and the bias. Wrong signs go one by one, the worst first."""
    prior = np.array([*PRIOR.values(), BIAS])
    design = np.hstack([pairs.rows, np.ones((len(pairs.rows), 1))])
    design[:, [list(PRIOR).index(name) for name in UNTAUGHT]] = 0.0
    spread = design.std(axis=0)
    free = np.ones(len(prior), dtype=bool)
    while True:
        weights = _newton(design, pairs.labels, np.where(free, prior, 0.0), free)
        wrong = np.where(free & (weights * prior < 0), np.abs(weights) * spread, 0.0)
        wrong[-1] = 0.0
        if not wrong.any():
            return weights[:-1], float(weights[-1])
        free[wrong.argmax()] = False


def _newton(design: Matrix, labels: Matrix, prior: Matrix, free: NDArray[np.bool_]) -> Matrix:
    """Minimise the penalised log loss, halving each step until it lowers the loss."""
    columns, start = design[:, free], prior[free]

    def loss(weights: Matrix) -> float:
        scores = columns @ weights
        fit = np.logaddexp(0, scores) - labels * scores
        return float(fit.sum() + STRENGTH / 2 * ((weights - start) ** 2).sum())

    weights = start.copy()
    for _ in range(100):
        chance = _chance(columns @ weights)
        slope = columns.T @ (labels - chance) - STRENGTH * (weights - start)
        curve = (columns * (chance * (1 - chance))[:, None]).T @ columns
        step = np.linalg.solve(curve + STRENGTH * np.eye(len(start)), slope)
        while np.abs(step).max() > 1e-6 and loss(weights + step) > loss(weights):  # noqa: PLR2004
            step /= 2
        weights = weights + step
        if np.abs(step).max() <= 1e-6:  # noqa: PLR2004  converged
            break
    full = prior.copy()
    full[free] = weights
    return full


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a folder of labelled incidents")
    parser.add_argument("--readings", type=Path, help="readings made before; read anew without")
    parser.add_argument("--out", type=Path, default=Path("rashomon/link/weights.json"))
    options = parser.parse_args()
    gold = find(options.data, "gold.jsonl")
    if gold is None:
        give_up(f"{options.data} holds no gold.jsonl; the benchmark texts are kept elsewhere")
    reports = list(reports_of(options.data))
    readings = (
        [decode(Reading, record) for record in records(options.readings)]
        if options.readings
        else list(open_reader().read(reports))
    )
    pairs = labelled_pairs(reports, readings, records(gold))
    by_hand = _chance(pairs.rows @ np.array(list(PRIOR.values())) + BIAS)
    _report("set by hand", by_hand, pairs.labels)
    tested = held_out(pairs)
    _report("fitted, held out", tested, pairs.labels)
    _report_reliability(tested, pairs.labels)
    weights, bias = fit(pairs)
    _report("fitted on all", _chance(pairs.rows @ weights + bias), pairs.labels)
    names = [field.name for field in fields(Features)]
    data = {
        "made_by": "benchmarks/train_links.py",
        "pairs": len(pairs.labels),
        "true": int(pairs.labels.sum()),
        "bias": round(bias, 3),
        "weights": {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)},
    }
    options.out.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {options.out}")


def _report(name: str, chances: Matrix, labels: Matrix) -> None:
    """Print the mean log loss, and the F1 of pairs that are linked at even odds."""
    truth = np.where(labels > 0, chances, 1 - chances)
    linked = chances >= 0.5  # noqa: PLR2004  even odds
    right = float(labels[linked].sum())
    f1 = 200 * right / (linked.sum() + labels.sum())
    print(f"{name}: log loss {-np.log(truth).mean():.4f}, F1 of pairs {f1:.1f}")


def _report_reliability(chances: Matrix, labels: Matrix) -> None:
    """Print for ten bins how likely links were said to be and were, and the mean gap."""
    bins = np.minimum((chances * 10).astype(int), 9)
    gaps = 0.0
    for number in np.unique(bins):
        inside = bins == number
        said, true = chances[inside].mean(), labels[inside].mean()
        gaps += inside.sum() * abs(said - true)
        print(f"  {number / 10:.1f} {inside.sum():6} pairs: said {said:.3f}, true {true:.3f}")
    print(f"  expected calibration error {gaps / len(labels):.4f}")


if __name__ == "__main__":
    main()
