"""The functions of the public API: the pipeline with its defaults filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon import gazetteer, pipeline
from rashomon.api.events import Compared, Events, ShownEvent, ShownReport
from rashomon.errors import UsageError
from rashomon.link import link as link_readings
from rashomon.read import Reader
from rashomon.store import Store
from rashomon.values import Reading, Report
from rashomon.weigh import DEFAULT, convention
from rashomon.weigh import weigh as weigh_group

__all__ = [
    "Compared",
    "Events",
    "ShownEvent",
    "ShownReport",
    "link_readings",
    "open_events",
    "open_reader",
    "read_reports",
    "run",
    "weigh_group",
]


def read_reports(reports: Iterable[Report]) -> Iterator[Reading]:
    """Read reports with the default model and gazetteer, one reading for each, in order.

    The gazetteer is built at first use, which takes about half a minute.

    Raises:
        MissingPartError: the model is not installed.
    """
    return pipeline.read(reports, open_reader())


def run(
    paths: Iterable[Path | str] | Path | str,
    out: Path | str | None = None,
    db: Path | str | None = None,
    rule: str = DEFAULT,
    *,
    redact: bool = False,
) -> Events:
    """Gather, read, link and weigh the reports at `paths`.

    Args:
        paths: files or folders of reports.
        out: the folder for the page and files that `rashomon run` writes; without it, none are.
        db: the store to add to (default: `out/rashomon.db`; without `out`, one that is
            forgotten afterwards).
        rule: the convention that settles figures: rashomon, ucdp, acled or airwars.
        redact: replace private persons' names by pseudonyms, in what is returned and written.

    Returns:
        The events of all that is in the store, in order of their first day.

    Raises:
        UsageError: a path does not exist, or no convention has that name.
        StoreError: the store cannot be opened or written.
        MissingPartError: the model is not installed.
    """
    given = [paths] if isinstance(paths, Path | str) else paths
    terms = pipeline.Terms(datetime.now(UTC).date(), convention(rule).name, redact=redact)
    folder = Path(out) if out is not None else None
    with ExitStack() as stack:
        kept = Path(db) if db is not None else folder and folder / "rashomon.db"
        if kept is None:
            kept = Path(stack.enter_context(TemporaryDirectory())) / "rashomon.db"
        store = stack.enter_context(Store.open(kept))
        reader = open_reader()
        stack.callback(reader.gazetteer.close)
        dossier, _ = pipeline.run(
            [Path(path) for path in given],
            folder,
            store=store,
            reader=reader,
            terms=terms,
            progress=lambda _stage, _done, _total: None,
        )
        return Events(dossier, store.secret())


def open_events(db: Path | str) -> Events:
    """Load the events of a store that `run` or `rashomon run` has filled.

    Raises:
        UsageError: there is no file at `db`.
        StoreError: the file is no store.
    """
    if not Path(db).is_file():
        msg = f"there is no store at {db}: make one with rashomon.run(paths, db={str(db)!r})"
        raise UsageError(msg)
    with Store.open(Path(db)) as store:
        return Events(store.dossier(), store.secret())


def open_reader() -> Reader:
    """Open a reader with the default model and gazetteer, which is built if it is not there.

    Raises:
        MissingPartError: the model is not installed.
    """
    path = gazetteer.default_path()
    if not path.exists():
        gazetteer.build(path)
    return Reader(gazetteer.Gazetteer.open(path))
