from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from rashomon.read.currency import Draft, currencies
from rashomon.read.happening import Happening
from rashomon.read.page import Page, span_of
from rashomon.values import Currency, Participant, Place, Span, When
from tests.factory import page, span

PUBLISHED = "2021-08-23"
LEAD = (
    "Gunmen killed four guards in Lorn on Sunday. The road was closed. Shops stayed shut. "
    "People stayed at home.\n"
)


def at(name: str | None, admin1: str | None = None, start: int = 0) -> Place | None:
    if name is None:
        return None
    return Place(span=Span(start, start + 1), name=name, admin1=admin1, country="XX", precision=1)


def on(day: str | None, start: int = 0) -> When | None:
    return When(day, day, 1, Span(start, start + 1)) if day else None


def draft(
    made: Page,
    word: str,
    kind: str = "Attack",
    day: str | None = None,
    place: Place | None = None,
) -> Draft:
    root = [token for token in made.doc if token.text == word][-1]
    happening = Happening(
        root,
        span_of(root),
        span_of(root.sent),
        kind,
        participants=(Participant("actor", "gunmen", side="gunmen"),) if word == "killed" else (),
        counted=((root, None),) if word == "killed" else (),
    )
    start = root.sent.start_char
    if place is not None:
        place = replace(place, span=Span(start, start + 1))
    return Draft(happening, on(day, start), place)


def first(made: Page) -> Draft:
    root = next(token for token in made.doc if token.text == "killed")
    happening = Happening(
        root,
        span_of(root),
        span_of(root.sent),
        "Attack",
        participants=(Participant("actor", "Gunmen", side="gunmen"),),
    )
    return Draft(happening, on("2021-08-22"), at("Lorn", "North"))


def of_last(text: str, word: str, kind: str = "Attack", **fields: object) -> Currency:
    made = page(LEAD + text, published=PUBLISHED)
    last = draft(made, word, kind, **fields)  # type: ignore[arg-type]
    return currencies(made, (first(made), last))[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Five days after the army took over the port, talks began.", "took"),
        ("Two years after the rebels seized the town, little has changed.", "seized"),
        ("It was the first such raid since the army seized the port.", "seized"),
        ("It was the worst attack since the fall of the capital.", "fall"),
        ("The army has ruled since it seized power after the fall of 12 towns.", "fall"),
        ("In 1996 the rebels seized the town.", "seized"),
        ("The rebels attacked the town in 2014.", "attacked"),
        ("In May 2009 a bomb killed a judge.", "killed"),
        ("After 1996, when the rebels first seized power, a truce held.", "seized"),
        ("A group of his men had attacked the post.", "attacked"),
        ("The rebels had put up strong resistance.", "resistance"),
        ("He had been wounded in a clash.", "wounded"),
        ("He had been wounded in a clash.", "clash"),
        ("Last year a bomb killed a judge.", "killed"),
        ("A bomb killed a judge two years ago.", "killed"),
        ("Rebels have attacked the town in recent years.", "attacked"),
        ("More than 200 people have been killed since January.", "killed"),
        ("The rebels used to attack convoys.", "attack"),
        ("Karim, known as the Lion, was killed days before the vote.", "killed"),
        ("The march fell on the anniversary of the massacre.", "massacre"),
        ("Rebels previously attacked the same post.", "attacked"),
        ("He was a rebel who had attacked convoys.", "attacked"),
        ("It was the first clash since the rebels entered the port a week earlier.", "entered"),
        ("Six men were hurt in a July 2016 shooting at the same bar.", "shooting"),
        ("He was convicted of killing a judge in 2009.", "killing"),
        ("He spent ten years in prison for the murder of a judge.", "murder"),
        ("He served six years for a bombing.", "bombing"),
        ("Monday is the third anniversary of the bombing.", "bombing"),
        ("In all 40 people have been killed in the province this year.", "killed"),
    ],
)
def test_history_is_background(text: str, word: str) -> None:
    assert of_last(text, word) == "background"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The leader planned and conducted attacks against soldiers.", "attacks"),
        ("The leader is responsible for bombings.", "bombings"),
        ("The two men are responsible for several bombings.", "bombings"),
        ("Soldiers held a commander who led bombings in the north.", "bombings"),
        ("Soldiers held a man linked to kidnappings.", "kidnappings"),
        ("He is suspected of involvement in attacks on churches.", "attacks"),
        ("His father was a leader of the rebellion.", "rebellion"),
        ("He was a hero of the resistance against the king.", "resistance"),
    ],
)
def test_what_a_person_is_known_for_is_background(text: str, word: str) -> None:
    assert of_last(text, word) == "background"


