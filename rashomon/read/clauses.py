"""Small questions about the clauses of a parse, asked by many readers."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

__all__ = [
    "auxiliaries",
    "group",
    "is_infinitive",
    "is_passive",
    "is_pluperfect",
    "subjects",
    "verb_over",
]

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def verb_over(token: Token) -> Token | None:
    """Return the nearest verb above `token`."""
    return next((parent for parent in token.ancestors if parent.pos_ in _VERBAL), None)


def group(token: Token) -> Token:
    """Return the first of the coordinated verbs at or over `token`; the root where none is."""
    verb = token if token.pos_ in _VERBAL else verb_over(token)
    if verb is None:
        return token.sent.root
    while verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        verb = verb.head
    return verb


def auxiliaries(verb: Token) -> Iterator[Token]:
    """Yield the auxiliaries of a verb; a coordinated verb without any shares those of the first."""
    own = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    yield from own
    if not own and verb.dep_ == "conj" and not any(subjects(verb)):
        yield from auxiliaries(verb.head)


def subjects(verb: Token) -> Iterator[Token]:
    """Yield the subjects of a verb's own clause."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            yield child


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb has "to" and is not perfect: "to attack", but not "to have attacked"."""
    tags = {auxiliary.tag_ for auxiliary in auxiliaries(verb)}
    return "TO" in tags and not _has_have(verb)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive: "was attacked"."""
    return any(auxiliary.dep_ == "auxpass" for auxiliary in auxiliaries(verb))


def is_pluperfect(verb: Token) -> bool:
    """Tell whether a verb stands in the pluperfect: "had attacked"."""
    return verb.tag_ == "VBN" and any(
        auxiliary.tag_ == "VBD" and auxiliary.lemma_ == "have" for auxiliary in auxiliaries(verb)
    )


def _has_have(verb: Token) -> bool:
    return any(auxiliary.lemma_ == "have" for auxiliary in auxiliaries(verb))
