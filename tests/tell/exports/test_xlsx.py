import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest

from rashomon.errors import UsageError
from rashomon.tell.exports import xlsx
from rashomon.tell.exports.xlsx import workbook
from rashomon.tell.tables import tables
from rashomon.values import Dossier
from tests.tell.made import HOSTILE, dossier, empty, hostile

SHEETS = ["Events", "Claims", "Findings", "Contradictions", "Sources", "Data dictionary"]


def opened(made: Dossier) -> Any:  # noqa: ANN401  openpyxl has no types
    return openpyxl.load_workbook(io.BytesIO(workbook(made)))


def cells(made: Dossier, sheet: str, row: int = 2) -> dict[str, Any]:
    read = opened(made)[sheet]
    return {head.value: cell for head, cell in zip(read[1], read[row], strict=True)}


@pytest.mark.parametrize("made", [dossier(), hostile(), empty()])
def test_sheets_have_a_head_in_view_and_filters(made: Dossier) -> None:
    book = opened(made)
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])
        assert all(sheet.column_dimensions[c.column_letter].width > 10 for c in sheet[1])


def test_claims_hold_the_exact_words() -> None:
    frame = pd.read_excel(io.BytesIO(workbook(dossier())), sheet_name="Claims", dtype=str)
    assert tuple(frame["quotation"]) == tables(dossier())["claims"].column("quotation")


def test_numbers_are_numbers_and_days_are_days() -> None:
    event = cells(dossier(), "Events")
    assert event["killed_best"].value == 22
    assert event["latitude"].value == 13.52
    assert event["start"].value == datetime(2023, 3, 14)  # noqa: DTZ001
    assert event["start"].is_date
    assert event["wounded_high"].value is None
    assert event["sides"].value == "guards; raiders; civilians"
    assert cells(dossier(), "Claims")["headline"].value is False


def test_ids_lead_to_the_sheet_that_explains_them() -> None:
    book = opened(dossier())
    for sheet, column, home in (("Claims", "event", "Events"), ("Claims", "report", "Sources")):
        cell = cells(dossier(), sheet)[column]
        _, address = cell.hyperlink.location.split("!")
        assert cell.hyperlink.location.startswith(f"'{home}'!")
        assert book[home][address].value == cell.value
    assert cells(dossier(), "Events")["event"].hyperlink is None


def test_only_addresses_of_the_web_are_links() -> None:
    links = {}
    for row in (2, 3, 4):
        cell = cells(dossier(), "Sources", row)["url"]
        links[cell.value] = cell.hyperlink.target if cell.hyperlink else None
    web = "https://hillpost.example/orla?a=1&b=2"
    assert links == {web: web, "javascript:alert(1)": None}


def test_an_address_too_long_for_a_link_is_text() -> None:
    report = replace(dossier().reports[1], url=f"https://hillpost.example/{'a' * 3000}")
    made = replace(dossier(), reports=(report,), readings=(), events=())
    assert cells(made, "Sources")["url"].hyperlink is None


def test_a_text_is_never_a_formula() -> None:
    for sheet in opened(hostile()):
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    publisher = cells(hostile(), "Sources")["publisher"]
    assert publisher.value.startswith("=</title>")
    assert publisher.quotePrefix


def test_an_error_code_is_text() -> None:
    made = replace(dossier(), reports=(replace(dossier().reports[0], title="#REF!"),))
    assert cells(made, "Sources")["title"].data_type != "e"


def test_what_xml_cannot_hold_is_replaced_one_for_one() -> None:
    title = cells(hostile(), "Sources")["title"].value
    assert len(title) == len(HOSTILE)
    assert title == HOSTILE.replace("\u202e", "\ufffd").replace("\x00", "\ufffd")


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    made = replace(dossier(), reports=(replace(dossier().reports[0], title="a" * 40_000),))
    title = cells(made, "Sources")["title"].value
    assert len(title) == 32_767
    assert title.endswith("…")


def test_days_before_the_calendar_of_spreadsheets_are_text() -> None:
    made = replace(dossier(), events=(replace(dossier().events[0], start="1899-12-31"),))
    assert cells(made, "Events")["start"].value == "1899-12-31"


def test_links_end_where_a_sheet_takes_no_more() -> None:
    claims = tables(dossier())["claims"]
    homes = {"event": {dossier().events[0].id: "'Events'!A2"}}
    sheet = openpyxl.Workbook(write_only=True).create_sheet()
    writing = xlsx._Sheet(sheet, claims, homes, links=3)
    made = [writing._cell(claims.fields[1], row[1]) for row in claims.rows]
    assert [hasattr(cell, "hyperlink") for cell in made] == [True] * 3 + [False] * 8


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 5)
    with pytest.raises(UsageError, match="11 claims are more rows than a sheet holds"):
        workbook(dossier())


def test_the_dictionary_explains_every_column() -> None:
    book = opened(dossier())
    rows = [[cell.value for cell in row] for row in book["Data dictionary"].iter_rows(min_row=2)]
    explained = {(sheet, column) for sheet, column, _, meaning in rows if column and meaning}
    for sheet in SHEETS[:-1]:
        assert {(sheet, cell.value) for cell in book[sheet][1]} <= explained


def test_the_bytes_do_not_know_the_day() -> None:
    archive = zipfile.ZipFile(io.BytesIO(workbook(dossier())))
    assert {info.date_time[0] for info in archive.infolist()} == {1980}
    assert b"2000-01-01" in archive.read("docProps/core.xml")
