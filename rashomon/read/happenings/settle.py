"""Settle the kind of each happening by its own clause, else by what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from rashomon.lexicon import KINDS
from rashomon.read.happenings.kinds import (
    CASUALTY,
    UNDECIDED,
    echoes,
    fight_kind,
    ground_kind,
    harm_kind,
    held_kind,
    is_of,
)
from rashomon.read.happenings.parties import Part, camp
from rashomon.read.happenings.triggers import Trigger
from rashomon.read.happenings.words import Words
from rashomon.read.reasons import about, because

__all__ = ["Draft", "settle"]

K = TypeVar("K", bound=str | None)

_BLOWS = {
    "assault",
    "gunfire",
    "raid",
    "shooting",
    "missing",
    "torture",
    "stoning",
    "ramming",
    "missing people",
}
_CLASH, _PEACEFUL, _CHEMICAL = "Armed clash", "Peaceful protest", "Chemical weapon"
_AIR, _SUICIDE = "Air/drone strike", "Suicide bomb"
_REMOTE = "Explosions/Remote violence"
_ACTS = "happenings: acts"
_LEAD = 2  # sentences: the headline and the first of the body
_ECHO = 3  # sentences over which "ten people died" still belongs to the blast told before


@dataclass(slots=True)
class Draft:
    """A trigger with its parts on the way to a happening; `kind` is settled last."""

    trigger: Trigger
    parts: tuple[Part, ...]
    sentence: int
    means: str | None
    kind: str | None = None
    is_unopposed: bool = False


def settle(drafts: Sequence[Draft], fighting: frozenset[str], words: Words) -> None:
    """Settle each draft's kind; those that only their neighbours can tell come last."""
    for index, draft in enumerate(drafts):
        about(draft.trigger.span)
        draft.kind = _kind(draft, drafts[:index], fighting, words)
    _look_ahead(drafts)
    settled = [d.kind for d in drafts if d.trigger.act.measure == "districts" and d.kind]
    default = (
        max(sorted(set(settled)), key=settled.count) if settled else ground_kind("state", None)
    )
    for draft in drafts:
        if draft.trigger.act.measure == "districts" and draft.kind is None:
            about(draft.trigger.span)
            draft.kind = _of_kind(default, "it goes to who gets most of the ground in the report")


def _of_kind(kind: K, rule: str, *seen: Token, entry: str | None = None) -> K:
    return because(kind, "kind", rule, *seen, entry=entry)


def _kind(
    draft: Draft, before: Sequence[Draft], fighting: frozenset[str], words: Words
) -> str | None:
    act = draft.trigger.act
    if act.measure in CASUALTY or act.name in _BLOWS:
        return _harm(draft, before, fighting, words)
    if act.measure == "districts":
        gets = ground_kind(*_winner_and_loser(draft, words))
        return _of_kind(
            gets, "the camps of who gets and who loses the ground tell it", draft.trigger.root
        )
    if act.frame == "fight" and act.kind == _CLASH:
        fight = fight_kind(draft.trigger, draft.parts, words)
        return _of_kind(fight, "who fights with whom, and with what, tells it", draft.trigger.root)
    if act.kind is not None:
        by_act = _of_kind(act.kind, "the act has this kind", *draft.trigger.words, entry=_ACTS)
        special = _of_act(draft, words)
        return _of_kind(special, "its doer or its means tells it", draft.trigger.root) or by_act
    return _vague_kind(draft, before)


def _vague_kind(draft: Draft, before: Sequence[Draft]) -> str | None:
    """Tell the kind of an act that has none: a strike, a gathering, a car driven into a wall."""
    name, root = draft.trigger.act.name, draft.trigger.root
    if name == "strike":
        return _of_kind(_strike(before), "the strike told before it was one", root)
    if name == "driving into":
        has_bomb = draft.means is not None and KINDS[draft.means].event_type == _REMOTE
        return _of_kind(_SUICIDE if has_bomb else None, "what is driven has a bomb", root)
    crowd = _PEACEFUL if name == "gathering" and draft.parts else None
    return _of_kind(crowd, "people gather", root)


def _of_act(draft: Draft, words: Words) -> str | None:
    """Tell where a captor or a weapon makes something else of an act that has a kind."""
    act = draft.trigger.act
    if act.name == "arrest":
        return held_kind(draft.parts, words)
    if act.frame == "attack" and act.name in {"explosion", "search"}:
        is_remote = draft.means is not None and KINDS[draft.means].event_type == _REMOTE
        if draft.means and (is_remote or act.name == "explosion"):
            return draft.means
    return _from_afar(draft, words)


def _from_afar(draft: Draft, words: Words) -> str | None:
    """Tell gas and aircraft from other fire and bombs, whatever the verb: "warplanes pounded"."""
    kind = KINDS.get(draft.trigger.act.kind or "")
    if kind is None or kind.event_type != _REMOTE or draft.trigger.act.frame != "attack":
        return None
    if draft.means == _CHEMICAL:
        return _CHEMICAL
    flown = any(p.role == "actor" and is_of(p.head, "aircraft", words) for p in draft.parts)
    flown = flown or (draft.trigger.verbal and draft.means == _AIR)
    return _AIR if flown and kind.name != _CHEMICAL else None


def _look_ahead(drafts: Sequence[Draft]) -> None:
    """Let a bare "12 killed" of the headline or lead be of the kind that the next lines tell."""
    for index, draft in enumerate(drafts):
        if draft.kind == UNDECIDED and draft.sentence < _LEAD:
            after = (d for d in drafts[index:] if d.sentence - draft.sentence <= _ECHO)
            about(draft.trigger.span)
            told = next((d.kind for d in after if echoes(d.kind)), UNDECIDED)
            draft.kind = _of_kind(told, "the next sentences tell it, if anything does")


def _harm(
    draft: Draft, before: Sequence[Draft], fighting: frozenset[str], words: Words
) -> str | None:
    kind = harm_kind(draft.trigger, draft.parts, draft.means, fighting, words)
    hurt = [p.head for p in draft.parts if p.role == "victim"]
    unnamed = hurt and all(head.pos_ == "NUM" or words.among(head, "others") for head in hurt)
    if kind != UNDECIDED and not (unnamed and draft.means is None):
        return kind
    last = before[-1] if before else None
    if (
        unnamed
        and last
        and last.sentence == draft.sentence
        and last.trigger.act.measure in CASUALTY
    ):
        return _of_kind(
            last.kind, "the casualties counted before it are of this kind", last.trigger.root
        )
    if kind != UNDECIDED:
        return kind
    for earlier in reversed(before):
        if draft.sentence - earlier.sentence > _ECHO:
            break
        if echoes(earlier.kind):
            return _of_kind(
                earlier.kind, "it goes with what was told before it", earlier.trigger.root
            )
    return _of_kind(UNDECIDED, "nothing tells what kind of violence it was")


def _strike(before: Sequence[Draft]) -> str | None:
    """Tell what "the strike" was from what was told before; None where nobody struck."""
    remote = (d.kind for d in reversed(before) if d.kind is not None)
    return next((k for k in remote if KINDS[k].event_type == _REMOTE), None)


def _winner_and_loser(draft: Draft, words: Words) -> tuple[str | None, str | None]:
    def side(role: str) -> str | None:
        heads = [p.head for p in draft.parts if p.role == role and p.head.pos_ != "PRON"]
        return (camp(heads[0], words) or "rebel") if heads else None

    return side("actor"), side("target")
