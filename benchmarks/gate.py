"""Compare scores with what was reached before; a number that falls is a failure.

    python -m benchmarks.gate --data ../shared/bench/data [--out DIR | --scores DIR]
        [--seeds ../shared/seeds] [--tasks times places seeds] [--write]

Every task is read and scored anew (hours, all of them), unless --scores names a folder where
benchmarks.run has left its *.scores.json. The founding reports are always read anew (a minute).
--write raises the floors of benchmarks/floors.json to what was measured; none is ever lowered by a
program. How long a task took is told and never judged.

Exit status: 0 every floor holds, 1 one fell, 2 wrong usage, 3 none fell but something could not be
compared: the data, the scores or a measure are absent, the gold is another, the reading was cut.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import seeds
from benchmarks.floors import FLOORS, TOLERANCE, Floors, Row, compare, digest, load, raised, save
from benchmarks.inputs import give_up
from benchmarks.run import score_task

__all__ = ["main"]

_SEEDS = "seeds"
_FELL, _ABSENT = 1, 3


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A task against its floors: rows, or the reason why there are none."""

    task: str
    rows: tuple[Row, ...] = ()
    why: str | None = None
    scores: Mapping[str, object] | None = None
    gold: str | None = None


def main() -> None:
    """Run from the command line."""
    options = _options()
    floors = load(options.floors)
    if unknown := set(options.tasks or ()) - set(floors):
        give_up(f"{options.floors} has no floors for {', '.join(sorted(unknown))}")
    print(f"{'measure':90} {'floor':>6} {'now':>6}")
    outcomes = []
    for task in options.tasks or floors:
        outcome = _outcome(task, floors[task], options)
        outcomes.append(outcome)
        for line in _lines(outcome):
            print(line, flush=True)
    if options.write:
        reached = {each.task: _raised(floors[each.task], each) for each in outcomes}
        save(floors | reached, options.floors)
    sys.exit(_status(outcomes))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a folder of one folder a task")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--out", type=Path, default=Path("out/gate"), help="where scores go")
    where.add_argument("--scores", type=Path, help="a folder of scores that benchmarks.run made")
    parser.add_argument("--seeds", type=Path, help="the founding reports (default: beside DATA)")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    parser.add_argument("--tasks", nargs="+", help="default: all that have floors")
    parser.add_argument("--write", action="store_true", help="raise the floors to what is measured")
    options = parser.parse_args()
    options.seeds = options.seeds or options.data.parent.parent / "seeds"
    return options


def _outcome(task: str, floors: Floors, options: argparse.Namespace) -> _Outcome:
    folder = options.seeds if task == _SEEDS else options.data / task
    gold = digest(folder)
    if gold is not None and floors.gold not in (None, gold):
        return _Outcome(task, why=f"the gold in {folder} is not the one the floors were made on")
    if task == _SEEDS:
        scores = seeds.measure(folder) if gold else None
        why = f"no founding reports in {folder}"
    elif options.scores:
        path = options.scores / f"{task}.scores.json"
        scores = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        why = f"no {path}"
    else:
        scores = score_task(task, folder, options.out, options.data.parent) if gold else None
        why = f"no gold in {folder}: the benchmark texts are not part of this project"
    if scores is None:
        return _Outcome(task, why=why)
    if scores.get("limit"):
        return _Outcome(task, why=f"scored on the first {scores['limit']} reports only")
    return _Outcome(task, compare(task, floors, scores), scores=scores, gold=gold)


def _raised(floors: Floors, outcome: _Outcome) -> Floors:
    return raised(floors, outcome.scores, outcome.gold) if outcome.scores else floors


def _lines(outcome: _Outcome) -> Iterator[str]:
    if outcome.why:
        yield f"{outcome.task}: NOT COMPARED, {outcome.why}"
        return
    seconds = (outcome.scores or {}).get("seconds")
    yield outcome.task + (f" (predicted in {seconds:.0f} s)" if isinstance(seconds, float) else "")
    for row in outcome.rows:
        now = "     -" if row.now is None else f"{row.now:6.2f}"
        yield f"  {row.measure:88} {row.floor:6.1f} {now}  {row.verdict}"


def _status(outcomes: Sequence[_Outcome]) -> int:
    verdicts = [row.verdict for outcome in outcomes for row in outcome.rows]
    fell, lacking = verdicts.count("FELL"), verdicts.count("absent")
    left_out = sum(outcome.why is not None for outcome in outcomes)
    print(
        f"\n{len(verdicts)} measures: {fell} fell by more than {TOLERANCE} points, "
        f"{verdicts.count('above')} are above their floor, {lacking} are absent; "
        f"{left_out} of {len(outcomes)} tasks were not compared"
    )
    return _FELL if fell else _ABSENT if left_out or lacking else 0


if __name__ == "__main__":
    main()
