"""What speaks for and against a site as the place of an event, each in one short string.

"left=in" says that "in" stands before the name, "up=|prep>pobj" how the parse leads from the
trigger to it. `benchmarks/train_places.py` gives every clue its weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

from spacy.tokens import Doc, Token

from rashomon.read.clauses import is_passive
from rashomon.read.places.sites import Site
from rashomon.read.places.words import Words
from rashomon.text.folding import fold

__all__ = ["clues_of", "looks_of"]

_STEPS = 4  # of a path through the parse that a clue spells out
_FEW = (0, 1, 2, 3, 4, 6, 9, 13, 20)  # distances told apart, in tokens
_MOST = 3  # as many or more are one clue
_NEIGHBOUR = 4  # tokens between two sites that may be one address: "X, a town in northern Y"
_ALIKE = frozenset({"compound", "appos", "nmod", "conj", "amod", "poss"})  # steps within one phrase
_VERBAL = frozenset({"VERB", "AUX"})
_WHOLE = 9  # no where_prec is as coarse
# What bounds the work on a sentence of a thousand names, which is none: no site of `event_place`
# that is right has as many between it and its verb.
_SITES = 30  # the nearest to a trigger, which alone are judged
_OTHERS = 8  # the nearest before and behind a site, beside which it is described


_Rooted: TypeAlias = tuple[Site, frozenset[int]]  # with the words above it in the parse


@dataclass(frozen=True, slots=True)
class _Path:
    """The steps of the parse from a trigger up to a word above it, and down to a site."""

    up: tuple[Token, ...]
    top: Token
    down: tuple[Token, ...]


def looks_of(doc: Doc, sites: Sequence[Site], words: Words) -> list[tuple[str, ...]]:
    """Return, for each site of a sentence, the clues that are the same for all its triggers."""
    above = [frozenset(token.i for token in _root(doc, site).ancestors) for site in sites]
    looks = []
    for at, site in enumerate(sites):
        near = range(max(at - _OTHERS, 0), min(at + _OTHERS + 1, len(sites)))
        others = [(sites[other], above[other]) for other in near if other != at]
        looks.append(
            (
                *_beside(doc, site, words),
                *_within(doc, site, words),
                *_among(doc, (site, above[at]), others, words),
            )
        )
    return looks


def clues_of(
    trigger: Token, sites: Sequence[Site], looks: Sequence[tuple[str, ...]], words: Words
) -> Iterator[tuple[Site, frozenset[str]]]:
    """Yield the sites of the trigger's sentence, each with what speaks for and against it."""
    near = sorted(
        (abs(site.first - trigger.i), site.first, at)
        for at, site in enumerate(sites)
        if not site.holds(trigger.i)
    )
    judged = [at for _, _, at in near[:_SITES]]
    about = tuple(_about(trigger))
    for at in sorted(judged):
        others = [sites[other] for other in judged]
        yield (
            sites[at],
            frozenset(
                (
                    *looks[at],
                    *about,
                    *_toward(trigger, sites[at], looks[at], words),
                    *_between(trigger, sites[at], others),
                )
            ),
        )


def _root(doc: Doc, site: Site) -> Token:
    return doc[site.first : site.last].root


def _about(trigger: Token) -> Iterator[str]:
    """Describe the trigger itself."""
    yield f"tag={trigger.tag_}"
    yield f"role={trigger.dep_}"


def _toward(trigger: Token, site: Site, looks: tuple[str, ...], words: Words) -> Iterator[str]:
    """Describe how a site hangs on the trigger."""
    left, tagged, grain = (
        next(look for look in looks if look.startswith(kind))
        for kind in ("left=", "ent=", "grain=")
    )
    path = _path(trigger, _root(trigger.doc, site))
    below = path.top.i == trigger.i
    first = path.down[0].dep_ if path.down and below else "no"
    lemma = trigger.lemma_.lower()
    yield f"verb={lemma} {first}"
    yield f"takes={lemma in words.taking} {first}{' passive' if is_passive(trigger) else ''}"
    yield f"{grain} {first}"
    yield f"{left} {tagged}"
    yield f"{left} {'below' if below else 'aside'}"
    verbs = sum(token.pos_ in _VERBAL for token in (*path.up, *path.down))
    yield f"{left} verbs={min(verbs, _MOST)}"
    yield from _along(path, words, below=below)


