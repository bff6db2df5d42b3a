"""Decide what kind of event a trigger stands for, from the words of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from rashomon.lexicon import KINDS
from rashomon.read.happenings.parties import Part, camp
from rashomon.read.happenings.triggers import Trigger, longest
from rashomon.read.happenings.words import Words

__all__ = [
    "CASUALTY",
    "UNDECIDED",
    "echoes",
    "fighting_names",
    "gravest",
    "ground_kind",
    "harm_kind",
    "means_in",
]

UNDECIDED = "Unspecified violence"
CASUALTY = {"killed", "wounded", "casualties"}
_CLASH, _ATTACK, _CROWD = "Armed clash", "Attack", "Excessive force against protesters"
_ABDUCTION, _OTHER = "Abduction/forced disappearance", "Other"
_STATE_WINS, _REBELS_WIN = "Government regains territory", "Non-state actor overtakes territory"
_MEANS = {
    name
    for name, kind in KINDS.items()
    if kind.event_type == "Explosions/Remote violence"
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
    doers = {camp(part.head, words) for part in parts if part.role == "actor"}
    crowd = ("protesters", "crowds") if "state" in doers else ("protesters",)
    if any(words.among(head, g) for head in hurt for g in crowd) and act.kind is None:
        return _CROWD
    if act.kind is not None or means is not None:
        return act.kind or means or UNDECIDED
    if act.name == "raid" and "state" in doers:
        return _OTHER
    if any(head.lower_ in fighting or _is_armed(head, words) for head in hurt):
        return _CLASH
    is_aimed = act.frame == "attack" or act.name in {"murder", "shooting"} or (doers and hurt)
    return _ATTACK if is_aimed else UNDECIDED


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
