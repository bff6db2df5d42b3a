"""Fit the weights by which the day of a report's news is chosen, and say how they do.

    python -m benchmarks.train_days --data FOLDER... [--out FILE]

A FOLDER holds reports.jsonl and gold.jsonl of `incidents` or of `isaf`. An example is a report of
one incident, with the clues to each day on which its news can be; the right one is the incident's.
Logistic choice among the days of a report with an L2 penalty; clues of fewer than `RARE` reports
are left out. Five folds, reports of one incident together. Needs scipy (`pip install
rashomon[train]`); the result does not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import numpy as np
from spacy.language import Language

from benchmarks.choice import fit_choice
from benchmarks.inputs import find, give_up, records, reports_of
from rashomon.api import open_reader
from rashomon.lexicon import FALLBACK
from rashomon.read.happenings import find_happenings
from rashomon.read.page import parse
from rashomon.read.times import find_times
from rashomon.read.times.dating import news_clues
from rashomon.read.times.ranker import Ranker
from rashomon.values import identify

__all__ = ["Example", "fit", "main"]

PENALTY = 1.0  # half and twice of it are as good within .2 points
RARE = 8
FOLDS = 5
_LEVELS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Example:
    """A report of a task: the clues to each of its days, and the day of its incident."""

    task: str
    fold: int
    clues: Mapping[date, frozenset[str]]
    truth: date


def examples_of(folder: Path, pipeline: Language) -> Iterator[Example]:
    """Yield an example for each report of exactly one incident."""
    gold = find(folder, "gold.jsonl")
    if gold is None:
        give_up(f"{folder} holds no gold.jsonl; the benchmark texts are kept elsewhere")
    told: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for incident in records(gold):
        key, day = str(incident["id"]), incident.get("date") or incident.get("start_date")
        for report in cast("list[str]", incident.get("reports", [key])):
            told[report].append((key, str(day or "")[:10]))
    for page in parse(reports_of(folder), pipeline):
        found = told.get(page.report.id, [])
        if len(found) == 1 and found[0][1]:
            incident_id, day = found[0]
            triggers = [each.trigger for each in find_happenings(page)]
            clues = news_clues(page, triggers, find_times(page))
            yield Example(
                folder.name,
                int(identify("fold", incident_id), 16) % FOLDS,
                {at: frozenset(said) for at, said in clues.items()},
                date.fromisoformat(day),
            )


def fit(examples: Sequence[Example]) -> Ranker:
    """Fit the weights on the examples whose day is among those that are told."""
    some = [each for each in examples if each.truth in each.clues]
    seen = Counter(clue for each in some for clue in frozenset().union(*each.clues.values()))
    names = sorted(clue for clue, count in seen.items() if count >= RARE)
    columns = {name: at for at, name in enumerate(names)}
    days = [(each, day) for each in some for day in sorted(each.clues)]
    design = np.zeros((len(days), len(names)))
    for row, (each, day) in enumerate(days):
        for clue in each.clues[day] & columns.keys():
            design[row, columns[clue]] = 1.0
    right = np.array([each.truth == day for each, day in days])
    found = fit_choice(design, right, [len(each.clues) for each in some], 2 * PENALTY)
    return Ranker({name: round(float(w), 2) for name, w in zip(names, found, strict=True)})


def tables(examples: Sequence[Example]) -> Iterator[str]:
    """Yield how often the likeliest day is right on folds held out, by how likely it seemed."""
    judged = []
    for fold in range(FOLDS):
        ranker = fit([each for each in examples if each.fold != fold])
        for each in examples:
            chances = ranker.chances(each.clues) if each.fold == fold else {}
            if chances:
                best = max(chances, key=lambda day: chances[day])
                judged.append((each.task, chances[best], abs((best - each.truth).days)))
    for task in sorted({task for task, *_ in judged}):
        away = np.array([days for name, _, days in judged if name == task])
        exact, near = 100 * np.mean(away == 0), 100 * np.mean(away <= 1)
        yield f"{task}: {len(away)} reports held out, {exact:.1f} % right, {near:.1f} % in a day"
    for low, high in zip(_LEVELS, (*_LEVELS[1:], 2.0), strict=True):
        some = [days == 0 for _, chance, days in judged if low <= chance < high]
        if some:
            yield f"chance from {low}: {len(some)} reports, {100 * np.mean(some):.1f} % right"


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, print how it does, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="folders of tasks")
    parser.add_argument("--out", type=Path, default=Path("rashomon/read/times/news.en.json"))
    options = parser.parse_args(argv)
    pipeline = open_reader().pipelines.of(FALLBACK)
    examples = [each for folder in options.data for each in examples_of(folder, pipeline)]
    print("\n".join(tables(examples)))
    ranker = fit(examples)
    data = {
        "made_by": "benchmarks/train_days.py",
        "reports": len(examples),
        "weights": {name: weight for name, weight in ranker.weights.items() if weight},
    }
    options.out.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8")
    print(f"wrote {options.out}: {len(ranker.weights)} weights")


if __name__ == "__main__":
    main()