def _beside(doc: Doc, site: Site, words: Words) -> Iterator[str]:
    """Describe the words before and behind a site."""
    start = doc[site.first].sent.start
    at = site.first - 1
    yield f"beside={_word(doc, at, start)}"
    while at >= start and _is_passed_over(doc[at], words):
        if doc[at].lower_ in words.kinds:
            yield "kind before"
        at -= 1
    left = _word(doc, at, start)
    yield f"left={left}"
    if site.first > start:
        before = doc[site.first - 1]
        if before.lower_ in words.directional:
            yield "directional"
        if before.lower_.rstrip(".") in words.titles:
            yield "titled"
    if (left in words.joining or left in words.origin) and at > start:
        before = doc[at - 1]
        if before.lower_ in words.directions or before.lower_ in words.distances:
            yield "away"
    if site.last < len(doc):
        behind = doc[site.last]
        kind = "kind" if behind.lower_ in words.kinds or behind.lower_ in words.plurals else ""
        body = "institution" if behind.lower_ in words.institutions else ""
        yield f"behind={kind or body or (behind.text if behind.is_punct else behind.tag_)}"


def _word(doc: Doc, at: int, start: int) -> str:
    """Return a preposition, conjunction or mark itself, of other words their part of speech."""
    if at < start:
        return "start"
    token = doc[at]
    return token.lower_ if token.pos_ in {"ADP", "SCONJ", "CCONJ", "PUNCT"} else token.pos_


def _is_passed_over(token: Token, words: Words) -> bool:
    """Tell whether a word between a preposition and a name is not its own: "in the town of X"."""
    if token.pos_ in {"DET", "ADJ"} or token.tag_ == "POS":
        return True
    lower = token.lower_
    if lower in words.directional or lower in words.kinds or lower in words.plurals:
        return True
    if lower in words.joining and token.i > token.sent.start:
        before = token.nbor(-1).lower_
        return before in words.kinds or before in words.plurals
    return token.dep_ == "compound" and token.pos_ == "NOUN"


def _within(doc: Doc, site: Site, words: Words) -> Iterator[str]:
    """Describe a site's own words, its tag and what is known of it."""
    tokens = doc[site.first : site.last]
    last = doc[site.last - 1].lower_
    size = len(tokens)
    for name, listed in (
        ("kind", words.kinds), ("institution", words.institutions), ("body", words.organisations),
    ):  # fmt: skip
        if size > 1 and last in listed:
            yield f"last={name}"
    if any(token.lower_ in words.institutions for token in tokens):
        yield "institution"
    if doc[site.first].lower_ in words.titles:
        yield "title"
    tags = {token.ent_type_ for token in tokens} - {""}
    yield f"ent={'+'.join(sorted(tags))}"
    yield f"size={min(size, _STEPS)}"
    root = tokens.root
    yield f"dep={root.dep_}"
    yield f"head={root.head.pos_}"
    if root.head.lower_ in words.institutions:
        yield "of institution"
    place = site.place
    if place is None:
        yield "grain=unknown"
        return
    people = fold(tokens.text) in words.peoples
    yield f"grain={'people' if people else place.precision}"
    yield f"feature={(place.feature or 'none')[:4]}"
    yield "mapped" if place.lat is not None else "unmapped"
    if size != len(place.name.split()) and tokens.text != place.name:
        yield "spelt otherwise"


def _among(doc: Doc, own: _Rooted, others: Sequence[_Rooted], words: Words) -> Iterator[str]:
    """Describe a site beside the other sites of its sentence."""
    site, above = own
    for other, over in others:
        if other.first <= site.first and site.last <= other.last:
            yield "inside"
        elif site.first <= other.first and other.last <= site.last:
            yield "around"
        elif any(at in above for at in range(other.first, other.last)):
            yield f"under {'known' if other.place else 'unknown'}"
        elif any(at in over for at in range(site.first, site.last)):
            yield f"over {'known' if other.place else 'unknown'}"
        if 0 <= other.first - site.last <= _NEIGHBOUR:
            yield f"before{_doubt(other)}={_gap(doc, site.last, other.first, words)}"
        if 0 <= site.first - other.last <= _NEIGHBOUR:
            yield f"after{_doubt(other)}={_gap(doc, other.last, site.first, words)}"
        if site.place and other.place and site.place.country == other.place.country:
            grain, its = site.place.precision or _WHOLE, other.place.precision or _WHOLE
            if grain != its:
                yield "coarser" if grain > its else "finer"
    known = sum(other.place is not None for other, _ in others)
    yield f"others={min(known, _STEPS)}"


