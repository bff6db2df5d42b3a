"""`rashomon run`: from reports to events, a page and files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from rashomon.cli.parts import (
    GazetteerOption,
    ModelOption,
    OnlyViolenceOption,
    PathsArgument,
    RedactOption,
    check_folder,
    open_reader,
)
from rashomon.cli.show import note, progress, resumable, show_issues

if TYPE_CHECKING:
    from rashomon.pipeline import Summary
    from rashomon.values import Dossier

__all__ = ["run"]


def run(  # noqa: PLR0913, PLR0917  typer makes an option of each parameter
    paths: PathsArgument,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")],
    db: Annotated[
        Path | None,
        typer.Option("--db", help="The store to add to.", show_default="OUT/rashomon.db"),
    ] = None,
    rule: Annotated[
        str,
        typer.Option("--rule", help="How figures are settled: rashomon, ucdp, acled or airwars."),
    ] = "rashomon",
    formats: Annotated[
        str,
        typer.Option(
            "--formats",
            help="More formats to write, joined by commas; `rashomon tell --help` lists them.",
            show_default=False,
        ),
    ] = "",
    gazetteer: GazetteerOption = None,
    model: ModelOption = None,
    *,
    redact: RedactOption = None,
    only_violence: OnlyViolenceOption = False,
) -> None:
    """Read reports, link those of one event, weigh their figures; write a page and files.

    Run it again with more reports to add to the store and bring the events up to date, or with
    another --rule to see what UCDP GED, ACLED or Airwars would make of the same claims.
    """
    from rashomon import pipeline, tell
    from rashomon.store import Store
    from rashomon.weigh import convention

    check_folder(out)
    wanted = (*tell.ALWAYS, *(name.strip() for name in formats.split(",") if name.strip()))
    convention(rule)  # a wrong name is told before anything is read
    tell.choose(wanted)
    reader = open_reader(gazetteer, model, only_violence=only_violence)
    kept = db or out / "rashomon.db"
    with Store.open(kept) as store, resumable(kept), progress() as on_progress:
        dossier, summary = pipeline.run(
            paths,
            out,
            store=store,
            reader=reader,
            terms=pipeline.Terms(datetime.now(UTC).date(), rule, wanted, redact=redact is not None),
            progress=on_progress,
        )
    show_issues(dossier.issues)
    if dossier.events:
        Console().print(tell.table(dossier))
    note(_summed_up(dossier, summary))
    if not summary.gathered:
        note("Nothing was read: no path held a report that could be used.")
        raise typer.Exit(1)
    if redact is not None:
        note("The names are still in the store: hand on the other files, not rashomon.db.")
    note(f"Open {out / 'report.html'}")


def _summed_up(dossier: Dossier, summary: Summary) -> str:
    return (
        f"{summary.gathered} reports gathered ({summary.new} new), {summary.read} read now, "
        f"{len(dossier.issues)} skipped or noted; "
        f"{len(dossier.events)} events in the store, {summary.changed} changed"
        + (f", {summary.merged} merged into others" if summary.merged else "")
        + (f", {summary.split} split" if summary.split else "")
    )
