"""Who says it: the subject of a verb of saying, however far away."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.read.voices.phrases import SUBJECTS, child, indices

__all__ = ["agent_of", "is_passive", "source_of", "speaker_of"]

_LINKS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis", "dep"})
_CLIMB = 6  # steps; a subject further up is another sentence's worth of words away


def is_passive(verb: Token) -> bool:
    """Tell whether the verb is passive, also where it modifies a noun ("a man quoted by")."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return (
        verb.tag_ == "VBN" and child(verb, "aux") is None and verb.dep_ in {"acl", "advcl", "relcl"}
    )


def agent_of(verb: Token) -> Token | None:
    """Return the noun after the "by" of a passive verb."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def speaker_of(verb: Token) -> Token | None:
    """Return the head word of who says, climbing to the verbs that share their subject with it."""
    if is_passive(verb):
        return agent_of(verb)
    at = verb
    for _ in range(_CLIMB):
        subject = child(at, *SUBJECTS)
        if subject is not None:
            return None if subject.dep_ == "nsubjpass" and at == verb else subject
        if at.dep_ in {"acl", "relcl"}:
            return at.head if at.tag_ != "VBN" else None
        if at.dep_ not in _LINKS or at.head == at:
            return None
        at = at.head
    return None


def source_of(verb: Token, expletives: frozenset[str]) -> frozenset[int]:
    """Return the positions of the words that name who says, empty where nobody is named."""
    speaker = speaker_of(verb)
    if speaker is None or (speaker.lower_ in expletives and is_passive(verb)):
        return frozenset()
    return phrase_of(speaker, verb)


def phrase_of(noun: Token, verb: Token) -> frozenset[int]:
    """Return the noun with all that depends on it, except the branch that holds `verb`."""
    found = indices([noun])
    if verb.i in found:
        branch = next(each for each in noun.children if verb.i in indices([each]))
        found -= indices([branch])
    return found
