"""How names sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.sounds import consonants, is_latin, romanize, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [("yousef", "jusef"), ("qadeer", "kadir"), ("khaled", "haled"), ("nuur", "nour")],
)
def test_spellings_of_one_sound_come_close(one: str, other: str) -> None:
    differing = sum(a != b for a, b in zip(sound(one), sound(other), strict=True))
    assert differing <= 1


def test_short_vowels_may_be_left_out() -> None:
    assert consonants("kwhnwrstan") == consonants("kuhnurestan")


@pytest.mark.parametrize(
    ("name", "latin"),
    [("Юсуф Щукин, 7", "yusuf shchukin, 7"), ("Γιώργος", "giorgos"), ("カリム", "karimu")],
)
def test_any_alphabet_is_written_in_latin_letters(name: str, latin: str) -> None:
    assert romanize(name).lower() == latin


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Qal‘eh-ye Ḩişār 7", True),
        ("Straße", True),
        ("Ḥasanʿ", True),
        ("Юсуф", False),
        ("Yusuf (يوسف)", False),
    ],
)
def test_latin_letters_with_marks_are_latin(name: str, *, expected: bool) -> None:
    assert is_latin(name) is expected


@given(st.text(max_size=30))
def test_any_text_has_a_sound(text: str) -> None:
    assert isinstance(sound(text), str)
    assert isinstance(consonants(text), str)
    assert romanize(text).isascii()
