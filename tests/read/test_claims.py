from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.read.claims import MADE_BY, claims_of
from rashomon.read.times import find_times
from rashomon.read.voices import find_attributions
from rashomon.values import Claim, Passage, Place, Span, identify
from tests.factory import page, span


def claims(text: str, places: tuple[Place, ...] = (), **fields: object) -> tuple[Claim, ...]:
    parsed = page(text, **fields)
    return claims_of(parsed, find_times(parsed), places, find_attributions(parsed))


def place(text: str, name: str) -> Place:
    return Place(span=span(text, name), name=name, country="AF", precision=3)


def on_the_map(text: str, name: str) -> Place:
    return replace(place(text, name), lat=36.7, lon=68.9, precision=1)


def test_an_id_is_the_anchor() -> None:
    text = "Gunmen killed a farmer."
    [claim] = claims(text, id="r1")
    assert claim.id == identify("r1", 7, 13, 0)
    assert claim.made_by == MADE_BY
    assert claim.trigger == span(text, "killed")


def test_who_claims_a_deed_is_the_voice() -> None:
    [claim] = claims("Local residents claim to have killed ten raiders.", publisher="The Post")
    assert [voice.name for voice in claim.voices] == ["The Post", "Local residents"]
    assert claim.certainty == "claimed"


def test_repetitions_stay_two_claims() -> None:
    text = "The rebels killed ten soldiers.\n\nThe rebels killed ten soldiers."
    found = claims(text)
    assert [claim.kind for claim in found] == ["Armed clash", "Armed clash"]
    assert len({claim.id for claim in found}) == 2


@pytest.mark.parametrize(
    ("text", "certainty", "parties"),
    [
        ("The rebels have not commented yet.", "no comment", ["rebels"]),
        ("The rebels declined to comment.", "no comment", ["rebels"]),
        ("The minister rejected the charge of corruption.", "denied", ["minister"]),
        ("The rebels said that the economy was strong.", "claimed", ["rebels"]),
        ("A neighbour said that the street was quiet.", "asserted", []),
    ],
)
def test_words_without_a_happening_are_statements_of_parties_or_of_nobody(
    text: str, certainty: str, parties: list[str]
) -> None:
    [claim] = claims(text)
    assert (claim.kind, claim.certainty) == ("Statement only", certainty)
    assert [participant.name for participant in claim.participants] == parties


def test_framing_without_a_happening_is_no_claim() -> None:
    assert claims("This has been a hard year for the valley.") == ()


def test_an_intention_keeps_its_kind() -> None:
    [claim] = claims("Soon we will retake the town.")
    assert (claim.kind, claim.reality) == ("Government regains territory", "planned")


def test_each_place_taken_is_a_claim() -> None:
    text = "Rebels captured Ardan, Belun and Corit districts on Friday."
    found = claims(text, tuple(place(text, name) for name in ("Ardan", "Belun", "Corit")))
    assert [claim.place.name for claim in found if claim.place] == ["Ardan", "Belun", "Corit"]
    assert [claim.id for claim in found] == [
        identify(found[0].report, *found[0].trigger, slot) for slot in range(3)
    ]
    assert [bool(claim.figures) for claim in found[1:]] == [False, False]


def test_the_headline_is_marked() -> None:
    text = "Gunmen kill a farmer\n\nGunmen killed a farmer on Friday."
    found = claims(text, passages=(Passage(Span(0, 20), "headline"),))
    assert [claim.headline for claim in found] == [True, False]


def test_nothing_is_read_in_furniture() -> None:
    text = "Also read: Gunmen kill a farmer\n\nThe sun was shining."
    assert claims(text, passages=(Passage(Span(0, 31), "teaser"),)) == ()


def test_listed_districts_count_themselves() -> None:
    text = "Rebels captured Ardan, Belun and Corit districts on Friday."
    found = claims(text, tuple(place(text, name) for name in ("Ardan", "Belun", "Corit")))
    assert [(f.measure, f.low, f.best, f.high) for claim in found for f in claim.figures] == [
        ("districts", 3, 3, 3)
    ]


def test_a_list_that_adds_to_earlier_ones_is_not_counted() -> None:
    text = "They also captured the districts of Ardan and Belun."
    found = claims(text, tuple(place(text, name) for name in ("Ardan", "Belun")))
    assert [claim.figures for claim in found] == [(), ()]


