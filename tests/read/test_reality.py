from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read.happening import Happening
from rashomon.read.page import span_of
from rashomon.read.reality import reality_of
from rashomon.values import Reality
from tests.factory import page

# The word that names the happening; a star says that it has a result that is counted.
CASES: list[tuple[Reality, str, str]] = [
    ("negated", "capture*", "The rebels failed to capture the town."),
    ("negated", "killed*", "No one was killed in the blast."),
    ("negated", "killed*", "No civilians were killed in the blast."),
    ("negated", "killed*", "Nobody was killed in the blast."),
    ("negated", "killed*", "The blast killed no one."),
    ("negated", "wounded*", "None of the passengers was wounded."),
    ("actual", "killed*", "No fewer than 12 guards were killed."),
    ("actual", "killed*", "No less than 12 guards were killed."),
    ("negated", "cause", "The blast did not cause any damage."),
    ("negated", "attack", "Police foiled an attack on the embassy."),
    ("negated", "attack", "The attack on the embassy was averted."),
    ("negated", "attack", "Soldiers prevented an attack on the market."),
    ("negated", "kill*", "The soldiers did not kill the prisoners."),
    ("negated", "attacked", "The rebels never attacked the village."),
    ("negated", "attacked", "The rebels neither attacked nor shelled the village."),
    ("negated", "shell", "The rebels did not attack or shell the village."),
    ("negated", "killing*", "They stormed the base without killing anyone."),
    ("negated", "casualties*", "The raid ended without casualties."),
    ("negated", "casualties*", "There were no casualties."),
    ("negated", "casualties*", "No casualties were reported."),
    ("negated", "casualties*", "The army did not report any casualties."),
    ("negated", "attacks", "The group has not carried out attacks since May."),
    ("negated", "capture*", "The army was unable to capture the town."),
    ("negated", "killed*", "He was nearly killed by a shell."),
    ("negated", "death*", "The governor narrowly escaped death."),
    ("negated", "kill*", "The gunmen did not manage to kill the judge."),
    ("negated", "attack", "The group has yet to attack the port."),
    ("negated", "hurt*", "No one is believed to have been hurt."),
    ("negated", "attack", "The army has no plans to attack the town."),
    ("negated", "attack", "The army does not have plans to attack the town."),
    ("hypothetical", "arrest", "Police offer a reward for information leading to an arrest."),
    ("hypothetical", "arrests", "They pay for information that leads to arrests."),
    ("hypothetical", "shot*", "When people get shot, nobody talks."),
    ("hypothetical", "attack", "The rebels would attack at night."),
    ("hypothetical", "killed*", "Militants may have killed three soldiers."),
    ("hypothetical", "attack", "Militants could attack the base."),
    ("hypothetical", "seize*", "Militants could attack the base and seize it."),
    ("hypothetical", "attack", "If they attack the town, the army will answer."),
    ("hypothetical", "attack", "Unless they attack the town, nothing will change."),
    ("hypothetical", "killed*", "Was the general killed?"),
    ("hypothetical", "killed*", "It is unclear whether anyone was killed."),
    ("hypothetical", "killed*", "I wish they had killed him."),
    ("hypothetical", "attack", "Residents live in fear of an attack."),
    ("hypothetical", "attacks", "Officials warned of attacks on the port."),
    ("hypothetical", "assault", "Residents spoke of a possible assault."),
    ("hypothetical", "attack", "There is a risk of an attack."),
    ("hypothetical", "explode", "The bomb was found before it could explode."),
    ("hypothetical", "kill*", "Gunmen tried to kill the judge."),
    ("hypothetical", "capture*", "The rebels attempted to capture the town."),
    ("planned", "retake*", "The army will retake the town."),
    ("planned", "seize*", "The army will attack the town and seize it."),
    ("planned", "attack", "The group plans to attack the port."),
    ("planned", "attack", "The group vowed to attack the port."),
    ("planned", "kill*", "The group threatened to kill the hostages."),
    ("planned", "attack", "The commander ordered his men to attack the village."),
    ("planned", "attack", "Troops to attack the town."),
    ("planned", "attack", "Troops are set to attack the town."),
    ("planned", "attack", "They are about to attack the town."),
    ("planned", "attack", "He spoke of a planned attack on the port."),
    ("planned", "attack", "The group was planning an attack on the port."),
    ("planned", "assault", "Preparations for an assault are under way."),
    ("planned", "attack", "The soldiers crossed the river to attack the village."),
    ("planned", "retake*", "The group is preparing to retake the town."),
    ("planned", "attack", "He said the army would attack the town."),
    ("planned", "attack", "The attack will take place on Monday."),
    ("planned", "attack", "Police found an attack plan in the house."),
    ("planned", "attack", "He received the order to attack the village."),
    ("planned", "attacks", "The army will launch attacks on the town."),
    ("planned", "attack", "The rebels agreed to attack together."),
    ("actual", "killed*", "The soldiers killed three men."),
    ("actual", "arrest", "The information led to the arrest of two men."),
    ("actual", "shot*", "Nobody talked when the men were shot."),
    ("actual", "shot*", "Two men die when a soldier gets shot."),
    ("planned", "attack", "The army has plans to attack the town."),
    ("actual", "killed*", "Residents claim to have killed nearly 40 fighters."),
    ("actual", "killed*", "He is believed to have been killed."),
    ("actual", "flee", "The families were forced to flee."),
    ("actual", "killing*", "They denied killing the guards."),
    ("actual", "killing*", "They were accused of killing the guards."),
    ("actual", "killed*", "The army denied that its soldiers had been killed."),
    ("actual", "attack", "Nobody claimed responsibility for the attack."),
    ("actual", "attack", "The attack did not cause any casualties."),
    ("actual", "attack", "The attack could harm the talks."),
    ("actual", "attack", "The government did not condemn the attack."),
    ("actual", "attack", "The alleged attack took place on Monday."),
    ("actual", "capture*", "The rebels managed to capture the town."),
    ("actual", "shell", "The army began to shell the town."),
    ("actual", "killed*", "They not only killed the guards but burnt the post."),
    ("actual", "attack", "The gunmen tried to attack the post."),
    ("actual", "killed*", "Who killed the general?"),
    ("actual", "killed*", "The man who planned the raid was killed."),
    ("actual", "attack", "The attack was planned for months."),
    ("actual", "killed*", "Soldiers who did not surrender were killed."),
    ("actual", "killed*", "The army said it had killed three men."),
    ("actual", "attack", "The attack killed more than planned."),
    ("actual", "attacked", "Gunmen attacked the town, police said it will rain."),
    ("actual", "killed*", "The bomb, which failed to stop the convoy, killed a guard."),
    ("actual", "killed*", "It is feared that 12 people were killed."),
    ("actual", "killed*", "Fears grew after gunmen killed a judge."),
    ("actual", "attack", "He warned the rebels after the attack."),
    ("actual", "attack", "The army will investigate the attack."),
    ("actual", "killed*", "He could not say who killed the judge."),
    ("actual", "killed*", "The man could be the one who killed the judge."),
    ("actual", "attack", "He escaped the attack unhurt."),
    ("actual", "attack", "The judge survived the attack."),
    ("actual", "killed*", "They were planning a raid when shells killed them."),
    ("actual", "killed*", "It would be the first time since shells killed a judge."),
]


def read(text: str, word: str) -> Reality:
    made = page(text)
    root = next(token for token in made.doc if token.text == word.removesuffix("*"))
    measure = "killed" if word.endswith("*") else None
    happening = Happening(root, span_of(root), span_of(root.sent), "Attack", measure=measure)
    return reality_of(made, happening)


@pytest.mark.parametrize(("expected", "word", "text"), CASES)
def test_grammar_tells_what_has_happened(expected: Reality, word: str, text: str) -> None:
    assert read(text, word) == expected


@settings(max_examples=30)
@given(st.text(alphabet="abc .,?'\"would not if attack killed", min_size=1, max_size=60))
def test_every_word_of_any_text_has_a_reality(text: str) -> None:
    made = page(text)
    for token in made.doc:
        happening = Happening(token, span_of(token), span_of(token.sent), "Attack")
        assert reality_of(made, happening) in {"actual", "negated", "hypothetical", "planned"}
