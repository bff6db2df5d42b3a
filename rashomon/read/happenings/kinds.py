"""Decide what kind of event a trigger stands for, from the words of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from rashomon.lexicon import KINDS
from rashomon.read.happenings.parties import Part, camp
from rashomon.read.happenings.triggers import Trigger, longest
from rashomon.read.happenings.words import Words
from rashomon.read.reasons import because

__all__ = [
    "CASUALTY",
    "UNDECIDED",
    "echoes",
    "fight_kind",
    "fighting_names",
    "gravest",
    "ground_kind",
    "harm_kind",
    "held_kind",
    "is_of",
    "means_in",
]

_SPECIAL = "who does it to whom, or a means that outranks the verb, tells it"
_OF_ACT = "the act has this kind"
_OF_MEANS = "the gravest weapon or fight named with it has this kind"
UNDECIDED = "Unspecified violence"
CASUALTY = {"killed", "wounded", "casualties"}
_CLASH, _ATTACK, _CROWD = "Armed clash", "Attack", "Excessive force against protesters"
_MOB, _RIOT, _CRIME = "Mob violence", "Violent demonstration", "Organised crime"
_AIR, _CHEMICAL, _SUICIDE = "Air/drone strike", "Chemical weapon", "Suicide bomb"
_BY_HAND = {"killing", "murder", "wounding", "torture", "stoning", "assault", "lynching", "dying"}
_ABDUCTION, _OTHER = "Abduction/forced disappearance", "Other"
_STATE_WINS, _REBELS_WIN = "Government regains territory", "Non-state actor overtakes territory"
_REMOTE = "Explosions/Remote violence"
_MEANS = {
    name
    for name, kind in KINDS.items()
    if kind.event_type == _REMOTE
    or name in {_CLASH, "Mob violence", "Accident", "Natural disaster", "Sexual violence"}
}


def means_in(tokens: Iterable[Token], words: Words) -> Iterator[tuple[Token, str]]:
    """Yield the weapons and means named among `tokens`, each with the kind it stands for."""
    for token in tokens:
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "ADV", "VERB"} and token.text[0].isalnum():
            phrase = longest(token, words.means, words)
            if phrase is not None and phrase.value != "none":
                yield token, phrase.value


def gravest(kinds: Iterable[str]) -> str | None:
    """Return the kind that ranks highest among those that can be the means of harm."""
    return min((k for k in kinds if k in _MEANS), key=lambda k: KINDS[k].rank, default=None)


def echoes(kind: str | None) -> bool:
    """Tell whether casualties told a little later can belong to an event of `kind`."""
    return kind in _MEANS or kind in {_ATTACK, _CROWD}


def fighting_names(tokens: Iterable[Token], words: Words) -> frozenset[str]:
    """Return the names that a report puts before fighters: "Taliban" of "Taliban fighters"."""
    return frozenset(
        child.lower_
        for token in tokens
        if words.among(token, "fighters")
        for child in token.children
        if child.pos_ == "PROPN" and child.dep_ in {"compound", "nmod", "amod"}
    )


def harm_kind(
    trigger: Trigger,
    parts: Sequence[Part],
    means: str | None,
    fighting: frozenset[str],
    words: Words,
) -> str:
    """Tell the kind of a killing, wounding, shooting or attack.

    `means` is the gravest kind of weapon or fight named with it, `fighting` the armed groups that
    the report names.
    """
    act = trigger.act
    hurt = [part.head for part in parts if part.role in {"victim", "target"}]
    doers = {camp(part.head, words) for part in _of(parts, "actor")}
    special = _by_who_and_how(trigger, parts, means, words)
    told = special or act.kind or means
    if told is not None:
        rule = _SPECIAL if special else _OF_ACT if act.kind else _OF_MEANS
        return because(told, "kind", rule, trigger.root)
    if act.name == "raid" and "state" in doers:
        return because(_OTHER, "kind", "the state's men raid", trigger.root)
    armed = [head for head in hurt if head.lower_ in fighting or _is_armed(head, words)]
    if armed:
        return because(_CLASH, "kind", "who is hurt or hit is armed", *armed)
    is_aimed = act.frame == "attack" or act.name in {"murder", "shooting"} or (doers and hurt)
    if is_aimed:
        return because(_ATTACK, "kind", "it is aimed at somebody who is not armed", *hurt)
    return because(UNDECIDED, "kind", "nothing tells what kind of violence it was", trigger.root)


def _by_who_and_how(
    trigger: Trigger, parts: Sequence[Part], means: str | None, words: Words
) -> str | None:
    """Tell the kinds that go by who does it to whom, or by a means that outranks the verb."""
    act = trigger.act
    actors = [part.head for part in _of(parts, "actor")]
    hurt = [part.head for part in parts if part.role in {"victim", "target"}]
    is_remote = means is not None and KINDS[means].event_type == _REMOTE
    by_state = any(camp(actor, words) == "state" for actor in actors)
    crowds = ("protesters", "crowds") if by_state else ("protesters",)
    fight = any(words.among(head, "fighters") for head in hurt)  # who kill fighters fight them
    is_own_end = act.frame == "harm" and any(words.among(head, "reflexives") for head in hurt)
    signs = (
        (_CROWD, act.kind is None and any(words.among(h, g) for h in hurt for g in crowds)),
        (_MOB, act.name in _BY_HAND and not (is_remote or fight) and is_mob(parts, words)),
        (_CHEMICAL, means == _CHEMICAL),
        (_AIR, act.frame == "attack" and any(is_of(a, "aircraft", words) for a in actors)),
        (_CRIME, hurt and actors and all(is_of(p.head, "criminals", words) for p in parts)),
        (_SUICIDE, is_remote and (is_own_end or act.name == "ramming")),
        (_ATTACK, act.name == "ramming"),
    )
    return next((kind for kind, holds in signs if holds), None)


def fight_kind(trigger: Trigger, parts: Sequence[Part], words: Words) -> str | None:
    """Tell a riot, a brawl or a gang war from a clash of armed sides, by who fights with what."""
    sides = [part.head for part in parts]
    if any(words.among(head, group) for head in sides for group in ("protesters", "crowds")):
        return _RIOT
    if sides and all(is_of(head, "criminals", words) for head in sides):
        return _CRIME
    armed = any(camp(head, words) in {"state", "rebel"} for head in sides)
    by_hand = any(words.among(token, "hand_weapons") for token in trigger.root.subtree)
    if not armed and sides and (by_hand or is_mob(parts, words)):
        return _MOB
    return trigger.act.kind


def is_mob(parts: Sequence[Part], words: Words) -> bool:
    """Tell whether those who act are ordinary people, many and unarmed: "villagers"."""
    return any(_is_mob(part.head, words) for part in _of(parts, "actor"))


def _is_mob(head: Token, words: Words) -> bool:
    if head.tag_ not in {"NNS", "NNPS"} and not words.among(head, "collectives"):
        return False
    if not words.among(head, "mobs"):
        return is_of(head, "mobs", words) and camp(head, words) not in {"state", "rebel"}
    return not any(words.among(child, "armed_marks") for child in head.children)


def is_of(head: Token, group: str, words: Words) -> bool:
    """Tell whether a noun phrase is of a class by its head, or by what it is a member of."""
    if words.among(head, group):
        return True
    beside = {"compound", "amod", "nmod"}
    return any(
        words.among(child, group)
        if child.dep_ in beside
        else any(words.among(inner, group) for inner in child.children if inner.dep_ == "pobj")
        for child in head.children
        if child.dep_ in beside or (child.dep_ == "prep" and words.among(child, "of"))
    )


def _of(parts: Iterable[Part], role: str) -> list[Part]:
    return [part for part in parts if part.role == role]


def _is_armed(head: Token, words: Words) -> bool:
    is_fighter = camp(head, words) in {"state", "rebel"} and not words.among(head, "rulers")
    return is_fighter or words.among(head, "armed_sites")


def held_kind(parts: Iterable[Part], words: Words) -> str | None:
    """Tell an abduction where a group that is no state's takes people; None leaves it an arrest."""
    camps = {camp(p.head, words) for p in parts if p.role == "actor"}
    return _ABDUCTION if "rebel" in camps and "state" not in camps else None


def ground_kind(winner: str | None, loser: str | None) -> str | None:
    """Tell who holds the ground afterwards from the camps of both; None where neither says."""
    if winner == "state":
        return _STATE_WINS
    if winner is not None or loser == "state":
        return _REBELS_WIN
    return None
