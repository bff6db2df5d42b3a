"""Put triggers, parts and kinds together into happenings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.lexicon import KINDS
from rashomon.read.happening import Happening
from rashomon.read.happenings.arguments import clause_head, span_tokens
from rashomon.read.happenings.cast import Cast
from rashomon.read.happenings.counted import counted_of, is_idle
from rashomon.read.happenings.frames import parts_of
from rashomon.read.happenings.kinds import (
    CASUALTY,
    UNDECIDED,
    echoes,
    fighting_names,
    gravest,
    ground_kind,
    harm_kind,
    held_kind,
    means_in,
)
from rashomon.read.happenings.parties import Part, camp
from rashomon.read.happenings.triggers import Trigger, find_triggers, modifying
from rashomon.read.happenings.words import Words, words_of
from rashomon.read.page import Page
from rashomon.values import Span

__all__ = ["find_happenings"]

_AIMED_AT = {"target", "victim"}
_REMOTE = "Explosions/Remote violence"
_LEAD = 2  # sentences: the headline and the first of the body
_ECHO = 3  # sentences over which "ten people died" still belongs to the blast told before


@dataclass(slots=True)
class _Draft:
    trigger: Trigger
    parts: tuple[Part, ...]
    sentence: int
    means: str | None
    kind: str | None = None


def find_happenings(page: Page) -> tuple[Happening, ...]:
    """Find what the running text and the headline say happened, in the order of the text.

    One happening a trigger. Whether it is real, planned or long past is not asked here.
    """
    words = words_of(page.report.language or "en")
    drafts: list[_Draft] = []
    for number, sentence in enumerate(page.sentences):
        drafts += _drafts(sentence, number, words)
    _decide(drafts, fighting_names(page.doc, words), words)
    kept = [draft for draft in drafts if draft.kind is not None]
    cast = Cast(page.content, words)
    return tuple(_happening(draft, cast, words) for draft in kept)


def _drafts(sentence: Tokens, number: int, words: Words) -> Iterator[_Draft]:
    triggers = tuple(find_triggers(sentence, words))
    if not triggers:
        return
    parts_by = {trigger.root: parts_of(trigger, words) for trigger in triggers}
    aimed_at = {p.head for parts in parts_by.values() for p in parts if p.role in _AIMED_AT}
    means = [
        (token, clause_head(token), kind)
        for token, kind in (*means_in(sentence, words), *modifying(sentence, words))
        if token not in aimed_at  # police who fire at a mob do not use one
    ]
    means += [(t.root, clause_head(t.root), t.act.kind) for t in triggers if t.act.kind is not None]
    for trigger in triggers:
        head = clause_head(trigger.root)
        near = [
            kind for token, place, kind in means if token != trigger.root and _touch(head, place)
        ]
        parts = parts_by[trigger.root]
        if is_idle(trigger, parts, words):
            continue
        if trigger.act.frame in {"harm", "suffer", "toll"} and not any(
            p.role == "actor" for p in parts
        ):
            hurt = {part.head for part in parts}
            doers = _doers_nearby(trigger, head, triggers, words)
            parts += tuple(part for part in doers if part.head not in hurt)
        yield _Draft(trigger, parts, number, gravest(near))


def _doers_nearby(
    trigger: Trigger, head: Token, others: Sequence[Trigger], words: Words
) -> tuple[Part, ...]:
    """Return the actors of the attack or clash named in the clause of a casualty."""
    near = [
        other for other in others if other is not trigger and other.act.frame in {"attack", "fight"}
    ]
    for other in sorted(near, key=lambda other: clause_head(other.root) != head):
        if _touch(head, clause_head(other.root)):
            doers = tuple(p for p in parts_of(other, words) if p.role == "actor")
            if doers:
                return doers
    return ()


def _touch(head: Token, other: Token) -> bool:
    """Tell whether two clauses are one, or one hangs on the other without being told in it."""
    if head == other:
        return True
    linked = {"advcl", "relcl", "conj", "acl", "parataxis"}
    for lower, upper in ((head, other), (other, head)):
        if lower.dep_ not in linked:
            continue
        over = clause_head(lower.head)
        # "A was killed and B was hurt when police fired" tells when both were
        shared = lower.dep_ == "advcl" and over.dep_ == "conj"
        if upper == over or (shared and clause_head(over.head) == upper):
            return True
    return False


def _decide(drafts: list[_Draft], fighting: frozenset[str], words: Words) -> None:
    """Settle each draft's kind; those that only their neighbours can tell come last."""
    for index, draft in enumerate(drafts):
        act = draft.trigger.act
        if act.name == "arrest":
            draft.kind = held_kind(draft.parts, words) or act.kind
        elif act.measure in CASUALTY or act.name in {
            "assault",
            "gunfire",
            "raid",
            "shooting",
            "missing",
        }:
            draft.kind = _harm(draft, drafts[:index], fighting, words)
        elif act.measure == "districts":
            draft.kind = ground_kind(*_winner_and_loser(draft, words))
        elif act.frame == "attack" and act.name in {"explosion", "search"}:
            is_remote = draft.means is not None and KINDS[draft.means].event_type == _REMOTE
            draft.kind = draft.means if is_remote or act.name == "explosion" else None
            draft.kind = draft.kind or act.kind
        elif act.name == "strike":
            draft.kind = _strike(drafts[:index])
        else:
            draft.kind = act.kind
    _look_ahead(drafts)
    settled = [d.kind for d in drafts if d.trigger.act.measure == "districts" and d.kind]
    default = (
        max(sorted(set(settled)), key=settled.count) if settled else ground_kind("state", None)
    )
    for draft in drafts:
        if draft.trigger.act.measure == "districts" and draft.kind is None:
            draft.kind = default


