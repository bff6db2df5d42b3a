"""Every language has what the code asks for, or says that it does without."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from rashomon.errors import DataError, MissingPartError
from rashomon.lexicon import FALLBACK, Section, languages, section, tongue
from rashomon.read.counts import grammar as counts_of
from rashomon.read.happenings.words import words_of as happenings_of
from rashomon.read.history import history
from rashomon.read.places.words import words_of as places_of
from rashomon.read.times.grammar import grammar as times_of
from rashomon.read.tolls import tolls
from rashomon.read.uncounted import uncounted
from rashomon.read.voices.cues import cues_of
from rashomon.read.voices.speakers import words_of as voices_of

ROOT = Path(str(files("rashomon.lexicon")))
FILES = sorted(path.stem for path in (ROOT / FALLBACK).glob("*.yml"))
OTHERS = [language for language in languages() if language != FALLBACK]
SENTENCES = Path(__file__).parent.parent / "languages"


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", FILES)
def test_every_list_is_there_or_declared_absent(language: str, name: str) -> None:
    """Fails where a list was added to one language: give it to the others, or declare it absent.

    A list that a language does not need goes under `absent` in its `language.yml`.
    """
    here = section(language, name)
    if "*" in here.absent:
        return
    wanted = section(FALLBACK, name).entries.keys()
    assert wanted - here.entries.keys() - here.absent == set()


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", FILES)
def test_what_is_declared_absent_is_so(language: str, name: str) -> None:
    here = section(language, name)
    assert here.absent & here.entries.keys() == set()
    assert here.absent - {"*"} <= section(FALLBACK, name).entries.keys()


@pytest.mark.parametrize("language", languages())
def test_every_room_can_load_its_words(language: str) -> None:
    rooms = (cues_of, voices_of, happenings_of, places_of, times_of, counts_of, history)
    for load in (*rooms, tolls, uncounted, tongue):
        assert load(language)


@pytest.mark.parametrize("language", OTHERS)
def test_sides_without_a_name_are_called_alike(language: str) -> None:
    assert happenings_of(language).names == happenings_of(FALLBACK).names


@pytest.mark.parametrize("language", languages())
def test_a_language_has_sentences_of_its_own(language: str) -> None:
    assert (SENTENCES / f"{language}.yml").is_file()


def test_an_absent_list_is_empty() -> None:
    assert section("fr", "weigh").pairs("titles") == {}
    assert section("fr", "telling").words("kinds") == frozenset()


def test_a_missing_list_is_no_empty_one() -> None:
    with pytest.raises(DataError, match="declared absent"):
        section("fr", "cues").words("no such list")


@pytest.mark.parametrize("getter", ["ordered", "pairs", "lists", "numbers"])
@pytest.mark.parametrize("entry", ["[on]", "{go: [on]}", "{go: on}", "{on: [1]}"])
def test_a_word_that_yaml_takes_for_a_truth_value_is_refused(getter: str, entry: str) -> None:
    made = Section("xx/made", {"key": yaml.safe_load(entry)})
    with pytest.raises(DataError, match=r"^lexicon/xx/made\.yml: 'key' is .*, expected"):
        getattr(made, getter)("key")


@pytest.mark.parametrize("path", sorted(ROOT.glob("*/*.yml")), ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    """YAML keeps the last of two and says nothing."""
    waiting = [yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert [key for key in keys if keys.count(key) > 1] == []
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def test_a_language_without_lexicon_is_named() -> None:
    with pytest.raises(MissingPartError, match="languages with a lexicon: en, fr"):
        section("xx", "cues")
