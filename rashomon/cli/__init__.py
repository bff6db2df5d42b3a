"""The command line: one file a verb, no logic."""

from __future__ import annotations

import sqlite3
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from rashomon.cli import compare, doctor, explain, gazetteer, read, run, tell
from rashomon.cli.show import any_letter, complain
from rashomon.errors import RashomonError, UsageError

__all__ = ["app", "main"]

_EXAMPLES = """
Reads reports of violent events that disagree and tells what happened, according to whom.

[bold]Examples[/bold]

[dim]# a folder of .txt, .html and .jsonl files; again with more adds to it[/dim]

rashomon run articles/ --out out

[dim]# the same events in another format[/dim]

rashomon tell --db out/rashomon.db --format ucdp --out ged.csv

[dim]# the same events beside those that UCDP or ACLED recorded[/dim]

rashomon compare ged.csv --db out/rashomon.db --out compared.html

[dim]# only what each report says[/dim]

rashomon read reports.jsonl --out readings.jsonl

[dim]# how one report was read, and why[/dim]

rashomon explain article.txt --claim 1

[dim]# more places, from a GeoNames dump or a CSV[/dim]

rashomon gazetteer add AF.txt

[dim]# what is installed, what is missing, how to get it[/dim]

rashomon doctor

Lines such as [bold]title: ...[/bold], [bold]publisher: ...[/bold] and
[bold]published: 2021-08-21[/bold] may stand at the head of a .txt, above a blank line.

Exit status: 0 something was read, 1 nothing was or something failed, 2 wrong usage, 130 stopped.
"""

app = typer.Typer(
    name="rashomon",
    help=_EXAMPLES,
    rich_markup_mode="rich",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  typer passes the flag by position
    if wanted:
        typer.echo(f"rashomon {version('rashomon')}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Take the options that stand before a verb."""
    del version  # its callback has done all


app.command("run")(run.run)
app.command("read")(read.read)
app.command("tell")(tell.tell)
app.command("compare")(compare.compare)
app.command("explain")(explain.explain)
app.command("doctor")(doctor.doctor)
app.add_typer(gazetteer.app, name="gazetteer")


def main() -> None:
    """Run the command line; an error of ours or of a disk becomes one message and a status."""
    any_letter()
    try:
        app()
    except UsageError as error:
        complain(error)
        sys.exit(2)
    except RashomonError as error:
        complain(error)
        sys.exit(1)
    except (OSError, sqlite3.Error) as error:
        complain(f"{error}: check that the place is there, can be written to and has room")
        sys.exit(1)
