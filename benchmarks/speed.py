"""Measure reports a second by stage, and memory, on one core.

    python -m benchmarks.speed [--reports 200] [--words 500] [PATHS...]

Without PATHS the reports are made from the paragraphs of examples/baghlan, drawn by a fixed seed
and joined to the asked length, so that anybody measures the same. The model and the gazetteer are
loaded before the clock starts, and their loading is timed apart.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from rashomon import tell
from rashomon.api import open_reader
from rashomon.lexicon import FALLBACK, tongue
from rashomon.link import link
from rashomon.pipeline import collect
from rashomon.read.page import parse
from rashomon.values import Dossier, Report, identify
from rashomon.weigh import weigh

__all__ = ["main"]

T = TypeVar("T")
_EXAMPLE = Path(__file__).parent.parent / "examples" / "baghlan"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", type=Path, nargs="*", help="reports to read instead of made ones")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--words", type=int, default=500)
    options = parser.parse_args()
    _use_one_core()
    reader = _timed("load model and gazetteer", open_reader, 0)
    paths = options.paths or [_EXAMPLE]
    gathered = _timed("gather", lambda: _reports(paths), 0)
    reports = gathered if options.paths else _made(gathered, options.reports, options.words)
    words = sum(len(report.content.split()) for report in reports)
    print(f"{len(reports)} reports, {words / len(reports):.0f} words each")
    _timed(
        "  parse alone",
        lambda: [page.doc.text for page in parse(reports, reader.pipelines.of(FALLBACK))],
        len(reports),
    )
    readings = _timed("read", lambda: tuple(reader.read(reports)), len(reports))
    groups = _timed("link", lambda: link(reports, readings), len(reports))
    by_id = {report.id: report for report in reports}
    events = _timed("weigh", lambda: tuple(weigh(group, by_id) for group in groups), len(reports))
    dossier = Dossier(reports=tuple(reports), readings=readings, events=events)
    with TemporaryDirectory() as folder:
        _timed("tell", lambda: tell.write(dossier, Path(folder)), len(reports))
    claims = sum(len(reading.claims) for reading in readings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    model = tongue(FALLBACK).model
    print(f"{claims} claims, {len(events)} events; peak memory {peak:.0f} MB; {model}")


def _use_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _reports(paths: list[Path]) -> list[Report]:
    return [found for found in collect(paths, date(2100, 1, 1)) if isinstance(found, Report)]


def _made(sources: list[Report], count: int, words: int) -> list[Report]:
    chance = random.Random(1950)  # noqa: S311  the same texts each time, not a secret
    paragraphs = [part for report in sources for part in report.text.split("\n\n") if part.strip()]
    made = []
    for number in range(count):
        drawn: list[str] = []
        while sum(len(part.split()) for part in drawn) < words:
            drawn.append(chance.choice(paragraphs))
        text = "\n\n".join(drawn)
        made.append(
            Report(id=identify(number, text), text=text, language="en", published="2021-08-22")
        )
    return made


def _timed(stage: str, work: Callable[[], T], count: int) -> T:
    started = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - started
    rate = f"{count / seconds:10.1f} reports/s" if count else ""
    print(f"{stage:26}{seconds:8.2f} s{rate}", flush=True)
    return result


if __name__ == "__main__":
    main()
