"""Go through files and folders and hand out their reports, each once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from rashomon.errors import UsageError
from rashomon.gather.files import READERS, Found
from rashomon.gather.given import admit
from rashomon.values import Issue, Report, identify

__all__ = ["gather"]


def gather(paths: Iterable[Path | str], *, as_of: date | None = None) -> Iterator[Report | Issue]:
    """Read reports from files and folders, one after the other, with issues for what is wrong.

    Folders are walked in the order of their names, without following links to folders and without
    hidden files; files of other types are left out there. `as_of` is the day of the run: a report
    from after it loses its day of publication. A report met twice (same words, publisher, address
    and id) is handed out once.

    Raises:
        UsageError: a path does not exist, before anything is read.
    """
    checked = [Path(path) for path in paths]
    for path in checked:
        if not path.exists():
            msg = f"{path}: no such file or folder. Give files or folders with reports."
            raise UsageError(msg)
    return _gathered(checked, as_of)


def _gathered(paths: list[Path], as_of: date | None) -> Iterator[Report | Issue]:
    seen = _Seen()
    for path in paths:
        reader = _reader(path)
        if path.is_dir():
            for file in _files(path):
                yield from _from_file(file, _reader(file), seen, as_of)
        elif reader is None:
            known = ", ".join(suffix for suffix, _ in READERS)
            message = f"Files of this type are not read. Expected one of {known}, or a folder."
            yield Issue("unknown-file-type", message, where=str(path))
        else:
            yield from _from_file(path, reader, seen, as_of)


def _from_file(
    path: Path, reader: Reader | None, seen: _Seen, as_of: date | None
) -> Iterator[Report | Issue]:
    if reader is None:
        return
    for found, where in reader(path, as_of):
        if isinstance(found, Issue):
            yield found
            continue
        report, issues = admit(found, where, as_of)
        yield from issues
        if report is not None:
            yield from seen.once(report, where)


Reader = Callable[[Path, date | None], Iterator[Found]]


def _reader(path: Path) -> Reader | None:
    name = path.name.lower()
    return next((reader for suffix, reader in READERS if name.endswith(suffix)), None)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files under a folder by name; links to folders are not followed (loops)."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file():
                yield path


@dataclass(slots=True)
class _Seen:
    """The ids handed out so far, each with a digest of its report."""

    digests: dict[str, str] = field(default_factory=dict)

    def once(self, report: Report, where: str) -> Iterator[Report | Issue]:
        """Hand out a report that is new; give a new id to one whose id is taken."""
        digest = identify(report.title, report.text, report.publisher, report.url)
        former = self.digests.get(report.id)
        if former is None:
            self.digests[report.id] = digest
            yield report
        elif former == digest:
            message = f"The report {report.id!r} was met before. It is read once."
            yield Issue("duplicate", message, where=where)
        else:
            message = (
                f"The id {report.id!r} was met before with other words. This report gets an id of "
                "its own: give each report one."
            )
            yield Issue("duplicate-id", message, where=where)
            yield from self.once(replace(report, id=identify(report.id, digest)), where)
