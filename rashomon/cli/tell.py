"""`rashomon tell`: the events of a store in one of the field's formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.parts import RedactOption, find_store
from rashomon.cli.show import note
from rashomon.tell.formats import FORMATS

__all__ = ["tell"]

_LIST = "\n\n".join(f"[bold]{each.name}[/bold]  {each.what}" for each in FORMATS)


def tell(
    format_name: Annotated[
        str, typer.Option("--format", help="One of the formats above.", show_default=False)
    ],
    out: Annotated[
        Path,
        typer.Option("--out", help="The file to write; a folder for a format of several files."),
    ],
    db: Annotated[
        Path, typer.Option("--db", help="The store that `rashomon run` has filled.")
    ] = Path("out/rashomon.db"),
    redact: RedactOption = None,
) -> None:
    """Write the events of a store in another format."""
    from rashomon import tell as telling
    from rashomon.store import Store

    (chosen,) = telling.choose([format_name])
    with Store.open(find_store(db)) as store:
        dossier = store.dossier()
        if redact is not None:
            from rashomon import pipeline
            from rashomon.read import Pipelines

            dossier = pipeline.redacted_in(store, dossier, Pipelines())
    written = telling.write_format(dossier, chosen, out)
    folders = (path.parent if path.parent.parent == out else path for path in written)
    for path in dict.fromkeys(folders):
        note(f"Wrote {path}")


tell.__doc__ = f"""{tell.__doc__}

rashomon tell --db out/rashomon.db --format ucdp --out events.csv

{_LIST}
"""
