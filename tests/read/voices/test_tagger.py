"""The trained tagger, and reading with it and without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read.reasons import listening
from rashomon.read.voices import Voices, find_attributions, missing_part, tagger
from rashomon.read.voices.tagger import Tagger, tagger_of, windows
from rashomon.values import Span
from tests.factory import page, span

LINE = "The mayor, a former teacher, said on Monday that the bridge had been repaired."


@pytest.fixture(scope="module")
def english() -> Tagger:
    found = tagger_of("en")
    assert found is not None
    return found


@pytest.fixture
def forgotten() -> Iterator[None]:
    tagger_of.cache_clear()
    yield
    tagger_of.cache_clear()


def test_a_plain_line_is_marked(english: Tagger) -> None:
    ((source, cue, content),) = english.mark(LINE, [Span(0, len(LINE))])
    assert source.role == "source"
    assert source.span.of(LINE).startswith("The mayor")
    assert (cue.role, cue.span.of(LINE)) == ("cue", "said")
    assert content.role == "content"
    assert "the bridge had been repaired" in content.span.of(LINE)
    assert all(0.2 < mark.p <= 1 for mark in (source, cue, content))


def test_lines_read_together_or_twice_are_marked_alike(english: Tagger) -> None:
    text = f"{LINE}\n“We are safe,” the teacher told reporters.\n{LINE}"
    lines = [Span(0, len(LINE)), Span(len(LINE) + 1, text.rindex("\n"))]
    assert english.mark(text, lines) == english.mark(text, lines)
    assert [len(marks) for marks in english.mark(text, lines)] == [3, 3]


@settings(max_examples=15)
@given(st.text(alphabet=st.sampled_from('a said"“”.𝔸\u0301漢 '), max_size=3_000))
def test_no_text_is_too_odd(text: str) -> None:
    english = tagger_of("en")
    assert english is not None
    for marks in english.mark(text, [Span(0, len(text))] if text else []):
        assert all(mark.span.of(text).strip() for mark in marks)


def test_a_word_of_too_many_pieces_fits(english: Tagger) -> None:
    text = " ".join(["xqzkvjxqzkvjxqzkvj"] * 200)
    assert len(english.mark(text, [Span(0, len(text))])) == 1


def test_a_long_line_is_cut_behind_a_sentence() -> None:
    text = ("Nobody said a word. " * 60).strip()
    parts = list(windows(text, Span(0, len(text))))
    assert all(len(words) <= 200 for words in parts)
    assert [words[-1].of(text) for words in parts] == ["."] * len(parts)


def test_the_tagger_widens_what_the_rules_miss(english: Tagger) -> None:
    made = page("The governor was worried about the soldiers who had left the town.")
    assert find_attributions(made) == ()
    (found,) = find_attributions(made, english)
    assert [part.of(made.content) for part in found.source] == ["The governor"]


def test_what_a_quoted_speaker_passes_on_stays_nested(english: Tagger) -> None:
    made = page("The agency said that villagers reported that two shepherds were killed.")
    attributions = find_attributions(made, english)
    inner = Voices(made, attributions).told(span(made.content, "killed"))
    assert [voice.name for voice in inner.voices][1:] == ["agency", "villagers"]
    assert [each.within for each in attributions] == [None, 0]


def test_an_attitude_is_no_hop(english: Tagger) -> None:
    made = page("The governor was upset that two shepherds were killed.")
    told = Voices(made, find_attributions(made, english)).told(span(made.content, "killed"))
    assert len(told.voices) == 1


def test_it_is_told_who_read_it(english: Tagger) -> None:
    made = page("The mayor said that the bridge was repaired.")
    with listening() as notes:
        find_attributions(made, english)
    (reason,) = notes.touching("voice", Span(0, 0), span(made.content, "The mayor"))
    assert reason.rule == "the tagger marks it"
    assert reason.p is not None
    assert 0 < reason.p <= 1
    with listening() as notes:
        find_attributions(made)
    (reason,) = notes.touching("voice", Span(0, 0), span(made.content, "The mayor"))
    assert (reason.rule, reason.p) == ("a verb of saying with its clause", None)


@pytest.mark.usefixtures("forgotten")
def test_without_its_engine_there_is_no_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "find_spec", lambda _name: None)
    assert tagger_of("en") is None
    assert missing_part("en") == "onnxruntime is not installed"


@pytest.mark.usefixtures("forgotten")
def test_a_language_without_a_model_has_no_tagger() -> None:
    assert missing_part("en") is None
    assert tagger_of("xx") is None
    assert missing_part("xx") == "no model for language 'xx'"
