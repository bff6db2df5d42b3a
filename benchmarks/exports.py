"""Time telling a large dossier in each format, and measure the memory that it takes.

    python -m benchmarks.exports [--events 5000] [--formats ucdp,xlsx]

The dossier is made (`benchmarks/made.py`): ten claims an event, told by one to eight reports and
weighed as ever. Each format is told in a process of its own, so that the peak of memory is its
own; it includes the dossier. Seconds are of the clock and of the processor: the latter do not grow
with what else the machine does. Goal: less than 30 s and 1 GB for every table.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle, groupby
from pathlib import Path

from benchmarks.made import made
from rashomon.tell import choose, write
from rashomon.values import (
    Claim,
    Dossier,
    Event,
    Group,
    Reading,
    Report,
    Side,
    Span,
    Voice,
    identify,
)
from rashomon.weigh import weigh

__all__ = ["made_dossier", "main"]

_TABLES = "ucdp,acled,hxl,xlsx,geojson,parquet,jsonl,atlos"
_CLAIMS_PER_EVENT = 10
_REPORTS_PER_EVENT = 3  # a little more than made() has on average, so that there are enough
_VOICES: tuple[Voice, ...] = (
    Voice("the provincial council", "official"),
    Voice("a spokesman of the army", "party", side="army"),
    Voice("residents", "resident"),
    Voice("doctors at the hospital", "medic"),
)


def made_dossier(events: int) -> Dossier:
    """Make a dossier of so many events, each of ten claims."""
    reports, readings = made(events * _REPORTS_PER_EVENT)
    by_id = {report.id: report for report in reports}
    told = [claim for reading in readings for claim in reading.claims]
    incidents = [list(claims) for _, claims in groupby(told, _incident)][:events]
    by_report: dict[str, list[Claim]] = defaultdict(list)
    weighed = []
    for incident in incidents:
        claims = tuple(_voiced(incident, by_id))
        weighed.append(_event(claims, by_id))
        for claim in claims:
            by_report[claim.report].append(claim)
    return Dossier(
        reports=tuple(by_id[name] for name in sorted(by_report)),
        readings=tuple(
            Reading(report=name, claims=tuple(by_report[name])) for name in sorted(by_report)
        ),
        events=tuple(sorted(weighed, key=lambda event: (event.start or "", event.id))),
    )


def _incident(claim: Claim) -> tuple[object, ...]:
    return claim.place and claim.place.geonameid, claim.date, claim.participants


def _voiced(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[Claim]:
    """Yield ten claims of an incident: its own ones again and again, each by another voice."""
    voices = cycle(_VOICES)
    for number, claim in zip(range(_CLAIMS_PER_EVENT), cycle(claims), strict=False):
        report = reports[claim.report]
        spot = Span(claim.trigger.start + number, claim.trigger.end + number)
        chain = (Voice(report.publisher, "publisher"), next(voices))
        yield replace(claim, id=identify(claim.id, number), trigger=spot, voices=chain)


def _event(claims: tuple[Claim, ...], reports: Mapping[str, Report]) -> Event:
    names = dict.fromkeys(each.side for claim in claims for each in claim.participants)
    sides = tuple(Side(name, "actor") for name in names if name)
    name = identify("event", claims[0].id)
    return weigh(Group(id=name, episode=name, claims=claims, sides=sides), reports)


def _tell(format_name: str, path: Path) -> str:
    """Tell a stored dossier; say how long it took, the peak of memory and the size of the files."""
    with path.open("rb") as file:
        dossier = pickle.load(file)  # noqa: S301  written by this program a moment ago
    (chosen,) = choose([format_name])
    with tempfile.TemporaryDirectory() as out:
        started, worked = time.perf_counter(), time.process_time()
        written = write(dossier, Path(out), [chosen.name])
        seconds, work = time.perf_counter() - started, time.process_time() - worked
        size = sum(each.stat().st_size for each in written) / 2**20
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = f"{seconds:6.1f} s ({work:5.1f} s of work) {peak:5.0f} MB"
    return f"{format_name:12} {took}, {size:5.1f} MB written"


def main() -> None:
    """Make the dossier once, then tell it in each format in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--events", type=int, default=5000)
    parser.add_argument("--formats", default=_TABLES)
    parser.add_argument("--dossier", type=Path, help="a stored dossier: tell it, in one format")
    options = parser.parse_args()
    if options.dossier:
        print(_tell(options.formats, options.dossier), flush=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.pickle"
        dossier = made_dossier(options.events)
        path.write_bytes(pickle.dumps(dossier))
        print(f"{len(dossier.events)} events, {len(dossier.claims())} claims", flush=True)
        for name in options.formats.split(","):
            command = [sys.executable, "-m", "benchmarks.exports", "--formats", name]
            subprocess.run([*command, "--dossier", str(path)], check=True)  # noqa: S603  ourselves


if __name__ == "__main__":
    main()
