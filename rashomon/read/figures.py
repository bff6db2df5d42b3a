"""Attach the numbers of a clause to what they count in a happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from rashomon.lexicon import Section, section
from rashomon.read.happening import Happening
from rashomon.read.page import Page
from rashomon.read.quantities import Quantity
from rashomon.read.reasons import because
from rashomon.read.recalled import recalled
from rashomon.values import Figure, Participant, Span

__all__ = ["figures_of"]

_CASUALTIES = {"killed", "wounded"}
_PEOPLE = ("state_forces", "fighters", "civilians", "persons")
_OF_PEOPLE = {*_CASUALTIES, "casualties", "captured", "missing"}
_THINGS = ("lifeless", "places", "property", "weapons")
_NO_NAMES = {"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT"}  # entities that are nobody
_SINGULAR = {"NN", "NNP", "JJ"}
_ACTIVE = {"VBZ", "VBP", "VBG", "NNS"}  # "kills", also where it is taken for a noun
_REACH = 6  # words between a headline's verb and its count


def figures_of(
    page: Page, happening: Happening, quantities: Sequence[Quantity]
) -> tuple[Figure, ...]:
    """Return the counts of a happening's victims, casualties or districts, each once.

    `quantities` are those of the page in the order of the text. A single named or definite person
    counts one ("the farmer", "he"). A part of a whole ("12 people, including three children")
    counts a participant of role "other", so that nobody adds it to the whole.
    """
    if happening.measure is None:
        return ()
    words = section(page.language, "parties")
    articles = section(page.language, "numbers").words("articles")
    near = _near(happening.root, quantities)
    found: dict[Span, Figure] = {}
    for token, of in happening.counted:
        participant = happening.participants[of] if of is not None else None
        quantity = _quantity(token, near, happening.root)
        rule = "the number goes with a word that the trigger counts"
        if quantity is None and participant and happening.measure in _OF_PEOPLE:
            quantity = recalled(token, quantities, words)
            rule = "people counted before are only pointed back to"
        if quantity is not None:
            is_bare = quantity.wording.lower() in articles and happening.measure in _OF_PEOPLE
            is_nobody = not _is_somebody(token, words) or _is_body(token, words)
            if is_bare and token == quantity.noun and is_nobody:
                continue  # "a parking lot", taken for who was shot there; "a family" are several
            figure = _counted(happening.measure, quantity, of, rule)
        elif participant and token != happening.root and _is_one(token, participant, words):
            figure = _one(page, happening.measure, token, of)
        else:
            continue
        found.setdefault(figure.span or happening.span, figure)
    if not found and (page.in_headline(happening.trigger) or _is_unfinished(happening.root)):
        beside = _beside(happening, near, words)
        rule = "the number stands beside the verb of a headline, whose grammar is lost"
        if beside is not None:
            return (_counted(happening.measure, beside, None, rule),)
    deadly = None if found else _deadly(page, happening)
    if deadly is not None:
        return (_at_least_one(page, deadly),)
    return tuple(found.values())


def _deadly(page: Page, happening: Happening) -> Token | None:
    """Return the word by which a deed without victims left somebody dead: "fatal shooting"."""
    if happening.measure != "killed" or happening.root.tag_ != "NN":
        return None
    deadly = section(page.language, "happenings").words("deadly")
    return next((t for t in page.tokens(happening.trigger) if t.lower_ in deadly), None)


def _at_least_one(page: Page, token: Token) -> Figure:
    """Count one dead or more by the word that says that a deed was deadly."""
    span = Span(token.idx, token.idx + len(token))
    figure = Figure(
        measure="killed", low=1, best=1, high=None, wording=span.of(page.content), span=span
    )
    return because(figure, "figure", "a deadly deed leaves somebody dead", token, at=span)


def _is_unfinished(token: Token) -> bool:
    """Tell whether a word's sentence lacks its full stop, as headlines do."""
    words = [word for word in token.sent if not word.is_space]
    return not words[-1].is_punct


