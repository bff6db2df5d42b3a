"""`rashomon gazetteer`: build the file of places, and add to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon import gazetteer
from rashomon.cli.parts import GazetteerOption, build_once, build_with_bar, gazetteer_path
from rashomon.cli.show import note, show_issues
from rashomon.values import Issue

__all__ = ["app"]

app = typer.Typer(
    help="Build the file of places, or add to it what the packages lack.", no_args_is_help=True
)


@app.command()
def build(path: GazetteerOption = None) -> None:
    """Build the file of places anew from the installed packages; added places are lost."""
    target = gazetteer_path(path)
    build_with_bar(target)
    note(f"Gazetteer built: {target}")


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
    target = build_once(path)
    issues: list[Issue] = []
    added = gazetteer.add(
        target, file, lambda message: issues.append(Issue("place-skipped", message))
    )
    show_issues(issues)
    note(f"{added} places added to {target}, {len(issues)} rows skipped")
    if not added:
        raise typer.Exit(1)
