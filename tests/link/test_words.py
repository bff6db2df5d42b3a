"""Words weigh by their rarity in the language, whatever texts are at hand."""

from __future__ import annotations

import pytest

from rashomon.link.words import cosine, is_usual, rarity, tokenize, vector


@pytest.mark.parametrize(
    ("common", "rare"),
    [("the", "police"), ("police", "kitchen"), ("kitchen", "qalandarov"), ("dans", "embuscade")],
)
def test_rarer_words_say_more(common: str, rare: str) -> None:
    assert 0 <= rarity(common) < rarity(rare)


def test_days_are_usual_and_names_are_not() -> None:
    assert is_usual("monday")
    assert is_usual("mardi")
    assert not is_usual("qalandarov")


def test_sharing_a_name_is_more_than_sharing_a_common_word() -> None:
    text = vector(tokenize("Qalandarov was shot in the kitchen"))
    by_name = vector(tokenize("They buried Qalandarov"))
    by_chance = vector(tokenize("They sat in the kitchen"))
    assert 0 < cosine(text, by_chance) < cosine(text, by_name) < cosine(text, text) <= 1


def test_a_text_without_words_is_like_nothing() -> None:
    assert cosine(vector([]), vector(["word"])) == 0
