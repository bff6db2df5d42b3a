"""Choose which words of happenings say nothing alone, for `lexicon/en/screen.yml`.

    python -m benchmarks.choose_screen --data ../shared/bench/data --readings FOLDER --out FILE

FOLDER holds the readings of `benchmarks.run`, one TASK.jsonl a task. A report passes the screen by
any form of the lexicon that is not left out; forms are kept one by one, those first that let in
the most claims of violence and protest for each report without any, until at most a share of
claims is lost; so are forms that few reports without claims hold. Every collection weighs the same.
Measured first on each collection with the words chosen on the others.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.inputs import give_up, records, reports_of
from rashomon.lexicon import KINDS
from rashomon.read.screen import forms_of
from rashomon.text.shadow import shadow

__all__ = ["choose", "main"]

TASKS = ("attribution", "times", "places", "isaf", "muc", "event_place", "kinds", "police")
_LOST = 0.0003  # share of claims that may be lost where the words were chosen
_RARE = 0.002  # share of reports without a claim below which a form costs nothing
_MILD = 0.15  # share of a form's reports that have no claim below which it speaks of violence
_DOUBT = 0.5  # reports without a claim that every form is taken to have besides those seen
_HEADER = """\
# Forms of the words of happenings.yml that are so common in reports without violence or protest
# that alone they send no report to the reader (`--only-violence`). Chosen by
# benchmarks/choose_screen.py on {tasks} public collections; a form that is not here does send it.
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One report: its task, the forms of happenings in it, its claims of violence or protest."""

    task: str
    forms: frozenset[str]
    claims: int


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    forms = forms_of("en")
    seen = [each for task in TASKS for each in _seen(task, options.data, options.readings, forms)]
    for task in TASKS:
        kept = choose([each for each in seen if each.task != task], forms)
        _measure(task, [each for each in seen if each.task == task], kept)
    common = forms - choose(seen, forms)
    common &= frozenset().union(*(each.forms for each in seen))
    lines = textwrap.wrap(", ".join(sorted(f'"{form}"' for form in common)), 96)
    body = "common: [\n" + "".join(f"  {line}\n" for line in lines) + "]\n"
    options.out.write_text(_HEADER.format(tasks=len(TASKS)) + body, encoding="utf-8")
    print(f"{len(common)} of {len(forms)} forms left out")


def choose(seen: Sequence[Seen], forms: frozenset[str]) -> frozenset[str]:
    """Return the forms by which a report passes."""
    order = sorted(forms)
    index = {form: at for at, form in enumerate(order)}
    holds = np.zeros((len(seen), len(order)), dtype=np.float32)
    for row, each in enumerate(seen):
        holds[row, [index[form] for form in each.forms]] = 1
    claims = np.array([each.claims for each in seen], dtype=np.float32)
    free = (claims == 0).astype(np.float32)
    task = np.array([each.task for each in seen])
    for name in set(task):
        claims[task == name] /= max(claims[task == name].sum(), 1)
    without = free @ holds
    kept = (without < _RARE * free.sum()) | (without < _MILD * holds.sum(axis=0))
    waiting = holds[:, kept].sum(axis=1) == 0
    while claims[waiting].sum() > _LOST * claims.sum():
        gain = (claims * waiting) @ holds
        worth = gain / ((free * waiting) @ holds + _DOUBT)
        best = int(worth.argmax())
        if not gain[best]:
            break
        kept[best] = True
        waiting &= holds[:, best] == 0
    return frozenset(form for form, keep in zip(order, kept, strict=True) if keep)


def _seen(task: str, data: Path, readings: Path, forms: frozenset[str]) -> Iterable[Seen]:
    path = readings / f"{task}.jsonl"
    if not path.is_file():
        give_up(f"no {path}: run benchmarks.run --tasks {task} --out {readings}")
    found = {str(reading["report"]): _count(reading["claims"]) for reading in records(path)}
    for report in reports_of(data / task):
        if report.id in found:
            words = re.findall(r"[^\W\d_]+", shadow(report.content).lower())
            yield Seen(task, forms.intersection(words), found[report.id])


def _count(claims: object) -> int:
    """Count claims of violence or protest that are no denial and no threat."""
    return sum(
        claim["reality"] in {"actual", "planned"}
        and any(
            sought in KINDS[claim["kind"]].disorder_type
            for sought in ("violence", "Demonstrations")
        )
        for claim in (claims if isinstance(claims, list) else ())
    )


def _measure(task: str, seen: Sequence[Seen], kept: frozenset[str]) -> None:
    passed = [bool(kept & each.forms) for each in seen]
    claims = sum(each.claims for each in seen)
    found = sum(each.claims for each, passes in zip(seen, passed, strict=True) if passes)
    free = [passes for each, passes in zip(seen, passed, strict=True) if not each.claims]
    print(
        f"{task:12} {found / max(claims, 1):.4f} of {claims} claims found; "
        f"{1 - sum(free) / max(len(free), 1):.2f} of {len(free)} reports without one screened out",
        flush=True,
    )


if __name__ == "__main__":
    main()
