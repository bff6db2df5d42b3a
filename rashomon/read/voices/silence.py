"""Find who was asked and said nothing: neither a confirmation nor a denial."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.voices.cues import Cues
from rashomon.read.voices.phrases import child, children

__all__ = ["silences_in"]

Silence = tuple[Token, Token | None]  # the word of silence, and the head word of who is silent


def silences_in(sentence: Tokens, cues: Cues) -> Iterator[Silence]:
    """Yield every silence of a sentence: its trigger word and the head word of who is silent."""
    for token in sentence:
        found = _of_verb(token, cues) or _of_noun(token, cues) or _of_reach(token, cues)
        if found is not None:
            yield found


def _of_verb(token: Token, cues: Cues) -> Silence | None:
    """Find "has not commented", "has yet to comment", "declined to comment"."""
    if token.lemma_.lower() not in cues.silence_verbs or token.pos_ != "VERB":
        return None
    if child(token, "neg") is not None:
        return token, child(token, "nsubj")
    over = token.head
    if token.dep_ != "xcomp":
        return None
    waits = any(each.lower_ in cues.silence_adverbs for each in (*over.children, *token.children))
    if over.lemma_.lower() in cues.silence_frames or (over.lemma_ in cues.waiting_verbs and waits):
        return token, child(over, "nsubj") or child(over.head, "nsubj")
    return None


def _of_noun(token: Token, cues: Cues) -> Silence | None:
    """Find "there was no immediate comment from X", "X made no comment"."""
    if token.lemma_.lower() not in cues.silence_nouns or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    denied = child(token, "det")
    if (
        denied is None
        or denied.lower_ not in cues.none_words
        or token.dep_ not in {"attr", "dobj", "nsubj", "nsubjpass"}
    ):
        return None
    for link in (*children(token, "prep"), *children(token.head, "prep")):
        if link.lower_ in cues.by_words and child(link, "pobj") is not None:
            return token, child(link, "pobj")
    return token, child(token.head, "nsubj") if token.dep_ == "dobj" else None


def _of_reach(token: Token, cues: Cues) -> Silence | None:
    """Find "X could not be reached for comment", "X was not available for comment"."""
    if token.lower_ not in cues.unreachable or (
        child(token, "prep") is None and token.dep_ != "acomp"
    ):
        return None
    verb = token.head if token.dep_ == "acomp" else token
    comment = next(
        (
            noun
            for link in children(token, "prep")
            if (noun := child(link, "pobj")) is not None
            and noun.lemma_.lower() in cues.silence_nouns
        ),
        None,
    )
    negated = child(verb, "neg") is not None or token.lower_.startswith("un")
    if comment is None or not negated:
        return None
    return comment, child(verb, "nsubj", "nsubjpass")
