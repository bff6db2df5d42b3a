"""`rashomon read`: what each report says, one record a report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.parts import (
    GazetteerOption,
    ModelOption,
    OnlyViolenceOption,
    PathsArgument,
    open_reader,
)
from rashomon.cli.show import note, progress, show_issues
from rashomon.codec import encode
from rashomon.errors import UsageError
from rashomon.values import Issue, Report

__all__ = ["read"]


def read(
    paths: PathsArgument,
    out: Annotated[Path, typer.Option("--out", help="The .jsonl file to write.")],
    gazetteer: GazetteerOption = None,
    model: ModelOption = None,
    *,
    only_violence: OnlyViolenceOption = False,
) -> None:
    """Read reports and write what each one says (times, places, attributions, claims)."""
    from rashomon import pipeline

    if out.is_dir():
        msg = f"{out} is a folder; --out is the file to write, such as {out / 'readings.jsonl'}"
        raise UsageError(msg)
    reader = open_reader(gazetteer, model, only_violence=only_violence)
    issues: list[Issue] = []

    def reports() -> Iterator[Report]:
        for found in pipeline.collect(paths, datetime.now(UTC).date()):
            if isinstance(found, Report):
                yield found
            else:
                issues.append(found)

    done = 0
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.unfinished")
    with unfinished.open("w", encoding="utf-8") as file, progress() as on_progress:
        for done, reading in enumerate(reader.read(reports()), start=1):
            file.write(json.dumps(encode(reading), ensure_ascii=False) + "\n")
            on_progress("read", done, 0)
    unfinished.replace(out)
    show_issues(issues)
    note(f"{done} reports read, {len(issues)} skipped or noted; readings in {out}")
    if not done:
        raise typer.Exit(1)
