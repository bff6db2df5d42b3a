"""Tell one incident as one: what its parts are once they are seen together.

A march is no peaceful one when the next line says that police fired at it, a raid that ends in
arrests is an arrest. The higher kind wins, after ACLED's rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.read.happenings.arguments import clause_head, touch
from rashomon.read.happenings.kinds import CASUALTY, UNDECIDED, is_of
from rashomon.read.happenings.parties import camp
from rashomon.read.happenings.settle import Draft
from rashomon.read.happenings.words import Words
from rashomon.read.reasons import about, because

__all__ = ["join"]

_PEACEFUL, _STOPPED = "Peaceful protest", "Protest with intervention"
_FORCE, _RIOT, _MOB = "Excessive force against protesters", "Violent demonstration", "Mob violence"
_ATTACK, _CLASH, _ARRESTS, _OTHER = "Attack", "Armed clash", "Arrests", "Other"
_CRIME, _RUIN = "Organised crime", "Looting/property destruction"
_HANDED = "Non-violent transfer of territory"
_BLOWS = {_ATTACK, _CLASH, _MOB, _RUIN}
_EXPLAIN = {_OTHER, "Disrupted weapons use"}
_CROWDS = ("protesters", "crowds")
_FOLLOWING = 2  # sentences in which a protest's end is told


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is told in a draft's own sentence, before and after it."""

    here: tuple[Draft, ...]
    before: tuple[Draft, ...]
    after: tuple[Draft, ...]