def _doubt(site: Site) -> str:
    return "" if site.place else "?"


def _gap(doc: Doc, first: int, last: int, words: Words) -> str:
    """Return the words between two sites, without those that only say what kind they are.

    Names are left out of the clues: no weight may know a party or a country.
    """
    return "_".join(
        token.tag_ if token.pos_ == "PROPN" else token.lower_
        for token in doc[first:last]
        if token.lower_ not in words.kinds
        and token.lower_ not in words.directional
        and token.pos_ != "DET"
    )


def _path(trigger: Token, root: Token) -> _Path:
    over = {token.i: token for token in (trigger, *trigger.ancestors)}
    steps = [root, *root.ancestors]
    top = next((token for token in steps if token.i in over), trigger)
    down = tuple(takewhile(lambda token: token.i != top.i, steps))[::-1]
    up = tuple(takewhile(lambda token: token.i != top.i, over.values()))
    return _Path(up, top, down)


def _along(path: _Path, words: Words, *, below: bool) -> Iterator[str]:
    """Describe the way through the parse from the trigger to a site."""
    up = ">".join(token.dep_ for token in path.up[:_STEPS])
    straight = [
        token
        for before, token in zip((None, *path.down), path.down, strict=False)
        if before is None or token.dep_ not in _ALIKE or before.dep_ not in _ALIKE
    ]
    down = ">".join(token.dep_ for token in straight[: _STEPS + 1])
    yield f"up={up}"
    yield f"down={down}"
    yield f"path={up}|{down}"
    spelt = (token.lower_ if token.pos_ == "ADP" else token.dep_ for token in straight[:_MOST])
    yield f"down by={'>'.join(spelt)}"
    yield f"steps={min(len(path.up) + len(path.down), 9)}"
    yield f"verbs up={min(sum(token.pos_ in _VERBAL for token in path.up), _MOST)}"
    yield f"verbs down={min(sum(token.pos_ in _VERBAL for token in path.down), _MOST)}"
    yield f"nouns down={min(sum(token.pos_ == 'NOUN' for token in path.down), _MOST)}"
    for way, steps in (("up", path.up), ("down", path.down)):
        for token in steps:
            if token.dep_ == "advcl":
                yield f"clause {way}={_mark(token)}"
    for token in path.down:
        if token.dep_ == "agent":
            yield "by agent"
        elif token.dep_ in {"nsubj", "nsubjpass"}:
            yield "by subject" if below else "by another's subject"
        if token.lower_ in words.institutions:
            yield "by institution"
    if path.down:
        yield f"first={path.down[0].dep_ if below else 'no'}"
        if path.down[0].dep_ == "prep":
            yield f"joined={path.down[0].lower_}"


def _mark(verb: Token) -> str:
    """Return the word that opens a clause: "since", "after", "when"."""
    opening = (child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"})
    return next(opening, "")


def _between(trigger: Token, site: Site, sites: Sequence[Site]) -> Iterator[str]:
    """Describe what stands between the trigger and a site in the order of the text."""
    behind = site.first > trigger.i
    first, last = (trigger.i + 1, site.first) if behind else (site.last, trigger.i)
    side = "behind" if behind else "ahead"
    gap = max(last - first, 0)
    yield f"{side} by {next((edge for edge in _FEW if gap <= edge), 'more')}"
    between = trigger.doc[first : first + gap]
    yield f"verbs between={min(sum(token.pos_ == 'VERB' for token in between), _MOST)}"
    yield f"commas between={min(sum(token.text in ',;' for token in between), _MOST)}"
    other = sum(first <= each.first and each.last <= last for each in sites)
    yield f"sites between={min(other, _STEPS)} {side}"
