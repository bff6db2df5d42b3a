"""Predict and score every task of a data folder, and print the table of RESULTS.md.

    python -m benchmarks.run --data ../shared/bench/data --out out/bench
        [--tasks times places] [--limit N]

The scorers stand beside the data folder (score.py, score_events.py). With --limit only the first N
reports of each task are read and only their gold is scored.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.floors import measures
from benchmarks.inputs import find, give_up, records
from benchmarks.predict import PREDICTORS, READING_TASKS, WITH_READINGS, beside, predict

__all__ = ["main", "score_task"]

_SCORED_AS = {"incidents_small": "incidents"}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a folder of one folder a task")
    parser.add_argument("--out", type=Path, required=True, help="where predictions and scores go")
    parser.add_argument("--tasks", nargs="+", choices=PREDICTORS, default=list(PREDICTORS))
    parser.add_argument("--limit", type=int, help="read only the first N reports of each task")
    parser.add_argument("--scorers", type=Path, help="the folder of score.py (default: above DATA)")
    options = parser.parse_args()
    if not options.data.is_dir():
        give_up(f"{options.data} is absent: the benchmark texts are not part of this project")
    scorers = options.scorers or options.data.parent
    for task in options.tasks:
        folder = options.data / task
        if not folder.is_dir():
            print(f"{task}: no folder {folder}, left out")
            continue
        scores = score_task(task, folder, options.out, scorers, options.limit)
        for name, value in measures(scores).items():
            print(f"  {name:60} {value:.2f}", flush=True)


def score_task(
    task: str, folder: Path, out: Path, scorers: Path, limit: int | None = None
) -> dict[str, object]:
    """Predict and score one task; leave predictions and scores in `out`.

    The scores tell besides how many seconds the predictions took and, where only the first reports
    were read, how many.
    """
    if limit:
        folder = _cut(folder, out / "limited" / task, limit)
    started = time.perf_counter()
    predictions = out / f"{task}.jsonl"
    count = predict(task, folder, predictions)
    seconds = time.perf_counter() - started
    print(f"\n{task}: {count} predictions in {seconds:.0f} s", flush=True)
    scores = _score(scorers, task, folder, predictions) | {"seconds": seconds, "limit": limit}
    (out / f"{task}.scores.json").write_text(json.dumps(scores, indent=1), encoding="utf-8")
    return scores


def _score(scorers: Path, task: str, folder: Path, predictions: Path) -> dict[str, object]:
    program = scorers / ("score.py" if task in READING_TASKS else "score_events.py")
    if not program.is_file():
        give_up(f"no scorer {program}; name its folder with --scorers")
    gold = find(folder, "gold.jsonl")
    if gold is None:
        give_up(f"{folder} holds no gold.jsonl to score against")
    done = subprocess.run(  # noqa: S603  our own interpreter on a scorer the caller named
        [
            sys.executable,
            program,
            _SCORED_AS.get(task, task),
            "--gold",
            gold,
            "--pred",
            predictions,
            *(["--readings", beside(predictions)] if task in WITH_READINGS else ()),
            "--json",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        give_up(f"{program.name} {task} ended with {done.returncode}: {done.stderr.strip()}")
    scores = json.loads(done.stdout)
    return scores if isinstance(scores, dict) else {"scores": scores}


def _cut(folder: Path, target: Path, limit: int) -> Path:
    """Copy the first `limit` reports of a task, and the gold that speaks only of them."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    source = find(folder, "reports.jsonl")
    if source is None:
        return folder
    kept = [record for _, record in zip(range(limit), records(source), strict=False)]
    ids = {record["id"] for record in kept}
    _write(target / "reports.jsonl", kept)
    for name in ("mentions.jsonl", "gold.jsonl"):
        path = find(folder, name)
        if path is not None:
            about_kept = [each for each in records(path) if _speaks_of(each, ids)]
            _write(target / name, about_kept)
            ids |= {each["id"] for each in about_kept}  # the gold of mentions names only them
    return target


def _speaks_of(record: dict[str, object], ids: set[object]) -> bool:
    reports = record.get("reports", [record.get("report", record.get("id"))])
    return isinstance(reports, list) and all(report in ids for report in reports)


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
