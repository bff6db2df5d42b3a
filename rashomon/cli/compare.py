"""`rashomon compare`: the events of a store beside those of a GED or ACLED file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rashomon.cli.parts import find_store
from rashomon.cli.show import note, show_issues
from rashomon.errors import UsageError

__all__ = ["compare"]

_PAGE, _CSV = (".html", ".htm"), (".csv",)


def compare(
    events: Annotated[
        Path,
        typer.Argument(
            metavar="EVENTS", help="A CSV of UCDP GED or ACLED events.", show_default=False
        ),
    ],
    db: Annotated[
        Path, typer.Option("--db", help="The store that `rashomon run` has filled.")
    ] = Path("out/rashomon.db"),
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "--out", help="Write it as a page (.html) or a table (.csv); may be repeated."
        ),
    ] = None,
) -> None:
    """Set the events of a store beside those that UCDP or ACLED recorded.

    Shows which events both have, which only one has, and in which fields they differ.

    rashomon compare ged.csv --db out/rashomon.db --out compared.html
    """
    from rashomon import pipeline, tell
    from rashomon.store import Store
    from rashomon.tell.compare import comparison_csv, comparison_page, comparison_table

    wanted = out or []
    for path in wanted:
        if path.suffix.lower() not in (*_PAGE, *_CSV):
            msg = f"{path}: expected a name that ends in .html or .csv"
            raise UsageError(msg)
    if not events.is_file():
        msg = f"there is no file of events at {events}"
        raise UsageError(msg)
    with Store.open(find_store(db)) as store:
        comparison = pipeline.compare(store.dossier(), events)
    show_issues(comparison.issues)
    Console().print(comparison_table(comparison))
    for path in wanted:
        text = (
            comparison_page(comparison, events.name)
            if path.suffix.lower() in _PAGE
            else comparison_csv(comparison)
        )
        tell.write_file(path, text)
        note(f"Wrote {path}")
    note(
        f"{len(comparison.matched)} matched, {len(comparison.only_ours)} only ours, "
        f"{len(comparison.only_theirs)} only theirs"
    )
