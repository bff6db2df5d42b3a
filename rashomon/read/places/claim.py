"""Which place is where an event happened.

Every name of the trigger's sentence is a site, and a trained ranker (`where.<language>.json`) says
how likely each is the event's; where no ranker was trained, steps over the parse do. An event
whose sentence names no place happened where an earlier sentence says that something is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.page import Page, span_of
from rashomon.read.places.clues import clues_of, looks_of
from rashomon.read.places.dateline import dateline_of
from rashomon.read.places.ranker import ranker_of
from rashomon.read.places.seat import is_street, seat_of
from rashomon.read.places.sites import Site, sites_of
from rashomon.read.places.steps import is_in_other_clause, is_no_site, places_by_steps
from rashomon.read.places.words import Words, words_of
from rashomon.read.reasons import because
from rashomon.text.folding import fold
from rashomon.values import Place, Span

__all__ = ["Whereabouts"]

# The chance from which a site is an event's. F1 on the sentences of `event_place` is nearly flat
# from .2 to .35; the low end, for their annotators left out places that are told.
_LEAST = 0.2
# For names that nobody knows for a place's: gains .4 points there. And where the report tells of a
# place before, which is likelier than a site that is likely not.
_SURE = 0.4
_NEARLY = 0.7  # costs .1 points there, where the finer place is marked no oftener; users want it
_NEAR = 2  # UCDP where_prec of a place that is only near
_COUNTRY = 6
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BARS = frozenset("-–—|«»:")  # between a headline and the outlet's name

_Chance: TypeAlias = tuple[float, Place]


class Whereabouts:
    """Tells where the events of a page happened."""

    def __init__(self, page: Page, places: Sequence[Place]) -> None:
        """Take the places of the page in the order of the text."""
        self._page = page
        self._places = places
        self._words = words_of(page.language)
        self._ranker = ranker_of(page.language)
        lines = {place: dateline_of(page, place) for place in places}
        self._datelines = {place: line for place, line in lines.items() if line is not None}
        self.seat = seat_of(page, places, self._datelines, self._words)
        self._seen: dict[int, tuple[list[Site], list[tuple[str, ...]]]] = {}

    def of(self, trigger: Span) -> Place | None:
        """Choose the place where the event of `trigger` happened, for the seat what it draws."""
        place = self._told(trigger)
        if place is None or self.seat is None or not self.seat.draws(place, self._places):
            return place
        at = _inside(place, self.seat.place)
        return because(at, "place", "the town that the news is likeliest from", at.span)

    def _told(self, trigger: Span) -> Place | None:
        """Choose the place where the event of `trigger` happened.

        First those that its own sentence surely gives it, then the nearest sentence before it that
        says where something is, back to the lead; then the less sure, and where those are who tell
        it ("sources in X said"). A place that the event is only near gets precision 2; one that no
        map has is known by the place it is told of with. None where the report names no fitting
        place.
        """
        own = self._ranked(trigger)
        fair = [pair for pair in own if not self._is_tellers(trigger, pair[1])]
        chosen = fair[:1] if fair and fair[0][0] >= _SURE else []
        earlier = None if chosen else self._earlier(trigger, self._places)
        if earlier in self._datelines:
            chosen = fair[:1]
        if not chosen and earlier is None:
            chosen = own[:1]
        for chance, likeliest in chosen:
            place = self._known(trigger, likeliest, own)
            return because(
                place, "place", "the likeliest place of its sentence", place.span, p=chance
            )
        if earlier is None:
            return None
        place = self._known(trigger, earlier, own)
        return because(
            place, "place", "an earlier sentence says that something is there", place.span
        )

    def within_sentence(self, trigger: Span) -> tuple[Place, ...]:
        """List the places that the trigger's own sentence gives its event, the likeliest first."""
        return tuple(place for _, place in self._ranked(trigger))

    def _ranked(self, trigger: Span) -> list[_Chance]:
        tokens = self._page.tokens(trigger)
        if not len(tokens):
            return []
        root = tokens.root
        if self._ranker is None:
            here = self._of_sentence(root.sent)
            return [(1.0, each) for each in places_by_steps(self._page, root, here, self._words)]
        sites, looks = self._sites(root.sent)
        ranked = [
            (chance, self._place_of(site))
            for site, clues in clues_of(root, sites, looks, self._words)
            if self._may_be(root, site)
            and (chance := self._ranker.chance(clues))
            >= (_LEAST if self._is_known(site) else _SURE)
        ]
        ranked.sort(key=lambda each: (-each[0], each[1].span))
        return sorted(ranked, key=lambda each: _rank(each, ranked[0]))

    def _may_be(self, trigger: Token, site: Site) -> bool:
        """Keep off streets, and to a noun's own clause, for the ranker was trained on verbs.

        An outlet's name is no site either: a headline ends in it, "Two killed in X - Y News".
        """
        doc, root = self._page.doc, self._page.doc[site.first : site.last].root
        if self._is_known(site) and site.place and is_street(self._page, site.place, self._words):
            return False
        if trigger.pos_ not in {"VERB", "AUX"} and is_in_other_clause(trigger, root):
            return False
        if not self._page.in_headline(span_of(trigger)):
            return True
        return not any(
            token.text in _BARS and token.nbor(-1).whitespace_ and token.whitespace_
            for token in doc[trigger.i + 1 : site.first]
        )

    def _is_people(self, place: Place) -> bool:
        return fold(place.span.of(self._page.content)) in self._words.peoples

    def _is_known(self, site: Site) -> bool:
        """Tell whether a site is no more than a place that is known, and perhaps its kind."""
        if site.place is None:
            return False
        kinds, known = self._words, site.place.span
        return all(
            known.holds(span_of(token))
            or token.lower_ in kinds.kinds
            or token.lower_ in kinds.plurals
            for token in self._page.doc[site.first : site.last]
        )

    def _place_of(self, site: Site) -> Place:
        """Make a place of a site: the known one within it, unless more than a kind is added to it.

        "Exampleton City" is Exampleton. "Exampleton Airport" is a place of its own, in Exampleton
        if the report speaks of places around it; Exampleton Road may be anywhere.
        """
        span, area = span_of(self._page.doc[site.first : site.last]), site.place
        if area is not None and self._is_known(site):
            return replace(area, span=span)
        place = Place(span=span, name=span.of(self._page.content))
        if area is None or self._is_people(area) or is_street(self._page, area, self._words):
            return place
        return _inside(place, area) if self._is_around(area) else place

    def _is_around(self, area: Place) -> bool:
        """Tell whether the report names something else in the province of `area`, or nothing."""
        others = [each for each in self._places if each.span != area.span and each.country]
        return not others or any(_may_hold(each, area) for each in others)

    def _known(self, trigger: Span, place: Place, own: Sequence[_Chance]) -> Place:
        """Give a place that no map has the row of one that is told with it, and may hold it."""
        if place.lat is None:
            here = self._of_sentence(self._page.tokens(place.span).root.sent)
            beside = sorted(here, key=lambda each: abs(each.span.start - place.span.end))
            told = [each for each in beside if not is_no_site(self._page, each, self._words)]
            near = (each for each in (*(each for _, each in own), *told) if each.lat is not None)
            known = [each for each in self._places if _is_mapped_around(each, place)]
            area = next(near, None) or self._earlier(trigger, known)
            place = _inside(place, area or next(iter(known), None) if place.country else area)
        return _refined(self._page, place, self._words)

    def _is_tellers(self, trigger: Span, place: Place) -> bool:
        """Tell whether a place belongs to the subject of what tells the event: "X police said"."""
        root, at = self._page.tokens(trigger).root, self._page.tokens(place.span).root
        tellers = {token.head.i for token in (root, *root.ancestors) if token.dep_ == "ccomp"}
        return any(
            step.dep_ in _SUBJECTS and step.head.i in tellers for step in (at, *at.ancestors)
        )

    def _sites(self, sentence: Tokens) -> tuple[list[Site], list[tuple[str, ...]]]:
        if sentence.start not in self._seen:
            here = self._of_sentence(sentence)
            sites = sites_of(self._page, sentence, here, self._words)
            self._seen[sentence.start] = sites, looks_of(self._page.doc, sites, self._words)
        return self._seen[sentence.start]

    def _of_sentence(self, sentence: Tokens) -> list[Place]:
        span = span_of(sentence)
        start = max((line.end for line in self._datelines.values() if span.holds(line)), default=0)
        first, last = _from(self._places, max(span.start, start)), _from(self._places, span.end)
        return [place for place in self._places[first:last] if span.holds(place.span)]

    def _earlier(self, trigger: Span, places: Sequence[Place]) -> Place | None:
        """Find the last place named before the trigger's sentence as where something is.

        So it is in a dateline, even of the trigger's own sentence.
        """
        tokens = self._page.tokens(trigger)
        limit = span_of(tokens.root.sent).start if len(tokens) else trigger.start
        found: list[Place] = []
        sentence: Span | None = None
        for at in range(_from(places, trigger.start) - 1, -1, -1):
            place = places[at]
            if place.span.end > limit and place not in self._datelines:
                continue
            if sentence is not None and not sentence.holds(place.span):
                break
            if self._is_located(place):
                sentence = sentence or span_of(self._page.tokens(place.span)[0].sent)
                found.append(place)
        told = [place for place in found if place not in self._datelines]
        if told:  # a dateline counts beside others where it may lie in them
            found = [each for each in found if each in told or _may_hold(told[0], each)]
        return min(
            found, key=lambda place: (place.precision or _COUNTRY, place.span.start), default=None
        )

    def _is_located(self, place: Place) -> bool:
        if place in self._datelines:
            return True
        located = _preposition(self._page, place, self._words) in self._words.locating
        return located and not is_no_site(self._page, place, self._words)


