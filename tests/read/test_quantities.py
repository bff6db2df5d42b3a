from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read.quantities import Quantity, find_quantities
from tests.factory import page

Row = tuple[str, int, int | None, int | None, str | None]


def only(text: str) -> Quantity:
    found = find_quantities(page(text))
    assert len(found) == 1, [quantity.wording for quantity in found]
    return found[0]


# wording, low, best, high, counted noun: one block for each row of METHODS 2.6
ROWS: list[tuple[str, Row]] = [
    ("Gunmen killed 17 villagers.", ("17", 17, 17, 17, "villagers")),
    ("Seventeen villagers died.", ("Seventeen", 17, 17, 17, "villagers")),
    ("Some 4,000 families fled.", ("Some 4,000", 3600, 4000, 4400, "families")),
    ("The shelling killed three.", ("three", 3, 3, 3, None)),
    ("The blast left 12 dead.", ("12", 12, 12, 12, None)),
    ("Two hundred and six people died.", ("Two hundred and six", 206, 206, 206, "people")),
    ("At least 15 soldiers died.", ("At least 15", 15, 15, None, "soldiers")),
    ("No fewer than 9 farmers died.", ("No fewer than 9", 9, 9, None, "farmers")),
    ("Nine or more farmers died.", ("Nine or more", 9, 9, None, "farmers")),
    ("They killed 30+ rebels.", ("30+", 30, 30, None, "rebels")),
    ("They killed 30-plus rebels.", ("30-plus", 30, 30, None, "rebels")),
    ("More than 30 rebels died.", ("More than 30", 31, 31, None, "rebels")),
    ("Over 1,000 people fled.", ("Over 1,000", 1001, 1001, None, "people")),
    ("Fewer than 10 people died.", ("Fewer than 10", 0, 9, 9, "people")),
    ("Nearly 40 fighters died.", ("Nearly 40", 36, 40, 40, "fighters")),
    ("Almost 15 fighters died.", ("Almost 15", 14, 15, 15, "fighters")),
    ("Close to 100 fighters died.", ("Close to 100", 90, 100, 100, "fighters")),
    ("About 40 fighters died.", ("About 40", 36, 40, 44, "fighters")),
    ("Around 25 fighters died.", ("Around 25", 23, 25, 27, "fighters")),
    ("An estimated 600 people fled.", ("An estimated 600", 540, 600, 660, "people")),
    ("Twenty or so men fled.", ("Twenty or so", 18, 20, 22, "men")),
    ("Up to 50 men died.", ("Up to 50", 0, 50, 50, "men")),
    ("As many as 50 men died.", ("As many as 50", 0, 50, 50, "men")),
    ("No more than 5 men died.", ("No more than 5", 0, 5, 5, "men")),
    ("Between 20 and 26 men died.", ("Between 20 and 26", 20, 23, 26, "men")),
    ("The raid killed 20-26 men.", ("20-26", 20, 23, 26, "men")),
    ("The raid killed 20–26 men.", ("20–26", 20, 23, 26, "men")),
    ("The raid killed 20 to 26 men.", ("20 to 26", 20, 23, 26, "men")),
    ("Two or three men died.", ("Two or three", 2, 2, 3, "men")),
    ("Two-three men died.", ("Two-three", 2, 2, 3, "men")),
    ("4,000-5,000 people fled.", ("4,000-5,000", 4000, 4500, 5000, "people")),
    ("Two to four hundred people fled.", ("Two to four hundred", 200, 300, 400, "people")),
    ("A couple of guards died.", ("A couple", 2, 2, 3, "guards")),
    ("A few guards died.", ("A few", 3, 3, 9, "guards")),
    ("Several guards died.", ("Several", 3, 3, 9, "guards")),
    ("Several guards from the north were hurt.", ("Several", 3, 3, 9, "guards")),
    ("Multiple guards were hurt.", ("Multiple", 3, 3, 9, "guards")),
    ("A number of guards were hurt.", ("A number", 3, 3, 9, "guards")),
    ("Numerous guards were hurt.", ("Numerous", 4, 4, None, "guards")),
    ("Many guards were hurt.", ("Many", 4, 4, None, "guards")),
    ("A dozen guards were hurt.", ("A dozen", 10, 12, 14, "guards")),
    ("Two dozen guards were hurt.", ("Two dozen", 20, 24, 28, "guards")),
    ("Half a dozen guards were hurt.", ("Half a dozen", 5, 6, 7, "guards")),
    ("More than a dozen guards died.", ("More than a dozen", 13, 13, 24, "guards")),
    ("At least a dozen guards died.", ("At least a dozen", 12, 12, None, "guards")),
    ("Tens of guards died.", ("Tens", 11, 20, 99, "guards")),
    ("Dozens of guards died.", ("Dozens", 24, 24, 99, "guards")),
    ("Scores of guards died.", ("Scores", 20, 40, 99, "guards")),
    ("Scores were arrested.", ("Scores", 20, 40, 99, None)),
    ("Hundreds of families fled.", ("Hundreds", 100, 200, 999, "families")),
    ("Thousands of families fled.", ("Thousands", 1000, 2000, 9999, "families")),
    ("Tens of thousands of people fled.", ("Tens of thousands", 11000, 20000, 99000, "people")),
    ("Several hundred people fled.", ("Several hundred", 300, 300, 900, "people")),
    ("A couple of hundred people fled.", ("A couple of hundred", 200, 200, 300, "people")),
    ("Heavy casualties were reported.", ("Heavy", 1, None, None, "casualties")),
    ("The rebels suffered massive losses.", ("massive", 1, None, None, "losses")),
    ("Many casualties were reported.", ("Many", 1, None, None, "casualties")),
    ("The mine killed a shepherd.", ("a", 1, 1, 1, "shepherd")),
    ("The mine killed one shepherd.", ("one", 1, 1, 1, "shepherd")),
    ("Another shepherd died.", ("Another", 1, 1, 1, "shepherd")),
    ("Another 10 shepherds died.", ("Another 10", 10, 10, 10, "shepherds")),
    ("No civilians were hurt.", ("No", 0, 0, 0, "civilians")),
    ("None were hurt.", ("None", 0, 0, 0, None)),
    ("Nobody was hurt.", ("Nobody", 0, 0, 0, None)),
    ("No one was hurt.", ("No one", 0, 0, 0, None)),
    ("Not a single guard was hurt.", ("Not a single", 0, 0, 0, "guard")),
    ("An unknown number of men died.", ("An unknown number", 1, None, None, "men")),
    ("An unspecified number of men died.", ("An unspecified number", 1, None, None, "men")),
    ("33 of the 34 provinces fell.", ("33", 33, 33, 33, "provinces")),
    ("Two of the three attackers fled.", ("Two", 2, 2, 2, "attackers")),
    ("None of the 12 passengers survived.", ("None", 0, 0, 0, "passengers")),
    ("In May 2,000 people fled.", ("2,000", 2000, 2000, 2000, "people")),
    ("They regained control over 3 districts.", ("3", 3, 3, 3, "districts")),
    ("The toll rose from 20 to 25.", ("25", 25, 25, 25, None)),
    ("TWENTY-TWO PEASANTS DIED.", ("TWENTY-TWO", 22, 22, 22, "peasants")),
    ("On August 20, 12 people died.", ("12", 12, 12, 12, "people")),
    ("In Lorn district 12 people died.", ("12", 12, 12, 12, "people")),
]


