"""The files that tell a dossier, each written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path

from rashomon.errors import UsageError
from rashomon.tell.formats import ALWAYS, Files, Format, choose
from rashomon.values import Dossier

__all__ = ["write", "write_file", "write_format"]


def write(dossier: Dossier, out: Path, formats: Iterable[str] = ALWAYS) -> tuple[Path, ...]:
    """Write a dossier in some formats into the folder `out`, which is made where it is missing.

    Returns:
        The paths of the files, in the order of `FORMATS`.

    Raises:
        UsageError: no format has one of the names.
        MissingPartError: a format needs a package that is not installed.
    """
    return tuple(path for each in choose(formats) for path in _write_all(each.make(dossier), out))


def write_format(dossier: Dossier, chosen: Format, out: Path) -> tuple[Path, ...]:
    """Write a dossier in one format to `out`: a file, or a folder where the format has several.

    Raises:
        UsageError: `out` is a file where a folder is needed, or the other way round.
        MissingPartError: the format needs a package that is not installed.
    """
    files = chosen.make(dossier)
    begun = list(islice(files, 2))  # whether there is more than one file, the first two tell
    whole = chain(begun, files)
    if chosen.file is None or len(begun) > 1:
        if out.is_file():
            msg = f"{out} is a file; the format {chosen.name} writes a folder: name another place"
            raise UsageError(msg)
        return _write_all(whole, out)
    if out.is_dir():
        return _write_all(whole, out)
    write_file(out, begun[0][1])
    return (out,)


def write_file(path: Path, content: str | bytes) -> None:
    """Write one file, whole or not at all; its folder is made where it is missing.

    A lone surrogate is escaped as JSON escapes it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        content = content.encode("utf-8", "backslashreplace")
    _replace(path, content)


def _write_all(files: Files, out: Path) -> tuple[Path, ...]:
    written = []
    for name, content in files:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        _replace(out / name, content)
        written.append(out / name)
    return tuple(written)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then rename, so that no reader meets half a file.

    A device or a pipe is written to: nothing can take its place.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
