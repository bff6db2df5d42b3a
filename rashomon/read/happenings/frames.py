"""Give each argument of a trigger its part: who did it, to whom, with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from rashomon.read.happenings.arguments import (
    Arguments,
    arguments_of,
    heads,
    is_said_of_subject,
    joined_by,
    shared_objects,
)
from rashomon.read.happenings.blame import answering
from rashomon.read.happenings.eligible import can_act, fights, is_party, is_time
from rashomon.read.happenings.parties import Part, is_ground
from rashomon.read.happenings.triggers import Trigger, in_group
from rashomon.read.happenings.words import Words
from rashomon.read.page import span_of
from rashomon.read.reasons import about, because
from rashomon.values import Role

__all__ = ["parts_of"]

_ROLES: dict[str, tuple[Role | None, Role | None]] = {  # of the subject, of the object
    "harm": ("actor", "victim"),
    "attack": ("actor", "target"),
    "fight": ("actor", "target"),
    "take": ("actor", None),
    "lose": ("target", None),
    "held": ("actor", None),
    "fall": (None, None),
    "act": ("actor", None),
    "suffer": ("victim", None),
    "toll": (None, None),
    "event": (None, None),
}
_BESIDE = {"compound", "nmod", "amod", "nsubj"}
_HYPHENED = {"npadvmod", "compound", "nmod"}  # the first of "police-militant clash"
_NAMES = {"NOUN", "PROPN"}
_Links = tuple[tuple[str, frozenset[str], Role], ...]  # preposition group, frames, role
_ALL = frozenset(_ROLES)
_GETS = frozenset({"fall", "lose"})
_OF_VERBS: _Links = (
    ("onto", frozenset({"attack"}), "target"),
    ("with", frozenset({"fight"}), "actor"),
    ("against", frozenset({"fight"}), "target"),
    ("from", frozenset({"take"}), "target"),
    ("to", _GETS, "actor"),
    ("of", frozenset({"held"}), "actor"),
)
_OF_NOUNS: _Links = (
    ("by", _ALL, "actor"),
    ("with", frozenset({"fight"}), "actor"),
    ("against", _ALL, "target"),
    ("of", frozenset({"harm", "suffer"}), "victim"),
    ("of", frozenset({"attack"}), "target"),
    ("of", frozenset({"act"}), "actor"),
    ("onto", frozenset({"attack"}), "target"),
    ("to", _GETS, "actor"),
)


def parts_of(trigger: Trigger, words: Words) -> tuple[Part, ...]:
    """Return the participants of a trigger, each noun phrase once."""
    if trigger.verbal:
        found = _of_verb(trigger, words)
    elif trigger.act.frame == "toll":
        found = _of_toll(trigger.root, words)
    elif trigger.act.frame == "event":
        return ()
    else:
        found = _of_noun(trigger, words)
    about(trigger.span)
    own = {word.i for word in trigger.words}
    unique: dict[int, Part] = {}
    for part in found:
        if part.head.i not in own and part.head.i not in unique and is_party(part, words):
            unique[part.head.i] = because(
                part,
                "participant",
                f"its place beside the trigger gives the part, in the frame “{trigger.act.frame}”",
                part.head,
                entry="happenings: acts",
                at=span_of(part.head),
            )
            if part.role == "victim":
                included = _included(part.head, words)
                rule = "the number before it includes it"
                unique |= {
                    inner.i: because(
                        Part("other", inner), "participant", rule, inner, at=span_of(inner)
                    )
                    for inner in included
                }
    return tuple(unique.values())


def _included(head: Token, words: Words) -> Iterator[Token]:
    """Yield those whom a count of others includes: "12 people, including three children"."""
    for child in head.children:
        if child.i > head.i and words.among(child, "including"):
            for inner in child.children:
                if inner.dep_ in {"pobj", "dobj"}:
                    yield from heads(inner)


def _of_verb(trigger: Trigger, words: Words) -> Iterator[Part]:
    frame = trigger.act.frame
    # "police fired at" has its object after the preposition and no passive
    is_joined = any(word.dep_ == "prep" for word in trigger.words)
    # what is counted is counted once: only an act without a measure takes another verb's object
    shared = tuple(shared_objects(trigger.root)) if trigger.act.measure is None else ()
    is_transitive = trigger.act.is_transitive and not is_joined and not shared
    found = arguments_of(trigger.root, transitive=is_transitive)
    if frame == "suffer":
        yield from _sufferers(trigger, found, words)
        return
    subject, patient = _ROLES[frame]
    is_under_control = frame == "held" and len(trigger.words) > 1  # its subject is the ground
    if subject and not is_under_control:
        doers = found.agents if found.passive else found.subjects
        doers = doers or tuple(answering(trigger.root, words))
        yield from _each(subject, (token for token in doers if can_act(token, words)))
    if patient:
        yield from _each(patient, (*found.objects, *shared))
        yield from _each(patient, _company(trigger.root, words))
        yield from _each(patient, _whose(trigger, words))
    elif frame == "take" and (
        len(trigger.words) > 1 or words.verb(trigger.root) in words.groups["driving"]
    ):  # "drove the rebels out"
        yield from _each("target", (t for t in found.objects if _is_driven(t, words)))
    joined = [*found.joined, *(pair for word in trigger.words[1:] for pair in joined_by(word))]
    if trigger.act.name == "harming":
        yield from _each("victim", (t for w, t in joined if w in words.groups["onto"]))
    yield from _linked(_OF_VERBS, frame, joined, words)


def _whose(trigger: Trigger, words: Words) -> Iterator[Token]:
    """Yield those whose lives a verb takes: "took the lives of two farmers"."""
    lives = (word for word in trigger.words[1:] if words.noun(word) in words.groups["of_life"])
    return (t for life in lives for w, t in joined_by(life) if w in words.groups["of"])


def _company(verb: Token, words: Words) -> Iterator[Token]:
    """Yield those of whom a verb tells besides: "held the leader along with two others"."""
    for token in verb.sent[verb.i - verb.sent.start + 1 :]:
        is_with = token.lower_ in words.groups["having"] and token.dep_ == "prep"
        if is_with and token.nbor(-1).lower_ in words.groups["alongside"]:
            above = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
            if above == verb:
                yield from (h for c in token.children if c.dep_ == "pobj" for h in heads(c))


def _is_driven(token: Token, words: Words) -> bool:
    return in_group(token, "human", words) or token.ent_type_ in {"NORP", "ORG"}


def _sufferers(trigger: Trigger, found: Arguments, words: Words) -> Iterator[Part]:
    sufferers = found.objects if found.passive else found.subjects
    lost = [token for token in found.objects if in_group(token, "human", words)]
    if lost and trigger.act.name == "flight" and not found.passive:
        yield from _each("victim", lost)  # "helicopters evacuated the wounded"
    elif lost and trigger.act.name == "loss of people" and not found.passive:
        owner = sufferers[0] if sufferers else None
        yield from (Part("victim", token, owner) for token in lost)
    else:
        yield from _each("victim", sufferers)


def _linked(
    links: _Links, frame: str, joined: Iterable[tuple[str, Token]], words: Words
) -> Iterator[Part]:
    for word, token in joined:
        role = next(
            (r for g, frames, r in links if frame in frames and word in words.groups[g]), None
        )
        is_site = token.ent_type_ in {"GPE", "LOC"} and word not in words.groups["by"]
        is_site = is_site and frame == "attack" and is_ground(token, words)
        if role == "target" and word in words.groups["whose"] and fights(token, words):
            role = "actor"  # "l'attaque des rebelles"
        if role is not None and not is_time(token) and not is_site:
            yield Part(role, _holder(token, words) if word in words.groups["from"] else token)


def _of_noun(trigger: Trigger, words: Words) -> Iterator[Part]:
    yield from _before_noun(trigger, words)
    yield from _linked(_OF_NOUNS, trigger.act.frame, joined_by(trigger.root), words)
    yield from _through_verb(trigger, words)
    subject = _ROLES[trigger.act.frame][0]
    if subject == "actor":
        yield from _each(subject, (t for t in answering(trigger.root, words) if can_act(t, words)))


def _before_noun(trigger: Trigger, words: Words) -> Iterator[Part]:
    """Yield parties named before a noun: "the militia's attack", "police firing"."""
    own = {word.i for word in trigger.words}
    subject, patient = _ROLES[trigger.act.frame]
    noun = trigger.root.head
    if trigger.root.dep_ == "acl" and noun.i == trigger.root.i - 1 and fights(noun, words):
        yield Part(subject or "actor", noun)  # "police firing", taken for police who fire
    for child in trigger.root.children:
        if child.i in own or child.i > trigger.root.i or subject is None:
            continue
        if child.dep_ == "poss" and can_act(child, words):
            suffers = patient == "victim" and not _is_doer(child, trigger, words)
            yield from _each("victim" if suffers else subject, heads(child))
        elif child.dep_ in _BESIDE:
            both = (*(c for c in child.children if c.dep_ in _HYPHENED), child)
            named = (each for each in both if each.pos_ in _NAMES or len(both) > 1)
            yield from _each(subject, (each for each in named if fights(each, words)))


def _is_doer(owner: Token, trigger: Trigger, words: Words) -> bool:
    """Tell "the militia's killing of a farmer" from "the farmer's killing"."""
    is_group = owner.ent_type_ in {"ORG", "NORP", "GPE"} or fights(owner, words)
    return is_group or any(word in words.groups["of"] for word, _ in joined_by(trigger.root))


def _through_verb(trigger: Trigger, words: Words) -> Iterator[Part]:
    """Yield the parties of the verb that carries a noun: "staged an attack", "was blamed on"."""
    root, frame = trigger.root, trigger.act.frame
    verb, is_joined = _carrier(root)
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    found = arguments_of(verb, transitive=False)
    lemma = words.verb(verb)
    subject, patient = _ROLES[frame]
    is_object = root in found.objects
    onto = [token for word, token in found.joined if word in words.groups["onto"]]
    if is_object and found.passive:
        if lemma in words.groups["answer"] or lemma in words.groups["light"]:
            yield from _each(subject or "actor", (*found.agents, *onto))
    elif is_object and lemma in words.groups["ascribing"]:
        # "on" may hang on the noun: "blamed the killing of two nuns on smugglers"
        joined = (*found.joined, *(joined_by(root) if frame != "attack" else ()))
        blamed = (t for w, t in joined if w in words.groups["onto"] | words.groups["to"])
        yield from _each(subject or "actor", blamed)
    elif lemma in words.groups["suffered"] and (is_object or is_joined):
        yield from _each(patient or "target", found.subjects)
    elif is_object and lemma in words.groups["light"]:
        yield from _each(subject or "actor", (t for t in found.subjects if can_act(t, words)))
        yield from _each("target", onto if frame == "attack" else ())
    elif frame == "fight" and is_joined:
        yield from _each("actor", _fighters_of(verb, found, words))


def _carrier(root: Token) -> tuple[Token, bool]:
    """Return the word above a noun, and whether a preposition stands between them."""
    above = root.head
    if root.dep_ != "pobj" or above.dep_ not in {"prep", "agent"}:
        return above, False
    verb = above.head
    return (verb.head if verb.pos_ == "NOUN" else verb), True


def _fighters_of(verb: Token, found: Arguments, words: Words) -> Iterator[Token]:
    """Yield the sides in "is in talks with", "died in clashes with": of the hurt, the armed."""
    patterns = words.verbs.get(words.verb(verb), ())
    hurts = any(p.act.frame in {"harm", "suffer"} and not p.words for p in patterns)
    for token in (*found.subjects, *(found.objects if found.passive else ())):
        if fights(token, words) or (not hurts and can_act(token, words)):
            yield token


def _of_toll(root: Token, words: Words) -> Iterator[Part]:
    """Yield the victims of a noun of casualties: "the deaths of", "left two men dead"."""
    for word, token in joined_by(root):
        is_on = word in words.groups["onto"] and in_group(token, "human", words)
        if word in words.groups["of"] or is_on:
            yield Part("victim", token)
    yield from _each("victim", _having(root, words))
    if root.dep_ in {"advmod", "advcl"} and root.i and root.nbor(-1).dep_ == "pobj":
        yield Part("victim", root.nbor(-1))  # "the number of rebels dead"
    for child in root.children:
        is_beside = child.dep_ in {"poss", *_BESIDE} and child.pos_ != "NUM"
        is_name = child.dep_ == "poss" and child.pos_ == "PROPN"
        if (
            is_beside
            and child.lemma_ not in words.groups["of_life"]
            and (is_name or in_group(child, "human", words))
        ):
            yield Part("victim", child)
    verb = root.head
    if root.dep_ in {"dobj", "attr"} and words.verb(verb) in words.groups["suffered"]:
        yield from _each("victim", arguments_of(verb, transitive=False).subjects)
    is_state = root.dep_ in {"oprd", "acomp", "attr"} or is_said_of_subject(root)
    if is_state and verb.pos_ in {"VERB", "AUX"}:
        found = arguments_of(verb, transitive=True)
        people = (*found.subjects, *found.objects)
        yield from _each("victim", (token for token in people if in_group(token, "human", words)))


def _having(root: Token, words: Words) -> Iterator[Token]:
    """Yield those with wounds: "two men with burns", "taken to hospital with injuries"."""
    if root.dep_ != "pobj" or root.head.lower_ not in words.groups["having"]:
        return
    bearer = root.head.head
    while bearer.dep_ == "pobj" and not in_group(bearer, "human", words):
        bearer = bearer.head.head  # "taken to a hospital with"
    if bearer.pos_ in {"VERB", "AUX"}:
        found = arguments_of(bearer, transitive=True)
        people = found.objects or found.subjects
        yield from (t for t in people if in_group(t, "human", words))
    elif in_group(bearer, "human", words):
        first = next(iter(bearer.conjuncts), bearer)
        yield from heads(min(first, bearer, key=lambda token: token.i))


def _holder(token: Token, words: Words) -> Token:
    """Return who held the ground in "from X's control", "from the control of X"."""
    for child in token.children:
        if child.dep_ in {"poss", "compound"} and child.pos_ in {"PROPN", "NOUN"}:
            return child
    of = (inner for word, inner in joined_by(token) if word in words.groups["of"])
    return next(of, token)


def _each(role: Role, tokens: Iterable[Token]) -> Iterator[Part]:
    for token in tokens:
        yield Part(role, token)