def _beside(happening: Happening, near: Mapping[int, Quantity], words: Section) -> Quantity | None:
    """Return the count of people that stands next to a headline's verb: "12 MINERS KILLED".

    Parsers lose the grammar of headlines; there the dead stand before a participle and after
    "kills".
    """
    if happening.measure not in _CASUALTIES:
        return None
    people = frozenset().union(*(words.words(name) for name in _PEOPLE))
    at = happening.root.i
    counts = [
        (position, quantity)
        for position, quantity in sorted(near.items())
        if position == quantity.head.i
        and (quantity.noun is None or {quantity.noun.lower_, quantity.noun.lemma_.lower()} & people)
    ]
    after = next((q for position, q in counts if at < position <= at + _REACH), None)
    before = next((q for position, q in reversed(counts) if at - _REACH <= position < at), None)
    return after if happening.root.tag_ in _ACTIVE else before


def _near(root: Token, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """Index the quantities of the root's sentence by the words that carry them."""
    start, end = root.sent.start, root.sent.end
    first = bisect_left(quantities, start, key=lambda quantity: quantity.head.i)
    last = bisect_left(quantities, end, key=lambda quantity: quantity.head.i)
    here = quantities[first:last]
    return {q.head.i: q for q in here} | {q.noun.i: q for q in here if q.noun is not None}


def _quantity(token: Token, near: Mapping[int, Quantity], root: Token) -> Quantity | None:
    """Return the count beside a word; of "one of 50 men killed since" the 50 were killed."""
    of = (inner for child in token.children if child.dep_ == "prep" for inner in child.children)
    own = (child for child in token.children if child.dep_ != "appos")
    beside = [each for each in (*own, *of) if each.tag_ == "CD" and each.i in near]
    if token.i in near and near[token.i].head.dep_ == "det" and beside:
        return near[beside[0].i]  # "a family of five"
    quantity = near.get(token.i) or next((near[each.i] for each in beside), None)
    is_of_whole = (
        root.dep_ in {"acl", "relcl"} and quantity is not None and root.head == quantity.noun
    )
    return quantity.whole if quantity is not None and quantity.whole and is_of_whole else quantity


def _counted(measure: str, quantity: Quantity, of: int | None, rule: str) -> Figure:
    figure = Figure(
        measure=measure,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        wording=quantity.wording,
        span=quantity.span,
        of=of,
        scope="cumulative" if quantity.cumulative else "incident",
    )
    return because(figure, "figure", rule, quantity.head, quantity.noun, at=quantity.span)


def _one(page: Page, measure: str, token: Token, of: int | None) -> Figure:
    """Count one person by the name alone; an age is quoted whole: "17-year-old"."""
    first = token
    while first.i > token.sent.start and first.nbor(-1).text == "-":
        first = first.nbor(-1).nbor(-1)
    span = Span(first.idx, token.idx + len(token))
    wording = span.of(page.content)
    figure = Figure(measure=measure, low=1, best=1, high=1, wording=wording, span=span, of=of)
    return because(figure, "figure", "somebody without a number is one", token, at=span)


def _is_one(token: Token, participant: Participant, words: Section) -> bool:
    """Tell whether somebody without a number is one person, not a party or a body of people."""
    if token.lower_ in words.words("he_or_she"):
        return True
    if _is_body(token, words):
        return False
    if participant.side in {participant.name, token.text} and not _is_a_fighter(token, words):
        return False
    is_singular = token.tag_ in _SINGULAR and "Plur" not in token.morph.get("Number", [])
    return is_singular and _is_somebody(token, words)


def _is_a_fighter(token: Token, words: Section) -> bool:
    """Tell whether a side is called by one of its people: "rebel", as "rebel killed" says."""
    return any(token.lower_ in words.words(group) for group in ("state_forces", "fighters"))


def _is_body(token: Token, words: Section) -> bool:
    return token.lower_ in words.words("collectives")


def _is_somebody(token: Token, words: Section) -> bool:
    """Tell whether a noun can name one person."""
    is_aged = any(child.lower_ in words.words("olds") for child in token.children)
    if token.pos_ == "PROPN" and (is_aged or token.ent_type_ not in _NO_NAMES):
        return True
    names = {token.lower_, token.lemma_.lower()}
    if any(names & words.words(group) for group in (*_PEOPLE, "olds")):
        return True
    is_thing = any(names & words.words(group) for group in _THINGS)
    return not is_thing and token.lower_.endswith(words.ordered("endings"))
