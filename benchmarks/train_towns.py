"""Fit the weights by which a town is judged the one that news is from, and say how they do.

    python -m benchmarks.train_towns --data FOLDER [--out FILE]

FOLDER holds reports.jsonl and gold.jsonl of `incidents`: which reports tell of an incident, and its
city and state. A report of one incident that names a right town among several is an example: a
model of choice (conditional logit) with an L2 penalty. Five folds; reports of one incident stay
together. Needs scipy (`pip install rashomon[train]`); the result does not.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.choice import fit_choice
from benchmarks.inputs import find, give_up, records, reports_of
from rashomon.api import open_reader
from rashomon.lexicon import FALLBACK
from rashomon.read.page import Page, parse
from rashomon.read.places import find_places
from rashomon.read.places.dateline import dateline_of
from rashomon.read.places.towns import clues_in, towns_of
from rashomon.read.places.words import words_of
from rashomon.text.folding import fold
from rashomon.values import Place, identify

__all__ = ["Choice", "choice_of", "fit", "score"]

PENALTY = 3.0  # 1 and 10 are as good within .2 points
FOLDS = 5
Incident = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Choice:
    """The towns of one report: the clues to each, and which of them are right."""

    fold: int
    clues: tuple[dict[str, float], ...]
    right: tuple[bool, ...]


def choice_of(page: Page, places: Sequence[Place], incident: Incident) -> Choice:
    """Make the example of one report from the incident that it tells of."""
    datelines = [place for place in places if dateline_of(page, place)]
    towns = towns_of(page, places, datelines, words_of(page.language))
    clues = clues_in(towns, places)
    return Choice(
        fold=int(identify(str(incident["id"])), 16) % FOLDS,
        clues=tuple(clues[key] for key in towns),
        right=tuple(_is_right(town.first, incident) for town in towns.values()),
    )


def _is_right(place: Place, incident: Incident) -> bool:
    """Tell whether a place is the city of an incident, "Town (Quarter)" by either name."""
    city, _, part = str(incident["city"]).rstrip(")").partition(" (")
    wanted = {_plain(city), _plain(part)} - {"", "county"}
    if part.startswith("county"):
        wanted |= {f"{_plain(city)} county"}
    in_state = fold(place.admin1 or "") == fold(str(incident["state"]))
    return in_state and _plain(place.name) in wanted


def _plain(name: str) -> str:
    """Fold a town's name: "Saint" and "St.", "New York City" and "New York" are one."""
    return re.sub(r"^saint\b", "st", fold(name)).removesuffix(" city")


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Find the weights under which the right towns are likeliest."""
    useful = [each for each in choices if any(each.right) and not all(each.right)]
    names = sorted(useful[0].clues[0])
    clues = np.array([[town[name] for name in names] for each in useful for town in each.clues])
    right = np.array([is_right for each in useful for is_right in each.right])
    found = fit_choice(clues, right, [len(each.right) for each in useful], PENALTY)
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}


def score(choices: Sequence[Choice], weights: Mapping[int, Mapping[str, float]]) -> str:
    """Tell in how many of 100 reports the likeliest town is right, and in how many any is."""
    hits = [each.right[_likeliest(each, weights[each.fold])] for each in choices if each.right]
    best = sum(any(each.right) for each in choices)
    return f"right {100 * sum(hits) / len(choices):.1f}, named {100 * best / len(choices):.1f}"


def _likeliest(choice: Choice, weights: Mapping[str, float]) -> int:
    scores = [sum(weights[clue] * town[clue] for clue in weights) for town in choice.clues]
    return scores.index(max(scores))


def main() -> None:
    """Read the reports, fit with each fold held out, then write the weights of all."""
    parser = argparse.ArgumentParser(description="Fit the weights of the towns of a report.")
    parser.add_argument("--data", type=Path, required=True, help="the folder of incidents")
    parser.add_argument("--out", type=Path, default=Path("rashomon/read/places/towns.json"))
    options = parser.parse_args()
    path = find(options.data, "gold.jsonl")
    if path is None:
        give_up(f"{options.data} holds no gold.jsonl; the benchmark texts are kept elsewhere")
    told = defaultdict[str, list[Incident]](list)
    for incident in records(path):
        for report in incident["reports"]:  # type: ignore[attr-defined]  # a list in the gold file
            told[report].append(incident)
    reader = open_reader()
    reports = [each for each in reports_of(options.data) if len(told[each.id]) == 1]
    choices = [
        choice_of(page, find_places(page, reader.gazetteer), told[page.report.id][0])
        for page in parse(reports, reader.pipelines.of(FALLBACK))
    ]
    held_out = {
        number: fit([each for each in choices if each.fold != number]) for number in range(FOLDS)
    }
    print("held out,", score(choices, held_out))
    weights = fit(choices)
    print("seen,", score(choices, dict.fromkeys(range(FOLDS), weights)))
    data = {"made_by": "benchmarks/train_towns.py", "reports": len(choices), "weights": weights}
    options.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {options.out}: {len(weights)} weights")


if __name__ == "__main__":
    main()
