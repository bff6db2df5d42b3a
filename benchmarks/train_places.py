"""Fit the weights by which a site is judged as the place of an event, and say how they do.

    python -m benchmarks.train_places --data FOLDER [--out FILE]

FOLDER holds reports.jsonl and gold.jsonl of `event_place`: sentences whose event verbs are marked
with the names of where they happened. Every site of a verb's sentence is an example, true if its
characters are marked. Logistic regression with an L2 penalty; clues seen in fewer than `RARE`
examples are left out. Five folds; sentences that begin with the same words stay together, for
much of it was copied. Needs scikit-learn (`pip install rashomon[train]`); the result does not.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.inputs import find, give_up, records, reports_of
from rashomon.api import open_reader
from rashomon.lexicon import FALLBACK
from rashomon.read.page import Page, parse, span_of
from rashomon.read.places import find_places
from rashomon.read.places.clues import clues_of, looks_of
from rashomon.read.places.ranker import Ranker
from rashomon.read.places.sites import sites_of
from rashomon.read.places.words import words_of
from rashomon.values import Place, Span, identify

__all__ = ["Verb", "fit", "score", "verbs_of"]

PENALTY = 0.3  # scikit-learn's C; .1 and 1 are as good within .3 points of F1
RARE = 8
SMALL = 0.05  # weights below are left out: they change no answer
FOLDS = 5
OPENING = 12  # words by which two sentences are known as copies
_WORDS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with the sites of its sentence, the clues to each, and which of them are right."""

    fold: int
    sites: tuple[Span, ...]
    clues: tuple[frozenset[str], ...]
    places: frozenset[Span]


def verbs_of(page: Page, places: Sequence[Place], gold: Mapping[str, object]) -> list[Verb]:
    """Make the examples of one report from its gold: `events` with `verb` and `places`."""
    words = words_of(page.language)
    opening = " ".join(_WORDS.findall(page.content.lower())[:OPENING])
    verbs = []
    for event in gold["events"]:  # type: ignore[attr-defined]  # a list in the gold file
        root = page.tokens(Span(*event["verb"])).root
        here = span_of(root.sent)
        known = [place for place in places if here.holds(place.span)]
        sites = sites_of(page, root.sent, known, words)
        looks = looks_of(page.doc, sites, words)
        own = list(clues_of(root, sites, looks, words))
        verbs.append(
            Verb(
                fold=int(identify(opening), 16) % FOLDS,
                sites=tuple(span_of(page.doc[site.first : site.last]) for site, _ in own),
                clues=tuple(clues for _, clues in own),
                places=frozenset(Span(*place) for place in event["places"]),
            )
        )
    return verbs


def fit(verbs: Sequence[Verb]) -> Ranker:
    """Fit the weights on all sites of `verbs`."""
    seen = Counter(clue for verb in verbs for clues in verb.clues for clue in clues)
    rows = [
        {clue: 1.0 for clue in clues if seen[clue] >= RARE}
        for verb in verbs
        for clues in verb.clues
    ]
    labels = [span in verb.places for verb in verbs for span in verb.sites]
    table = DictVectorizer()
    design = table.fit_transform(rows)
    model = LogisticRegression(C=PENALTY, max_iter=1000).fit(design, labels)
    weights = dict(zip(table.get_feature_names_out(), model.coef_[0], strict=True))
    return Ranker(
        round(float(model.intercept_[0]), 2),
        {clue: round(float(w), 2) for clue, w in sorted(weights.items()) if abs(w) >= SMALL},
    )


def score(verbs: Sequence[Verb], ranker: Callable[[Verb], Ranker], least: float) -> str:
    """Say accuracy and F1 of exact places where a site needs the chance `least`."""
    hits = given = right = 0
    for verb in verbs:
        model = ranker(verb)
        chances = [model.chance(clues) for clues in verb.clues]
        best = int(np.argmax(chances)) if chances else 0
        chosen = verb.sites[best] if chances and chances[best] >= least else None
        given += chosen is not None
        hits += chosen in verb.places
        right += chosen in verb.places or (chosen is None and not verb.places)
    named = sum(bool(verb.places) for verb in verbs)
    f1 = 200 * hits / (given + named)
    return f"least {least}: F1 {f1:.1f}, right {100 * right / len(verbs):.1f} %"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of event_place")
    parser.add_argument("--out", type=Path, default=Path("rashomon/read/places/where.en.json"))
    options = parser.parse_args()
    path = find(options.data, "gold.jsonl")
    if path is None:
        give_up(f"{options.data} holds no gold.jsonl; the benchmark texts are kept elsewhere")
    gold = {record["id"]: record for record in records(path)}
    reader = open_reader()
    pages = parse(reports_of(options.data), reader.pipelines.of(FALLBACK))
    verbs = [
        verb
        for page in pages
        for verb in verbs_of(page, find_places(page, reader.gazetteer), gold[page.report.id])
    ]
    held_out = [fit([verb for verb in verbs if verb.fold != fold]) for fold in range(FOLDS)]
    for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        print("held out,", score(verbs, lambda verb: held_out[verb.fold], least))
    ranker = fit(verbs)
    data = {
        "made_by": "benchmarks/train_places.py",
        "verbs": len(verbs),
        "sites": sum(len(verb.sites) for verb in verbs),
        "right": sum(span in verb.places for verb in verbs for span in verb.sites),
        "bias": ranker.bias,
        "weights": ranker.weights,
    }
    options.out.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8")
    print(f"wrote {options.out}: {len(ranker.weights)} weights")


if __name__ == "__main__":
    main()
