"""Every place that keeps linking's memory does what `rashomon.link.memory.Memory` promises."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeAlias

import pytest

from rashomon.link import (
    Change,
    Copy,
    Crowd,
    Former,
    Memory,
    Notebook,
    Shelf,
    blocks,
    reprints,
    take_in,
)
from rashomon.store import Store
from rashomon.values import Event, Group, Judgement, Reading, Report
from rashomon.weigh import weigh
from tests.link.made import Made
from tests.link.streams import stream

Opened: TypeAlias = Callable[[Sequence[Made]], AbstractContextManager["Settling"]]


class Settling(Memory, Protocol):
    """A memory that is told what became of the events."""

    def settle(self, change: Change, events: Iterable[Event]) -> object:
        """Keep what a change has made of the events."""


class Diary(Notebook):
    """A notebook that goes on from one change to the next, as only the store does elsewhere."""

    def settle(self, change: Change, events: Iterable[Event]) -> None:
        held = self._event_of.items()
        self._event_of = {claim: event for claim, event in held if event.id not in change.gone}
        for event in events:
            as_left = Former(event.id, event.reports, event.claims, event.formerly)
            self._event_of |= dict.fromkeys(event.claims, as_left)


@pytest.fixture(params=["notebook", "store"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    """Open an empty memory of some reports."""

    @contextmanager
    def notebook(known: Sequence[Made]) -> Iterator[Settling]:
        yield Diary(Shelf([each.report for each in known], [each.reading for each in known]))

    @contextmanager
    def store(known: Sequence[Made]) -> Iterator[Settling]:
        numbers = len(list(tmp_path.iterdir()))
        with Store.open(tmp_path / f"{numbers}.db") as made:
            made.add([each.report for each in known])
            made.save([each.reading for each in known], "reader 1")
            with made.linking(()) as memory:
                yield memory

    return {"notebook": notebook, "store": store}[request.param]


def test_knows_reports_and_readings(opened: Opened) -> None:
    known = Made(Report(id="a", text="One."), Reading(report="a"))
    with opened([known]) as memory:
        assert memory.reports(["a", "b"]) == {"a": known.report}
        assert memory.readings(["a", "b"]) == {"a": known.reading}


def test_counts_who_has_a_key(opened: Opened) -> None:
    with opened([]) as memory:
        memory.post("print", [(7, "b", 20), (7, "a", None), (-8, "b", None)])
        memory.post("print", [(7, "b", 20), (7, "c", 10)])
        memory.post("mark", [(7, "z", 1)])
        assert memory.crowds("print", [7, -8, 9]) == {7: Crowd(3, "a", 10, 20)}
        assert memory.holders("print", [7, 9]) == {7: ["a", "b", "c"]}
        memory.unpost("print", [(7, "c", 10), (-8, "b", None), (9, "b", None)])
        assert memory.crowds("print", [7, -8]) == {7: Crowd(2, "a", 20, 20)}
        assert memory.holders("mark", [7]) == {7: ["z"]}


def test_keeps_copies_by_either_report(opened: Opened) -> None:
    old = Copy("a", "b", "partial", 0.25)
    other, new = Copy("c", "d", "derived", 0.5), Copy("b", "c", "duplicate", 1.0)
    with opened([]) as memory:
        memory.set_copies(["a"], [old])
        memory.set_copies(["c"], [other])
        assert memory.copies(["b", "d", "x"]) == [old, other]
        memory.set_copies(["b"], [new])
        assert memory.copies(["a", "b", "c", "d"]) == [new, other]


def test_keeps_judgements_by_either_telling(opened: Opened) -> None:
    def judgement(left: str, right: str, p: float | None) -> Judgement:
        return Judgement(left=left, right=right, p=p, why=("same day",), made_by="m", episode=True)

    with opened([]) as memory:
        memory.set_judgements(["a"], [judgement("a", "b", 0.25), judgement("a", "c", None)])
        assert memory.judgements(["c"]) == [judgement("a", "c", None)]
        memory.set_judgements(["c"], [judgement("b", "c", 0.5)])
        assert memory.judgements(["a", "b", "c"]) == [
            judgement("a", "b", 0.25),
            judgement("b", "c", 0.5),
        ]


def test_forgets_what_was_judged_on_a_telling_that_is_gone(opened: Opened) -> None:
    known = stream()[:2]
    with opened(known) as memory:
        take_in(memory, [each.report.id for each in known])
        portraits = memory.portraits_of([each.report.id for each in known])
        names = [portrait.id for portrait in portraits]
        assert memory.portraits(names) == {portrait.id: portrait for portrait in portraits}
        assert memory.judgements(names)
        memory.set_portraits(names[:1], ())
        assert list(memory.portraits(names)) == names[1:]
        assert memory.judgements(names) == []


def test_one_at_a_time_in_any_order_is_all_at_once(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reprints, "_CROWD", 4)  # so that crowds come and go
    monkeypatch.setattr(blocks, "_CROWD", 6)
    for seed in (2, 8):  # in these orders copies and crowds change what was linked before
        known = stream(seed=seed)
        with opened(known) as memory:
            whole = grouped(memory, [[each.report.id for each in known]])
        assert len(whole) > 3
        order = [each.report.id for each in known]
        random.Random(seed).shuffle(order)  # noqa: S311  not a secret
        with opened(known) as memory:
            assert grouped(memory, [[name] for name in order]) == whole


def grouped(memory: Settling, batches: Sequence[Sequence[str]]) -> dict[frozenset[str], object]:
    """Take batches in, and say of each set of claims what else linking has said of it."""
    groups: dict[str, Group] = {}
    for batch in batches:
        change = take_in(memory, batch)
        for name in change.gone:
            groups.pop(name, None)
        groups |= {group.id: group for group in change.groups}
        known = memory.reports({c.report for g in change.groups for c in g.claims})
        memory.settle(change, [weigh(group, known) for group in change.groups])
        for name, episode in change.episodes.items():
            groups[name] = replace(groups[name], episode=episode)
    episodes: dict[str, set[str]] = {}
    for group in groups.values():
        episodes.setdefault(group.episode, set()).update(c.id for c in group.claims)
    return {
        frozenset(claim.id for claim in group.claims): (
            group.copies,
            len(group.doubts),
            frozenset(episodes[group.episode]),
        )
        for group in groups.values()
    }
