"""`rashomon explain`: how one report was read, and why."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from rashomon.cli.parts import GazetteerOption, ModelOption, open_reader
from rashomon.cli.show import show_issues
from rashomon.errors import DataError, UsageError
from rashomon.values import Issue, Report

if TYPE_CHECKING:
    from rashomon.tell.explain import ClaimView

__all__ = ["explain"]

_NAMED = 5  # ids that a message lists


def explain(  # noqa: PLR0913  typer makes an option of each parameter
    path: Annotated[
        Path,
        typer.Argument(
            metavar="REPORT", help="A .txt, .html or .jsonl file of reports.", show_default=False
        ),
    ],
    *,
    report_id: Annotated[
        str | None,
        typer.Option("--id", help="Which report of a file that holds several.", show_default=False),
    ] = None,
    claim: Annotated[
        list[str] | None,
        typer.Option(
            "--claim",
            help="Show why this claim is read so: its number, its id, or all. May be repeated.",
            show_default=False,
        ),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write all of it as a page.", show_default=False)
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print all of it as one JSON object.")
    ] = False,
    gazetteer: GazetteerOption = None,
    model: ModelOption = None,
) -> None:
    """Show one report with its marks and claims, and what decided each part of a claim."""
    report = _report(path, report_id)
    from rashomon.tell import explain as telling
    from rashomon.tell import write_file

    explained = open_reader(gazetteer, model).explain(report)
    show_issues(explained.reading.issues)
    if html is not None:
        write_file(html, telling.explain_page(report, explained))
    if as_json:
        typer.echo(json.dumps(telling.explain_record(report, explained), ensure_ascii=True))
        return
    views = telling.claim_views(report, explained)
    console = Console(highlight=False)
    if claim:
        for view in _chosen(views, claim):
            console.print(*telling.claim_reasons(view), sep="\n")
        return
    console.print(telling.legend(), "", sep="\n")
    console.print(telling.marked_text(report, explained.reading, views), "", sep="\n")
    console.print(*telling.claim_list(views), sep="\n")


def _report(path: Path, wanted: str | None) -> Report:
    from rashomon import pipeline

    issues: list[Issue] = []
    reports: list[Report] = []
    for found in pipeline.collect([path], datetime.now(UTC).date()):
        if isinstance(found, Issue):
            issues.append(found)
        elif wanted in (None, found.id):
            reports.append(found)
    if len(reports) == 1:
        return reports[0]
    show_issues(issues)
    if not reports:
        looked_for = "no report that can be read" if wanted is None else f"no report {wanted!r}"
        msg = f"{path} holds {looked_for}"
        raise DataError(msg)
    ids = ", ".join(repr(report.id) for report in reports[:_NAMED])
    msg = f"{path} holds {len(reports)} reports: choose one with --id, such as {ids}"
    raise UsageError(msg)


def _chosen(views: tuple[ClaimView, ...], wanted: list[str]) -> list[ClaimView]:
    """Return the claims that were asked for by number or id, in the order of the text."""
    known = {name for view in views for name in (str(view.number), view.claim.id, "all")}
    if unknown := [each for each in wanted if each.lstrip("#") not in known]:
        msg = f"no claim {unknown[0]!r}: give a number from 1 to {len(views)}, an id, or all"
        raise UsageError(msg)
    names = {each.lstrip("#") for each in wanted}
    return [view for view in views if {str(view.number), view.claim.id, "all"} & names]
