from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read import Reader
from rashomon.read.screen import forms_of, may_tell
from tests.factory import reader, report


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two farmers.",
        "CAR BOMBINGS IN TORVASK",
        "Students protested in the capital.",
        "The airstrikes went on.",
        "He was “abducted”.",
    ],
)
def test_a_report_of_violence_or_protest_passes(text: str) -> None:
    assert may_tell(text, "en")


@pytest.mark.parametrize(
    "text",
    ["", "The bank raised its rates on Monday.", "She won the cup and went on to win the league."],
)
def test_a_report_of_nothing_of_the_kind_does_not(text: str) -> None:
    assert not may_tell(text, "en")


def test_every_report_passes_where_no_one_counted() -> None:
    assert may_tell("La banque a relevé ses taux.", "fr")


@pytest.mark.parametrize("form", ["killed", "kills", "massacres", "bombing", "riots", "abducting"])
def test_forms_of_the_lexicon_are_known(form: str) -> None:
    assert form in forms_of("en")


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    assert may_tell(f"{text} Gunmen killed two farmers.", "en")


def test_what_is_screened_out_is_told() -> None:
    screening = Reader(reader().gazetteer, only_violence=True)
    reports = [report("The bank raised its rates."), report("Gunmen killed two farmers.")]
    quiet, violent = screening.read(reports)
    assert [issue.code for issue in quiet.issues] == ["screened"]
    assert violent == next(reader().read(reports[1:]))
    assert screening.made_by != reader().made_by
