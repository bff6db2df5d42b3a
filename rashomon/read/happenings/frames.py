"""Give each argument of a trigger its part: who did it, to whom, with whom, over which ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from rashomon.read.happenings.arguments import Arguments, arguments_of, heads, joined_by
from rashomon.read.happenings.parties import Part, camp, is_ground
from rashomon.read.happenings.triggers import Trigger, in_group, longest
from rashomon.read.happenings.words import Words
from rashomon.values import Role

__all__ = ["counted_of", "parts_of"]

_DATELINE = 14  # tokens within which "KABUL, Afghanistan (Sept. 1) - " ends
_TRANSITIVE = {"harm", "attack", "take"}
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


def parts_of(trigger: Trigger, words: Words) -> tuple[Part, ...]:
    """Return the participants of a trigger in the order of roles, each noun phrase once."""
    found = _verbal(trigger, words) if trigger.verbal else _nominal(trigger, words)
    unique: dict[int, Part] = {}
    own = {word.i for word in trigger.words}
    for part in found:
        if part.head.i not in own and part.head.i not in unique and _is_party(part, words):
            unique[part.head.i] = part
            if part.role == "victim":
                unique.update((inner.i, Part("other", inner)) for inner in _included(part.head, words))
    return tuple(unique.values())


def _included(head: Token, words: Words) -> Iterator[Token]:
    """Yield those whom a count of others includes: "12 people, including three children"."""
    for child in head.children:
        if child.i > head.i and child.lower_ in words.groups["including"] and not words.among(child, "of"):
            for inner in child.children:
                if inner.dep_ in {"pobj", "dobj"}:
                    yield from heads(inner)


def is_idle(trigger: Trigger, parts: Iterable[Part], words: Words) -> bool:
    """Tell whether a trigger only speaks of such things: "the battle against crime", "a body"."""
    act, root = trigger.act, trigger.root
    around = [t for w, t in joined_by(root) if w in words.groups["against"]]
    around += [c for c in root.children if c.dep_ == "dobj"]
    if act.frame == "fight" and any(words.among(t, "lifeless") for t in around):
        return True
    if act.measure == "districts":
        ground = tuple(_ground(trigger, words))
        known = [t for t in ground if is_ground(t, words) or t.pos_ in {"PROPN", "PRON", "NUM"} or (t.tag_ in {"CD", "JJS", "DT", "JJ"} and _inner_ground(t, words))]
        return (bool(ground) or act.frame == "fall") and not known
    if trigger.verbal:
        return False
    if act.frame == "event" and act.kind == "Unspecified violence":
        return root.dep_ not in {"nsubj", "nsubjpass", "ROOT"}
    if act.frame in {"act", "take"} and act.name in words.groups["need_parties"]:
        return not (tuple(parts) or (act.measure == "districts" and tuple(_ground(trigger, words))))
    if act.frame != "toll":
        return False
    numbered = any(c.tag_ == "CD" or words.among(c, "counting") for c in root.children)
    found = root.head.pos_ == "VERB" and words.verb(root.head) in words.groups["finding"]
    return not (numbered or found or tuple(parts) or tuple(_risen_to(root)))


def _inner_ground(token: Token, words: Words) -> bool:
    return any(w in words.groups["of"] and is_ground(t, words) for w, t in joined_by(token))


def counted_of(trigger: Trigger, parts: Iterable[Part], words: Words) -> tuple[tuple[Token, int | None], ...]:
    """Return the words whose number the act's measure asks for, with the part each belongs to."""
    parts = tuple(parts)
    if trigger.act.measure is None:
        return ()
    if trigger.act.measure == "districts":
        return tuple((token, None) for token in _ground(trigger, words))
    if trigger.act.frame == "toll":
        return _toll_counted(trigger, parts, words)
    counted = tuple((p.head, i) for i, p in enumerate(parts) if p.role in {"victim", "other"})
    nouns = tuple(w for w in trigger.words if w != trigger.root and w.pos_ in {"NOUN", "ADJ"})
    first = counted[0][1] if counted else None
    if trigger.act.measure == "casualties" and nouns:
        return ((nouns[0], first),)
    return (*counted, *((noun, None) for noun in nouns if not counted))


def _verbal(trigger: Trigger, words: Words) -> Iterator[Part]:
    frame = trigger.act.frame
    found = arguments_of(trigger.root, transitive=frame in _TRANSITIVE)
    subject, patient = _ROLES[frame]
    if frame == "suffer":
        sufferers = found.objects if found.passive else found.subjects
        lost = [t for t in found.objects if in_group(t, "human", words)]
        if lost and trigger.act.name == "loss of people" and not found.passive:
            yield from (Part("victim", token, owner) for token in lost for owner in sufferers[:1])
        else:
            yield from _each("victim", sufferers)
        return
    if frame == "held":
        yield from _each("actor", found.subjects if not _under_control(trigger) else ())
        yield from _each("actor", (t for w, t in _all_joined(trigger, found) if w in words.groups["of"]))
        return
    doers = found.agents if found.passive else found.subjects
    if subject:
        yield from _each(subject, (t for t in doers if _can_act(t, words)))
    if patient:
        yield from _each(patient, found.objects)
    yield from _by_prepositions(trigger, found, words)