def test_a_struggle_that_says_not_who_somebody_is_is_none_of_a_life() -> None:
    assert of_last("Rebels joined the rebellion at Lorn.", "rebellion") != "background"


def test_what_a_person_is_known_for_leaves_the_next_sentence_news() -> None:
    made = page(LEAD + "The leader conducted bombings in Varn. Two of his men were attacked.")
    drafts = (
        first(made),
        draft(made, "bombings", place=at("Varn")),
        replace(draft(made, "attacked"), place=at("Varn")),
    )
    assert currencies(made, drafts) == ("news", "background", "news")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen launched attacks on two posts.", "attacks"),
        ("The commander led attacks on two posts on Sunday.", "attacks"),
        ("The commander led the attack.", "attack"),
        ("The police are investigating the attacks.", "attacks"),
        ("He was wanted for the attack.", "attack"),
        ("So far nine men have been wounded.", "wounded"),
        ("The gunmen also killed a driver.", "killed"),
        ("Police said the gunmen had killed a driver.", "killed"),
        ("A driver died after the gunmen attacked his car.", "attacked"),
        ("Minutes after the guards were killed, a bomb exploded.", "exploded"),
        ("The wounded were shelled before help came.", "shelled"),
        ("The gunmen attacked the post for the first time.", "attacked"),
        ("Witnesses said they had been attacked at dawn.", "attacked"),
        ("The gunmen attacked after the guards changed.", "attacked"),
        ("Two guards were wounded in the clash.", "clash"),
        ("Since the road is closed, the gunmen attacked from the hills.", "attacked"),
        ("The hero of the 2001 war was attacked at his home.", "attacked"),
        ("The gunmen, who attacked at dawn, fled.", "attacked"),
    ],
)
def test_more_of_the_same_event_is_news(text: str, word: str) -> None:
    assert of_last(text, word) == "news"


@pytest.mark.parametrize(
    ("text", "word", "kind", "day", "place"),
    [
        ("The rebels declared a curfew in Varn.", "curfew", "Other", "2021-08-20", "Varn"),
        ("In a separate incident, a mine wounded a child.", "wounded", "Attack", None, None),
        ("Elsewhere, troops clashed with smugglers.", "clashed", "Armed clash", None, "Varn"),
        ("Ministers met for talks.", "talks", "Diplomacy", None, None),
        ("A bomb exploded in Varn on Friday.", "exploded", "Attack", "2021-08-20", "Varn"),
        ("Fear has driven many to flee.", "flee", "Displacement", None, None),
    ],
)
def test_another_day_place_or_sort_is_other_news(
    text: str, word: str, kind: str, day: str | None, place: str | None
) -> None:
    found = of_last(text, word, kind, day=day, place=at(place, "South"))
    assert found == "other"


@pytest.mark.parametrize(
    ("text", "word", "kind", "day", "place"),
    [
        ("A bomb exploded in Lorn.", "exploded", "Attack", None, "Lorn"),
        ("A bomb exploded in Lorn on Sunday.", "exploded", "Attack", "2021-08-22", "Lorn"),
        ("The gunmen fled.", "fled", "Statement only", None, None),
    ],
)
def test_the_same_day_and_place_is_news(
    text: str, word: str, kind: str, day: str | None, place: str | None
) -> None:
    assert of_last(text, word, kind, day=day, place=at(place, "North")) == "news"


def test_a_place_carried_on_from_another_sentence_is_no_sign() -> None:
    made = page(LEAD + "During the raid they wounded two men.", published=PUBLISHED)
    wounded = replace(draft(made, "wounded"), place=at("Varn", "South"))
    assert currencies(made, (first(made), wounded)) == ("news", "news")


def test_an_old_day_is_background_even_in_plain_past() -> None:
    assert of_last("A bomb exploded in Varn.", "exploded", day="2021-03-01") == "background"


