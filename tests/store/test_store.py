"""What a store promises."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import StoreError
from rashomon.link import Change
from rashomon.store import Store
from rashomon.values import MISSING_MODEL, Event, Grade, Issue, Reading
from tests.factory import claim, report


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "deep" / "rashomon.db") as opened:
        yield opened


def an_event(event_id: str, title: str = "Clash", start: str | None = "2021-08-20") -> Event:
    return Event(
        id=event_id,
        kind="Armed clash",
        title=title,
        episode=event_id,
        start=start,
        end=start,
        date_precision=1,
        place=None,
        sides=(),
        reports=(),
        claims=(),
        accounts=(),
        findings=(),
        contradictions=(),
        origins=1,
        grade=Grade("weak", ("one origin",)),
    )


def test_keeps_every_field_of_a_report(store: Store) -> None:
    kept = report("Eén “rapport”\x00 \ud83d 😀", title="T", publisher="P", published="2021-08-20")
    store.add([kept])
    assert store.dossier().reports == (kept,)


def test_adds_a_report_once(store: Store) -> None:
    first = report("One text.")
    assert store.add([first]) == (1, ())
    assert store.add([first, report("Another text.")]) == (1, ())
    assert len(store.dossier().reports) == 2


def test_keeps_the_stored_text_when_an_id_comes_back_with_another(store: Store) -> None:
    first = report("One text.", id="a")
    store.add([first])
    new, issues = store.add([report("Another text.", id="a")])
    assert (new, [issue.code for issue in issues]) == (0, ["duplicate-id"])
    assert store.dossier().reports == (first,)


def test_a_report_is_unread_until_its_reading_is_saved(store: Store) -> None:
    first, second = report("a", id="a"), report("b", id="b")
    store.add([second, first])
    assert list(store.unread("reader 1")) == [first, second]
    store.save([Reading(report="a", claims=(claim("a"),))], "reader 1")
    assert list(store.unread("reader 1")) == [second]


def test_a_report_that_waits_for_a_model_stays_unread(store: Store) -> None:
    store.add([report("a", id="a")])
    store.save([Reading(report="a", issues=(Issue(MISSING_MODEL, "pip install"),))], "reader 1")
    assert [each.id for each in store.unread("reader 1")] == ["a"]


def test_a_newer_reader_reads_again_and_replaces(store: Store) -> None:
    store.add([report("a", id="a")])
    store.save([Reading(report="a")], "reader 1")
    assert [each.id for each in store.unread("reader 2")] == ["a"]
    better = Reading(report="a", claims=(claim("a"),))
    store.save([better], "reader 2")
    assert store.dossier().readings == (better,)


def settle(store: Store, *events: Event, gone: tuple[str, ...] = ()) -> int:
    with store.linking(()) as memory:
        return memory.settle(Change(groups=(), gone=gone), events)


def test_settling_the_same_events_changes_nothing(store: Store) -> None:
    assert settle(store, an_event("e1"), an_event("e2")) == 2
    assert settle(store, an_event("e2"), an_event("e1")) == 0


def test_settling_drops_what_is_gone_and_changes_what_changed(store: Store) -> None:
    settle(store, an_event("e1"), an_event("e2"))
    assert settle(store, an_event("e2", title="Ambush"), an_event("e3"), gone=("e1",)) == 3
    assert [(each.id, each.title) for each in store.dossier().events] == [
        ("e2", "Ambush"),
        ("e3", "Clash"),
    ]


def test_settling_moves_an_event_to_another_episode(store: Store) -> None:
    settle(store, an_event("e1"), an_event("e2"))
    with store.linking(()) as memory:
        memory.settle(Change(groups=(), episodes={"e2": "e1"}), ())
    assert {each.id: each.episode for each in store.dossier().events} == {"e1": "e1", "e2": "e1"}


def test_merges_and_splits_are_recorded(store: Store) -> None:
    settle(store, an_event("e1"), an_event("e2"))
    with store.linking(()) as memory:
        merged = replace(an_event("e1"), formerly=("e2",))
        memory.settle(Change(groups=(), gone=("e2",)), [merged])
    with store.linking(()) as memory:
        memory.settle(Change(groups=(), split={"e1": ("e1", "e3")}), [merged, an_event("e3")])
    assert store.history() == (
        ("merged", "e2", "e1"),
        ("split", "e1", "e1"),
        ("split", "e1", "e3"),
    )


def test_events_come_in_order_of_their_first_day(store: Store) -> None:
    settle(store, an_event("c", start=None), an_event("b", start="2022-01-01"), an_event("a"))
    assert [each.id for each in store.dossier().events] == ["a", "b", "c"]


def test_another_linker_links_everything_again(store: Store) -> None:
    store.add([report("a", id="a"), report("b", id="b")])
    store.save([Reading(report="a"), Reading(report="b")], "reader 1")
    assert store.unlinked("link 1") == ("a", "b")
    with store.linking(["a"]):
        pass
    assert store.unlinked("link 1") == ("b",)
    assert store.unlinked("link 2") == ("a", "b")


def test_a_report_that_was_read_again_is_linked_again(store: Store) -> None:
    store.add([report("a", id="a")])
    store.save([Reading(report="a")], "reader 1")
    assert store.unlinked("link 1") == ("a",)
    with store.linking(["a"]):
        pass
    assert store.unlinked("link 1") == ()
    store.save([Reading(report="a")], "reader 2")
    assert store.unlinked("link 1") == ("a",)


def test_a_link_that_fails_leaves_nothing_behind(store: Store) -> None:
    store.add([report("a", id="a")])
    store.save([Reading(report="a")], "reader 1")
    store.unlinked("link 1")

    def link_and_break() -> None:
        with store.linking(["a"]) as memory:
            memory.post("mark", [(1, "a", None)])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        link_and_break()
    assert store.unlinked("link 1") == ("a",)
    with store.linking(()) as memory:
        assert memory.holders("mark", [1]) == {}


def test_a_batch_that_fails_leaves_nothing_behind(store: Store) -> None:
    def broken() -> Iterator[Reading]:
        yield Reading(report="a")
        raise KeyboardInterrupt

    store.add([report("a", id="a")])
    with pytest.raises(KeyboardInterrupt):
        store.save(broken(), "reader 1")
    assert store.dossier().readings == ()


def test_refuses_a_file_that_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("these are notes, not a database, and long enough to be told apart " * 20)
    with pytest.raises(StoreError, match=r"notes\.db"):
        Store.open(path)


def test_leaves_the_file_of_another_program_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StoreError, match="another program, with the table 'bookmarks'"):
        Store.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


@pytest.mark.parametrize("record", ["{", "[1]", '{"id": 1}', "null"])
def test_a_damaged_record_is_named(store: Store, tmp_path: Path, record: str) -> None:
    store.add([report("One text.")])
    with closing(sqlite3.connect(tmp_path / "deep" / "rashomon.db")) as connection, connection:
        connection.execute("UPDATE reports SET record = ?", (record,))
    with pytest.raises(StoreError, match="a damaged report: expected a record in JSON, received"):
        store.dossier()


def test_brings_an_older_store_up_to_date(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "old.db")
    connection.executescript(
        """
        CREATE TABLE about ("only" INTEGER PRIMARY KEY, schema_version INTEGER NOT NULL);
        CREATE TABLE reports (id VARCHAR PRIMARY KEY, record TEXT NOT NULL);
        CREATE TABLE readings (report VARCHAR PRIMARY KEY REFERENCES reports (id),
            made_by VARCHAR NOT NULL, record TEXT NOT NULL);
        CREATE TABLE events (id VARCHAR PRIMARY KEY, record TEXT NOT NULL);
        INSERT INTO about VALUES (1, 1);
        INSERT INTO reports VALUES ('a', '{"id": "a", "text": "One."}');
        INSERT INTO readings VALUES ('a', 'reader 1', '{"report": "a"}');
        """
    )
    connection.commit()
    connection.close()
    for _ in range(2):  # the second time it is up to date
        with Store.open(tmp_path / "old.db") as opened:
            assert [each.id for each in opened.dossier().reports] == ["a"]
            assert opened.unlinked("link 1") == ("a",)


def test_refuses_a_store_of_another_schema(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    Store.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE about SET schema_version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="schema 99"):
        Store.open(path)


def test_refuses_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="--db"):
        Store.open(tmp_path / "file" / "rashomon.db")
