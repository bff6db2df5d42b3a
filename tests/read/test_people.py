"""The names of people are found wherever they stand, and nothing is passed over in silence."""

from __future__ import annotations

import pytest

from rashomon.errors import MissingPartError
from rashomon.read import Pipelines, find_people
from rashomon.values import Passage, Report
from tests.factory import report, span

TEXT = "Gunmen shot John Miller.\n\nPhoto: Anna Peters at the market"


@pytest.fixture(scope="module")
def pipelines() -> Pipelines:
    return Pipelines()


def names(given: Report, pipelines: Pipelines) -> list[str] | None:
    ((_, found),) = find_people([given], pipelines)
    return None if found is None else [each.of(given.content) for each in found]


def test_captions_are_searched_too(pipelines: Pipelines) -> None:
    caption = Passage(span(TEXT, "Photo: Anna Peters at the market"), "caption")
    assert names(report(TEXT, passages=(caption,)), pipelines) == ["John Miller", "Anna Peters"]


def test_a_language_without_lexicon_is_not_searched(pipelines: Pipelines) -> None:
    assert names(report("Talo paloi.", language="fi"), pipelines) is None


def test_what_is_too_long_to_be_read_is_not_parsed(pipelines: Pipelines) -> None:
    assert names(report("John Miller fled. " * 60_000), pipelines) is None


def test_reports_come_back_in_order(pipelines: Pipelines) -> None:
    given = [
        report(f"{text}.", language=code) for text, code in (("A", "en"), ("B", "fi"), ("C", "en"))
    ]
    assert [each for each, _ in find_people(given, pipelines)] == given


def test_an_empty_line_holds_nobody(pipelines: Pipelines) -> None:
    assert names(report("\n \n"), pipelines) == []


def test_a_missing_model_is_told(pipelines: Pipelines, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_self: Pipelines, language: str) -> None:
        raise MissingPartError(language)

    monkeypatch.setattr(Pipelines, "of", absent)
    with pytest.raises(MissingPartError):
        list(find_people([report("Rien.", language="fr")], pipelines))


def test_the_pipeline_is_whole_again_afterwards(pipelines: Pipelines) -> None:
    before = list(pipelines.of("en").pipe_names)
    names(report("John Miller fled."), pipelines)
    assert list(pipelines.of("en").pipe_names) == before
