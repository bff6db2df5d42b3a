"""Fit the weights by which mentions of happenings are judged to mean one event.

    python -m benchmarks.train_mentions --data FOLDER [--held-out FILE] [--out FILE]

FOLDER holds reports.jsonl, mentions.jsonl and gold.jsonl. Two logistic regressions, for mentions of
one report and of two, over plain evidence, the pair of the words and that of their families. Names
and phrases have no weight of their own. Held out are all reports that share gold events, a fifth at
a time; their clusters go to --held-out, for the benchmark's scorer. Needs `pip install
rashomon[train]`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]  # it has no types
from sklearn.linear_model import LogisticRegression

from benchmarks.inputs import find, give_up, records, reports_of
from benchmarks.predict import mention_of
from rashomon.link.cluster import agglomerate
from rashomon.link.likeness import evidence, pairs_of
from rashomon.link.mentions import CUT, gather, sighting_pairs
from rashomon.link.sightings import Sighting
from rashomon.values import identify

__all__ = ["Judged", "fit", "folds_of"]

FOLDS = 5
STRENGTH = 1.0  # the inverse of the penalty; .1 costs .1 to .8 points of CoNLL F1
SEEN = 15  # pairs of words or of families seen fewer times have no weight
LEAST = 0.02  # smaller weights are left out

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of mentions of one report, or of two, with their evidence and whether they are one."""

    names: tuple[str, ...]
    rows: Vector
    words: NDArray[np.str_]  # two columns, of `pairs_of`
    labels: Vector
    indices: NDArray[np.int64]

    def __getitem__(self, chosen: NDArray[np.bool_]) -> Judged:
        """Take some of the pairs."""
        return Judged(
            self.names,
            self.rows[chosen],
            self.words[chosen],
            self.labels[chosen],
            self.indices[chosen],
        )


@dataclass(frozen=True, slots=True)
class Fitted:
    """A regression: what is stored of it."""

    bias: float
    evidence: dict[str, float]
    pairs: dict[str, float]

    def chances(self, judged: Judged) -> Vector:
        """Return the chance of every pair."""
        scores = judged.rows @ np.array([self.evidence[name] for name in judged.names]) + self.bias
        own = [sum(self.pairs.get(pair, 0.0) for pair in pairs) for pairs in judged.words.tolist()]
        scores += np.array(own)
        return np.asarray(1 / (1 + np.exp(-scores)), dtype=float)


