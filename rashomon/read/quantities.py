"""Number expressions as intervals with the noun they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.counts import Count, Grammar, grammar
from rashomon.read.page import Page
from rashomon.read.reasons import because
from rashomon.read.tolls import Tolls, tolls
from rashomon.read.uncounted import Uncounted, uncounted
from rashomon.text.phrases import Phrases, phrases
from rashomon.values import Span

__all__ = ["Quantity", "find_quantities"]

_PREMODIFIERS = frozenset(
    {
        "nummod", "amod", "det", "quantmod", "compound", "nmod", "advmod", "predet", "poss",
        "npadvmod", "nn", "neg", "case", "preconj",
    }
)  # fmt: skip
_NOUNS = frozenset({"NOUN", "PROPN"})
_COUNT = "these words are a count, by the grammar of numbers"
_SUM = "these words are a count, and a toll or total stands over them"

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count as it stands in the text.

    `head` is the token that carries the number ("40", "dozens", "several", "a", "no"), `noun` the
    counted word, or None where the number stands alone ("killing three") or counts a pronoun.
    `high` is None where the count is open, `best` where nothing can be said. A `vague` count comes
    from a word such as "several"; a `cumulative` one covers more than one incident; a `part` is
    included in another count ("12 people, including three children"). `whole` is the count of
    which this one is taken: 50 in "one of 50 men".
    """

    span: Span
    wording: str
    low: int
    best: int | None
    high: int | None
    head: Token
    noun: Token | None = None
    vague: bool = False
    cumulative: bool = False
    part: bool = False
    whole: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """All that a language says about counts."""

    grammar: Grammar
    uncounted: Uncounted
    tolls: Tolls
    parts: Phrases[str]
    parts_beside: Phrases[str]
    including: frozenset[str]
    whole: Phrases[str]
    determiners: frozenset[str]
    articles: frozenset[str]


def find_quantities(page: Page) -> tuple[Quantity, ...]:
    """Find every number that counts something, in the order of the text.

    "A" and "an" before a singular noun count one, whatever the noun. Ages, days, years, money,
    measures, calibres, scores, names, telephone numbers and ordinals are left out, as is the whole
    in "33 of the 34 provinces".
    """
    words = _words(page.language)
    return tuple(
        quantity for sentence in page.sentences for quantity in _in_sentence(page, sentence, words)
    )


def _in_sentence(page: Page, sentence: Tokens, words: _Words) -> Iterator[Quantity]:
    lower = [token.lower_ for token in sentence]
    cues: tuple[Token, ...] | None = None
    last: Quantity | None = None
    at, end, none = 0, -1, False
    while at < len(lower):
        count = words.grammar.count(lower, at) or _single(sentence, lower, at, words)
        if count is None:
            at += 1
            continue
        at = count.end
        noun = _counted(sentence, lower, count, words)
        # "no major casualties" is none, not many; "of the 34" is the whole of "33"
        is_whole = _is_whole(lower, end, count.start, words)
        if (none and count.start == end) or words.uncounted.holds(sentence, count, noun):
            continue
        cues = words.tolls.cues(sentence) if cues is None else cues
        quantity = _quantity(
            page,
            sentence,
            count,
            noun,
            cumulative=words.tolls.covers(cues, sentence[count.stop - 1]),
        )
        if is_whole and last is not None:
            last = replace(last, whole=quantity)
            continue
        if last is not None:
            yield _noted(last)
        end, none = count.end, count.high == 0
        last = replace(quantity, part=_is_part(sentence, lower, count, words))
    if last is not None:
        yield _noted(last)


def _noted(quantity: Quantity) -> Quantity:
    rule = _SUM if quantity.cumulative else _COUNT
    return because(quantity, "figure", rule, quantity.span, at=quantity.span)


def _quantity(
    page: Page, sentence: Tokens, count: Count, noun: Token | None, *, cumulative: bool
) -> Quantity:
    span = _span(sentence, count)
    return Quantity(
        span=span,
        wording=span.of(page.content),
        low=count.low,
        best=count.best,
        high=count.high,
        head=sentence[count.stop - 1],
        noun=noun,
        vague=count.worded and count.low != count.high,
        cumulative=cumulative,
    )


def _span(sentence: Tokens, count: Count) -> Span:
    last = sentence[count.end - 1]
    return Span(sentence[count.start].idx, last.idx + len(last.text))


def _single(sentence: Tokens, lower: list[str], at: int, words: _Words) -> Count | None:
    """Read "a policeman" as a count of one, but not "a number of" or "a week"."""
    if lower[at] not in words.articles or sentence[at].dep_ != "det":
        return None
    noun = _above(sentence[at])
    if noun is None or noun.tag_.endswith("S") or noun.lower_ in words.uncounted.nouns:
        return None
    return Count(start=at, body=at, stop=at + 1, end=at + 1, low=1, best=1, high=1)


def _counted(sentence: Tokens, lower: list[str], count: Count, words: _Words) -> Token | None:
    """Return the noun over the number, or after "of": "scores of fighters", "two of the men"."""
    after = count.end
    if after + 1 < len(lower) and lower[after] in words.grammar.of:
        first = sentence[after + 1]
        return first if first.pos_ in _NOUNS and first.dep_ == "pobj" else _above(first)
    # the parser hangs either end of "between 20 and 25 men" on the noun
    numbers = (sentence[at] for at in range(count.stop - 1, count.body - 1, -1))
    nouns = (noun for number in numbers if (noun := _above(number)) is not None)
    return next((noun for noun in nouns if noun.i >= sentence.start + after), None)


def _above(token: Token) -> Token | None:
    """Climb from a premodifier to the noun it belongs to, which stands on its right."""
    while token.dep_ in _PREMODIFIERS and token.head.i > token.i:
        token = token.head
        if token.pos_ in _NOUNS and token.dep_ not in _PREMODIFIERS:
            return token
    return None


def _is_whole(lower: list[str], end: int, start: int, words: _Words) -> bool:
    """Tell whether only "of the" stands between the count that ended at `end` and this one."""
    found = words.whole.longest(lower, end)
    if found is None:
        return False
    between = lower[found[0] : start]
    return not between or " ".join(between) in words.determiners


def _is_part(sentence: Tokens, lower: list[str], count: Count, words: _Words) -> bool:
    """Match "including three women and two children", "three of them", "of whom 12"."""
    if words.parts.longest(lower, count.end) is not None:
        return True
    if words.parts_beside.longest(lower, count.end) is not None:
        head = sentence[count.stop - 1]
        return head.dep_ not in _ARGUMENTS or head.head.pos_ not in {"VERB", "AUX"}
    start = count.start
    if any((found := words.parts.longest(lower, start - back)) and found[0] == start
           for back in (1, 2)):  # fmt: skip
        return True
    for parent in sentence[count.stop - 1].ancestors:
        if parent.lower_ in words.including:
            return True
        if parent.pos_ == "VERB":
            return False
    return False


@cache
def _words(language: str) -> _Words:
    entries = section(language, "numbers")
    return _Words(
        grammar=grammar(language),
        uncounted=uncounted(language),
        tolls=tolls(language),
        parts=phrases(entries.words("parts")),
        parts_beside=phrases(entries.words("parts_beside")),
        including=entries.words("including"),
        whole=phrases(entries.words("whole_after")),
        determiners=entries.words("whole_determiners"),
        articles=entries.words("articles"),
    )