def test_an_adverb_alone_is_hearsay() -> None:
    [claim] = claims("The former minister is reportedly living in the valley.")
    assert (claim.kind, claim.certainty) == ("Statement only", "hearsay")
    assert claim.participants == ()
    assert [voice.kind for voice in claim.voices[1:]] == ["unnamed"]


def test_speech_goes_on_in_the_first_person() -> None:
    text = "Tarek Amin told me that I am the son of a miner. There is no fear in my house."
    _, claim = claims(text)
    assert claim.kind == "Statement only"
    assert [voice.name for voice in claim.voices[1:]] == ["Tarek Amin"]


@pytest.mark.parametrize(
    "text",
    [
        "The governor ordered residents not to leave their homes.",
        "The rebels will not surrender.",
    ],
)
def test_what_is_only_forbidden_or_ruled_out_has_not_happened(text: str) -> None:
    assert all(claim.kind == "Statement only" for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Villagers claimed a victory. They said they had captured Ardan.", "Villagers"),
        ('Colonel Amin said, "We have killed ten rebels in Ardan."', "Amin"),
    ],
)
def test_pronouns_of_speakers_are_named(text: str, name: str) -> None:
    actors = {p.name for claim in claims(text) for p in claim.participants if p.role == "actor"}
    assert name in actors
    assert not actors & {"they", "We"}


def test_news_without_a_place_is_set_where_the_first_happening_is() -> None:
    text = "Gunmen attacked a post near Kunduz on Monday.\n\nThree soldiers were killed."
    *_, killed = claims(text, (place(text, "Kunduz"),))
    assert killed.place is not None
    assert (killed.trigger, killed.place.name) == (span(text, "killed"), "Kunduz")


def test_news_of_which_only_the_country_is_sure_says_no_more() -> None:
    text = "The Kunduz office has reopened. Rebels killed three soldiers, officials in Kabul said."
    [*_, killed] = claims(text, (on_the_map(text, "Kunduz"),))
    assert killed.place is not None
    assert (killed.place.country, killed.place.precision) == ("AF", 6)


def test_a_place_of_the_same_sentence_that_was_not_the_site_does_not_come_back() -> None:
    text = "Rebels killed three soldiers of the Kunduz government."
    [*_, killed] = claims(text, (on_the_map(text, "Kunduz"),))
    assert killed.place is None


def test_the_place_of_a_source_counts_only_where_no_other_is_told() -> None:
    text = "Fighting broke out in Maymana. Officials in Kunduz said that rebels killed a soldier."
    [*_, killed] = claims(text, (on_the_map(text, "Maymana"), on_the_map(text, "Kunduz")))
    assert killed.place is not None
    assert killed.place.name == "Maymana"


def test_a_street_that_no_map_has_is_known_by_the_town_it_is_told_of_with() -> None:
    text = "Police in Kunduz went out at noon. Gunmen killed three guards on Mill Street."
    street = Place(span=span(text, "Mill Street"), name="Mill Street", precision=1)
    [*_, killed] = claims(text, (on_the_map(text, "Kunduz"), street))
    assert killed.place is not None
    assert killed.place.name == "Kunduz"
    assert killed.place.span.of(text) == "Mill Street"
    assert killed.place.precision == 2


def test_a_village_that_no_map_has_stays_where_nothing_is_known_around_it() -> None:
    text = "Gunmen killed three guards in Upper Mill."
    village = Place(span=span(text, "Upper Mill"), name="Upper Mill", precision=1)
    [killed] = claims(text, (village,))
    assert killed.place == village


def test_history_takes_no_day_from_the_news() -> None:
    text = (
        "Rebels attacked the town on Friday. Two guards were wounded.\n\n"
        "The rebels had seized the hills before. In 1996 they burned the town."
    )
    days = {
        claim.trigger.of(text): (claim.currency, claim.date.start if claim.date else None)
        for claim in claims(text, published="2021-08-21")
    }
    assert days["wounded"] == ("news", "2021-08-20")
    assert days["burned"] == ("background", "1996-01-01")
    assert all(day is None or day < "2021" for kind, day in days.values() if kind == "background")


def test_each_place_of_a_list_makes_one_claim() -> None:
    text = "Rebels captured two districts, Ardan and Belm."
    known, unknown = on_the_map(text, "Ardan"), replace(place(text, "Belm"), country=None)
    found = claims(text, (known, unknown))
    assert [each.place.span for each in found if each.place] == [known.span, unknown.span]
