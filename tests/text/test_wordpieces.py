"""Words are cut as BERT cuts them; quotation marks face the way they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.wordpieces import Vocabulary, facing, words_in

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "raid", "##ed", "##er", "cafe", "!"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("raid", ["raid"]),
        ("Raided", ["raid", "##ed"]),
        ("CAFÉ", ["cafe"]),
        ("!", ["!"]),
        ("raids", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("raid" * 40, ["[UNK]"]),
    ],
)
def test_a_word_becomes_its_longest_pieces(word: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in Vocabulary(PIECES).pieces(word)] == pieces


@pytest.mark.parametrize(
    ("text", "faced"),
    [
        ('He said: "Run."', "He said: “Run.”"),
        ('"Run," he said, "now."', "“Run,” he said, “now.”"),
        ("«Run»", "“Run”"),
        ("the guards' post isn’t", "the guards' post isn't"),
        ("'Run', he said", "‘Run', he said"),
        ("``Run''", "““Run””"),
        ('("Run")', "(“Run”)"),
    ],
)
def test_marks_face_what_they_hold(text: str, faced: str) -> None:
    assert facing(text) == faced


@given(st.text(alphabet=st.sampled_from("aé \n\"'“”‘’`«»([-.\u0301\u200b𝔸_9")))
def test_length_stays_and_words_hold_all_that_is_no_blank(text: str) -> None:
    faced = facing(text)
    assert len(faced) == len(text)
    words = words_in(faced, 0, len(faced))
    assert "".join(word.of(faced) for word in words) == "".join(faced.split())
    assert all(Vocabulary(PIECES).pieces(word.of(faced)) for word in words)
