"""Linking's memory in the tables of a store: see `rashomon.link.memory`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, func, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.batches import batched
from rashomon.link import Change, Copy, Crowd, Former, Index, Notebook, Portrait, Posting
from rashomon.store import schema
from rashomon.store.records import from_json, to_json
from rashomon.values import Event, Judgement, Reading, Report

__all__ = ["LINK_TABLES", "LinkMemory"]

LINK_TABLES = (
    schema.prints,
    schema.marks,
    schema.copies,
    schema.portraits,
    schema.told,
    schema.judgements,
)

_INSERTED = 20_000  # rows in one insert
_AT_ONCE = 5000  # names in one query; SQLite takes 32,766
_TABLES: Mapping[Index, Table] = {"print": schema.prints, "mark": schema.marks}


class LinkMemory:
    """The memory of one transaction; what it says of order and of unknown names is in `Memory`."""

    def __init__(self, connection: Connection) -> None:
        """Use a connection to a store, inside a transaction."""
        self._connection = connection
        self._drawn: dict[str, Portrait] = {}  # decoded once: one report's linking asks for most

    def reports(self, names: Collection[str]) -> Mapping[str, Report]:
        """Look up reports by id."""
        found = self._where(select(schema.reports), schema.reports.c.id, names)
        return {row.id: from_json(Report, row.record) for row in found}

    def readings(self, names: Collection[str]) -> Mapping[str, Reading]:
        """Look up readings by report."""
        found = self._where(select(schema.readings), schema.readings.c.report, names)
        return {row.report: from_json(Reading, row.record) for row in found}

    def post(self, index: Index, postings: Iterable[Posting]) -> None:
        """Enter postings; one that is there already stays."""
        rows = [
            {"key": key, "name": name, "day": day}
            for key, name, day in sorted(postings, key=lambda posting: posting[:2])
        ]
        if rows:
            self._connection.execute(insert(_TABLES[index]).on_conflict_do_nothing(), rows)

    def unpost(self, index: Index, postings: Iterable[Posting]) -> None:
        """Take postings out."""
        table = _TABLES[index]
        keys: defaultdict[str, list[int]] = defaultdict(list)
        for key, name, _ in postings:
            keys[name].append(key)
        for name, own in keys.items():
            self._connection.execute(
                table.delete().where(table.c.name == name, table.c.key.in_(own))
            )

    def crowds(self, index: Index, keys: Collection[int]) -> Mapping[int, Crowd]:
        """Say how many have each key, of the keys that several have."""
        table = _TABLES[index]
        day = table.c.day
        query = (
            select(table.c.key, func.count(), func.min(table.c.name), func.min(day), func.max(day))
            .group_by(table.c.key)
            .having(func.count() > 1)
        )
        return {row[0]: Crowd(*row[1:]) for row in self._where(query, table.c.key, keys)}

    def holders(self, index: Index, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        """List who has each key, in order of name."""
        table = _TABLES[index]
        query = select(table.c.key, table.c.name).order_by(table.c.key, table.c.name)
        found: defaultdict[int, list[str]] = defaultdict(list)
        for key, name in self._where(query, table.c.key, keys):
            found[key].append(name)
        return found

    def copies(self, reports: Collection[str]) -> Sequence[Copy]:
        """List the copies with one of `reports` on either side, in order."""
        table = schema.copies
        rows = self._either(table, table.c.report, table.c.original, reports)
        return sorted({Copy(*row) for row in rows}, key=lambda copy: (copy.report, copy.original))

    def set_copies(self, reports: Collection[str], copies: Iterable[Copy]) -> None:
        """Make `copies` all the copies with one of `reports` on either side."""
        table = schema.copies
        self._delete_either(table, table.c.report, table.c.original, reports)
        self._insert(table, [asdict(copy) for copy in copies])

    def portraits(self, tellings: Collection[str]) -> Mapping[str, Portrait]:
        """Look up portraits by telling."""
        table = schema.portraits
        missing = set(tellings) - self._drawn.keys()
        for row in self._where(select(table), table.c.telling, missing):
            self._drawn[row.telling] = from_json(Portrait, row.record)
        return {name: self._drawn[name] for name in sorted(tellings) if name in self._drawn}

    def portraits_of(self, reports: Collection[str]) -> Sequence[Portrait]:
        """List the portraits that bear claims of one of `reports`."""
        table = schema.told
        names = {row[0] for row in self._where(select(table.c.telling), table.c.report, reports)}
        return [portrait for _, portrait in sorted(self.portraits(names).items())]

    def set_portraits(self, gone: Collection[str], portraits: Iterable[Portrait]) -> None:
        """Take the tellings `gone` out, with all judgements on them, and keep `portraits`."""
        self.set_judgements(gone, ())
        self._delete(schema.portraits, schema.portraits.c.telling, gone)
        self._delete(schema.told, schema.told.c.telling, gone)
        kept = list(portraits)
        for name in (*gone, *(each.id for each in kept)):
            self._drawn.pop(name, None)
        self._insert(
            schema.portraits, [{"telling": each.id, "record": to_json(each)} for each in kept]
        )
        self._insert(
            schema.told,
            [{"report": name, "telling": each.id} for each in kept for name in each.reports],
        )

    def judgements(self, tellings: Collection[str]) -> Sequence[Judgement]:
        """List the judgements with one of `tellings` on either side, in order."""
        table = schema.judgements
        found = {
            (row.left, row.right): Judgement(
                left=row.left,
                right=row.right,
                p=row.p,
                why=tuple(json.loads(row.why)),
                made_by=row.made_by,
                episode=row.episode,
            )
            for row in self._either(table, table.c.left, table.c.right, tellings)
        }
        return [found[pair] for pair in sorted(found)]

    def set_judgements(self, tellings: Collection[str], judgements: Iterable[Judgement]) -> None:
        """Make `judgements` all those with one of `tellings` on either side."""
        table = schema.judgements
        self._delete_either(table, table.c.left, table.c.right, tellings)
        self._insert(
            table,
            [
                {
                    "left": each.left,
                    "right": each.right,
                    "p": each.p,
                    "episode": each.episode,
                    "why": to_json(each.why),
                    "made_by": each.made_by,
                }
                for each in judgements
            ],
        )

    def drop_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Forget single judgements."""
        table = schema.judgements
        for each in judgements:
            self._connection.execute(
                table.delete().where(table.c.left == each.left, table.c.right == each.right)
            )

    def events(self, tellings: Collection[str]) -> Sequence[Former]:
        """List the events, as they stood last, that hold a claim of one of `tellings`."""
        claims = [claim for each in self.portraits(tellings).values() for claim in each.claims]
        held = schema.held_claims
        names = {row[0] for row in self._where(select(held.c.event), held.c.claim, claims)}
        found = self._where(select(schema.events), schema.events.c.id, names)
        return sorted((from_json(Former, row.record) for row in found), key=lambda event: event.id)

    def copy_out(self) -> Notebook:
        """Start a memory in dictionaries, of the same texts and events and of no link."""
        found = self._connection.execute(select(schema.events.c.record)).scalars()
        return Notebook(self, [from_json(Former, record) for record in found])

    def copy_in(self, notebook: Notebook) -> None:
        """Make what a memory in dictionaries has of links all that the store has of them."""
        for table in LINK_TABLES:
            self._connection.execute(table.delete())
        postings, copies, portraits, judgements = notebook.everything()
        for index, held in postings.items():
            for some in batched(held, _INSERTED):
                self.post(index, some)
        self.set_copies((), copies)
        for drawn in batched(portraits, _INSERTED):
            self.set_portraits((), drawn)
        for judged in batched(judgements, _INSERTED):
            self.set_judgements((), judged)

    def settle(self, change: Change, events: Iterable[Event]) -> int:
        """Keep what a change has made of the events; return how many rows had to change for it."""
        wanted = {each.id: each for each in events}
        table = schema.events
        touched = [*wanted, *change.gone, *change.episodes]
        stored = {row.id: row.record for row in self._where(select(table), table.c.id, touched)}
        for name, episode in change.episodes.items():
            wanted[name] = replace(from_json(Event, stored[name]), episode=episode)
        changed = {
            name: record
            for name, each in wanted.items()
            if stored.get(name) != (record := to_json(each))
        }
        gone = [name for name in change.gone if name in stored]
        out = [*gone, *changed]
        self._delete(table, table.c.id, out)
        self._delete(schema.held_claims, schema.held_claims.c.event, out)
        self._insert(table, [{"id": name, "record": record} for name, record in changed.items()])
        self._insert(
            schema.held_claims,
            [{"claim": claim, "event": name} for name in changed for claim in wanted[name].claims],
        )
        self._record(change, wanted)
        return len(out)

    def _record(self, change: Change, events: Mapping[str, Event]) -> None:
        """Write down which events have become part of others, and which have come apart."""
        rows = [
            {"change": "merged", "event": old, "into": each.id}
            for each in events.values()
            for old in each.formerly
            if old in change.gone
        ]
        rows += [
            {"change": "split", "event": event, "into": name}
            for event, into in change.split.items()
            for name in into
        ]
        self._insert(schema.history, rows)

    def _where(
        self, query: Select[Any], column: Column[Any], names: Collection[Any]
    ) -> Iterator[Any]:
        """Run a query for the rows where a column has one of many values, some at a time."""
        for some in batched(sorted(names), _AT_ONCE):
            yield from self._connection.execute(query.where(column.in_(some))).all()

    def _either(
        self, table: Table, one: Column[Any], other: Column[Any], names: Collection[str]
    ) -> Iterator[Any]:
        yield from self._where(select(table), one, names)
        yield from self._where(select(table), other, names)

    def _insert(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._connection.execute(table.insert(), rows)

    def _delete(self, table: Table, column: Column[Any], names: Iterable[str]) -> None:
        for some in batched(sorted(names), _AT_ONCE):
            self._connection.execute(table.delete().where(column.in_(some)))

    def _delete_either(
        self, table: Table, one: Column[Any], other: Column[Any], names: Collection[str]
    ) -> None:
        self._delete(table, one, names)
        self._delete(table, other, names)
