"""Who and what hangs on a verb or noun: the parse, read for its arguments.

Labels are those of spaCy's English pipelines (ClearNLP). Missing subjects are looked for where the
grammar hides them: control, coordination, participles and relative clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.lexicon import tongue

__all__ = [
    "OF_STATES",
    "Arguments",
    "arguments_of",
    "clause_head",
    "heads",
    "in_dateline",
    "is_said_of_subject",
    "joined_by",
    "misread_subject",
    "shared_objects",
    "span_tokens",
    "touch",
]

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
_RELATIVE = {"WP", "WDT", "WP$"}
_FINITE = {"ROOT", "ccomp", "relcl", "parataxis"}
_BEFORE = {"nmod", "compound", "nsubj"}
_DATELINE = 14  # tokens within which "KABUL, Afghanistan (Sept. 1) - " ends
# relations of the state that somebody is said to be in: "were reported killed"
OF_STATES = {"xcomp", "oprd", "acomp", "advmod"}
_STEPS = 6  # how far a missing subject is followed upwards


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads of a trigger's subjects, objects, agents and prepositional phrases."""

    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    agents: tuple[Token, ...] = ()
    joined: tuple[tuple[str, Token], ...] = field(default=())
    passive: bool = False


def heads(token: Token) -> tuple[Token, ...]:
    """Return `token` with its conjuncts, relative pronouns replaced by what they stand for."""
    token = _antecedent(token)
    others = [c for c in token.conjuncts if c.i > token.i and c.pos_ in _NOMINAL]
    return (token, *others, *_listed(token))


def _listed(token: Token) -> tuple[Token, ...]:
    """Return the rest of "a leader, his deputy and two men", which begins as an apposition.

    The name in "his wife, Ana Borg, and two sons" is hers.
    """
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i and child.pos_ in _NOMINAL:
            rest = [c for c in child.conjuncts if c.i > child.i and c.pos_ in _NOMINAL]
            if any(c.tag_ in {"NNS", "NNPS", "CD"} for c in rest):
                is_name = token.tag_ == "NN" and child.tag_ == "NNP"
                return (*rest,) if is_name else (child, *rest)
    return ()


def misread_subject(token: Token) -> Token | None:
    """Return who acts in "the Alliance first seized power", read as power that is seized first.

    The parser takes the past form for an adjective; an adverb before it gives it away.
    """
    if token.dep_ != "amod" or not any(
        c.dep_ == "advmod" and c.i < token.i for c in token.children
    ):
        return None
    before = (c for c in token.head.children if c.i < token.i and c.dep_ in _BEFORE)
    return next((each for each in before if each.pos_ == "PROPN"), None)


def in_dateline(token: Token) -> bool:
    """Tell whether a word stands in "ARDAN (3 May) - " before the sentence proper."""
    start = token.sent.start
    if not token.doc[start].is_upper or token.i - start > _DATELINE or len(token.doc[start]) == 1:
        return False
    ends = [t.i for t in token.doc[start : start + _DATELINE] if t.text in {"-", "--", ")"}]
    return bool(ends) and token.i < ends[-1]


def arguments_of(verb: Token, *, transitive: bool) -> Arguments:
    """Gather a verb's arguments; a `transitive` verb without object is passive ("12 killed in")."""
    misread = misread_subject(verb)
    if misread is not None:
        return Arguments(heads(misread), (verb.head,))
    objects = _objects(verb)
    agents = tuple(
        a for child in verb.children if child.dep_ == "agent" for a in _complements(child)
    )
    joined = tuple(joined_by(verb))
    subjects = _own_subjects(verb)
    if verb.dep_ == "acl" and (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and not objects)):
        subjects, passive = _counted_list(verb.head), True
    else:
        passive = _is_passive(verb) or (
            transitive and not objects and _is_bare(verb) and bool(subjects)
        )
    if not subjects:
        subjects, shared = _borrowed(verb)
        passive = passive or (shared and transitive and not objects)
    if passive:
        agents = agents or tuple(
            token for word, token in joined if word in tongue(verb.doc.lang_).agents
        )
        return Arguments((), (*subjects, *objects), agents, joined, passive=True)
    return Arguments(subjects, objects, agents, joined)