def fit(judged: Judged, known: Iterable[str]) -> Fitted:
    """Fit one regression; `known` are the words and families that may have a weight."""
    allowed = set(known)
    counts = Counter(judged.words.ravel().tolist())
    pairs = sorted(
        pair
        for pair, count in counts.items()
        if count >= SEEN and allowed.issuperset(pair.split(" | " if " | " in pair else "|"))
    )
    columns = {pair: index for index, pair in enumerate(pairs)}
    marks = [
        (row, columns[pair])
        for row, both in enumerate(judged.words.tolist())
        for pair in both
        if pair in columns
    ]
    places = tuple(np.array(marks).T)
    ones = csr_matrix((np.ones(len(marks)), places), shape=(len(judged.labels), len(pairs)))
    mean, spread = judged.rows.mean(axis=0), judged.rows.std(axis=0) + 1e-9
    design = hstack([csr_matrix((judged.rows - mean) / spread), ones]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(design, judged.labels)
    weights = model.coef_[0][: len(mean)] / spread
    own = zip(pairs, model.coef_[0][len(mean) :], strict=True)
    return Fitted(
        bias=round(float(model.intercept_[0] - weights @ mean), 3),
        evidence={n: round(float(w), 3) for n, w in zip(judged.names, weights, strict=True)},
        pairs={pair: round(float(weight), 2) for pair, weight in own if abs(weight) >= LEAST},
    )


def folds_of(sightings: Sequence[Sighting], gold: dict[str, str]) -> NDArray[np.int64]:
    """Number the fold of each mention: reports that share two gold events stay together."""
    by_event: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        by_event[gold[sighting.mention.id]].add(sighting.mention.report)
    shared = Counter((a, b) for found in by_event.values() for a in found for b in found if a < b)
    home = {sighting.mention.report: sighting.mention.report for sighting in sightings}

    def root(report: str) -> str:
        while home[report] != report:
            report = home[report]
        return report

    for (a, b), count in sorted(shared.items()):
        if count > 1:
            home[root(b)] = root(a)
    return np.array([int(identify(root(s.mention.report)), 16) % FOLDS for s in sightings])


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a folder of labelled mentions")
    parser.add_argument("--held-out", type=Path, help="where to write the held-out clusters")
    parser.add_argument("--out", type=Path, default=Path("rashomon/link/mentions.json"))
    options = parser.parse_args()
    paths = [find(options.data, name) for name in ("mentions.jsonl", "gold.jsonl")]
    if paths[0] is None or paths[1] is None:
        give_up(f"{options.data} holds no mentions.jsonl and gold.jsonl; give --data a folder")
    reports = {report.id: report for report in reports_of(options.data)}
    mentions = [mention_of(record) for record in records(paths[0])]
    gold = {str(record["id"]): str(record["cluster"]) for record in records(paths[1])}
    sightings, near = gather(reports, mentions)
    rows: dict[bool, list[tuple[dict[str, float], tuple[str, str], bool, tuple[int, int]]]] = {
        True: [],
        False: [],
    }
    for i, j, between in sighting_pairs(sightings, near):
        left, right = sightings[i], sightings[j]
        same = gold[left.mention.id] == gold[right.mention.id]
        seen = evidence(left, right, between)
        rows[between is None].append((seen, pairs_of(left, right), same, (i, j)))
    judged = {
        "within" if within else "across": Judged(
            tuple(found[0][0]),
            np.array([list(row[0].values()) for row in found]),
            np.array([row[1] for row in found]),
            np.array([row[2] for row in found], dtype=float),
            np.array([row[3] for row in found]),
        )
        for within, found in rows.items()
    }
    known = _known(sightings)
    if options.held_out:
        _write_held_out(options.held_out, sightings, judged, folds_of(sightings, gold), known)
    data: dict[str, object] = {"made_by": "benchmarks/train_mentions.py"}
    for name, pairs in judged.items():
        model = fit(pairs, known)
        data[name] = {"bias": model.bias, "evidence": model.evidence, "pairs": model.pairs}
        print(f"{name}: {len(pairs.labels)} pairs, {int(pairs.labels.sum())} of one event")
    options.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {options.out}")


def _known(sightings: Iterable[Sighting]) -> set[str]:
    """List the single words in small letters and their families: no names, and no phrases."""
    plain = {each for s in sightings if s.mention.text.islower() for each in (s.words, s.family)}
    return {word for word in plain if " " not in word} | {""}


def _write_held_out(
    path: Path,
    sightings: Sequence[Sighting],
    judged: dict[str, Judged],
    folds: NDArray[np.int64],
    known: set[str],
) -> None:
    """Cluster all mentions with weights that never saw their events, and write the clusters."""
    chances: dict[tuple[int, int], float] = {}
    for pairs in judged.values():
        left, right = folds[pairs.indices[:, 0]], folds[pairs.indices[:, 1]]
        for fold in range(FOLDS):
            model = fit(pairs[(left != fold) & (right != fold)], known)
            tested = pairs[left == fold]
            for (i, j), p in zip(tested.indices.tolist(), model.chances(tested), strict=True):
                chances[i, j] = float(p)
            print(f"fold {fold} done", flush=True)
    with path.open("w", encoding="utf-8") as file:
        for number, group in enumerate(agglomerate(len(sightings), chances, (), CUT)[0]):
            for index in group:
                line = {"id": sightings[index].mention.id, "cluster": str(number)}
                file.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
