"""The functions of the public API: the pipeline with its defaults filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from rashomon import gazetteer, pipeline
from rashomon.link import link as link_readings
from rashomon.read import Reader
from rashomon.store import Store
from rashomon.values import Dossier, Reading, Report
from rashomon.weigh import DEFAULT, convention
from rashomon.weigh import weigh as weigh_group

__all__ = ["link_readings", "open_reader", "read_reports", "run", "weigh_group"]


def read_reports(reports: Iterable[Report]) -> Iterator[Reading]:
    """Read reports with the default model and gazetteer, one reading for each, in order.

    The gazetteer is built at first use, which takes about half a minute.

    Raises:
        MissingPartError: the model is not installed.
    """
    return pipeline.read(reports, open_reader())


def run(
    paths: Iterable[Path | str],
    out: Path | str,
    db: Path | str | None = None,
    rule: str = DEFAULT,
) -> Dossier:
    """Gather, read, link and weigh the reports at `paths`; write the page and files to `out`.

    The store at `db` (default: `out/rashomon.db`) is added to, as by `rashomon run`. `rule` names
    the convention that settles figures: rashomon, ucdp, acled or airwars.

    Raises:
        UsageError: a path does not exist, or no convention has that name.
        StoreError: the store cannot be opened or written.
    """
    out = Path(out)
    with Store.open(Path(db) if db else out / "rashomon.db") as store:
        dossier, _ = pipeline.run(
            [Path(path) for path in paths],
            out,
            store=store,
            reader=open_reader(),
            terms=pipeline.Terms(datetime.now(UTC).date(), convention(rule).name),
            progress=lambda _stage, _done, _total: None,
        )
    return dossier


def open_reader() -> Reader:
    """Open a reader with the default model and gazetteer, which is built if it is not there.

    Raises:
        MissingPartError: the model is not installed.
    """
    path = gazetteer.default_path()
    if not path.exists():
        gazetteer.build(path)
    return Reader(gazetteer.Gazetteer.open(path))
