"""Whether the verb that governs an expression looks ahead."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.read.page import Page
from rashomon.values import Span

__all__ = ["looks_ahead"]


def looks_ahead(page: Page, span: Span, ahead: frozenset[str]) -> bool | None:
    """Tell whether the nearest verb above the words of `span` is one of, or has, words like "will".

    False where it is in the past tense; None where it does not tell, or without a parse.
    """
    tokens = page.tokens(span)
    if not len(tokens) or not page.doc.has_annotation("DEP"):
        return None
    verb = _verb_above(tokens.root)
    if verb is None:
        return None
    said = [
        tokens.root.head,
        verb,
        *(child for child in verb.children if child.dep_.startswith("aux")),
    ]
    if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"}:  # "plans to meet"
        said += [verb.head, *(child for child in verb.head.children if child.dep_ == "aux")]
    if any(token.lower_ in ahead or "Tense=Fut" in token.morph for token in said):
        return True
    return False if verb.tag_ == "VBD" else None


def _verb_above(token: Token) -> Token | None:
    while token.pos_ not in {"VERB", "AUX"}:
        if token.head == token:
            return None
        token = token.head
    return token
