from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon import KINDS
from rashomon.read.happening import Happening
from rashomon.read.happenings import find_happenings
from tests.factory import page


def happenings(text: str) -> tuple[Happening, ...]:
    return find_happenings(page(text))


def kinds(text: str) -> list[str]:
    return [happening.kind for happening in happenings(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Troops recaptured the town of Ardan from the rebels.", "Government regains territory"),
        ("The army regained control of the valley.", "Government regains territory"),
        ("Rebels seized two villages from the army.", "Non-state actor overtakes territory"),
        ("The town of Ardan fell to the insurgents.", "Non-state actor overtakes territory"),
        ("The district is under the control of rebels.", "Non-state actor overtakes territory"),
        ("The army lost three villages.", "Non-state actor overtakes territory"),
        ("Soldiers clashed with gunmen near the river.", "Armed clash"),
        ("Militants ambushed an army convoy.", "Armed clash"),
        ("Fierce fighting between the two militias went on all night.", "Armed clash"),
        ("Police opened fire on protesters.", "Excessive force against protesters"),
        ("Police fired tear gas to disperse demonstrators.", "Protest with intervention"),
        ("Thousands marched in the capital.", "Peaceful protest"),
        ("Teachers protested against the new law.", "Peaceful protest"),
        ("Youths threw stones at the ministry.", "Violent demonstration"),
        ("A mob lynched a shopkeeper.", "Mob violence"),
        ("Doctors spoke of a chemical attack on the suburb.", "Chemical weapon"),
        ("Warplanes bombed the village.", "Air/drone strike"),
        ("An airstrike hit a school.", "Air/drone strike"),
        ("A suicide bomber killed nine people.", "Suicide bomb"),
        ("Rockets were fired at the port.", "Shelling/artillery/missile attack"),
        ("The army shelled the town.", "Shelling/artillery/missile attack"),
        ("A roadside bomb killed a driver.", "Remote explosive/landmine/IED"),
        ("Attackers hurled a grenade at a shop.", "Grenade"),
        ("Soldiers raped two women.", "Sexual violence"),
        ("Gunmen shot dead a teacher.", "Attack"),
        ("The militia beheaded a prisoner.", "Attack"),
        ("Gunmen kidnapped three engineers.", "Abduction/forced disappearance"),
        ("The two sides signed a ceasefire agreement.", "Agreement"),
        ("Forty rebels surrendered.", "Agreement"),
        ("Police arrested twelve activists.", "Arrests"),
        ("The army withdrew its troops from the border.", "Change to group/activity"),
        ("Sappers defused a bomb near the bridge.", "Disrupted weapons use"),
        ("Soldiers seized a cache of weapons.", "Disrupted weapons use"),
        ("The rebels established a base in the hills.", "Headquarters or base established"),
        ("Looters ransacked the market.", "Looting/property destruction"),
        ("Arsonists set fire to two houses.", "Looting/property destruction"),
        ("The rebels entered the palace.", "Non-violent transfer of territory"),
        ("The governor imposed a curfew.", "Other"),
        ("Twelve people were killed.", "Unspecified violence"),
        ("Thousands of families fled their homes.", "Displacement"),
        ("The envoys held talks in the capital.", "Diplomacy"),
        ("Traffickers smuggled heroin over the border.", "Organised crime"),
        ("An earthquake shook the province.", "Natural disaster"),
        ("A bus crash killed nine passengers.", "Accident"),
    ],
)  # fmt: skip
def test_the_kind_follows_from_the_words(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister killed the deal.",
        "He died of a heart attack.",
        "The president fired the minister.",
        "The firm took over its rival's debts.",
        "The team lost the match.",
        "The government must fight corruption.",
        "The Liberation Front published a letter.",
        "The student body chose a speaker.",
        "The attack helicopter is new.",
        "Prices fell to a new low.",
        "",
    ],
)
def test_figures_of_speech_are_no_violence(text: str) -> None:
    assert [kind for kind in kinds(text) if KINDS[kind].violent and "Unspecified" not in kind] == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels took over the town.", "took over"),
        ("The rebels took control of the town.", "took control"),
        ("The mayor imposed a curfew.", "imposed a curfew"),
        ("A car went off the road and a bomb went off.", "went off"),
        ("GUERRILLAS ATTACKED THE BARRACKS.", "ATTACKED"),
        ("Twelve die in a suicide bombing.", "suicide bombing"),
    ],
)
def test_a_trigger_takes_the_words_that_belong_to_it(text: str, trigger: str) -> None:
    assert trigger in [happening.trigger.of(text) for happening in happenings(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He joined the resistance against the king.", "Armed clash"),
        ("The opposition against the king grew.", "Other"),
        ("The resistance of the door surprised him.", None),
    ],
)
def test_a_struggle_is_one_against_somebody(text: str, kind: str | None) -> None:
    assert kinds(text) == ([] if kind is None else [kind])


def test_people_who_kill_fighters_are_no_mob() -> None:
    assert kinds("Villagers killed two rebel fighters.") == ["Armed clash"]


def test_fighting_since_a_seizure_is_not_its_way() -> None:
    text = "It was the first fighting since the rebels seized the town."
    assert kinds(text)[0] == "Armed clash"


def test_casualties_take_the_kind_of_what_caused_them() -> None:
    text = "A bomb exploded in the market of Ardan. Nine people died and 20 were hurt."
    assert set(kinds(text)) == {"Remote explosive/landmine/IED"}


def test_a_headline_takes_the_kind_of_the_lines_after_it() -> None:
    text = "Nine dead in Ardan\n\nNine people were killed in an airstrike on Ardan on Monday."
    assert kinds(text)[0] == "Air/drone strike"


def test_ground_lost_goes_to_whom_the_report_says() -> None:
    text = "The Blue Guard lose two villages\n\nLocal militia seized two villages on Friday."
    assert set(kinds(text)) == {"Non-state actor overtakes territory"}


def test_the_clause_leaves_out_what_frames_it() -> None:
    text = "Residents claim to have killed ten raiders and wounded five."
    assert [h.span.of(text) for h in happenings(text)] == ["killed ten raiders", "wounded five"]


@settings(max_examples=30)
@given(st.text(max_size=120))
def test_odd_text_does_no_harm(text: str) -> None:
    content = page(text).content
    for happening in happenings(text):
        assert happening.span.of(content)
        assert all(
            p.span is not None and p.span.of(content) == p.name for p in happening.participants
        )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels launched a powerful assault on the town.", "launched a powerful assault"),
        ("The explosion occurred at noon.", "explosion occurred"),
        ("After 1996, when the Alliance first usurped power, people fled.", "usurped power"),
    ],
)
def test_a_trigger_takes_its_light_verb(text: str, trigger: str) -> None:
    assert trigger in {happening.trigger.of(text) for happening in happenings(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Activists travelled there to take part in a ceremony.",
        "A state of siege was declared in the capital.",
    ],
)
def test_nobody_takes_ground_or_fights_there(text: str) -> None:
    assert not {"Armed clash", "Government regains territory"} & set(kinds(text))


def test_a_noun_before_the_toll_tells_its_kind() -> None:
    assert kinds("Market blast toll rises to 45") == ["Remote explosive/landmine/IED"]
