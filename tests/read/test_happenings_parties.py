from __future__ import annotations

import pytest

from rashomon.read.happenings import find_happenings
from rashomon.values import Participant
from tests.factory import page


def parties(text: str, trigger: str) -> list[Participant]:
    found = {h.trigger.of(text): h for h in find_happenings(page(text))}
    return list(found[trigger].participants)


def roles(text: str, trigger: str) -> set[tuple[str, str]]:
    return {(p.role, p.name) for p in parties(text, trigger)}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The army killed two rebels.", "killed", {("actor", "army"), ("victim", "rebels")}),
        ("Two rebels were killed by the army.", "killed",
         {("actor", "army"), ("victim", "rebels")}),
        ("Residents claim to have killed ten raiders.", "killed",
         {("actor", "Residents"), ("victim", "raiders")}),
        ("Soldiers who killed a farmer were arrested.", "killed",
         {("actor", "Soldiers"), ("victim", "farmer")}),
        ("Gunmen opened fire on a bus, killing five passengers.", "killing",
         {("actor", "Gunmen"), ("victim", "passengers")}),
        ("The convoy was ambushed, killing five soldiers.", "killing", {("victim", "soldiers")}),
        ("A bomb killed five soldiers.", "killed", {("victim", "soldiers")}),
        ("Clashes between soldiers and rebels left 14 people dead.", "Clashes",
         {("actor", "soldiers"), ("actor", "rebels")}),
        ("Soldiers clashed with rebels.", "clashed", {("actor", "Soldiers"), ("actor", "rebels")}),
        ("The attack on the convoy by gunmen lasted an hour.", "attack",
         {("actor", "gunmen"), ("target", "convoy")}),
        ("Rebels staged an attack on a barracks.", "staged an attack",
         {("actor", "Rebels"), ("target", "barracks")}),
        ("Two people died in police firing.", "firing", {("actor", "police")}),
        ("Rebels captured the village from the army.", "captured",
         {("actor", "Rebels"), ("target", "army")}),
        ("The village fell to the rebels.", "fell to", {("actor", "rebels")}),
        ("The rebels lost 15 fighters.", "lost", {("victim", "fighters")}),
        ("The deaths of five miners shocked the town.", "deaths", {("victim", "miners")}),
        ("Twelve people, including three children, were killed.", "killed",
         {("victim", "people"), ("other", "children")}),
        ("The Green Front claimed responsibility for the attack on the base.", "attack",
         {("actor", "Green Front"), ("target", "base")}),
        ("No group claimed responsibility for the attack on the base.", "attack",
         {("target", "base")}),
        ("The mayor blamed the killing of two nuns on smugglers.", "killing",
         {("actor", "smugglers"), ("victim", "nuns")}),
        ("Ten Harkat fighters were reported killed in Ardan.", "killed",
         {("victim", "Harkat fighters")}),
        ("Two soldiers said killed in raid", "killed", {("victim", "soldiers")}),
        ("Two soldiers reported dead in Ardan", "dead", {("victim", "soldiers")}),
        ("Gunmen killed three deer and two rangers.", "killed",
         {("actor", "Gunmen"), ("victim", "rangers")}),
        ("Tom Gale, 19, is wanted in connection with the killing of a nun.", "killing",
         {("actor", "Tom Gale"), ("victim", "nun")}),
        ("Police charged Tom Gale with the murder of a nun.", "murder",
         {("actor", "Tom Gale"), ("victim", "nun")}),
        ("Three fighters are accused of killing the mayor.", "killing",
         {("actor", "fighters"), ("victim", "mayor")}),
        ("One man was killed and three others were injured when police opened fire.", "killed",
         {("actor", "police"), ("victim", "man")}),
        ("Three people died after police fired at a crowd.", "fired at",
         {("actor", "police"), ("target", "crowd")}),
        ("Two soldiers, three rebels killed in gunfight", "killed",
         {("victim", "soldiers"), ("victim", "rebels")}),
        ("Two rebels were killed in the clashes.", "killed", {("victim", "rebels")}),
        ("Villagers drove the rebels out of three districts.", "drove the rebels out",
         {("actor", "Villagers"), ("target", "rebels")}),
        ("The army said it had killed two rebels.", "killed",
         {("actor", "army"), ("victim", "rebels")}),
        ("Rebels said they had killed two soldiers.", "killed",
         {("actor", "Rebels"), ("victim", "soldiers")}),
        ("The town was freed by the uprising.", "freed", {("actor", "uprising")}),
        ("ARDAN, May 3 (Vale News) - Two rebels were killed on Saturday.", "killed",
         {("victim", "rebels")}),
    ],
)  # fmt: skip
def test_roles_follow_the_grammar(text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "name", "side"),
    [
        ("The army shelled 40 Harkat fighters.", "shelled", "Harkat fighters", "Harkat"),
        ("Fighters of the Green Front attacked the base.", "attacked",
         "Fighters of the Green Front", "Green Front"),
        ("The bomb wounded six soldiers.", "wounded", "soldiers", "government forces"),
        ("The bomb wounded six policemen.", "wounded", "policemen", "police"),
        ("The bomb wounded six farmers.", "wounded", "farmers", "civilians"),
        ("The bomb wounded six people.", "wounded", "people", None),
        ("Gunmen attacked the base.", "attacked", "Gunmen", None),
        ("Tribal rebels attacked the base.", "attacked", "Tribal rebels", "tribal rebels"),
        ("We attacked the base.", "attacked", "We", None),
        ("The rebels lost 15 fighters.", "lost", "fighters", "rebels"),
    ],
)  # fmt: skip
def test_a_side_is_the_party_of_a_name(
    text: str, trigger: str, name: str, side: str | None
) -> None:
    assert {p.name: p.side for p in parties(text, trigger)}[name] == side


