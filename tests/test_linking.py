"""A store that is linked at once, in batches or report by report holds the same events."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.store import Store
from rashomon.values import Event
from tests.link.made import Made
from tests.link.streams import stream


def linked(store: Store, known: Sequence[Made], rule: str = "rashomon") -> int:
    """Put reports into a store as if they had been read, and link what is not linked."""
    store.add([each.report for each in known])
    store.save([each.reading for each in known], "reader 1")
    return pipeline._link_into(store, rule, lambda _stage, _done, _total: None)


def accounts(events: Sequence[Event]) -> set[tuple[frozenset[str], object, object]]:
    """Say what events hold, whatever their names are."""
    return {(frozenset(each.claims), each.findings, each.grade) for each in events}


@pytest.mark.parametrize(("many", "batch"), [(1, 500), (1000, 500), (1000, 7), (1000, 1)])
def test_all_ways_lead_to_the_same_events(
    many: int, batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = stream(20)
    monkeypatch.setattr(pipeline, "_MANY", 1)
    with Store.open(tmp_path / "whole.db") as store:
        linked(store, known)
        whole = accounts(store.dossier().events)
    monkeypatch.setattr(pipeline, "_MANY", many)
    monkeypatch.setattr(pipeline, "_LINKED_TOGETHER", batch)
    with Store.open(tmp_path / "parts.db") as store:
        linked(store, known[:8])
        linked(store, known[8:])
        assert accounts(store.dossier().events) == whole
        assert linked(store, ()) == 0


def test_another_rule_weighs_everything_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store:
        linked(store, stream(20))
        before = store.dossier().events
        assert linked(store, (), rule="acled") > 0
        after = store.dossier().events
        assert [event.id for event in after] == [event.id for event in before]
        assert accounts(after) != accounts(before)


def test_events_that_grow_together_are_recorded(tmp_path: Path) -> None:
    known = stream(30, seed=8)
    with Store.open(tmp_path / "store.db") as store:
        for each in known:
            linked(store, [each])
        events = {event.id: event for event in store.dossier().events}
        merged = [(old, into) for change, old, into in store.history() if change == "merged"]
        assert merged
        assert all(old not in events for old, _ in merged)
        absorbed = {old for event in events.values() for old in event.formerly}
        assert {old for old, into in merged if into in events} <= absorbed