@pytest.mark.parametrize(("text", "row"), ROWS)
def test_a_number_is_an_interval_with_its_noun(text: str, row: Row) -> None:
    found = only(text)
    noun = found.noun.text if found.noun is not None else None
    assert (found.wording, found.low, found.best, found.high, noun) == row
    assert found.span.of(text) == found.wording


@pytest.mark.parametrize(
    "text",
    [
        "The 32-year-old man fled.",
        "The man, aged 12, fled.",
        "Children between the ages of 5 and 12 fled.",
        "Tomas Varga, 34, fled.",
        "Tomas Varga (34) fled.",
        "The man in his 30s fled.",
        "They met on 20 August 2021.",
        "They met on August 20, 2021.",
        "They met in 1996.",
        "The 2014 elections were delayed.",
        "They met at 9 p.m. on Friday.",
        "The shelling began at 10 on Friday.",
        "The shelling began at 10:30.",
        "The shelling lasted until 0400 on Friday.",
        "The shelling began at 1000.",
        "The guards left one by one.",
        "Troops seized 7.62 mm ammunition.",
        "The AK-47 jammed.",
        "The F-16 jets returned.",
        "The village lies 20 km away.",
        "They drove for 20 miles.",
        "The siege lasted two days.",
        "The siege lasted several months.",
        "The few weeks passed.",
        "They paid $40 million.",
        "They paid 40 million dollars.",
        "Prices rose by 40 percent.",
        "Prices rose by 40%.",
        "The 20th battalion left.",
        "It was the third raid.",
        "Two-thirds of the town burnt down.",
        "One third of the town burnt down.",
        "The home side won 3-1.",
        "The visitors won 1-3.",
        "Call 555-1234 now.",
        "The fire began in the 200 block of the street.",
        "They called 911.",
        "Call +93 700 123 456 now.",
        "The 20-man squad left.",
        "The 12-hour curfew ended.",
        "They blocked Highway 1.",
        "They quoted Resolution 2254.",
        "The council adopted resolution no. 4.",
        "They no longer fight.",
        "They asked how many soldiers died.",
        "One day they left.",
        "They attacked one another.",
        "Three times they tried.",
        "The exodus continued over the last few years.",
    ],
)
def test_a_number_that_counts_nothing_is_left_out(text: str) -> None:
    assert [quantity.wording for quantity in find_quantities(page(text))] == []


