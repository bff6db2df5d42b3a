"""Put triggers, parts and kinds together into happenings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.happening import Happening
from rashomon.read.happenings.arguments import clause_head, span_tokens, touch
from rashomon.read.happenings.cast import Cast
from rashomon.read.happenings.counted import counted_of, is_idle
from rashomon.read.happenings.frames import parts_of
from rashomon.read.happenings.incident import join
from rashomon.read.happenings.kinds import UNDECIDED, fighting_names, gravest, means_in
from rashomon.read.happenings.parties import Part
from rashomon.read.happenings.settle import Draft, settle
from rashomon.read.happenings.triggers import Trigger, find_triggers, modifying
from rashomon.read.happenings.words import Words, words_of
from rashomon.read.page import Page, span_of
from rashomon.read.reasons import about, because
from rashomon.values import Span

__all__ = ["find_happenings"]

_AIMED_AT = {"target", "victim"}


def find_happenings(page: Page) -> tuple[Happening, ...]:
    """Find what the running text and the headline say happened, in the order of the text.

    One happening a trigger. Whether it is real, planned or long past is not asked here.
    """
    words = words_of(page.language)
    drafts: list[Draft] = []
    for number, sentence in enumerate(page.sentences):
        drafts += _drafts(sentence, number, words)
    settle(drafts, fighting_names(page.doc, words), words)
    join(drafts, words)
    kept = [draft for draft in drafts if draft.kind is not None]
    cast = Cast(page.content, page.doc, words)
    return tuple(_happening(draft, cast, words) for draft in kept)


def _drafts(sentence: Tokens, number: int, words: Words) -> Iterator[Draft]:
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
            kind for token, place, kind in means if token != trigger.root and touch(head, place)
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
        is_ground = trigger.act.measure == "districts"
        unopposed = is_ground and words.unopposed.occurs([token.lower_ for token in sentence])
        yield Draft(trigger, parts, number, gravest(near), is_unopposed=unopposed)


def _doers_nearby(
    trigger: Trigger, head: Token, others: Sequence[Trigger], words: Words
) -> tuple[Part, ...]:
    """Return the actors of the attack or clash named in the clause of a casualty."""
    near = [
        other for other in others if other is not trigger and other.act.frame in {"attack", "fight"}
    ]
    for other in sorted(near, key=lambda other: clause_head(other.root) != head):
        if touch(head, clause_head(other.root)):
            doers = tuple(p for p in parts_of(other, words) if p.role == "actor")
            if doers:
                about(trigger.span)
                for doer in doers:
                    rule = "it does the attack, or fights the fight, told beside it"
                    because(doer, "participant", rule, other.root, at=span_of(doer.head))
                return doers
    return ()


def _happening(draft: Draft, cast: Cast, words: Words) -> Happening:
    trigger = draft.trigger
    root = trigger.root
    parts = draft.parts
    about(trigger.span)
    because(
        trigger.span,
        "trigger",
        f"it is a {'verb' if trigger.verbal else 'noun'} of the act “{trigger.act.name}”",
        *trigger.words,
        entry="happenings: verbs" if trigger.verbal else "happenings: nouns",
        at=trigger.span,
    )
    return Happening(
        root=root,
        trigger=trigger.span,
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
