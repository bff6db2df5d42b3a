"""Time linking against the number of reports, on made readings (`benchmarks/made.py`).

    python -m benchmarks.scale [--sizes 1000 2000 4000 8000]

Prints, for each size, the seconds, the reports a second and the growth: the power of the size with
which the time has grown since the size before (1 is linear). Memory is the peak so far.
"""

from __future__ import annotations

import argparse
import math
import resource
import time

from benchmarks.made import made
from rashomon.link import link

__all__ = ["main"]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 4000, 8000])
    print(f"{'reports':>8} {'events':>8} {'seconds':>8} {'a second':>9} {'growth':>7} {'MB':>7}")
    before: tuple[int, float] | None = None
    for size in parser.parse_args().sizes:
        reports, readings = made(size)
        started = time.perf_counter()
        events = len(link(reports, readings))
        seconds = time.perf_counter() - started
        growth = math.log(seconds / before[1]) / math.log(size / before[0]) if before else None
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told = "" if growth is None else f"{growth:.2f}"
        print(
            f"{size:8,} {events:8,} {seconds:8.1f} {size / seconds:9.0f} {told:>7} {peak:7,.0f}",
            flush=True,
        )
        before = (size, seconds)


if __name__ == "__main__":
    main()
