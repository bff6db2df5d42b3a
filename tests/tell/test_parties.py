from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.parties import leading, party, speaker
from rashomon.values import Side, Voice
from tests.tell.made import dossier


def _case(*sides: Side) -> Case:
    made = dossier()
    event = made.events[0]
    return Case.of(replace(event, sides=sides or event.sides), Library.of(made))


def test_who_acts_and_who_is_acted_on() -> None:
    assert leading(_case()) == (["guards"], ["raiders"])


def test_mentions_outrank_the_role_of_linking() -> None:
    assert leading(_case(Side("raiders", "actor")))[1] == ["raiders"]


def test_civilians_stand_alone_where_nobody_else_is_acted_on() -> None:
    assert leading(_case(Side("civilians", "victim")))[1] == ["civilians"]


@pytest.mark.parametrize(
    ("side", "expected"),
    [("raiders", "the raiders"), ("The raiders", "the raiders"), ("nobody known", "nobody known")],
)
def test_the_article_is_the_one_of_the_reports(side: str, expected: str) -> None:
    assert party(_case(), side) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("The villagers", "the villagers"), ("Ilse Brandt", "Ilse Brandt"), ("Herders", "herders")],
)
def test_a_capital_that_opened_a_sentence_is_taken_back(name: str, expected: str) -> None:
    case = _case()
    assert speaker(case, case.claims[0], Voice(name, "resident")) == expected
