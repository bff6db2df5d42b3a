from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.text.casing import Casing, recase

COMMON = """
    a again and at been burned by country down have in killed kidnapped mayor nd of on peasants
    rebels said that the two was were who
"""
SHARES = {
    **dict.fromkeys(COMMON.split(), 0.0),
    "front": 0.5,
    "liberation": 0.8,
    "military": 0.2,
    "new": 0.5,
    "president": 0.4,
}
FORMS = frozenset({"granary", "Granary", "harvesters", "NATO", "Oslo"})
CASING = Casing(SHARES, FORMS.__contains__)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (
            "TWO PEASANTS WERE KIDNAPPED IN SANTA ROSALBA.",
            "Two peasants were kidnapped in Santa Rosalba.",
        ),
        (
            "THE LIBERATION FRONT [LFQ] BURNED THE COUNTRY'S MAYOR.",
            "The Liberation Front [LFQ] burned the country's mayor.",
        ),
        (
            "AT THE FRONT WERE U.S. MILITARY REBELS. PRESIDENT QUILLA SAID A MAYOR WAS KILLED",
            "At the front were U.S. military rebels. President Quilla said a mayor was killed",
        ),
        (
            "QARTA, 3 JAN 90 -- THE REBELS WERE KILLED BY NATO IN OSLO",
            "QARTA, 3 JAN 90 -- The rebels were killed by NATO in Oslo",
        ),
        (
            "THE HARVESTERS BURNED DOWN A GRANARY ON THE 2ND",
            "The harvesters burned down a Granary on the 2nd",
        ),
        (
            "Two Rebels Killed by New President of Qarta",
            "Two rebels killed by new president of Qarta",
        ),
        (
            "qarta: two rebels were killed. the mayor quilla said that",
            "Qarta: two rebels were killed. The mayor Quilla said that",
        ),
    ],
)
def test_an_odd_line_is_written_as_a_sentence(line: str, written: str) -> None:
    assert recase(line, CASING) == written


@pytest.mark.parametrize(
    "line",
    [
        "Two peasants were kidnapped in Santa Rosalba, the mayor said.",
        "Rebels from the LFQ killed Mayor Quilla of Oslo and President Sora.",
        "NATO was in Oslo",
        "LFQ, NATO",
        "的 في 12",
        "",
    ],
)
def test_an_ordinary_line_stays(line: str) -> None:
    assert recase(line, CASING) == line


def test_the_rest_of_a_text_shows_how_a_word_is_written() -> None:
    text = "FRONT BURNED DOWN BY MCQUILLA AGAIN\nThe Front said that McQuilla was in Oslo."
    assert recase(text, CASING).split("\n")[0] == "Front burned down by McQuilla again"


def test_nothing_is_written_anew_in_a_language_that_no_one_counted() -> None:
    assert (
        recase("TWO PEASANTS WERE KILLED", Casing({}, FORMS.__contains__))
        == "TWO PEASANTS WERE KILLED"
    )


@given(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
        st.lists(
            st.sampled_from(["THE", "İZMİR", "STRASSE", "ß", "ŉ", "ǆ", "K", "ΟΔΟΣ", "\n"])
        ).map(" ".join),
    )
)
@example("THE ŉORTH İZMİR FRONT WAS BURNED")
@example("the ŉorth ßtreet ǆep was burned")
def test_only_the_case_of_letters_changes(text: str) -> None:
    written = recase(text, CASING)
    assert len(written) == len(text)
    for new, old in zip(written, text, strict=True):
        assert new == old or new.casefold() == old.casefold() or new.upper() == old.upper()