def joined_by(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield every preposition below `token` with each head of its object."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"}:
            for complement in _complements(child):
                yield child.lower_, complement
            for nested in child.children:
                if nested.dep_ == "prep":  # "out of", "from under"
                    for complement in _complements(nested):
                        yield nested.lower_, complement


def clause_head(token: Token) -> Token:
    """Climb to the verb whose clause `token` is in; participles and infinitives share one."""
    while token.dep_ not in _FINITE and token.head != token:
        if token.dep_ in {"advcl", "conj", "acl"} and _is_verb(token) and _own_subjects(token):
            return token
        token = token.head
    return token


def touch(head: Token, other: Token) -> bool:
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


def shared_objects(verb: Token) -> Iterator[Token]:
    """Yield the objects of the verb right after "and", for one without: "shot and killed a man"."""
    if any(child.dep_ in {"dobj", "nsubjpass", "auxpass"} for child in verb.children):
        return
    for other in verb.children:
        if other.dep_ == "conj" and other.i == verb.i + 2 and not _own_subjects(other):
            yield from _objects(other)


def span_tokens(root: Token) -> Iterator[Token]:
    """Yield the tokens of the clause under `root` without clauses coordinated or embedded in it."""
    yield root
    for child in root.children:
        if child.is_punct or child.is_space or child.dep_ in {"cc", "preconj", "mark"}:
            continue
        if child.dep_ in {"ccomp", "parataxis"} or (
            child.dep_ in {"conj", "advcl"} and _is_verb(child)
        ):
            continue
        yield from child.subtree


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}


def _antecedent(token: Token) -> Token:
    if token.tag_ in _RELATIVE:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return ancestor.head
    return token


