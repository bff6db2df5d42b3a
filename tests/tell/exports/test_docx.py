import io
import xml.etree.ElementTree as ET
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from rashomon.tell.exports.docx import report
from rashomon.tell.exports.plain import plain
from rashomon.values import Dossier
from tests.tell.made import dossier, empty, hostile


def _read(made: Dossier) -> Document:
    return docx.Document(io.BytesIO(report(made)))


def _links(document: Document) -> set[str]:
    relations = document.part.rels.values()
    return {each.target_ref for each in relations if each.reltype.endswith("/hyperlink")}


def test_headings_are_headings() -> None:
    paragraphs = _read(dossier()).paragraphs
    told = [(each.style.name, each.text) for each in paragraphs if each.style is not None]
    assert [each for each in told if each[0] in {"Title", "Heading 1", "Heading 2"}] == [
        ("Title", "Situation report, 15–16 March 2023"),
        ("Heading 1", "1. 20 to 90 raiders said killed in clashes, Orla"),
        ("Heading 2", "Figures"),
        ("Heading 2", "Contradictions"),
        ("Heading 2", "Grade: contested, the accounts contradict each other"),
        ("Heading 2", "Doubts"),
        ("Heading 1", "Sources"),
        ("Heading 1", "How to read this"),
    ]


def test_tables_have_a_header_row_that_comes_again() -> None:
    summary, figures = _read(dossier()).tables
    assert [cell.text for cell in summary.rows[0].cells][1:4] == ["Event", "When", "Where"]
    for table in (summary, figures):
        marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True, *[False] * (len(table.rows) - 1)]
    assert [cell.text for cell in figures.rows[1].cells] == [
        "Killed, raiders",
        "0",
        "20",
        "90",
        "Best: the lowest figure with a name to it.",
        "[1, 2]",
    ]


def test_every_number_leads_to_its_source() -> None:
    body = _read(dossier()).element.body
    anchors = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} - {None}
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    assert anchors == marks == {"source1", "source2", "source3"}


def test_only_web_addresses_are_linked() -> None:
    assert _links(_read(dossier())) == {"https://hillpost.example/orla?a=1&b=2"}
    assert _links(_read(hostile())) == {"https://x.example/%22onmouseover=%22alert(1)"}


def test_properties_and_language() -> None:
    document = _read(dossier())
    properties = document.core_properties
    assert properties.title == "Situation report, 15–16 March 2023"
    assert properties.created == properties.modified == datetime(2023, 3, 16, tzinfo=UTC)
    assert properties.language == "en-GB"
    spoken = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert spoken == {"en-GB"}


@pytest.mark.parametrize("made", [dossier(), hostile(), empty()], ids=["made", "hostile", "empty"])
def test_the_archive_is_sound_and_the_same_each_time(made: Dossier) -> None:
    written = report(made)
    assert written == report(made)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314  our own file


def test_hostile_texts_are_only_text() -> None:
    document = _read(hostile())
    title = plain(hostile().events[0].title)
    assert f"1. {title}" in [each.text for each in document.paragraphs]
    fields = {each.get(qn("w:instr")) for each in document.element.iter(qn("w:fldSimple"))}
    assert fields == set()


def test_nothing_read_is_told_so() -> None:
    texts = [each.text for each in _read(empty()).paragraphs]
    assert texts[:2] == ["Situation report", "Zero reports read, no event found."]
