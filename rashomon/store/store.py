"""A store of reports, readings and events that is never half-written.

Every method that writes does so in one transaction: a run that is killed leaves what was
committed, and the next run goes on from there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    bindparam,
    create_engine,
    event,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from rashomon.errors import StoreError
from rashomon.store.memory import LINK_TABLES, LinkMemory
from rashomon.store.records import from_json, to_json
from rashomon.store.schema import (
    SCHEMA_VERSION,
    about,
    events,
    history,
    metadata,
    people,
    readings,
    reports,
    secrets,
)
from rashomon.values import MISSING_MODEL, Dossier, Event, Issue, Reading, Report, Span

__all__ = ["Store"]

_SECRET = 32  # bytes, of which none can be tried
_FROM_1 = (
    "ALTER TABLE readings ADD COLUMN linked BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE about ADD COLUMN linked_by VARCHAR",
)


class Store:
    """One SQLite file. Use `Store.open`, and close it or use it in a `with` block."""

    def __init__(self, engine: Engine, path: Path) -> None:
        """Wrap an engine whose tables exist; `Store.open` makes one."""
        self._engine = engine
        self._path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the store at `path`, or make one there.

        Raises:
            StoreError: the file is not a store, was made by a newer version, or cannot be written.
        """
        engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
        event.listen(engine, "connect", _set_up)
        store = cls(engine, path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with store._writing() as connection:
                store._check_is_ours(connection)
                metadata.create_all(connection)
                store._check_version(connection)
        except OSError as error:
            msg = f"cannot make a folder for the store {path}: {error}; choose another with --db"
            raise StoreError(msg) from error
        return store

    def __enter__(self) -> Self:
        """Use the store in a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, batch: Iterable[Report]) -> tuple[int, tuple[Issue, ...]]:
        """Add reports that are not there yet and return how many were new.

        A report whose id is taken by another text is not stored: it comes back as an `Issue`.
        """
        new = 0
        issues: list[Issue] = []
        with self._writing() as connection:
            for report in batch:
                kept = self._get(connection, reports, report.id)
                if kept is None:
                    connection.execute(
                        reports.insert().values(id=report.id, record=to_json(report))
                    )
                    new += 1
                elif from_json(Report, kept).content != report.content:
                    issues.append(_id_is_taken(report))
        return new, tuple(issues)

    def unread(self, made_by: str) -> Iterator[Report]:
        """Yield, in order of id, the reports that this reader has not read yet.

        So are those that wait for the model of their language: it may be there by now.
        """
        query = (
            select(reports.c.record)
            .outerjoin(readings, readings.c.report == reports.c.id)
            .where(
                readings.c.made_by.is_(None)
                | (readings.c.made_by != made_by)
                | readings.c.record.contains(f'"code":"{MISSING_MODEL}"')
            )
            .order_by(reports.c.id)
        )
        with self._reading() as connection:
            records = [record for (record,) in connection.execute(query)]
        for record in records:
            yield from_json(Report, record)

    def save(self, batch: Iterable[Reading], made_by: str) -> None:
        """Keep readings; a reading by an older reader of the same report is replaced."""
        with self._writing() as connection:
            for reading in batch:
                connection.execute(readings.delete().where(readings.c.report == reading.report))
                connection.execute(
                    readings.insert().values(
                        report=reading.report, made_by=made_by, record=to_json(reading)
                    )
                )

    def unlinked(self, made_by: str) -> tuple[str, ...]:
        """List the ids of the reports that have been read but not linked by `made_by`, in order.

        What another linker has made is forgotten; events stay, and lend their ids.
        """
        with self._writing() as connection:
            if connection.execute(select(about.c.linked_by)).scalar() != made_by:
                for table in LINK_TABLES:
                    connection.execute(table.delete())
                connection.execute(readings.update().values(linked=False))
                connection.execute(about.update().values(linked_by=made_by))
            query = select(readings.c.report).where(~readings.c.linked).order_by(readings.c.report)
            return tuple(connection.execute(query).scalars())

    def read(self) -> tuple[str, ...]:
        """List the ids of the reports that have been read, in order."""
        with self._reading() as connection:
            query = select(readings.c.report).order_by(readings.c.report)
            return tuple(connection.execute(query).scalars())

    @contextmanager
    def linking(self, names: Sequence[str]) -> Iterator[LinkMemory]:
        """Lend linking's memory for one transaction, after which the reports `names` are linked."""
        with self._writing() as connection:
            yield LinkMemory(connection)
            now = (
                readings.update().where(readings.c.report == bindparam("name")).values(linked=True)
            )
            if names:
                connection.execute(now, [{"name": name} for name in names])

    def history(self) -> tuple[tuple[str, str, str], ...]:
        """List what became of events, oldest first: `merged` or `split`, the event, into what."""
        query = select(history.c.change, history.c.event, history.c.into).order_by(history.c.number)
        with self._reading() as connection:
            return tuple((row[0], row[1], row[2]) for row in connection.execute(query))

    def dossier(self) -> Dossier:
        """Load everything: reports and readings by report id, events by their first day."""
        with self._reading() as connection:
            all_reports = connection.execute(select(reports.c.record).order_by(reports.c.id))
            loaded_reports = tuple(from_json(Report, row[0]) for row in all_reports)
            all_readings = connection.execute(select(readings.c.record).order_by(readings.c.report))
            loaded_readings = tuple(from_json(Reading, row[0]) for row in all_readings)
            loaded_events = tuple(
                from_json(Event, record)
                for (record,) in connection.execute(select(events.c.record))
            )
        in_order = sorted(loaded_events, key=lambda each: (each.start or "9999", each.id))
        return Dossier(reports=loaded_reports, readings=loaded_readings, events=tuple(in_order))

    def secret(self) -> bytes:
        """Return what the pseudonyms of this store's people are made with, chosen at first use."""
        with self._writing() as connection:
            kept = connection.execute(select(secrets.c.secret)).scalar()
            if kept is None:
                kept = os.urandom(_SECRET)
                connection.execute(secrets.insert().values(only=1, secret=kept))
            return bytes(kept)

    def _check_is_ours(self, connection: Connection) -> None:
        """Refuse the file of another program before any table is made in it."""
        tables = inspect(connection).get_table_names()
        if tables and about.name not in tables:
            msg = (
                f"{self._path} is the SQLite file of another program, with the table "
                f"{tables[0]!r}: choose another with --db"
            )
            raise StoreError(msg)

    def people(self, found_by: str) -> dict[str, tuple[Span, ...] | None]:
        """Return by report the persons' names that were found in it; None: it was not searched."""
        query = select(people.c.report, people.c.spans).where(people.c.found_by == found_by)
        with self._reading() as connection:
            return {
                report: None if spans is None else tuple(Span(*each) for each in json.loads(spans))
                for report, spans in connection.execute(query)
            }

    def keep_people(
        self, found: Iterable[tuple[str, Sequence[Span] | None]], found_by: str
    ) -> None:
        """Keep the persons' names that were found in reports: none is looked for twice."""
        with self._writing() as connection:
            for report, spans in found:
                record = None if spans is None else json.dumps([list(each) for each in spans])
                connection.execute(people.delete().where(people.c.report == report))
                row = {"report": report, "found_by": found_by, "spans": record}
                connection.execute(people.insert().values(row))

    def _check_version(self, connection: Connection) -> None:
        version = connection.execute(select(about.c.schema_version)).scalar()
        if version is None:
            connection.execute(about.insert().values(only=1, schema_version=SCHEMA_VERSION))
        elif version == 1:
            for statement in _FROM_1:
                connection.execute(text(statement))
            connection.execute(about.update().values(schema_version=SCHEMA_VERSION))
        elif version != SCHEMA_VERSION:
            msg = (
                f"{self._path} has schema {version}, this rashomon reads {SCHEMA_VERSION}: "
                "use the rashomon that made it, or another file with --db"
            )
            raise StoreError(msg)

    def _get(self, connection: Connection, table: Table, key: str) -> str | None:
        found = connection.execute(select(table.c.record).where(table.c.id == key)).scalar()
        return None if found is None else str(found)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._explained("written"), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._explained("read"), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _explained(self, verb: str) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            msg = (
                f"the store {self._path} cannot be {verb}: {error.orig}; "
                "check that it is a rashomon store and writable, or choose another with --db"
            )
            raise StoreError(msg) from error
        except SQLAlchemyError as error:
            msg = f"the store {self._path} cannot be {verb}: {error}"
            raise StoreError(msg) from error


def _set_up(connection: object, _record: object) -> None:
    """Let readers and one writer work side by side, and wait for each other rather than fail."""
    cursor = connection.cursor()  # type: ignore[attr-defined]  # a DB-API connection
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _id_is_taken(report: Report) -> Issue:
    return Issue(
        "duplicate-id",
        f"report {report.id!r} is in the store with another text; the stored one was kept: "
        "give the new one an id of its own",
    )