def test_the_group_is_the_one_last_named() -> None:
    text = "Harkat fighters took over the town. The Islamist group attacked a school on Friday."
    assert [p.side for p in parties(text, "attacked") if p.role == "actor"] == ["Harkat"]


def test_an_adjective_of_a_name_is_of_its_side() -> None:
    text = "Soldiers killed ten Harkat fighters. They wounded six Harkati militants."
    assert [p.side for p in parties(text, "wounded") if p.role == "victim"] == ["Harkat"]


def test_a_bare_number_is_of_the_side_counted_before() -> None:
    text = "Soldiers killed ten Harkat fighters and wounded at least five."
    assert [p.side for p in parties(text, "wounded") if p.role == "victim"] == ["Harkat"]


def test_a_dateline_acts_in_nothing() -> None:
    text = "ARDAN, Ruritania (May 3) - Soldiers arrested a smuggler."
    assert roles(text, "arrested") == {("actor", "Soldiers"), ("victim", "smuggler")}


@pytest.mark.parametrize(
    ("text", "trigger", "side"),
    [
        ("Harkat fighters attacked a base. The group killed two soldiers.", "killed", "Harkat"),
        ("Harkat fighters attacked a base. The militia killed two soldiers.", "killed", "militia"),
        ("The army killed a Harkat leader. Police detained the leader.", "detained", "Harkat"),
        ("Villagers killed two Harkat fighters. They captured a town.", "captured", "villagers"),
    ],
)
def test_only_a_fitting_name_stands_for_a_group(text: str, trigger: str, side: str) -> None:
    assert side in {participant.side for participant in parties(text, trigger)}


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Police: Man killed farmer in Ardan", "killed", "Man"),
        ("An Ohio man killed a farmer.", "killed", "Ohio man"),
        ("Tomas Kerrigan spoke to Maria Kerrigan. Kerrigan killed a farmer.", "killed", "Kerrigan"),
    ],
)
def test_one_person_is_no_party(text: str, trigger: str, name: str) -> None:
    assert [(p.name, p.side) for p in parties(text, trigger) if p.role == "actor"] == [(name, None)]


def test_a_victim_of_whom_one_verb_tells_is_a_person() -> None:
    [victim] = parties("Oelvan was shot dead on Monday.", "shot dead")
    assert (victim.name, victim.side) == ("Oelvan", None)


@pytest.mark.parametrize(
    ("body", "side"),
    [("Ardan Police Department", "police"), ("Sheriff's Office", "government forces")],
)
def test_a_body_of_the_state_is_no_name(body: str, side: str) -> None:
    [actor] = [p for p in parties(f"The {body} killed a farmer.", "killed") if p.role == "actor"]
    assert actor.side == side
