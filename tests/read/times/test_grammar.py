from __future__ import annotations

import re

import pytest

from rashomon.errors import DataError
from rashomon.lexicon import languages, section
from rashomon.read.times import grammar as module
from rashomon.read.times.grammar import grammar


@pytest.mark.parametrize("language", languages())
def test_every_class_and_macro_is_used(language: str) -> None:
    lexicon = section(language, "times")
    patterns = [each for listed in lexicon.lists("patterns").values() for each in listed]
    used = set(
        re.findall(r"[a-z][a-z_0-9]+", " ".join([*patterns, *lexicon.pairs("macros").values()]))
    )
    known = {*lexicon.ordered("valued"), *lexicon.lists("plain"), *lexicon.pairs("macros")}
    assert known - used == set()


def test_a_pattern_with_an_unknown_name_is_refused() -> None:
    with pytest.raises(DataError, match="'wekday' in pattern"):
        module._compiled("the <wekday>", {}, {"the": "a", "weekday": "b"})


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("5", 5),
        ("1,200", 1200),
        ("2.5", 2.5),
        ("2 1/2", 2.5),
        ("a", 1),
        ("twenty - four", 24),
        ("two hundred", 200),
        ("several", None),
        ("", None),
    ],
)
def test_number(words: str, number: float | None) -> None:
    assert grammar("en").number(words) == number


def test_the_longest_expression_wins() -> None:
    found = grammar("en").find("the end of May 2010")
    assert [each.span for each in found] == [(0, 19)]


def test_no_expression_crosses_a_line() -> None:
    found = grammar("en").find("It fell in May\n2010 men fled")
    assert [each.span for each in found] == [(11, 14)]
