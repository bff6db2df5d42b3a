from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import DataError, MissingPartError
from rashomon.gazetteer import Gazetteer
from rashomon.read import Reader
from rashomon.read.page import Page, parse
from rashomon.read.times import find_times
from rashomon.values import Reading
from tests.factory import report
from tests.gazetteer.places import small_gazetteer

TEXT = "Gunmen killed a farmer in Maymana on Friday."


@pytest.fixture(name="english", scope="module")
def _english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path: Path = small_gazetteer(tmp_path_factory.mktemp("gazetteer") / "small.sqlite")
    gazetteer = Gazetteer.open(path)
    yield Reader(gazetteer)
    gazetteer.close()


def codes(readings: list[Reading]) -> list[list[str]]:
    return [[issue.code for issue in reading.issues] for reading in readings]


def test_everything_is_read(english: Reader) -> None:
    [reading] = english.read([report(TEXT, published="2024-05-04")])
    assert [claim.kind for claim in reading.claims] == ["Attack"]
    assert [place.span.of(TEXT) for place in reading.places] == ["Maymana"]
    assert [time.value for time in reading.times] == ["2024-05-03"]


def test_readings_come_in_order_one_for_each(english: Reader) -> None:
    reports = [report(f"{TEXT} {n}.", id=f"r{n}") for n in range(40)]
    assert [reading.report for reading in english.read(reports)] == [each.id for each in reports]


def test_a_reading_does_not_depend_on_its_neighbours(english: Reader) -> None:
    first, second = report(TEXT), report("Two soldiers died in a clash with rebels.")
    alone = [*english.read([first]), *english.read([second])]
    assert list(english.read([second, first])) == alone[::-1]


def test_a_language_without_lexicon_is_an_issue(english: Reader) -> None:
    readings = list(english.read([report("Bom dia.", language="pt"), report(TEXT)]))
    assert codes(readings) == [["unread-language"], []]
    assert readings[1].claims


def test_a_text_without_end_is_an_issue(english: Reader) -> None:
    assert codes(list(english.read([report("a" * 1_000_001)]))) == [["too-long"]]


def test_an_empty_text_is_read(english: Reader) -> None:
    [reading] = english.read([report("")])
    assert reading == Reading(report=reading.report)


@pytest.mark.parametrize("error", [ValueError, DataError])
def test_one_report_fails_alone(
    english: Reader, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail(page: Page) -> object:
        if "cursed" in page.content:
            raise error
        return find_times(page)

    monkeypatch.setattr("rashomon.read.reader.find_times", fail)
    readings = list(english.read([report("A cursed text.", id="r9"), report(TEXT)]))
    assert codes(readings) == [["reader-failed"], []]
    assert "r9" in readings[0].issues[0].message


def test_a_parse_that_fails_is_lost_alone(english: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(reports: list[object], pipeline: object) -> object:
        if any("cursed" in each.text for each in reports):  # type: ignore[attr-defined]
            raise ValueError
        return parse(reports, pipeline)  # type: ignore[arg-type]

    monkeypatch.setattr("rashomon.read.reader.parse", fail)
    readings = list(english.read([report(TEXT), report("A cursed text.")]))
    assert codes(readings) == [[], ["reader-failed"]]


def test_a_missing_model_is_named() -> None:
    with pytest.raises(MissingPartError, match="pip install no-such-model"):
        Reader(gazetteer=None, model="no_such_model")  # type: ignore[arg-type]


def test_languages_are_read_side_by_side_in_order(english: Reader) -> None:
    french = report("Des hommes armés ont tué un paysan à Maymana.", language="fr", id="fr")
    readings = list(english.read([report(TEXT), french, report(f"{TEXT} Again.")]))
    assert [len(reading.claims) > 0 for reading in readings] == [True, True, True]
    assert readings[1].report == "fr"


def test_a_language_without_its_model_waits(
    english: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(language: str) -> object:
        if language == "fr":
            msg = "run `pip install 'rashomon[fr]'`"
            raise MissingPartError(msg)
        return loaded(language)

    loaded = english.pipelines.of
    monkeypatch.setattr(english.pipelines, "of", missing)
    french = report("Des hommes armés ont tué un paysan.", language="fr")
    readings = list(english.read([french, report(TEXT)]))
    assert codes(readings) == [["missing-model"], []]
    assert "pip install 'rashomon[fr]'" in readings[0].issues[0].message
    assert readings[1].claims


def test_a_model_reads_its_own_language() -> None:
    chosen = Reader(gazetteer=None, model="fr_core_news_sm")  # type: ignore[arg-type]
    assert chosen.pipelines.of("fr") is chosen.pipelines.of("fr")
    assert chosen.pipelines.of("fr").lang == "fr"
