"""What the benchmarks open: the inputs of a task, and the parts that a user gets by default."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from rashomon import pipeline
from rashomon.values import Report

__all__ = ["find", "give_up", "records", "reports_of"]


def give_up(message: str) -> NoReturn:
    """Say on the error stream what is missing and end with status 2."""
    sys.stderr.write(f"benchmarks: {message}\n")
    sys.exit(2)


def find(folder: Path, name: str) -> Path | None:
    """Return the path of an input file of a task, plain or packed, or None."""
    return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)


def records(path: Path) -> Iterator[dict[str, object]]:
    """Yield the records of a .jsonl or .jsonl.gz file."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as file
    ):
        for line in file:
            if line.strip():
                yield json.loads(line)


def reports_of(folder: Path) -> Iterator[Report]:
    """Gather the reports of a task's folder as `rashomon run` would."""
    path = find(folder, "reports.jsonl")
    if path is None:
        give_up(f"{folder} holds no reports.jsonl; give --data a folder that does")
    for found in pipeline.collect([path], datetime.now(UTC).date()):
        if isinstance(found, Report):
            yield found
        else:
            sys.stderr.write(f"{found.where}: {found.message}\n")
