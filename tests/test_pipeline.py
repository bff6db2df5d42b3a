"""The whole computation on the example: what `rashomon run` promises."""

from __future__ import annotations

import json
import random
import re
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.link import alike
from rashomon.link.nearness import closeness
from rashomon.pipeline import Summary, Terms
from rashomon.read import Reader
from rashomon.store import Store
from rashomon.text.folding import fold
from rashomon.values import Dossier, Event, Report
from tests.factory import reader as load_reader

EXAMPLE = Path(__file__).parent.parent / "examples" / "baghlan"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def run(
    paths: list[Path], out: Path, reader: Reader, db: Path | None = None
) -> tuple[Dossier, Summary]:
    with Store.open(db or out / "rashomon.db") as store:
        return pipeline.run(
            paths, out, store=store, reader=reader, terms=Terms(date(2026, 1, 1)), progress=silent
        )


def silent(_stage: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Dossier:
    return run([EXAMPLE], tmp_path_factory.mktemp("example"), reader)[0]


def rows(db: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(db)
    tables = ("reports", "readings", "events")
    found = [row for table in tables for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608  our own names
    connection.close()
    return sorted(found, key=repr)


def event_of(dossier: Dossier, report_id: str) -> Event:
    events = [event for event in dossier.events if report_id in event.reports]
    return max(events, key=lambda event: len(event.reports))


def affair_and_clash(dossier: Dossier) -> tuple[Event, Event]:
    """Return the event of most reports and the one of the report on Khinjan."""
    khinjan = next(r for r in dossier.reports if r.title and "Salang highway" in r.title)
    affair = max(dossier.events, key=lambda event: len(event.reports))
    return affair, next(event for event in dossier.events if khinjan.id in event.reports)


def publishers(dossier: Dossier, event: Event) -> list[str]:
    return sorted(str(r.publisher) for r in dossier.reports if r.id in event.reports)


def by_publisher(dossier: Dossier, publisher: str) -> list[Report]:
    return [report for report in dossier.reports if report.publisher == publisher]


def test_every_span_quotes_its_report(example: Dossier) -> None:
    contents = {report.id: report.content for report in example.reports}
    for reading in example.readings:
        content = contents[reading.report]
        for claim in reading.claims:
            assert claim.span.of(content).strip()
            assert claim.trigger.of(content).strip()
            for figure in claim.figures:
                assert figure.span is None or figure.span.of(content) == figure.wording


def test_the_example_is_two_events(example: Dossier) -> None:
    affair, khinjan = affair_and_clash(example)
    assert len(example.events) == 2
    assert publishers(example, affair) == [
        "Kabul Evening",
        "Morning Lantern",
        "Northern Press Agency",
        "Northern Press Agency",
        "Radio Oxus",
        "The Border Post",
        "Valley Daily",
    ]
    titles = [report.title or "" for report in example.reports if report.id in khinjan.reports]
    assert len(titles) == 1
    assert "Salang highway" in titles[0]


def test_the_clash_nearby_is_a_day_later(example: Dossier) -> None:
    affair, khinjan = affair_and_clash(example)
    assert (khinjan.start, khinjan.end) == ("2021-08-21", "2021-08-21")
    assert khinjan.doubts == ()
    assert affair.start == "2021-08-20"


def test_the_doubt_about_the_ambush_is_stated(example: Dossier) -> None:
    affair, _ = affair_and_clash(example)
    lantern = {
        claim.id
        for claim in example.claims().values()
        if claim.report == "morning-lantern-0823" and claim.id in affair.claims
    }
    doubts = [doubt for doubt in affair.doubts if doubt.kind == "may be two events"]
    assert any(lantern in map(set, doubt.parts) for doubt in doubts)


def test_the_affair_has_two_sides_and_civilians(example: Dossier) -> None:
    affair, _ = affair_and_clash(example)
    assert {side.name for side in affair.sides} == {"Taliban", "civilians", "residents"}


def test_spellings_of_one_district_are_one_place(example: Dossier) -> None:
    contents = {report.id: report.content for report in example.reports}
    found = [
        place
        for reading in example.readings
        for place in reading.places
        if fold(place.span.of(contents[reading.report])).split()[-1] in {"hesar", "hisar"}
    ]
    assert len(found) > 5
    assert all(closeness(a, b) > 0.5 for a in found for b in found)


def test_the_father_is_not_taken_for_the_son(example: Dossier) -> None:
    son = ("Ahmad Massoud", "Ahmed Masood", "Ahmad Masud")
    assert all(alike(a, b, "person") > 0.5 for a in son for b in son)
    assert not any(alike(name, "Ahmad Shah Massoud", "person") > 0.5 for name in son)
    claims = example.claims()
    told = {
        fold(participant.name)
        for event in example.events
        for claim_id in event.claims
        for participant in claims[claim_id].participants
    }
    assert not any("shah" in name.split() for name in told)


def test_lines_that_lead_elsewhere_are_not_read(example: Dossier) -> None:
    contents = {report.id: report.content for report in example.reports}
    lines = [
        (report, start.start(), contents[report].find("\n", start.start()))
        for report in contents
        for start in re.finditer("Also read", contents[report])
    ]
    assert len(lines) == 4
    for claim in example.claims().values():
        for report, start, end in lines:
            assert claim.report != report or not start <= claim.trigger.start < end


def test_copies_are_no_independent_origins(example: Dossier) -> None:
    main = max(example.events, key=lambda event: len(event.reports))
    reprint = by_publisher(example, "Valley Daily")[0]
    account = next(account for account in main.accounts if account.report == reprint.id)
    assert account.copied_from in {r.id for r in by_publisher(example, "Northern Press Agency")}


def test_history_enters_no_figure(example: Dossier) -> None:
    claims = example.claims()
    for event in example.events:
        for claim_id in event.claims:
            assert claims[claim_id].currency != "background"


def test_running_twice_changes_nothing(tmp_path: Path, reader: Reader) -> None:
    run([EXAMPLE], tmp_path, reader)
    before = rows(tmp_path / "rashomon.db")
    page = (tmp_path / "report.html").read_bytes()
    _, summary = run([EXAMPLE], tmp_path, reader)
    assert (summary.new, summary.read, summary.changed) == (0, 0, 0)
    assert rows(tmp_path / "rashomon.db") == before
    assert (tmp_path / "report.html").read_bytes() == page


def test_the_order_of_arrival_does_not_matter(
    tmp_path: Path, reader: Reader, example: Dossier
) -> None:
    files = sorted(path for path in EXAMPLE.iterdir() if path.suffix != ".md")
    random.Random(7).shuffle(files)  # noqa: S311  the same order each time, not a secret
    for path in files:
        dossier, _ = run([path], tmp_path / "out", reader)
    assert [set(event.claims) for event in dossier.events] == [
        set(event.claims) for event in example.events
    ]
    assert [event.findings for event in dossier.events] == [
        event.findings for event in example.events
    ]


def test_more_reports_keep_the_id_of_the_event(tmp_path: Path, reader: Reader) -> None:
    first = tmp_path / "first"
    first.mkdir()
    for name in ("01-wire.txt", "02-reprint.html", "03-quoting.txt"):
        shutil.copy(EXAMPLE / name, first)
    early, _ = run([first], tmp_path / "out", reader)
    wire = by_publisher(early, "Northern Press Agency")[0]
    later, _ = run([EXAMPLE], tmp_path / "out", reader)
    assert event_of(later, wire.id).id == event_of(early, wire.id).id


def test_a_killed_run_is_resumed(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 2)
    whole = run([EXAMPLE], tmp_path / "whole", reader)[0]

    class Killed(Reader):
        def __init__(self) -> None:
            self.__dict__ = reader.__dict__

        def read(self, reports: object) -> Iterator[object]:  # type: ignore[override]
            for count, reading in enumerate(reader.read(reports)):  # type: ignore[arg-type]
                if count == 5:
                    raise KeyboardInterrupt
                yield reading

    with pytest.raises(KeyboardInterrupt):
        run([EXAMPLE], tmp_path / "killed", Killed())
    resumed, summary = run([EXAMPLE], tmp_path / "killed", reader)
    assert 0 < summary.read < len(whole.reports)
    assert resumed == whole


def test_the_files_hold_the_contract(tmp_path: Path, reader: Reader) -> None:
    dossier, _ = run([EXAMPLE], tmp_path, reader)
    readings, events = (
        [json.loads(line) for line in (tmp_path / name).read_text(encoding="utf-8").splitlines()]
        for name in ("readings.jsonl", "events.jsonl")
    )
    assert [reading["report"] for reading in readings] == [r.id for r in dossier.reports]
    assert {event["id"] for event in events} == {event.id for event in dossier.events}
    assert all({"low", "best", "high", "rule"} <= set(f) for e in events for f in e["findings"])


def test_reports_of_two_languages_are_one_event(tmp_path: Path, reader: Reader) -> None:
    dossier, _ = run([EXAMPLE.parent / "langues"], tmp_path, reader)
    [event] = dossier.events
    assert len(event.reports) == 4
    languages = {report.language for report in dossier.reports}
    assert languages == {"en", "fr"}
    names = {side.name for side in event.sides}
    assert {"Taliban", "civilians"} <= names
    assert not {"talibans", "civils"} & names
    killed = {each.of: each for each in event.findings if each.measure == "killed"}
    assert (killed["Taliban"].low, killed["Taliban"].best) == (4, 11)
    by_id = {claim.id: claim for reading in dossier.readings for claim in reading.claims}
    french = {report.id for report in dossier.reports if report.language == "fr"}
    told = [by_id[each] for each in (*killed["Taliban"].supporting, *killed["Taliban"].dissenting)]
    assert {claim.report in french for claim in told} == {True, False}
    assert killed["civilians"].best == 4