def _by_prepositions(trigger: Trigger, found: Arguments, words: Words) -> Iterator[Part]:
    frame = trigger.act.frame
    for word, token in _all_joined(trigger, found):
        if word in words.groups["onto"] and frame in {"attack", "harm"} and not _is_time(token):
            if trigger.act.measure == "casualties":
                yield Part("victim", token)
            elif frame == "attack" and (in_group(token, "human", words) or word != "in"):
                yield Part("target", token)
        elif word in words.groups["against"] and frame == "fight":
            yield Part("actor" if word == "with" else "target", token)
        elif word in words.groups["from"] and frame == "take":
            yield Part("target", _holder(token, words))
        elif word in words.groups["to"] and frame in {"fall", "lose"}:
            yield Part("actor", token)


def _nominal(trigger: Trigger, words: Words) -> Iterator[Part]:
    root, frame = trigger.root, trigger.act.frame
    patient: Role = _ROLES[frame][1] or "victim"
    if frame == "event":
        return
    if frame == "toll":
        yield from _toll_parts(root, words)
        return
    yield from _before_noun(trigger, words)
    for word, token in joined_by(root):
        if _is_time(token):
            continue
        if word in words.groups["by"]:
            yield from _each("actor", (token,))
        elif word in words.groups["against"]:
            symmetric = frame == "fight" and word != "against"
            yield Part("actor" if symmetric else "target", token)
        elif word in words.groups["of"] and frame in {"harm", "attack"}:
            yield Part(patient, token)
        elif word in words.groups["of"] and frame in {"act", "suffer"}:
            yield Part("actor" if frame == "act" else "victim", token)
        elif word in words.groups["onto"] and frame == "attack" and not is_ground_only(token, words):
            yield Part("target", token)
        elif word in words.groups["to"] and frame in {"fall", "lose"}:
            yield Part("actor", token)
    yield from _through_verb(trigger, words)


def is_ground_only(token: Token, words: Words) -> bool:
    """Tell whether a noun phrase is plain geography, not a target: "the attack in Ardan"."""
    return token.ent_type_ in {"GPE", "LOC"} and is_ground(token, words)


def _before_noun(trigger: Trigger, words: Words) -> Iterator[Part]:
    """Yield parties named before a noun: "the militia's attack", "rebel attack"."""
    own = {word.i for word in trigger.words}
    subject = _ROLES[trigger.act.frame][0]
    for child in trigger.root.children:
        if child.i in own or child.i > trigger.root.i or subject is None:
            continue
        if child.dep_ == "poss" and _can_act(child, words):
            suffers = trigger.act.frame == "harm" and in_group(child, "civilians", words)
            yield from _each("victim" if suffers else subject, heads(child))
        elif child.dep_ in {"compound", "nmod", "amod"} and _fights(child, words):
            yield Part(subject, child)


def _through_verb(trigger: Trigger, words: Words) -> Iterator[Part]:
    """Yield the parties of the verb that carries a noun: "staged an attack", "was blamed on"."""
    root, frame = trigger.root, trigger.act.frame
    verb = root.head
    if root.dep_ == "pobj" and verb.dep_ in {"prep", "agent"}:
        preposition, verb = verb, verb.head
        if verb.pos_ == "NOUN":
            verb = verb.head
    else:
        preposition = None
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    found = arguments_of(verb, transitive=False)
    lemma = words.verb(verb)
    subject = _ROLES[frame][0] or "actor"
    if root in found.objects and found.passive:
        if lemma in words.groups["answer"] or lemma in words.groups["light"]:
            yield from _each(subject, found.agents)
            yield from _each(subject, (t for w, t in found.joined if w in words.groups["onto"]))
    elif lemma in words.groups["suffered"] and (root in found.objects or preposition is not None):
        yield from _each(_ROLES[frame][1] or "target", found.subjects)
    elif root in found.objects and lemma in words.groups["light"]:
        yield from _each(subject, (t for t in found.subjects if _can_act(t, words)))
        if frame == "attack":
            yield from _each("target", (t for w, t in found.joined if w in words.groups["onto"] and not _is_time(t)))
    elif frame == "fight" and preposition is not None:
        sides = (*found.subjects, *_if(found.passive, found.objects))
        hurt = any(p.act.frame in {"harm", "suffer"} and not p.words for p in words.verbs.get(lemma, ()))
        yield from _each("actor", (t for t in sides if _fights(t, words) or (not hurt and _can_act(t, words))))


