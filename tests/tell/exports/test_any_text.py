"""Whatever a report says, the formats of tables hold it, and nothing of it runs."""

import csv
import io
import json
from dataclasses import replace

import openpyxl
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.tell import choose
from rashomon.values import Dossier
from tests.tell.made import dossier

ANY = st.text(st.characters(codec=None), max_size=40)  # half characters too
TEXTS = ANY | st.sampled_from(
    ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "#REF!", "'", '"', ";", ""]
)
CSVS = ("ucdp", "acled", "hxl", "atlos")


def told(words: str) -> Dossier:
    """Make a dossier that has some words wherever there can be any."""
    made = dossier()
    reports = tuple(
        replace(each, title=words, publisher=words, byline=words, url=words, published=words)
        for each in made.reports
    )
    (event,) = made.events
    place = replace(event.place, name=words, admin1=words, country=words) if event.place else None
    sides = tuple(replace(side, name=words) for side in event.sides)
    bent = replace(event, title=words, kind=words, place=place, sides=sides, start=words)
    return replace(made, reports=reports, events=(bent,))


def make(name: str, made: Dossier) -> dict[str, bytes]:
    (chosen,) = choose([name])
    return dict(chosen.make(made))


@settings(max_examples=30)
@given(words=TEXTS)
@pytest.mark.parametrize("name", CSVS)
def test_no_cell_of_a_csv_starts_a_formula(name: str, words: str) -> None:
    (content,) = make(name, told(words)).values()
    for row in csv.reader(io.StringIO(content.decode())):
        for cell in row:
            is_number = cell.lstrip("-").replace(".", "", 1).isdigit()
            assert is_number or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@settings(max_examples=20)
@given(words=TEXTS)
def test_every_cell_of_a_workbook_is_a_value(words: str) -> None:
    (content,) = make("xlsx", told(words)).values()
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        assert all(cell.data_type not in {"f", "e"} for row in sheet.iter_rows() for cell in row)


@settings(max_examples=20)
@given(words=TEXTS)
def test_columns_keep_every_letter(words: str) -> None:
    files = make("parquet", told(words))
    read = pl.read_parquet(io.BytesIO(files["sources.parquet"]))
    assert set(read["title"]) == {words.encode("utf-8", "backslashreplace").decode()}


@settings(max_examples=20)
@given(words=TEXTS)
def test_json_is_json(words: str) -> None:
    made = told(words)
    (feature,) = json.loads(make("geojson", made)["events.geojson"])["features"]
    assert feature["properties"]["title"] == words.encode("utf-8", "backslashreplace").decode()
    event = json.loads(make("jsonl", made)["events.jsonl"].decode())
    assert event["title"] == words
