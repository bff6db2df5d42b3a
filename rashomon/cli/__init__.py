"""The command line: one file a verb, no logic."""

from __future__ import annotations

import sys

import typer
from rich.console import Console

from rashomon.cli import doctor, gazetteer, read, run
from rashomon.errors import RashomonError, UsageError

__all__ = ["app", "main"]

_EXAMPLES = """
Reads reports of violent events that disagree and tells what happened, according to whom.

[bold]Examples[/bold]

  rashomon run articles/ --out out                    a folder of .txt, .html and .jsonl files

  rashomon run a.html b.txt reports.jsonl --out out   single files

  rashomon run new/ --out out                         again with more: adds to what is there

  rashomon read reports.jsonl --out readings.jsonl    only what each report says

  rashomon gazetteer add AF.txt                       more places, from a GeoNames dump

  rashomon doctor                                     what is installed and what is missing

A .txt may begin with lines such as `title: ...`, `publisher: ...`, `published: 2021-08-21` and a
blank line. Exit status: 0 something was read, 1 nothing was, 2 wrong usage.
"""

app = typer.Typer(
    name="rashomon",
    help=_EXAMPLES,
    rich_markup_mode="rich",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("run")(run.run)
app.command("read")(read.read)
app.command("doctor")(doctor.doctor)
app.add_typer(gazetteer.app, name="gazetteer")


def main() -> None:
    """Run the command line; an error of ours becomes one message and an exit status."""
    try:
        app()
    except UsageError as error:
        _complain(error)
        sys.exit(2)
    except RashomonError as error:
        _complain(error)
        sys.exit(1)


def _complain(error: RashomonError) -> None:
    Console(stderr=True).print(f"[bold red]rashomon:[/bold red] {error}", highlight=False)
