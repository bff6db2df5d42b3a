"""How names sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.sounds import consonants, romanize, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [("yousef", "jusef"), ("qadeer", "kadir"), ("khaled", "haled"), ("nuur", "nour")],
)
def test_spellings_of_one_sound_come_close(one: str, other: str) -> None:
    differing = sum(a != b for a, b in zip(sound(one), sound(other), strict=True))
    assert differing <= 1


def test_short_vowels_may_be_left_out() -> None:
    assert consonants("kwhnwrstan") == consonants("kuhnurestan")


def test_cyrillic_letters_are_written_in_latin_ones() -> None:
    assert romanize("юсуф щукин, 7").split() == ["yusuf", "shchukin,", "7"]


@given(st.text(max_size=30))
def test_any_text_has_a_sound(text: str) -> None:
    assert isinstance(sound(text), str)
    assert isinstance(consonants(text), str)
    assert len(romanize(text)) >= len(text) - sum(text.count(sign) for sign in "ъьЪЬ")
