"""Time linking against the number of reports, on made readings (`benchmarks/made.py`).

    python -m benchmarks.scale [--sizes 1000 10000 100000] [--plot benchmarks/scale.svg]

For each size a store is filled, all its reports are linked, and twenty more are added one by one.
Prints the seconds of linking and of weighing, the growth of linking (the power of the size with
which its time has grown since the size before; 1 is linear), the median and the longest time in
which one more report was linked, weighed and stored, the peak of memory and the size of the store.
"""

from __future__ import annotations

import argparse
import math
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.made import made
from benchmarks.plot import plot
from rashomon.link import take_in
from rashomon.pipeline import link_all, settle
from rashomon.store import Store
from rashomon.weigh import DEFAULT

__all__ = ["Timed", "main", "time_linking"]

_MORE = 20


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one size took; times in seconds, memory and store in megabytes."""

    reports: int
    events: int
    linking: float
    weighing: float
    one_more: tuple[float, ...]
    memory: float
    store: float


def time_linking(size: int, folder: Path) -> Timed:
    """Fill a store with `size` reports, link them, and add some more one by one."""
    path = folder / f"{size}.db"
    with Store.open(path) as store:
        names = _fill(store, size + _MORE)
        first, more = names[:size], names[size:]
        linking, weighing, events = _link_all(store, first)
        one_more = tuple(_link_one(store, name) for name in more)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Timed(size, events, linking, weighing, one_more, peak, path.stat().st_size / 2**20)


def _fill(store: Store, size: int) -> list[str]:
    """Put made reports into a store with their readings; return their ids as they were made."""
    reports, readings = made(size)
    store.add(reports)
    store.save(readings, "made")
    return [report.id for report in reports]


def _link_all(store: Store, names: list[str]) -> tuple[float, float, int]:
    """Link all at once, as a first run does.

    Returns:
        The seconds of linking and storing the links, those of weighing and storing the events, and
        how many events there are.
    """
    started = time.perf_counter()
    with store.linking(names) as memory:
        change = link_all(memory, names, lambda _step, _done, _total: None)
        linked = time.perf_counter()
        settle(memory, change, DEFAULT)
    return linked - started, time.perf_counter() - linked, len(change.groups)


def _link_one(store: Store, name: str) -> float:
    """Link, weigh and store one report more; return the seconds."""
    started = time.perf_counter()
    with store.linking([name]) as memory:
        settle(memory, take_in(memory, [name]), DEFAULT)
    return time.perf_counter() - started


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--plot", type=Path, help="an SVG file for a plot of time against size")
    options = parser.parse_args()
    print(
        f"{'reports':>8} {'events':>7} {'link s':>7} {'growth':>6} {'weigh s':>7} "
        f"{'one more, median':>16} {'longest':>8} {'memory MB':>9} {'store MB':>8}"
    )
    timed: list[Timed] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            timed.append(time_linking(size, Path(folder)))
            _show(timed)
    if options.plot:
        plot([(each.reports, each.linking) for each in timed], options.plot)


def _show(timed: list[Timed]) -> None:
    last = timed[-1]
    growth = ""
    if len(timed) > 1:
        before = timed[-2]
        power = math.log(last.linking / before.linking) / math.log(last.reports / before.reports)
        growth = f"{power:.2f}"
    print(
        f"{last.reports:8,} {last.events:7,} {last.linking:7.1f} {growth:>6} {last.weighing:7.1f} "
        f"{median(last.one_more):14.3f} s {max(last.one_more):6.3f} s {last.memory:9,.0f} "
        f"{last.store:8,.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
