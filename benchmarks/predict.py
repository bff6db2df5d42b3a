"""Make the predictions of one task from a folder's inputs, never opening a gold file.

    python -m benchmarks.predict TASK --data FOLDER --out FILE

FOLDER holds the task's inputs: reports.jsonl, or pairs.jsonl (names), or reports.jsonl and
mentions.jsonl (coref). `counting` is answered from the events of the folder's reports, or of the
folder `incidents` beside it. Everything is done by the functions and defaults that a user gets.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path
from typing import TextIO, cast

from benchmarks.inputs import find, give_up, records, reports_of
from rashomon.api import open_reader
from rashomon.codec import encode
from rashomon.link import alike
from rashomon.link.mentions import Mention, cluster_mentions
from rashomon.pipeline import events_of
from rashomon.text.names import NameKind
from rashomon.values import Event, Reading, Report, Span

__all__ = ["PREDICTORS", "WITH_READINGS", "beside", "mention_of", "predict"]

READING_TASKS = (
    "attribution", "times", "places", "isaf", "muc", "event_place", "kinds", "police",
)  # fmt: skip
# Questions about names are answered from those who took part, and events do not name them.
WITH_READINGS = frozenset({"counting"})


def readings(folder: Path) -> Iterator[object]:
    """Read every report alone."""
    yield from open_reader().read(reports_of(folder))


def stream(folder: Path) -> Iterator[object]:
    """Read and link all reports of a folder together."""
    _, events = _read_and_linked(folder)
    yield from events


def counting(folder: Path) -> Iterator[object]:
    """Make the events that the counting questions are asked about, and who took part in them."""
    own = find(folder, "reports.jsonl")
    read, events = _read_and_linked(folder if own else folder.parent / "incidents")
    yield from read
    yield from events


def headlines(folder: Path) -> Iterator[Event]:
    """Link the reports of each UCDP event alone: the id without its last number is the event."""
    yield from _events_apart(reports_of(folder), lambda report: report.id.rpartition("-")[0])


def assessments(folder: Path) -> Iterator[Event]:
    """Weigh each assessment alone: one report quotes many sources on one strike."""
    yield from _events_apart(reports_of(folder), lambda report: report.id)


def names(folder: Path) -> Iterator[object]:
    """Score how surely the two names of a pair mean the same."""
    for pair in records(_needed(folder, "pairs.jsonl")):
        kind = cast("NameKind", pair["kind"])
        score = alike(str(pair["a"]), str(pair["b"]), kind)
        yield {"id": pair["id"], "score": score}


def coref(folder: Path) -> Iterator[object]:
    """Cluster given event mentions."""
    mentions = [mention_of(record) for record in records(_needed(folder, "mentions.jsonl"))]
    by_id = {report.id: report for report in reports_of(folder)}
    for mention, cluster in cluster_mentions(by_id, mentions).items():
        yield {"id": mention, "cluster": cluster}


PREDICTORS: dict[str, Callable[[Path], Iterator[object]]] = {
    **dict.fromkeys(READING_TASKS, readings),
    "incidents": stream,
    "incidents_small": stream,
    "counting": counting,
    "figures_ged": headlines,
    "airwars": assessments,
    "names": names,
    "coref": coref,
}


def predict(task: str, folder: Path, out: Path) -> int:
    """Write the predictions of `task` to `out`, one record a line, and return their number.

    Where the readings are asked for besides events, they go to a file of their own, `beside(out)`.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with ExitStack() as files:
        own = files.enter_context(_unfinished(out))
        read = files.enter_context(_unfinished(beside(out))) if task in WITH_READINGS else own
        for prediction in PREDICTORS[task](folder):
            file = read if isinstance(prediction, Reading) else own
            file.write(json.dumps(encode(prediction), ensure_ascii=False) + "\n")
            count += file is own
    return count


def beside(out: Path) -> Path:
    """Name the file of the readings that the events of `out` were made of."""
    return out.with_suffix(".readings.jsonl")


@contextmanager
def _unfinished(out: Path) -> Iterator[TextIO]:
    """Open a file that gets its name when all is written."""
    path = out.with_name(f"{out.name}.unfinished")
    with path.open("w", encoding="utf-8") as file:
        yield file
    path.replace(out)


def _read_and_linked(folder: Path) -> tuple[tuple[Reading, ...], tuple[Event, ...]]:
    reports = list(reports_of(folder))
    read = tuple(open_reader().read(reports))
    return read, events_of(reports, read, (), lambda _stage, _done, _total: None)


def _events_apart(reports: Iterable[Report], key: Callable[[Report], str]) -> Iterator[Event]:
    in_order = sorted(reports, key=key)
    read = {reading.report: reading for reading in open_reader().read(in_order)}
    for _, group in groupby(in_order, key=key):
        together = list(group)
        own = [read[report.id] for report in together]
        yield from events_of(together, own, (), lambda _stage, _done, _total: None)


def _needed(folder: Path, name: str) -> Path:
    path = find(folder, name)
    if path is None:
        give_up(f"{folder} holds no {name}; give --data a folder that does")
    return path


def mention_of(record: dict[str, object]) -> Mention:
    """Make a mention of one line of mentions.jsonl; a mention whose place was lost has no text."""
    span = record["span"]
    return Mention(
        id=str(record["id"]),
        report=str(record["report"]),
        span=Span(*span) if isinstance(span, list) else None,
        text=str(record["text"] or ""),
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=PREDICTORS)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the task's inputs")
    parser.add_argument("--out", type=Path, required=True, help="the .jsonl file to write")
    options = parser.parse_args()
    count = predict(options.task, options.data, options.out)
    print(f"{options.task}: {count} predictions in {options.out}")


if __name__ == "__main__":
    main()