def _fights(token: Token, words: Words) -> bool:
    return camp(token, words) in {"state", "rebel"}


def _toll_parts(root: Token, words: Words) -> Iterator[Part]:
    for word, token in joined_by(root):
        if word in words.groups["of"] or (word in words.groups["onto"] and in_group(token, "human", words)):
            yield Part("victim", token)
    for child in root.children:
        if child.dep_ in {"poss", "compound", "nmod", "amod"} and in_group(child, "human", words) and child.pos_ != "NUM":
            yield Part("victim", child)
    verb = root.head
    if root.dep_ in {"dobj", "attr"} and words.verb(verb) in words.groups["suffered"]:
        yield from _each("victim", arguments_of(verb, transitive=False).subjects)
    if root.dep_ in {"oprd", "acomp", "attr"} and verb.pos_ in {"VERB", "AUX"}:  # "left two men dead"
        yield from _each("victim", (t for c in verb.children if c.dep_ in {"dobj", "nsubj"} for t in heads(c)
                                    if in_group(t, "human", words)))


def _toll_counted(
    trigger: Trigger, parts: tuple[Part, ...], words: Words
) -> tuple[tuple[Token, int | None], ...]:
    counted = tuple((p.head, i) for i, p in enumerate(parts))
    first = counted[0][1] if counted else None
    return ((trigger.root, first), *counted, *((token, first) for token in _risen_to(trigger.root)))


def _risen_to(root: Token) -> Iterator[Token]:
    """Yield the number that a toll is said to reach: "the death toll rose to 45"."""
    if root.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        for token in (*root.head.children, *(t for _, t in joined_by(root.head))):
            if token.tag_ == "CD" and token.ent_type_ not in {"DATE", "TIME"}:
                yield token


def _ground(trigger: Trigger, words: Words) -> Iterator[Token]:
    """Yield the places that change hands, whatever they are called."""
    root = trigger.root
    if not trigger.verbal:
        for word, token in joined_by(root):
            if word in words.groups["of"]:
                yield token
        return
    found = arguments_of(root, transitive=True)
    places = found.subjects if trigger.act.frame in {"fall", "held"} else found.objects
    for token in places:
        if token not in trigger.words:
            yield token
    for word in trigger.words:
        for joint, token in joined_by(word):
            if joint in words.groups["of"]:
                yield token


def _holder(token: Token, words: Words) -> Token:
    """Return who held the ground in "from X's control", "from X control"."""
    for child in token.children:
        if child.dep_ in {"poss", "compound"} and child.pos_ in {"PROPN", "NOUN"}:
            return child
    for word, inner in joined_by(token):
        if word in words.groups["of"]:
            return inner
    return token


def _under_control(trigger: Trigger) -> bool:
    return len(trigger.words) > 1


def _all_joined(trigger: Trigger, found: Arguments) -> Iterator[tuple[str, Token]]:
    yield from found.joined
    for word in trigger.words[1:]:
        yield from joined_by(word)


def _can_act(token: Token, words: Words) -> bool:
    """Tell whether a noun phrase can do something: a person, a force, a name; no bomb, no blast."""
    if in_group(token, "human", words) or token.pos_ == "PRON":
        return True
    if longest(token, words.means, words) or longest(token, words.nouns, words):
        return False
    return token.pos_ == "PROPN" or words.among(token, "sides")


def _is_party(part: Part, words: Words) -> bool:
    token = part.head
    if token.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"} or _is_time(token):
        return False
    if _in_dateline(token):
        return False
    if token.lower_ in words.groups["expletives"] or _is_both_sides(token, words):
        return False
    if not in_group(token, "human", words) and longest(token, {**words.means, **words.nouns}, words):
        return False
    if part.role in {"victim", "actor"}:
        return not words.among(token, "lifeless") and (
            in_group(token, "human", words) or token.pos_ in {"PROPN", "PRON", "NOUN", "NUM"}
        ) and not (part.role == "victim" and is_ground(token, words) and not in_group(token, "human", words))
    return True


def _in_dateline(token: Token) -> bool:
    """Tell whether a word stands in "ARDAN (3 May) - " before the sentence proper."""
    start = token.sent.start
    if not token.doc[start].is_upper or token.i - start > _DATELINE or len(token.doc[start]) == 1:
        return False
    ends = [t.i for t in token.doc[start : start + _DATELINE] if t.text in {"-", "--", ")"}]
    return bool(ends) and token.i < ends[-1]


def _is_both_sides(token: Token, words: Words) -> bool:
    return words.among(token, "sides") and any(words.among(c, "everybody") for c in token.children)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}


def _each(role: Role, tokens: Iterable[Token]) -> Iterator[Part]:
    for token in tokens:
        yield Part(role, token)


def _if(condition: bool, tokens: tuple[Token, ...]) -> tuple[Token, ...]:  # noqa: FBT001
    return tokens if condition else ()
