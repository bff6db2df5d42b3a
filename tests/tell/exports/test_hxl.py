import io
from dataclasses import replace
from typing import Any

import hxl
import pytest

from rashomon.tell.exports.hxl import COLUMNS, events_csv
from rashomon.values import Dossier
from tests.tell.made import dossier, empty, hostile
from tests.tell.pinned import pinned


def data(made: Dossier) -> Any:  # noqa: ANN401  libhxl has no types
    return hxl.data(io.BytesIO(events_csv(made).encode()))


def row(made: Dossier) -> dict[str, str]:
    source = data(made)
    (values,) = source.values
    return dict(zip(source.display_tags, values, strict=True))


def test_csv_is_the_one_pinned() -> None:
    assert events_csv(dossier()) == pinned("hxl.csv", events_csv(dossier()))


def test_libhxl_finds_every_tag() -> None:
    source = data(dossier())
    assert source.headers == [column.heading for column in COLUMNS]
    assert source.display_tags == [column.tag for column in COLUMNS]
    assert len({column.tag for column in COLUMNS}) == len(COLUMNS)


@pytest.mark.parametrize("made", [dossier(), hostile(), empty()])
def test_libhxl_finds_nothing_wrong(made: Dossier) -> None:
    report = hxl.validate(data(made))
    assert report["is_valid"], report["issues"]
    assert report["stats"]["total"] == 0, report["issues"]


def test_libhxl_would_find_a_wrong_day() -> None:
    bad = events_csv(dossier()).replace("2023-03-14", "some day", 1)
    assert not hxl.validate(hxl.data(io.BytesIO(bad.encode())))["is_valid"]


def test_counts_and_codes_stand_under_the_tags_of_hdx() -> None:
    told = row(dossier())
    assert told["#affected+killed"] == "22"
    assert (told["#affected+killed+min"], told["#affected+killed+max"]) == ("2", "92")
    assert (told["#affected+injured"], told["#affected+injured+max"]) == ("11", "")
    assert told["#affected+civilians+killed"] == "2"
    assert (told["#country+name"], told["#country+code"]) == ("Niger", "NER")
    assert told["#meta+original+source"].startswith("villagers;A nurse at Orla clinic;")


def test_rows_can_be_filtered_by_tag() -> None:
    two = replace(dossier(), events=(*dossier().events, *hostile().events))
    named = data(two).with_rows("#country+code=NER").values
    assert len(named) == 1
