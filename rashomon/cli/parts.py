"""Open what the verbs work with: the gazetteer (built at first use) and the reader."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon import gazetteer
from rashomon.cli.show import note, progress
from rashomon.errors import UsageError
from rashomon.gazetteer import Gazetteer

if TYPE_CHECKING:
    from rashomon.read import Reader

__all__ = [
    "GazetteerOption",
    "ModelOption",
    "OnlyViolenceOption",
    "PathsArgument",
    "RedactOption",
    "Redacted",
    "build_once",
    "build_with_bar",
    "check_folder",
    "find_store",
    "gazetteer_path",
    "open_reader",
]

PathsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATHS",
        help="Folders, .txt, .html, .jsonl or .jsonl.gz files of reports.",
        show_default=False,
    ),
]
GazetteerOption = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        envvar="RASHOMON_GAZETTEER",
        help="The file of places; built at first use.",
        show_default="in the user's cache folder",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        envvar="RASHOMON_MODEL",
        help="A spaCy pipeline to read its language with.",
        show_default="one for each language",
    ),
]


class Redacted(StrEnum):
    """Whose names can be replaced by pseudonyms."""

    PERSONS = "persons"


RedactOption = Annotated[
    Redacted | None,
    typer.Option(
        "--redact",
        help="Replace private persons' names by pseudonyms in all that is written.",
        show_default=False,
    ),
]
OnlyViolenceOption = Annotated[
    bool,
    typer.Option(
        "--only-violence",
        help="Leave reports without any word of violence or protest unread, each with a note.",
    ),
]


def check_folder(out: Path) -> None:
    """Refuse to write a folder where a file is.

    Raises:
        UsageError: there is one.
    """
    if out.exists() and not out.is_dir():
        msg = f"{out} is a file; --out is the folder to write to"
        raise UsageError(msg)


def find_store(path: Path) -> Path:
    """Return the path of a store.

    Raises:
        UsageError: there is none.
    """
    if not path.is_file() or not path.stat().st_size:
        msg = f"there is no store at {path}: make one with `rashomon run PATHS --out DIR`"
        raise UsageError(msg)
    return path


def gazetteer_path(chosen: Path | None) -> Path:
    """Return the chosen file of places, or the default one."""
    return chosen if chosen is not None else gazetteer.default_path()


def build_with_bar(path: Path) -> None:
    """Build the gazetteer at `path`, with a progress bar."""
    with progress() as on_progress:
        gazetteer.build(path, lambda done, total: on_progress("places", done, total))


def build_once(chosen: Path | None) -> Path:
    """Build the chosen or default gazetteer if it is not there yet; return its path."""
    path = gazetteer_path(chosen)
    if not path.exists():
        note(f"Building the gazetteer, once: {path}")
        build_with_bar(path)
    return path


def open_reader(chosen: Path | None, model: str | None, *, only_violence: bool = False) -> Reader:
    """Open a reader, with a gazetteer that is built now if it is not there yet."""
    from rashomon.read import Reader

    return Reader(Gazetteer.open(build_once(chosen)), model, only_violence=only_violence)
