"""`rashomon gazetteer`: build the file of places, and add to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon import gazetteer
from rashomon.cli.parts import GazetteerOption, gazetteer_path
from rashomon.cli.show import notes, progress, show_issues

__all__ = ["app"]

app = typer.Typer(
    help="Build the file of places, or add to it what the packages lack.", no_args_is_help=True
)


@app.command()
def build(path: GazetteerOption = None) -> None:
    """Build the file of places anew from the installed packages; added places are lost."""
    target = gazetteer_path(path)
    with progress() as on_progress:
        gazetteer.build(target, lambda done, total: on_progress("places", done, total))
    notes.print(f"Gazetteer built: {target}")


@app.command()
def add(
    file: Annotated[
        Path,
        typer.Argument(
            help="A GeoNames dump such as AF.txt, or a .csv with the columns name, lat, lon, "
            "country and, if known, admin1, admin2, feature, alternates, geonameid.",
            show_default=False,
        ),
    ],
    path: GazetteerOption = None,
) -> None:
    """Add the places of a GeoNames dump or a CSV. Adding a file twice changes nothing."""
    target = gazetteer_path(path)
    if not target.exists():
        notes.print(f"Building the gazetteer, once: {target}")
        with progress() as on_progress:
            gazetteer.build(target, lambda done, total: on_progress("places", done, total))
    added, issues = gazetteer.add(target, file)
    show_issues(issues)
    notes.print(f"{added} places added to {target}, {len(issues)} rows skipped")
    if issues and not added:
        raise typer.Exit(1)