def join(drafts: Sequence[Draft], words: Words) -> None:
    """Raise each draft's kind to that of the incident which it is a part of."""
    told: Mapping[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        told[draft.sentence].append(draft)
    raised = [_raised(draft, _scene(draft, told), words) for draft in drafts]
    for draft, kind in zip(drafts, raised, strict=True):
        about(draft.trigger.span)
        if kind is not None:
            draft.kind = because(
                kind, "kind", "the incident told here and beside it is of this kind"
            )


def _scene(draft: Draft, told: Mapping[int, list[Draft]]) -> _Scene:
    at = draft.sentence
    nexts = (told.get(at + step, []) for step in range(1, _FOLLOWING + 1))
    return _Scene(
        tuple(other for other in told[at] if other is not draft),
        tuple(told.get(at - 1, [])),
        tuple(other for those in nexts for other in those),
    )


def _raised(draft: Draft, scene: _Scene, words: Words) -> str | None:
    if draft.trigger.act.measure == "districts":
        return _of_ground(draft, scene)
    if draft.kind == _PEACEFUL:
        return _of_protest(scene, words)
    if draft.kind in {_ATTACK, _CLASH, UNDECIDED, _MOB, _RUIN}:
        return _of_blow(draft, scene, words)
    if draft.trigger.act.name == "leading away":
        return _of_captive(scene)
    return _of_measure(draft, scene)


# --- people on the streets ---


def _of_protest(scene: _Scene, words: Words) -> str | None:
    near = (*scene.here, *scene.after)
    if any(_is_riot(other, words) for other in near):
        return _RIOT
    if any(other.kind == _FORCE or _is_by_force(other, words) for other in near):
        return _FORCE
    if any(other.kind == _STOPPED for other in near) or _has_arrests(scene, words):
        return _STOPPED
    return None


def _is_riot(draft: Draft, words: Words) -> bool:
    crowd = draft.kind in _BLOWS and _acts(draft, _CROWDS, words)
    return draft.kind == _RIOT or crowd or (draft.kind == _MOB and draft.trigger.verbal)


def _is_by_force(draft: Draft, words: Words) -> bool:
    """Tell whether armed men harm people, who are no armed ones themselves."""
    hurt = [p.head for p in draft.parts if p.role in {"victim", "target"}]
    armed = any(camp(head, words) in {"state", "rebel"} for head in hurt)
    by = any(camp(p.head, words) in {"state", "rebel"} for p in draft.parts if p.role == "actor")
    is_aimed = (
        bool(hurt) or draft.trigger.act.frame == "attack"
    )  # "shot at a rally" hurts nobody named
    return draft.kind == _ATTACK and by and not armed and is_aimed


def _has_arrests(scene: _Scene, words: Words) -> bool:
    """Tell whether the police, or nobody in particular, arrest people at a protest."""
    return any(
        other.kind == _ARRESTS
        and all(camp(p.head, words) == "state" for p in other.parts if p.role == "actor")
        for other in scene.here
    )


def _of_blow(draft: Draft, scene: _Scene, words: Words) -> str | None:
    is_march = any(other.kind == _PEACEFUL for other in scene.here)
    if draft.kind in {_MOB, _RUIN}:
        is_riot = is_march if draft.kind == _MOB else _acts(draft, _CROWDS, words)
        return _RIOT if is_riot else None
    was_march = any(other.kind == _PEACEFUL for other in scene.before)
    at_force = [other for other in scene.here if other.kind == _FORCE]
    if (is_march or was_march or at_force) and _is_by_force(draft, words):
        return _FORCE
    if draft.trigger.act.measure in CASUALTY:
        if any(_linked(draft, other) for other in at_force):
            return _FORCE
        # bodies found in a mass grave, a bomber killed by his own bomb
        linked = (d.kind for d in scene.here if d.kind in _EXPLAIN and _linked(draft, d))
        return next(linked, None)
    return _of_struggle(draft, scene)


def _of_struggle(draft: Draft, scene: _Scene) -> str | None:
    """Let "stormed and seized the town", "after heavy fighting they seized it" be the seizure."""
    if draft.trigger.act.name != "assault" and draft.kind != _CLASH:
        return None
    for other in scene.here:
        is_way = draft.trigger.verbal and draft.trigger.act.name == "assault"
        # no fighting that is told to have followed, or come since: "fighting since they took it"
        is_before = not draft.trigger.verbal and draft.trigger.root.i < other.trigger.root.i
        is_before = is_before and clause_head(other.trigger.root).dep_ != "advcl"
        if _is_taking(other) and (is_way or is_before) and _linked(draft, other):
            return other.kind
    return None


def _of_captive(scene: _Scene) -> str | None:
    """Let whom armed men took away be attacked where a killing is told with it: it is worse."""
    near = (*scene.here, *scene.before, *scene.after)
    killed = any(other.trigger.act.measure == "killed" for other in near)
    return _ATTACK if killed else None


# --- ground, arrests ---


def _is_taking(draft: Draft) -> bool:
    return draft.trigger.act.measure == "districts" and draft.trigger.act.frame == "take"


def _of_ground(draft: Draft, scene: _Scene) -> str | None:
    """Let ground that one side leaves and another takes, or hands over, change hands in peace."""
    if draft.is_unopposed or any(other.is_unopposed for other in scene.here):
        return _HANDED
    if any(other.kind in {_ATTACK, _CLASH} for other in scene.here):
        return None
    acts = {other.trigger.act.frame for other in (draft, *scene.here) if _is_ground(other)}
    handed = any(other.kind == _HANDED for other in scene.here)
    return _HANDED if handed or {"take", "lose"} <= acts else None


def _is_ground(draft: Draft) -> bool:
    return draft.trigger.act.measure == "districts"


def _of_measure(draft: Draft, scene: _Scene) -> str | None:
    """Let an arrest for smuggling be crime, one at a protest its end, a search the arrests made."""
    if draft.kind == _OTHER and draft.trigger.act.frame == "attack":
        return next((d.kind for d in scene.here if d.kind == _ARRESTS and _linked(draft, d)), None)
    if draft.kind != _ARRESTS:
        return None
    crimes = (other.trigger.root for other in scene.here if other.kind == _CRIME)
    if any(draft.trigger.root in crime.ancestors for crime in crimes):
        return _CRIME
    return _STOPPED if any(other.kind == _PEACEFUL for other in scene.here) else None


# --- who and where ---


def _acts(draft: Draft, groups: Iterable[str], words: Words) -> bool:
    actors = [part.head for part in draft.parts if part.role == "actor"]
    return any(is_of(actor, group, words) for actor in actors for group in groups)


def _linked(draft: Draft, other: Draft) -> bool:
    return touch(clause_head(draft.trigger.root), clause_head(other.trigger.root))
