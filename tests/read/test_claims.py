from __future__ import annotations

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
    ("text", "certainty"),
    [
        ("The rebels have not commented yet.", "no comment"),
        ("The rebels declined to comment.", "no comment"),
        ("The minister rejected the charge of corruption.", "denied"),
        ("The minister said that the economy was strong.", "asserted"),
    ],
)
def test_words_without_a_happening_are_statements(text: str, certainty: str) -> None:
    [claim] = claims(text)
    assert (claim.kind, claim.certainty) == ("Statement only", certainty)
    assert [participant.role for participant in claim.participants] == ["actor"]


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
