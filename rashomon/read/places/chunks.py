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
    alpha, upper, length = doc.to_array(["IS_ALPHA", "IS_UPPER", "LENGTH"]).reshape(-1, 3).T
    words = (alpha != 0) & (length > 1)
    return bool(words.sum() and upper[words].sum() > _UPPER * words.sum())


def is_upper(token: Token) -> bool:
    """Tell whether a token is written with a capital, after a sign for ayn or a quote."""
    return token.text.lstrip("'")[:1].isupper()


def _begins(token: Token, words: Words) -> bool:
    """Tell whether a token can begin a name: a capital, or a small article glued to one: "al-X"."""
    if is_upper(token):
        return True
    if token.lower_ not in words.connectors or token.whitespace_ or token.i + 2 >= len(token.doc):
        return False
    return token.nbor(1).text == "-" and is_upper(token.nbor(2))


def chunks_of(sentence: Tokens, words: Words) -> Iterator[Chunk]:
    """Yield every stretch of a sentence that begins and ends with a capital, the longest first."""
    tokens = list(sentence)
    for start, token in enumerate(tokens):
        if not _begins(token, words) or _is_inside_word(token, words):
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
    X and Y", "two districts X and Y", "X, a small town". Keyed by first and last (excluded) token.
    """
    tokens = list(sentence)
    cued: dict[tuple[int, int], str] = {}
    for at, token in enumerate(tokens):
        kind = token.lower_
        if kind not in words.kinds:
            continue
        many = kind in words.plurals
        # "Department of X" is an office, "department of X" an area
        names = [] if token.is_title else list(_names_behind(tokens, at + 1, words, many=many))
        if not names:
            names = list(_names_before(tokens, at, words, many=many))
        for first, last in names or _name_explained(tokens, at, words):
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


def _name_explained(tokens: list[Token], at: int, words: Words) -> Iterator[tuple[int, int]]:
    """Find the X of "X, a small town": the name before a comma, an article and adjectives."""
    start = at
    while start > 0 and tokens[start - 1].pos_ in {"ADJ", "NOUN", "DET"} and at - start < _WORDS:
        start -= 1
    article = start < at and tokens[start].pos_ == "DET" and start > 1
    if article and tokens[start - 1].text == ",":
        first = _run_start(tokens, start - 1, words)
        if first < start - 1:
            yield first, start - 1


def _names_behind(
    tokens: list[Token], at: int, words: Words, *, many: bool
) -> Iterator[tuple[int, int]]:
    if at >= len(tokens):
        return
    start = at
    while start < len(tokens) and tokens[start].lower_ in words.joining:
        start += 1
    if start == at and many and tokens[at].text in ",:":
        start += 1
    if start == at and not (many and is_upper(tokens[at])):
        return
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
        elif tokens[at].pos_ in {"ADP", "DET"} or not _is_connector(tokens, at, words):
            break
    if start - 2 >= 0 and _begins(tokens[start - 2], words) and tokens[start - 1].text == "-":
        start -= 2
    return start


def _run_end(tokens: list[Token], start: int, words: Words) -> int:
    """Walk on over one name that starts at token `start`."""
    end = start
    for at in range(start, min(start + _LONGEST, len(tokens))):
        if _is_part(tokens[at], words):
            end = at + 1
        elif at == start and _begins(tokens[at], words):
            continue
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


def _is_inside_word(token: Token, words: Words) -> bool:
    """Tell whether a hyphen glues the token to an article or the word of a name before it."""
    if token.i < 2:  # noqa: PLR2004  a word and a hyphen
        return False
    hyphen, word = token.nbor(-1), token.nbor(-2)
    glued = hyphen.text == "-" and not hyphen.whitespace_ and not word.whitespace_
    return glued and (is_upper(word) or word.lower_ in words.connectors)


def _chunk(tokens: list[Token]) -> Chunk:
    text = "".join(token.text_with_ws for token in tokens).rstrip()
    return Chunk(tokens[0].i, tokens[-1].i + 1, text)
