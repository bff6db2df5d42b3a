"""Stretches of a sentence that could be where something happened.

More than the places that are known to be some: "entered Exampleton" makes a place of a name that
no gazetteer has. Which of them is an event's is judged by `ranker.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from rashomon.read.page import Page, span_of
from rashomon.read.places.chunks import is_upper
from rashomon.read.places.words import Words
from rashomon.values import Place

__all__ = ["Site", "sites_of"]

_GLUE = frozenset(
    "-'’‘`/"
)  # of "Sar-e-Sand", "Upper/Lower Mill", "Ma'an", where no space stands beside
_SMALL = frozenset({"PRON", "DET", "ADP", "ADV", "SCONJ", "CCONJ", "AUX"})  # "After", "Currently"
_NUMBER = 3  # digits of a name's number: "Base 410"


@dataclass(frozen=True, slots=True)
class Site:
    """Tokens `first` to `last` (excluded) of a page, and the place that is known in them."""

    first: int
    last: int
    place: Place | None = None

    def holds(self, at: int) -> bool:
        """Tell whether the token at index `at` belongs to the site."""
        return self.first <= at < self.last


def sites_of(page: Page, sentence: Tokens, places: Sequence[Place], words: Words) -> list[Site]:
    """List the names of a sentence and its known places, in the order of the text.

    A name is as long as its capitals ("Exampleton City Airport"); the known place within it
    ("Exampleton") is a site as well. Where capitals mark no names, only known places are sites.
    """
    known = []
    for place in places:
        tokens = page.tokens(place.span)
        known.append((tokens.start, tokens.end, place))
    sites = {(first, last): Site(first, last, place) for first, last, place in known}
    if not page.in_headline(span_of(sentence)) and not _is_shouted(sentence):
        for first, last in _names(sentence, words):
            inside = [place for start, end, place in known if start < last and first < end]
            sites.setdefault((first, last), Site(first, last, inside[-1] if inside else None))
    return sorted(sites.values(), key=lambda site: (site.first, site.last))


def _is_shouted(sentence: Tokens) -> bool:
    """Tell whether a sentence is set in capitals."""
    return bool(sentence.text.isupper())


def _names(sentence: Tokens, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of capitalised words, with what glues them together."""
    doc, at = sentence.doc, sentence.start
    while at < sentence.end:
        if not _begins(doc, at, sentence.end, words):
            at += 1
            continue
        end = at + 1
        while end < sentence.end and _goes_on(doc, end, sentence.end, words):
            end += 1
        while end > at + 1 and doc[end - 1].text in _GLUE:
            end -= 1
        if any(doc[index].pos_ == "PROPN" for index in range(at, end)):
            yield at, end
        at = end


def _begins(doc: Doc, at: int, limit: int, words: Words) -> bool:
    token = doc[at]
    if token.lower_ in words.never or token.pos_ in _SMALL:
        return False
    return _is_capital(token) or _is_article(doc, at, limit, words)


def _is_capital(token: Token) -> bool:
    return is_upper(token) and any(map(str.isalpha, token.text))


def _is_article(doc: Doc, at: int, limit: int, words: Words) -> bool:
    """Tell whether a small word is glued to a capital: the "al" of "al-X"."""
    if at + 2 >= limit or doc[at].lower_ not in words.connectors or doc[at].whitespace_:
        return False
    glue = doc[at + 1]
    return glue.text in _GLUE and not glue.whitespace_ and _is_capital(doc[at + 2])


def _goes_on(doc: Doc, at: int, limit: int, words: Words) -> bool:
    """Tell whether a name goes on with the token at index `at`."""
    token, before = doc[at], doc[at - 1]
    if not before.whitespace_:
        if token.text in _GLUE:
            following = doc[at + 1] if at + 1 < limit and not token.whitespace_ else None
            return following is not None and (
                _is_capital(following) or following.lower_ in words.connectors
            )
        return before.text in _GLUE
    if token.ent_type_ in {"DATE", "TIME"} and token.lower_ in words.never:
        return False  # "in Exampleton Monday"
    if token.text.isdigit() or _is_capital(token):
        return len(token) <= _NUMBER or not token.text.isdigit()
    return _is_link(doc, at, limit, words)


def _is_link(doc: Doc, at: int, limit: int, words: Words) -> bool:
    """Tell whether a small word stands inside a name: the "el" of "Tel el Sand"."""
    token = doc[at]
    if token.lower_ not in words.connectors or token.lower_ in words.prepositions:
        return False
    return token.pos_ != "DET" and at + 1 < limit and _is_capital(doc[at + 1])
