from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.counts import grammar
from rashomon.text.numerals import Numerals

NUMERALS = grammar("en").numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("7", 7),
        ("4,000", 4000),
        ("1,234,567", 1234567),
        ("1.2k", 1200),
        ("3m", 3000000),
        ("1.2 million", 1200000),
        ("40 thousand", 40000),
        ("a hundred", 100),
        ("a hundred thousand", 100000),
        ("dozen", 12),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a half dozen", 6),
        ("half-a-dozen", 6),
        ("half a million", 500000),
        ("seven", 7),
        ("Twelve", 12),
        ("twenty-two", 22),
        ("twenty two", 22),
        ("NINETY-NINE", 99),
        ("one hundred and twenty", 120),
        ("two hundred fifty-three", 253),
        ("two thousand three hundred", 2300),
        ("three hundred thousand", 300000),
        ("one thousand and one", 1001),
    ],
)
def test_a_number_is_read(text: str, value: int) -> None:
    assert NUMERALS.parse(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "a",
        "half",
        "third",
        "22nd",
        "twenty-first",
        "4,00",
        "1.5",
        "10:30",
        "9/11",
        "two-three",
        "100 and two",
        "seven men",
        "1" * 40,
        "²",
        "٣",
        "30s",
    ],
)
def test_what_is_no_whole_number_gives_none(text: str) -> None:
    assert NUMERALS.parse(text) is None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_come_back_with_and_without_commas(value: int) -> None:
    assert NUMERALS.parse(str(value)) == NUMERALS.parse(f"{value:,}") == value


@given(st.lists(st.sampled_from(["a", "half", "-", "two", "twenty", "and", "hundred", "5", "x"])))
def test_the_run_never_leaves_the_words(words: list[str]) -> None:
    for start in range(len(words)):
        found = NUMERALS.run(words, start)
        assert found is None or start < found[0] <= len(words)


FRENCH = Numerals(
    units={"deux": 2, "cent": 100},
    scales={"mille": 1000, "millions": 1000000},
    suffixes={},
    articles=frozenset(),
    halves=frozenset(),
    joiners=frozenset(),
    thousands=" .",
    decimal=",",
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 200", 1200),
        ("12 000", 12000),
        ("1 200 000", 1200000),
        ("1.200", 1200),
        ("1,5 millions", 1500000),
        ("deux mille", 2000),
        ("2014 200", None),  # a year, and two hundred of something
        ("1 20", None),
        ("012 200", None),
        ("1,200", None),
    ],
)
def test_marks_between_digits_are_the_language_s(text: str, value: int | None) -> None:
    assert FRENCH.parse(text) == value