def _rank(one: _Chance, best: _Chance) -> tuple[bool, float]:
    """Put what lies in the likeliest place and is nearly as likely before it: X of "X, Y"."""
    (chance, place), (most, area) = one, best
    province = area.country, area.admin1
    within = None not in province and (place.country, place.admin1) == province
    finer = within and (place.precision or _COUNTRY) < (area.precision or _COUNTRY)
    return not (finer and chance >= _NEARLY * most), -chance


def _may_hold(area: Place, place: Place) -> bool:
    """Tell whether nothing that is known of two places puts them into different provinces."""
    return place.country in {None, area.country} and (
        None in {place.admin1, area.admin1} or place.admin1 == area.admin1
    )


def _is_mapped_around(area: Place, place: Place) -> bool:
    return area.lat is not None and _may_hold(area, place)


def _inside(place: Place, area: Place | None) -> Place:
    """Set a place that no map has into the area that it is told of with.

    The area gives all that is known; only the words are those of the place itself.
    """
    if area is None:
        return place
    if area.span == place.span:
        return area
    return replace(area, span=place.span, precision=max(_NEAR, area.precision or _NEAR))


def _from(places: Sequence[Place], offset: int) -> int:
    """Return the index of the first place that starts at `offset` or behind it."""
    return bisect_left(places, offset, key=lambda place: place.span.start)


def _preposition(page: Page, place: Place, words: Words) -> str:
    """Return the preposition that a place's name follows, past "the" and "northern"."""
    at = page.tokens(place.span).start - 1
    while at >= 0 and (page.doc[at].lower_ in words.directional or page.doc[at].pos_ == "DET"):
        at -= 1
    return str(page.doc[at].lower_) if at >= 0 else ""


def _refined(page: Page, place: Place, words: Words) -> Place:
    """Set precision 2 where the words put the event near a place and not in it."""
    if place.precision is None or place.precision >= _COUNTRY - 1:
        return place
    at = page.tokens(place.span).start - 1
    preposition = page.doc[at].lower_ if at >= 0 else ""
    away = preposition in words.joining | words.origin and at > 0
    before = page.doc[at - 1].lower_ if away else ""
    if preposition in words.nearby or before in words.directions or before in words.distances:
        return replace(place, precision=max(_NEAR, place.precision))
    return place
