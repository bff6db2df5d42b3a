"""Whether the verb that governs an expression looks ahead."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.read.page import Page
from rashomon.values import Span

__all__ = ["looks_ahead"]


def looks_ahead(page: Page, span: Span, ahead: frozenset[str]) -> bool:
    """Tell whether the nearest verb above the words of `span` is one of, or has, words like "will".

    Without a parse nothing looks ahead.
    """
    tokens = page.tokens(span)
    if not len(tokens) or not page.doc.has_annotation("DEP"):
        return False
    verb = _verb_above(tokens.root)
    if verb is None:
        return False
    words = {verb.lower_, *(child.lower_ for child in verb.children if child.dep_ == "aux")}
    if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"}:  # "plans to meet"
        words.add(verb.head.lower_)
        words.update(child.lower_ for child in verb.head.children if child.dep_ == "aux")
    return bool(words & ahead)


def _verb_above(token: Token) -> Token | None:
    while token.pos_ not in {"VERB", "AUX"}:
        if token.head is token or token.head == token:
            return None
        token = token.head
    return token
