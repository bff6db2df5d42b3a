"""Who is on which side of an event, under which name."""

from __future__ import annotations

import random

import pytest

from rashomon.link.sides import unite
from rashomon.values import Claim, Participant, Role, Side, Span


def claim(kind: str = "Armed clash", certainty: str = "asserted", **roles: str) -> Claim:
    """Make a claim with one participant a role; "name/side" where the two differ."""
    people = tuple(
        Participant(role=role, name=who.split("/")[0], side=who.split("/")[-1])  # type: ignore[arg-type]
        for role, who in roles.items()
    )
    return Claim(
        id="c",
        report="r",
        kind=kind,
        trigger=Span(0, 1),
        span=Span(0, 1),
        certainty=certainty,  # type: ignore[arg-type]
        participants=people,
    )


def names(*claims: Claim) -> dict[str, tuple[str, ...]]:
    return {side.name: side.aliases for side in unite(claims)}


REDCAPS = "Redcap militiamen/Redcaps"


def test_spellings_of_one_name_are_one_side() -> None:
    found = unite([claim(actor="Redcaps"), claim(actor="the Redcaps"), claim(actor="Redcaps")])
    assert found == (Side("Redcaps", "actor", ("the Redcaps",)),)


def test_those_without_a_name_who_fight_one_party_are_one_side() -> None:
    found = names(
        claim(actor="residents", victim=REDCAPS),
        claim(actor="residents", victim=REDCAPS),
        claim(actor="local militia", target=REDCAPS),
        claim(actor="resistance forces"),
        claim(actor="locals", target="Redcaps"),
    )
    assert found == {
        "residents": ("local militia", "locals", "resistance forces"),
        "Redcaps": (),
    }


def test_fighters_are_the_party_whose_people_are_called_so() -> None:
    found = names(
        claim(actor="residents", victim="Redcap fighters/Redcaps"),
        claim(victim="fighters"),
        claim(actor="militia"),
    )
    assert found == {"residents": ("militia",), "Redcaps": ("fighters",)}


def test_a_bare_word_is_the_only_named_party() -> None:
    assert names(claim(actor="gunmen"), claim(actor="Redcaps")) == {"Redcaps": ("gunmen",)}


def test_a_bare_word_is_never_the_party_it_fights() -> None:
    found = names(claim(actor="gunmen", victim="Redcaps"))
    assert found == {"gunmen": (), "Redcaps": ()}


def test_a_bare_word_is_no_name_where_there_is_a_better_one() -> None:
    found = names(
        claim(actor="fighters", victim="Redcaps"),
        claim(actor="fighters", victim="Redcaps"),
        claim(actor="rebel forces", victim="Redcaps"),
    )
    assert found == {"rebel forces": ("fighters",), "Redcaps": ()}


def test_a_bare_word_that_two_parties_fit_stays_alone() -> None:
    found = names(claim(actor="Redcaps", target="Blue Line"), claim(victim="fighters"))
    assert found == {"Blue Line": (), "Redcaps": (), "fighters": ()}


def test_named_parties_are_never_united() -> None:
    found = names(claim(actor="Redcaps"), claim(actor="Blue Line"), claim(actor="Northern Shield"))
    assert list(found) == ["Blue Line", "Northern Shield", "Redcaps"]


def test_a_states_forces_are_not_those_without_a_name() -> None:
    found = names(
        claim(actor="residents", victim="Redcaps"),
        claim(actor="police", victim="Redcaps"),
        claim(actor="soldiers", target="Redcaps"),
    )
    assert found == {"residents": (), "soldiers": ("police",), "Redcaps": ()}


def test_a_bare_word_for_a_states_people_is_the_named_army() -> None:
    found = names(claim(actor="Redcaps", victim="Valland army"), claim(victim="soldiers"))
    assert found == {"Redcaps": (), "Valland army": ("soldiers",)}


def test_those_who_fight_different_parties_stay_apart() -> None:
    found = names(
        claim(actor="residents", victim="Redcaps"),
        claim(actor="tribal fighters", victim="Blue Line"),
    )
    assert found == {"Blue Line": (), "Redcaps": (), "residents": (), "tribal fighters": ()}


def test_victims_who_do_not_fight_stay_civilians() -> None:
    found = names(claim(actor="residents", victim="Redcaps"), claim(victim="civilians"))
    assert set(found) == {"Redcaps", "civilians", "residents"}


def test_speakers_are_no_sides() -> None:
    found = names(
        claim(actor="Redcaps"),
        claim(kind="Statement only", actor="Orlan Petrak"),
        claim(kind="Statement only", actor="Redcaps spokesman"),
    )
    assert found == {"Redcaps": ("Redcaps spokesman",)}


def test_whoever_keeps_silent_is_a_side() -> None:
    silent = claim(kind="Statement only", certainty="no comment", actor="Redcaps")
    assert set(names(claim(actor="residents"), silent)) == {"Redcaps", "residents"}


def test_speakers_are_the_sides_of_an_event_of_words() -> None:
    assert set(names(claim(kind="Statement only", actor="Orlan Petrak"))) == {"Orlan Petrak"}


@pytest.mark.parametrize("role", ["actor", "victim"])
def test_a_side_has_the_role_that_it_has_most(role: Role) -> None:
    claims = [claim(**{role: "Redcaps"}), claim(**{role: "Redcaps"}), claim(target="Redcaps")]
    assert unite(claims)[0].role == role


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [
        claim(actor="residents", victim="Redcap fighters/Redcaps"),
        claim(actor="rebel forces", target="the Redcaps"),
        claim(actor="fighters"),
        claim(actor="locals"),
        claim(victim="civilians"),
        claim(actor="police"),
    ]
    expected = unite(claims)
    shuffler = random.Random(3)  # noqa: S311  not a secret
    for _ in range(20):
        shuffler.shuffle(claims)
        assert unite(claims) == expected


def test_every_side_of_those_who_took_part_is_a_name_or_an_alias() -> None:
    sides = ("residents", "fighters", "Redcaps", "Blue Line", "police", "they", "rebel forces")
    claims = [claim(actor=one, victim=other) for one in sides for other in sides if one != other]
    listed = [name for side in unite(claims) for name in (side.name, *side.aliases)]
    assert sorted(listed) == sorted(sides)