@pytest.mark.parametrize(
    ("text", "wording", "cumulative"),
    [
        ("The death toll has risen to 45.", "45", True),
        ("The attack brings the death toll to 45.", "45", True),
        ("The attack brought to 45 the number of people killed.", "45", True),
        ("The number of dead rose to 45.", "45", True),
        ("More than 200 people have been killed since January.", "More than 200", True),
        ("So far 30 bodies have been found.", "30", True),
        ("In total, 30 people were killed.", "30", True),
        ("Over the past week 30 people were killed.", "30", True),
        ("Forty people died in three days of fighting.", "Forty", True),
        ("Forty rebels died during a six-day operation.", "Forty", True),
        ("Forty rebels were killed this year.", "Forty", True),
        ("Forty rebels were killed on Monday.", "Forty", False),
        ("Five soldiers were killed in the first attack since the ceasefire.", "Five", False),
        ("The toll rose to 45 after a bomb killed three guards.", "three", False),
        ("A bomb killed three guards, bringing the death toll to 45.", "three", False),
        ("The number of attacks rose after gunmen killed 12 guards.", "12", False),
        ("Police brought 12 people to the hospital.", "12", False),
        ("Forty rebels were killed in the past two days.", "Forty", True),
    ],
)
def test_tolls_cover_more_than_an_incident(text: str, wording: str, *, cumulative: bool) -> None:
    found = next(each for each in find_quantities(page(text)) if each.wording == wording)
    assert found.cumulative is cumulative


@pytest.mark.parametrize(
    ("text", "wording", "part"),
    [
        ("Twelve people, including three children, died.", "Twelve", False),
        ("Twelve people, including three children, died.", "three", True),
        ("Twelve (including 3 children and 2 women) died.", "3", True),
        ("Twelve (including 3 children and 2 women) died.", "2", True),
        ("Twelve people died, among them three children.", "three", True),
        ("Twelve people died and three children were hurt.", "three", False),
        ("Twelve men died, three of them guards.", "three", True),
        ("Police held two men, one of whom was a guard.", "one", True),
        ("They bombed the men, killing several of them.", "several", False),
        ("Two of them were killed.", "Two", False),
        ("A guard and two clerks died.", "two", False),
    ],
)
def test_a_part_of_a_count_is_told(text: str, wording: str, *, part: bool) -> None:
    found = next(each for each in find_quantities(page(text)) if each.wording == wording)
    assert found.part is part


def test_no_major_casualties_are_none_and_not_many() -> None:
    found = find_quantities(page("No major casualties were reported."))
    assert [quantity.high for quantity in found] == [0]


def test_two_numbers_of_one_sentence_keep_their_nouns() -> None:
    found = find_quantities(page("The bomb killed a policeman and wounded four clerks."))
    nouns = [quantity.noun.text for quantity in found if quantity.noun is not None]
    assert nouns == ["policeman", "clerks"]


def test_a_teaser_is_not_read() -> None:
    from rashomon.values import Passage, Span  # noqa: PLC0415  the only test that needs them

    text = "Also read: Ten men die\nFive men fled."
    found = find_quantities(page(text, passages=(Passage(Span(0, 22), "teaser"),)))
    assert [quantity.wording for quantity in found] == ["Five"]


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_odd_text_never_fails_and_spans_quote_it(text: str) -> None:
    for quantity in find_quantities(page(text)):
        assert quantity.span.of(text) == quantity.wording
        assert quantity.low >= 0
        assert quantity.high is None or quantity.low <= quantity.high
