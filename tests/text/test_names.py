"""Which spellings are of one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.names import NameKind, NameWords, name_similarity

WORDS = NameWords(
    honorifics=frozenset({"mullah", "dr", "haji"}),
    particles=frozenset({"al", "bin", "the", "of", "ye", "i"}),
    binding=frozenset({"abu"}),
    light={
        "person": frozenset({"mohammad", "ahmad"}),
        "place": frozenset({"village", "deh"}),
        "org": frozenset({"company", "limited", "front"}),
    },
    forms={"ltd": "limited", "co": "company", "harakat": "movement"},
    lineage=frozenset({"bin"}),
    patronymics=("ovich", "evich"),
    prefixes=("abdul", "abdel", "abd"),
)


def alike(a: str, b: str, kind: NameKind) -> float:
    return name_similarity(a, b, kind, WORDS)


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Jusuf Karimov", "Yusuf Karimov"),
        ("person", "Karimov, Yusuf", "Yusuf Karimov"),
        ("person", "Mullah Naim Barich", "Naim Barikh"),
        ("person", "Abd al-Rauf Sharifi", "Abdul Rauf Sharifi"),
        ("person", "Y. Karimov", "Yusuf Karimov"),
        ("person", "Yusuf T. Karimov", "Yusuf Karimov"),
        ("person", "Karim Sadiqi Helmandi", "Qarim Sadeqi Helmandi"),
        ("person", "Abd al-Rahim Noorani", "Abdurrahim Nurani"),
        ("person", "Yusuf Oumarov", "Yousef Omarow"),
        ("person", "Yusuf Karimov", "Yusuf Rashidovich Karimov"),  # the father's name tells nothing
        ("person", "Hamdan Tamimi", "Hamdan bin Yusuf Tamimi"),
        ("person", "Юсуф Каримов", "Yusuf Karimov"),
        ("person", "Юсуф Каримов", "Юсуф Каримов"),
        ("person", "يوسف رشيد", "Yusuf Rashid"),
        ("person", "იუსუფ კარიმოვი", "Yusuf Karimov"),
        ("place", "kwh nwrstan", "Kuh-e Nurestan"),  # written without short vowels
        ("place", "Qal‘eh-ye Naw", "Qala-i-Now"),
        ("place", "Deh Rawud", "Deh Rawod"),
        ("place", "Novomykhailivka", "Novomikhaylovka"),
        ("org", "Lowland Tea Co. Ltd", "Lowland Tea Company Limited"),
        ("org", "the Riverine Front", "Riverine Front"),
        ("org", "N.R.F.A.", "National Riverine Front of Aria"),
        ("org", "NRFOA", "National Riverine Front of Aria"),
        ("org", "Harakat Sahel", "Sahel Movement"),
    ],
)
def test_spellings_of_one_name_are_above_the_divide(kind: NameKind, a: str, b: str) -> None:
    assert alike(a, b, kind) > 0.5


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Karim Daud", "Karim Khan Daud"),  # son and father
        ("person", "Yusuf Karimov", "Iskander Karimov"),
        ("person", "Yusuf bin Rashid al-Tamimi", "Rashid bin Yusuf al-Tamimi"),
        ("person", "Mohammad Naim", "Mohammad Wali"),
        ("person", "Ashraf Noori", "Sharif Noori"),  # two men called Noori
        ("person", "Abdul Hakim Tamimi", "Abdul Karim Tamimi"),
        ("person", "Hamdan Salem Yusuf al-Tamimi", "Hamdan Salem Yusuf al-Badawi"),
        ("place", "Khost", "Kunduz"),
        ("place", "Deh Rawud", "Deh Sabz"),
        ("org", "Bank of Aria", "Bank of Doria"),
        ("org", "Riverine Front", "Northern League"),
    ],
)
def test_other_names_are_below_the_divide(kind: NameKind, a: str, b: str) -> None:
    assert alike(a, b, kind) < 0.5


@pytest.mark.parametrize(
    ("name", "better", "worse"),
    [
        ("Yusuf Karimov", "Yousef Karimov", "Yusuf Kerimzade"),
        ("Yusuf Karimov", "Yusuf Rashidovich Karimov", "Iskander Rashidovich Karimov"),
        ("Karim Daud", "Kareem Dawood", "Karim Khan Daud"),
        ("Mohammad Ahmad Barikzay", "Barikzay", "Mohammad Ahmad Durrani"),
        ("Mohammad Barikzay", "Haji Barekzai", "Mohammad"),
    ],
)
def test_the_closer_spelling_scores_higher(name: str, better: str, worse: str) -> None:
    assert alike(name, better, "person") > alike(name, worse, "person")


@pytest.mark.parametrize("kind", ["person", "place", "org"])
@given(a=st.text(max_size=40), b=st.text(max_size=40))
def test_any_two_texts_compare_alike_both_ways(kind: NameKind, a: str, b: str) -> None:
    score = alike(a, b, kind)
    assert 0 <= score <= 1
    assert score == pytest.approx(alike(b, a, kind))


@given(st.text(alphabet="abdehkmrst -", min_size=1, max_size=30))
def test_a_name_is_itself(name: str) -> None:
    assert alike(name, name, "place") == 1
