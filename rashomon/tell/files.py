"""The files of a run, each written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

from rashomon.codec import encode
from rashomon.tell.ged import events_csv
from rashomon.tell.page import render_page
from rashomon.values import Dossier, Event

__all__ = ["EXPORTERS", "write"]


def write(dossier: Dossier, out: Path) -> tuple[Path, ...]:
    """Write every export into the folder `out`, which is made where it is missing.

    Returns:
        The paths of the files, in the order of `EXPORTERS`.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, export in EXPORTERS:
        _replace(out / name, export(dossier))
        written.append(out / name)
    return tuple(written)


def _readings(dossier: Dossier) -> str:
    return _lines(encode(reading) for reading in dossier.readings)


def _events(dossier: Dossier) -> str:
    return _lines(_contract(event) for event in dossier.events)


def _contract(event: Event) -> dict[str, object]:
    """Lay an event out as the contract has it: the grade is a word, its reasons stand beside it."""
    fields = cast("dict[str, object]", encode(event))
    return {**fields, "grade": event.grade.word, "reasons": list(event.grade.reasons)}


def _lines(records: Iterable[object]) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def _replace(path: Path, text: str) -> None:
    """Write beside the file, then rename, so that no reader meets half a file.

    A lone surrogate, which UTF-8 cannot hold, is escaped as JSON escapes it.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(text.encode("utf-8", "backslashreplace"))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


EXPORTERS: tuple[tuple[str, Callable[[Dossier], str]], ...] = (
    ("report.html", render_page),
    ("readings.jsonl", _readings),
    ("events.jsonl", _events),
    ("events.csv", events_csv),
)