def test_what_a_clause_of_history_tells_of_is_background() -> None:
    made = page(LEAD + "The bar saw a shooting that hurt two men in 2016.", published=PUBLISHED)
    drafts = (first(made), draft(made, "shooting"), draft(made, "hurt"))
    assert currencies(made, drafts) == ("news", "background", "background")


def test_the_lead_stays_news_in_the_pluperfect() -> None:
    made = page("Four guards had been killed in Lorn, it emerged.", published=PUBLISHED)
    assert currencies(made, (draft(made, "killed"),)) == ("news",)


def test_an_anchor_in_the_lead_is_background() -> None:
    text = "Five days after rebels seized the capital, gunmen killed four guards."
    made = page(text, published=PUBLISHED)
    found = currencies(made, (draft(made, "seized"), draft(made, "killed")))
    assert found == ("background", "news")


def test_a_year_without_a_day_of_publication_is_old_outside_the_lead() -> None:
    made = page(LEAD + "In 1996 the rebels seized the town.")
    assert currencies(made, (first(made), draft(made, "seized"))) == ("news", "background")


def test_what_happened_where_only_history_happened_is_background() -> None:
    made = page(
        LEAD + "Five days after rebels seized Varn, talks began. The rebels entered Varn at dawn."
    )
    drafts = (
        first(made),
        draft(made, "seized", place=at("Varn")),
        draft(made, "entered", place=at("Varn")),
    )
    assert currencies(made, drafts)[2] == "background"


def test_history_of_a_whole_country_says_nothing_of_the_rest() -> None:
    made = page(
        LEAD + "Five days after rebels seized Varn, talks began. The rebels entered Varn at dawn."
    )
    wide = Place(span=Span(0, 1), name="Varn", country="XX", precision=6)
    drafts = (
        first(made),
        draft(made, "seized", place=wide),
        draft(made, "entered", place=wide),
    )
    assert currencies(made, drafts)[2] == "news"


def test_a_day_carried_on_from_another_sentence_does_not_date() -> None:
    made = page(
        LEAD + "Five days after rebels seized Varn, talks began. The rebels entered Varn at dawn."
    )
    entered = draft(made, "entered", place=at("Varn"))
    drafts = (
        first(made),
        draft(made, "seized", place=at("Varn")),
        replace(entered, date=on("2021-08-22")),
    )
    assert currencies(made, drafts)[2] == "background"


def test_history_goes_on_in_the_next_sentence() -> None:
    made = page(LEAD + "In 1996 rebels seized Varn. Karim, known as the Lion, was killed there.")
    drafts = (first(made), draft(made, "seized"), draft(made, "killed"))
    assert currencies(made, drafts) == ("news", "background", "background")


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Gunmen killed four guards in Lorn on Sunday.", "other"),
        ("A series of attacks shook the north; gunmen killed four guards in Lorn.", "news"),
        ("Soldiers ended several operations. Gunmen killed four guards in Lorn.", "news"),
    ],
)
def test_each_incident_of_a_digest_is_news(lead: str, expected: Currency) -> None:
    rest = " The road was closed. Shops stayed shut. People stayed at home.\n"
    made = page(
        lead + rest + "In a separate incident, a mine wounded a child.", published=PUBLISHED
    )
    assert currencies(made, (first(made), draft(made, "wounded")))[1] == expected


def test_the_place_of_a_clause_of_history_does_not_place_the_news() -> None:
    made = page(
        LEAD + "The attack comes days after a bomb hurt a judge in Varn.", published=PUBLISHED
    )
    there = Place(span=span(made.content, "Varn"), name="Varn", country="XX", precision=1)
    drafts = (
        first(made),
        replace(draft(made, "hurt"), place=there),
        replace(draft(made, "attack"), place=there),
    )
    assert currencies(made, drafts) == ("news", "background", "news")


def test_the_order_given_changes_nothing() -> None:
    made = page(LEAD + "In 1996 rebels seized Varn. Karim, known as the Lion, was attacked there.")
    drafts = (first(made), draft(made, "seized"), draft(made, "attacked"))
    expected = dict(zip(drafts, currencies(made, drafts), strict=True))
    for mixed in permutations(drafts):
        assert dict(zip(mixed, currencies(made, mixed), strict=True)) == expected


def test_no_drafts_have_no_currency() -> None:
    assert currencies(page(""), ()) == ()
