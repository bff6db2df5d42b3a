"""Small questions about the clauses of a parse, asked by many readers."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.lexicon import tongue

__all__ = [
    "auxiliaries",
    "group",
    "is_future",
    "is_infinitive",
    "is_passive",
    "is_pluperfect",
    "makes_perfect",
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


def is_future(verb: Token) -> bool:
    """Tell whether a verb, or its auxiliary, has a future tense of its own: "attaquera"."""
    return any("Tense=Fut" in each.morph for each in (verb, *auxiliaries(verb)))


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb has "to" and is not perfect: "to attack", but not "to have attacked"."""
    tags = {auxiliary.tag_ for auxiliary in auxiliaries(verb)}
    return "TO" in tags and not any(makes_perfect(each) for each in auxiliaries(verb))


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive: "was attacked"."""
    return any(auxiliary.dep_ == "auxpass" for auxiliary in auxiliaries(verb))


def is_pluperfect(verb: Token) -> bool:
    """Tell whether a verb stands in the pluperfect: "had attacked"."""
    return verb.tag_ == "VBN" and any(
        auxiliary.tag_ == "VBD" and makes_perfect(auxiliary) for auxiliary in auxiliaries(verb)
    )


def makes_perfect(auxiliary: Token) -> bool:
    """Tell whether an auxiliary is the "have" of "have attacked"."""
    return auxiliary.dep_ == "aux" and auxiliary.lemma_ in tongue(auxiliary.doc.lang_).perfect
