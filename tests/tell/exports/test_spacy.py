from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from rashomon.tell.exports.marks import texts
from rashomon.tell.exports.spacy import SPANS_KEY, doc_bin
from rashomon.values import Dossier, Reading, Report, Span, Time
from tests.tell.made import dossier, empty, hostile


def _back(made: Dossier) -> list[Doc]:
    return list(DocBin().from_bytes(doc_bin(made)).get_docs(spacy.blank("en").vocab))


def _one(text: str, *edges: tuple[int, int], language: str | None = "en") -> Doc:
    times = tuple(Time(Span(*edge), "DATE", None) for edge in edges)
    report = Report(id="r", text=text, language=language)
    reading = Reading(report="r", times=times)
    (doc,) = _back(Dossier(reports=(report,), readings=(reading,), events=()))
    return doc


@pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])
def test_texts_and_marks_come_back_exactly(made: Dossier) -> None:
    for doc, (report, marks) in zip(_back(made), texts(made), strict=True):
        assert doc.text == report.content
        assert doc.user_data["report"] == report.id
        assert [tuple(each) for each in doc.user_data["marks"]] == [
            (mark.label, *mark.span, mark.note) for mark in marks
        ]


def test_a_span_holds_its_mark_and_no_whole_token_more() -> None:
    for doc in _back(dossier()):
        spans = {(span.label_, span.start, span.end) for span in doc.spans[SPANS_KEY]}
        for label, start, end, _ in doc.user_data["marks"]:
            touched = [
                token.i for token in doc if token.idx < end and start < token.idx + len(token)
            ]
            assert (label, touched[0], touched[-1] + 1) in spans


def test_a_mark_that_cuts_a_token_is_widened_but_not_forgotten() -> None:
    doc = _one("A three-day truce.", (2, 7), (6, 8))
    assert [span.text for span in doc.spans[SPANS_KEY]] == ["three", "three-"]
    assert [tuple(each[1:3]) for each in doc.user_data["marks"]] == [(2, 7), (6, 8)]


def test_entities_do_not_overlap_and_are_never_clauses() -> None:
    for doc in _back(dossier()):
        assert doc.ents
        assert {span.label_ for span in doc.ents}.isdisjoint({"CLAIM", "CONTENT"})
        assert {span.label_ for span in doc.spans[SPANS_KEY]} >= {"CLAIM", "FIGURE"}


@pytest.mark.parametrize("language", ["fr", "qq", "../x", None])
def test_a_text_of_any_language_is_split(language: str | None) -> None:
    assert _one("Dix morts, dit-on.", (0, 3), language=language).text == "Dix morts, dit-on."


def test_half_a_character_keeps_its_place() -> None:
    doc = _one("Bad \ud800 text on Monday", (14, 20))
    assert doc.text == "Bad ? text on Monday"
    assert [span.text for span in doc.ents] == ["Monday"]


def test_the_bytes_are_the_same_each_time() -> None:
    assert doc_bin(dossier()) == doc_bin(dossier())
    moved = replace(dossier(), events=())
    assert doc_bin(moved) == doc_bin(dossier())


def test_nothing_read_is_no_document() -> None:
    assert _back(empty()) == []