def _look_ahead(drafts: Sequence[_Draft]) -> None:
    """Let a bare "12 killed" of the headline or lead be of the kind that the next lines tell."""
    for index, draft in enumerate(drafts):
        if draft.kind == UNDECIDED and draft.sentence < _LEAD:
            after = (d for d in drafts[index:] if d.sentence - draft.sentence <= _ECHO)
            draft.kind = next((d.kind for d in after if echoes(d.kind)), UNDECIDED)


def _harm(
    draft: _Draft, before: Sequence[_Draft], fighting: frozenset[str], words: Words
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
        return last.kind
    if kind != UNDECIDED:
        return kind
    for earlier in reversed(before):
        if draft.sentence - earlier.sentence > _ECHO:
            break
        if echoes(earlier.kind):
            return earlier.kind
    return UNDECIDED


def _strike(before: Sequence[_Draft]) -> str | None:
    """Tell what "the strike" was from what was told before; None where nobody struck."""
    remote = (d.kind for d in reversed(before) if d.kind is not None)
    return next((k for k in remote if KINDS[k].event_type == _REMOTE), None)


def _winner_and_loser(draft: _Draft, words: Words) -> tuple[str | None, str | None]:
    def side(role: str) -> str | None:
        heads = [p.head for p in draft.parts if p.role == role and p.head.pos_ != "PRON"]
        return (camp(heads[0], words) or "rebel") if heads else None

    return side("actor"), side("target")


def _happening(draft: _Draft, cast: Cast, words: Words) -> Happening:
    trigger = draft.trigger
    root = trigger.root
    first, last = trigger.words[0], trigger.words[-1]
    parts = draft.parts
    return Happening(
        root=root,
        trigger=Span(first.idx, last.idx + len(last.text)),
        span=_clause(root),
        kind=draft.kind or UNDECIDED,
        participants=tuple(cast.introduce(part) for part in parts),
        measure=trigger.act.measure,
        counted=counted_of(trigger, parts, words),
    )


def _clause(root: Token) -> Span:
    """Return the characters of the clause round a trigger, conjunctions and "to have" left out."""
    verb = root
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    tokens = sorted(span_tokens(verb), key=lambda t: t.i)
    if root not in tokens:
        tokens = sorted(span_tokens(root), key=lambda t: t.i)
    marks = [t.i for t in verb.children if t.dep_ == "mark" and t.i < verb.i]
    tokens = [t for t in tokens if not t.is_space and t.i > max(marks, default=-1)] or [root]
    infinitive = any(t.tag_ == "TO" for t in verb.children)
    while tokens[0].i < root.i and (tokens[0].is_punct or (infinitive and tokens[0].dep_ == "aux")):
        del tokens[0]
    while tokens[-1].i > root.i and tokens[-1].is_punct:
        del tokens[-1]
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
