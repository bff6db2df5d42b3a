"""Which words of a happening a number is asked for, and when there is nothing to tell at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.read.happenings.arguments import arguments_of, joined_by
from rashomon.read.happenings.kinds import is_of
from rashomon.read.happenings.parties import Part, is_ground
from rashomon.read.happenings.triggers import Trigger
from rashomon.read.happenings.words import Words

__all__ = ["counted_of", "is_idle"]

_PRONOMINAL = {"CD", "JJS", "DT", "JJ"}  # "33 of the provinces", "most of the city"


def counted_of(
    trigger: Trigger, parts: Sequence[Part], words: Words
) -> tuple[tuple[Token, int | None], ...]:
    """Return the words whose number the act's measure asks for, with the part each belongs to."""
    act = trigger.act
    if act.measure is None:
        return ()
    if act.measure == "districts":
        return tuple((token, None) for token in _ground(trigger, words))
    counted = tuple((p.head, i) for i, p in enumerate(parts) if p.role in {"victim", "other"})
    first = counted[0][1] if counted else None
    if act.frame == "toll":
        risen = ((token, first) for token in _risen_to(trigger.root))
        if act.name in words.groups["of_bodies"]:
            return counted  # "two gunshot wounds" are not two people
        over = ((token, first) for token in _number_over(trigger.root))
        return ((trigger.root, first), *over, *counted, *risen)
    nouns = [w for w in trigger.words if w != trigger.root and w.pos_ in {"NOUN", "ADJ"}]
    if act.name == "harming" and nouns:
        return ((nouns[0], first),)
    return counted or tuple((noun, None) for noun in nouns)


def is_idle(trigger: Trigger, parts: Sequence[Part], words: Words) -> bool:
    """Tell whether a trigger only speaks of such things: "the battle against crime", "a body"."""
    act = trigger.act
    if act.frame == "fight" and _is_figurative(trigger, words):
        return True
    if act.measure == "districts" and _is_no_ground(trigger, words):
        return True
    if trigger.verbal:
        return _is_bare(trigger, parts, words)
    is_vague = act.frame == "event" and act.measure is None and act.kind == "Unspecified violence"
    is_scene = act.frame == "event" and words.among(trigger.root, "only_as_subjects")
    if is_vague or is_scene:
        return trigger.root.dep_ not in {"nsubj", "nsubjpass", "ROOT"}
    if act.name in words.groups["need_parties"]:
        return not parts and not (act.measure == "districts" and any(_ground(trigger, words)))
    is_toll = act.frame == "toll" and not parts
    is_of_bodies = act.name in words.groups["of_bodies"]
    return is_toll and (is_of_bodies or not _is_counted(trigger.root, words))


def _is_bare(trigger: Trigger, parts: Sequence[Part], words: Words) -> bool:
    """Tell whether a verb lacks those who make it a happening: "the crowd dispersed"."""
    act, root = trigger.act, trigger.root
    found = arguments_of(root, transitive=False)
    if act.name == "statement":
        return found.passive
    if words.verb(root) in words.groups["meeting"] and len(trigger.words) == 1:
        return not any(is_of(part.head, "diplomats", words) for part in parts)
    if act.name == "leading away":
        return not any(part.role == "actor" for part in parts)
    is_alone = len(trigger.words) == 1 and not (found.passive or found.objects)
    return is_alone and act.name == "crowd control"


def _is_figurative(trigger: Trigger, words: Words) -> bool:
    """Tell whether what is fought is no enemy: "fighting corruption"."""
    fought = [t for word, t in joined_by(trigger.root) if word in words.groups["against"]]
    fought += [child for child in trigger.root.children if child.dep_ == "dobj"]
    return any(words.among(t, "lifeless") for t in fought if t not in trigger.words)


def _is_no_ground(trigger: Trigger, words: Words) -> bool:
    """Tell whether what is taken or lost is no place: "lost the match", "took over the firm"."""
    ground = tuple(_ground(trigger, words))
    places = [
        token
        for token in ground
        if (is_ground(token, words) and not _is_no_share(token, words))
        or token.pos_ in {"PROPN", "PRON", "NUM"}
        or (token.tag_ in _PRONOMINAL and _is_of_ground(token, words))
    ]
    return not places and (bool(ground) or trigger.act.frame == "fall")


def _is_no_share(token: Token, words: Words) -> bool:
    """Tell "took part in" from "took part of the city"."""
    return (
        token.tag_ == "NN"
        and words.among(token, "shares")
        and not any(word in words.groups["of"] for word, _ in joined_by(token))
        and not any(child.dep_ in {"det", "amod", "poss"} for child in token.children)
    )


def _is_of_ground(token: Token, words: Words) -> bool:
    return any(w in words.groups["of"] and is_ground(t, words) for w, t in joined_by(token))


def _is_counted(root: Token, words: Words) -> bool:
    """Tell whether a noun of casualties has a number, or is found or suffered by somebody."""
    over = root.head.head if root.dep_ == "pobj" else root  # "a number of deaths"
    if over != root and words.among(over, "amounts"):
        return True
    numbered = any(c.tag_ == "CD" or words.among(c, "counting") for c in root.children)
    numbered = numbered or any(_number_over(root))
    found = root.head.pos_ == "VERB" and words.verb(root.head) in words.groups["finding"]
    return numbered or found or any(_risen_to(root))


def _number_over(root: Token) -> Iterator[Token]:
    """Yield the number that a headline's "one dead" and "10+ dead" hang on."""
    if root.head.tag_ == "CD" and root.head.i < root.i and root.dep_ in {"amod", "conj"}:
        yield root.head


def _risen_to(root: Token) -> Iterator[Token]:
    """Yield the number that a toll is said to reach: "the death toll rose to 45"."""
    if root.dep_ == "pobj" and root.head.dep_ == "prep" and root.head.head.tag_ == "NN":
        root = root.head.head  # "the number of wounded remains 20"
    if root.dep_ in {"nsubj", "nsubjpass", "dobj", "advmod", "advcl"}:
        beside = [t for c in root.head.children if c.dep_ == "prt" for _, t in joined_by(c)]
        for token in (*root.head.children, *(t for _, t in joined_by(root.head)), *beside):
            if token.tag_ == "CD" and token.ent_type_ not in {"DATE", "TIME"}:
                yield token


def _ground(trigger: Trigger, words: Words) -> Iterator[Token]:
    """Yield the places that change hands, whatever they are called."""
    root = trigger.root
    if trigger.verbal:
        found = arguments_of(root, transitive=trigger.act.is_transitive)
        frame = trigger.act.frame
        places = found.subjects if frame in {"fall", "held"} else found.objects
        yield from (token for token in places if token not in trigger.words)
        if words.verb(root) in words.groups["driving"]:
            joined = (pair for each in found.objects for pair in joined_by(each))
            yield from (token for joint, token in joined if joint in words.groups["from"])
    for word in trigger.words if trigger.verbal else (root,):
        for joint, token in joined_by(word):
            if joint in words.groups["of"]:
                yield token
        if word.dep_ == "prep" and words.among(word, "from"):  # "drove the rebels from the town"
            yield from (child for child in word.children if child.dep_ == "pobj")
