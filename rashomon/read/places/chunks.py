"""Stretches of a text that could be a place's name, whatever the gazetteer says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from rashomon.read.places.words import Words

__all__ = ["Chunk", "chunks_of", "cued_names", "is_upper", "mostly_upper"]

_LONGEST = 7  # tokens of a name; hyphens count: "Sar-e-Pol" has five
_WORDS = 5  # of them words
_UPPER = 0.6  # share of words in capitals from which a text is set in capitals


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens `first` to `last` (excluded) of a document and their text."""

    first: int
    last: int
    text: str


def mostly_upper(doc: Doc) -> bool:
    """Tell whether a text is set in capitals, so that capitals mark no names."""
    words = [token for token in doc if token.is_alpha and len(token) > 1]
    return bool(words) and sum(token.is_upper for token in words) > _UPPER * len(words)


def is_upper(token: Token) -> bool:
    """Tell whether a token can begin or end a name."""
    return token.text[0].isupper()


def chunks_of(sentence: Tokens, words: Words) -> Iterator[Chunk]:
    """Yield every stretch of a sentence that begins and ends with a capital, the longest first."""
    tokens = list(sentence)
    for start, token in enumerate(tokens):
        if not is_upper(token) or _is_inside_word(token):
            continue
        ends = []
        count = 0
        for end in range(start, min(start + _LONGEST, len(tokens))):
            if end > start and not _continues(tokens, end, words):
                break
            count += tokens[end].text[0].isalnum()
            if count > _WORDS:
                break
            if is_upper(tokens[end]) or tokens[end].text[0].isdigit():
                ends.append(end + 1)
        for end in reversed(ends):
            yield _chunk(tokens[start:end])


def cued_names(sentence: Tokens, words: Words) -> dict[tuple[int, int], str]:
    """Find the names that stand beside a word for a kind of place, with that word.

    "X district", "A, B and C districts", "city of X", "the villages of X and Y", "two districts,
    X and Y". Keyed by first and last (excluded) token.
    """
    tokens = list(sentence)
    cued: dict[tuple[int, int], str] = {}
    for at, token in enumerate(tokens):
        kind = token.lower_
        if kind not in words.kinds:
            continue
        many = kind in words.plurals
        for first, last in _names_before(tokens, at, words, many=many):
            cued[tokens[first].i, tokens[last - 1].i + 1] = kind
        if not cued or tokens[at - 1].i + 1 not in {last for _, last in cued}:
            for first, last in _names_behind(tokens, at + 1, words, many=many):
                cued.setdefault((tokens[first].i, tokens[last - 1].i + 1), kind)
    return cued


def _names_before(
    tokens: list[Token], at: int, words: Words, *, many: bool
) -> Iterator[tuple[int, int]]:
    end = at
    while end > 0 and (start := _run_start(tokens, end, words)) < end:
        yield start, end
        joint = _joint_before(tokens, start)
        if not many or joint == start:
            return
        end = joint


def _names_behind(
    tokens: list[Token], at: int, words: Words, *, many: bool
) -> Iterator[tuple[int, int]]:
    if at >= len(tokens) or not (tokens[at].lower_ == "of" or (many and tokens[at].text in ",:")):
        return
    start = at + 1
    while start < len(tokens) and (end := _run_end(tokens, start, words)) > start:
        yield start, end
        joint = _joint_behind(tokens, end)
        if not many or joint == end:
            return
        start = joint


def _run_start(tokens: list[Token], end: int, words: Words) -> int:
    """Walk back over one name that ends before token `end`."""
    start = end
    for at in range(end - 1, max(end - 1 - _LONGEST, -1), -1):
        if _is_part(tokens[at], words):
            start = at
        elif tokens[at].pos_ == "ADP" or not _is_connector(tokens, at, words):
            break
    return start


def _run_end(tokens: list[Token], start: int, words: Words) -> int:
    """Walk on over one name that starts at token `start`."""
    end = start
    for at in range(start, min(start + _LONGEST, len(tokens))):
        if _is_part(tokens[at], words):
            end = at + 1
        elif at == start or not _is_connector(tokens, at, words):
            break
    return end


def _is_part(token: Token, words: Words) -> bool:
    """Tell whether a token can be part of an unknown name; in a text in capitals not "TOWARD"."""
    shouted = token.is_upper and token.lower_ in words.common
    return is_upper(token) and token.lower_ not in words.never and not shouted


def _joint_before(tokens: list[Token], start: int) -> int:
    """Step back over the comma or conjunction between two names of a list."""
    at = start
    while at > 0 and (tokens[at - 1].text == "," or tokens[at - 1].pos_ == "CCONJ"):
        at -= 1
    return at


def _joint_behind(tokens: list[Token], end: int) -> int:
    at = end
    while at < len(tokens) and (tokens[at].text == "," or tokens[at].pos_ == "CCONJ"):
        at += 1
    return at


def _continues(tokens: list[Token], at: int, words: Words) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if is_upper(token) or _is_connector(tokens, at, words):
        return token.text[0] not in ",;" and before.text not in {",", ";"}
    return token.text[0].isdigit() and before.whitespace_ == " "


def _is_connector(tokens: list[Token], at: int, words: Words) -> bool:
    """Tell whether a token holds a name together: small words, and hyphens without spaces."""
    token = tokens[at]
    if not token.text[0].isalnum():
        glued = at > 0 and not tokens[at - 1].whitespace_ and not token.whitespace_
        return token.text in words.connectors and glued
    return token.lower_ in words.connectors


def _is_inside_word(token: Token) -> bool:
    """Tell whether a hyphen or apostrophe glues the token to a word before it."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    return not before.whitespace_ and before.text in {"-", "'"} and token.i > 1


def _chunk(tokens: list[Token]) -> Chunk:
    text = "".join(token.text_with_ws for token in tokens).rstrip()
    return Chunk(tokens[0].i, tokens[-1].i + 1, text)
