"""Find who answers for a happening: "claimed responsibility for", "blamed for", "accused of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.read.happenings.arguments import arguments_of
from rashomon.read.happenings.words import Words

__all__ = ["answering"]

_OBJECT = {"pobj", "pcomp"}


def answering(root: Token, words: Words) -> Iterator[Token]:
    """Yield those who own up to the happening at `root` or are said to have done it.

    Who denies it, or "no group", is left out.
    """
    for clause in root.children:
        if clause.dep_ == "relcl":  # "the attack, for which X claimed responsibility"
            owned = (child for child in clause.children if child.dep_ == "dobj")
            if any(words.among(child, "responsibility") for child in owned):
                yield from _claimants(clause, words)
    above = _above(root)
    while above is not None and above.pos_ == "NOUN" and words.among(above, "grounds"):
        above = _above(above)  # "wanted in connection with the shooting"
    if above is None:
        return
    if words.among(above, "responsibility") and above.head.pos_ in {"VERB", "AUX"}:
        yield from _claimants(above.head, words)
    elif words.verb(above) in words.groups["accusing"] and not _is_denied(above, words):
        yield from arguments_of(above, transitive=True).objects


def _above(noun: Token) -> Token | None:
    """Return what a noun hangs on by a preposition."""
    link = noun.head
    if noun.dep_ not in _OBJECT or link.dep_ not in {"prep", "agent"}:
        return None
    return link.head


def _claimants(verb: Token, words: Words) -> Iterator[Token]:
    """Yield the subjects of "claims responsibility" and "is responsible"."""
    if words.verb(verb) in words.groups["claiming"] and not _is_denied(verb, words):
        yield from arguments_of(verb, transitive=False).subjects


def _is_denied(verb: Token, words: Words) -> bool:
    denied = any(child.dep_ == "neg" for child in verb.children)
    subjects = (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return denied or any(
        words.among(word, "nobody") for subject in subjects for word in subject.subtree
    )
