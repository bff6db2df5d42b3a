from __future__ import annotations

import pytest

from rashomon.values import Claim, Group, Participant, Side, Voice
from rashomon.weigh import weigh
from rashomon.weigh.sides import UNKNOWN, Sides
from tests.factory import claim, voice

AMIN = Voice("Yusuf Amin", "party", None, "Red Front")


def deed(actor: str, target: str, slot: int = 0) -> Claim:
    parts = (Participant("actor", actor, None, actor), Participant("target", target, None, target))
    return claim("a", slot, participants=parts)


def saying(speaker: Voice, slot: int) -> Claim:
    actor = Participant("actor", speaker.name or "", None, speaker.name)
    voices = (voice(None, "publisher"), speaker)
    return claim("a", slot, kind="Statement only", participants=(actor,), voices=voices)


def made(*claims: Claim) -> Group:
    names = {p.side for each in claims for p in each.participants if p.side}
    return Group(
        id="e",
        episode="e",
        claims=claims,
        sides=tuple(Side(name, "actor") for name in sorted(names)),
    )


def test_a_speaker_belongs_to_the_party_he_speaks_for() -> None:
    group = made(deed("Red Front", "army"), saying(AMIN, 20))
    event = weigh(group, {})
    assert [(side.name, side.aliases) for side in event.sides] == [
        ("Red Front", ("Yusuf Amin",)),
        ("army", ()),
    ]


def test_a_speaker_for_nobody_present_is_no_side() -> None:
    group = made(deed("Red Front", "army"), saying(Voice("Lena Orm", "party"), 20))
    assert [side.name for side in weigh(group, {}).sides] == ["Red Front", "army"]


@pytest.mark.parametrize("name", ["its", "they", "We", "people", "the other"])
def test_a_pronoun_is_no_side(name: str) -> None:
    group = made(deed("Red Front", "army"), deed(name, "army", 20))
    assert Sides.of_group(group).named(name) == UNKNOWN
    assert [side.name for side in weigh(group, {}).sides] == ["Red Front", "army"]


@pytest.mark.parametrize(
    ("claims", "meant"),
    [
        ((deed("Red Front", "army"), deed("fighters", "army", 20)), "Red Front"),
        ((deed("Red Front", "Blue League"), deed("fighters", "town", 20)), UNKNOWN),
        ((deed("fighters", "Red Front"), deed("Red Front", "army", 20)), "fighters"),
        ((deed("fighters", "army"),), "fighters"),
    ],
    ids=["only party", "two parties", "against it", "no name"],
)
def test_a_bare_word_for_fighters(claims: tuple[Claim, ...], meant: str) -> None:
    assert Sides.of_group(made(*claims)).named("fighters") == meant