def _complements(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ in _NOMINAL:
            yield from heads(child)


def _counted_list(noun: Token) -> tuple[Token, ...]:
    """Return both of "two policemen, three rebels", which the parser takes for an apposition."""
    first = noun.head
    numbered = all(any(c.dep_ == "nummod" for c in each.children) for each in (noun, first))
    if noun.dep_ == "conj" and noun.sent.root.pos_ in {"NOUN", "PROPN"}:
        return heads(next(iter(noun.conjuncts)))  # a headline: "director and eight guards killed"
    return (first, *heads(noun)) if noun.dep_ == "appos" and numbered else heads(noun)


def _own_subjects(verb: Token) -> tuple[Token, ...]:
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if len(subjects) > 1 and in_dateline(subjects[0]):
        del subjects[0]
    first = next(iter(subjects), None)  # a second one is an apposition that the parser lost
    if first is None:
        return ()
    both = subjects[1:] if any(child.dep_ == "cc" for child in first.children) else []
    return (*heads(_speaker(first, verb)), *(h for other in both for h in heads(other)))


def _speaker(pronoun: Token, verb: Token) -> Token:
    """Return who is meant by the pronoun of "the army said it had" and "rebels said they had"."""
    if pronoun.tag_ != "PRP" or verb.dep_ != "ccomp" or verb.head.i > pronoun.i:
        return pronoun
    speaker = next((c for c in verb.head.children if c.dep_ == "nsubj"), pronoun)
    if speaker.pos_ not in {"NOUN", "PROPN"} or speaker.ent_type_ == "PERSON":
        return pronoun
    is_body = speaker.ent_type_ in {"NORP", "ORG"}
    is_it = "Gender=Neut" in pronoun.morph
    is_they = "Number=Plur" in pronoun.morph and "Person=3" in pronoun.morph
    is_plural = speaker.tag_ in {"NNS", "NNPS"}
    return speaker if (is_it and not is_plural) or (is_they and (is_plural or is_body)) else pronoun


def _objects(verb: Token) -> tuple[Token, ...]:
    found: list[Token] = []
    for child in verb.children:
        is_object = child.dep_ in {"dobj", "attr", "oprd"}
        # capitals confuse the parser: a number after the verb is its object
        is_number = (
            child.dep_ in {"npadvmod", "nummod", "ccomp"}
            and child.i > verb.i
            and child.pos_ == "NUM"
        )
        if (is_object and child.pos_ in _NOMINAL) or is_number:
            found += heads(child)
    return tuple(found)


def _is_passive(verb: Token) -> bool:
    return any(
        child.dep_ in {"auxpass", "nsubjpass", "agent"}
        or (child.dep_ == "aux" and _is_being(child) and verb.tag_ in {"VBN", "VBD"})
        for child in verb.children
    )


def _is_being(auxiliary: Token) -> bool:
    return auxiliary.lemma_ in tongue(auxiliary.doc.lang_).being


def _is_bare(verb: Token) -> bool:
    """Tell whether a past form stands alone: "12 killed", not "have killed"."""
    return verb.tag_ in {"VBN", "VBD", "JJ", "NNP", "NNS", "NN"} and not any(
        child.dep_ == "aux" for child in verb.children
    )


def _borrowed(verb: Token) -> tuple[tuple[Token, ...], bool]:
    """Find the subject a verb does without; and whether it is a passive one shared by "and"."""
    here = verb
    for _ in range(_STEPS):
        head = here.head
        if head == here:
            break
        if here.dep_ in {"acl", "relcl"}:
            return _described(here, verb)
        controllers = [h for c in head.children if c.dep_ == "dobj" for h in heads(c)]
        if here == verb and _is_state(verb):
            return tuple(controllers) or _own_subjects(head), True
        if here.dep_ == "xcomp" and controllers:
            return tuple(controllers), False
        if _is_verb(head) and _own_subjects(head):
            return _shared(here, verb)
        here = head
    return (), False


def _is_state(participle: Token) -> bool:
    """Tell whether a participle says in what state somebody is, as in "were reported killed".

    Headlines leave the "were" out: who is "reported killed" reports nothing.
    """
    return (
        participle.tag_ == "VBN"
        and participle.dep_ in OF_STATES
        and not any(child.dep_ in {"aux", "mark"} for child in participle.children)
    )


def is_said_of_subject(state: Token) -> bool:
    """Tell whether an adjective right behind a verb is said of its subject: "reported dead"."""
    verb = state.head
    return (
        state.dep_ == "advmod"
        and verb.i + 1 == state.i
        and verb.tag_ in {"VBD", "VBN"}
        and bool(_own_subjects(verb))
    )


def _described(here: Token, verb: Token) -> tuple[tuple[Token, ...], bool]:
    """Return the noun that a participle or relative clause describes, as the verb's subject."""
    noun = here.head
    if here.dep_ == "relcl":
        return heads(noun), _is_passive(here)
    if here.tag_ == "VBG" or here != verb:
        return heads(noun) if noun.pos_ in {"NOUN", "PROPN", "PRON"} else (), False
    return _governor_subjects(noun), False


def _shared(here: Token, verb: Token) -> tuple[tuple[Token, ...], bool]:
    """Return the subject of the verb above; of a passive one its doer, or with "and" its bearer."""
    head = here.head
    if not _is_passive(head):
        return _own_subjects(head), False
    if here.dep_ == "conj" and not _objects(verb):
        return _own_subjects(head), True
    agents = [a for c in head.children if c.dep_ == "agent" for a in _complements(c)]
    return tuple(agents), False


def _governor_subjects(noun: Token) -> tuple[Token, ...]:
    """Return the subjects of the verb above a noun: "staged an attempt to" has the stager."""
    for ancestor in noun.ancestors:
        if _is_verb(ancestor):
            subjects = _own_subjects(ancestor)
            return subjects if not _is_passive(ancestor) else ()
    return ()
