"""What two tellings are compared by: their words, names, days, places, parties and tolls."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.lexicon import KINDS, languages, section
from rashomon.link.details import ages_in, full_names_in, hours_in, streets_in
from rashomon.link.nearness import published_day
from rashomon.link.tellings import Telling
from rashomon.link.words import Vector, is_usual, tokenize, vector
from rashomon.text.folding import CAPITALS, fold
from rashomon.text.shadow import shadow
from rashomon.values import Claim, Figure, Place, When

__all__ = ["Portrait", "portray"]

_LEAD = 500  # characters of text after the title in which news says what happened
_BEGINNING = 1200  # characters after the title in which news gives the hour of what happened
_VAGUE = 3  # date_prec from which a date no longer tells two events apart
# Capitalised words after a lower-case word or a comma: names, not the beginnings of sentences.
_NAME = re.compile(
    rf"(?<=[^\W\d_{CAPITALS},;:] )[{CAPITALS}][\w'-]+(?: [{CAPITALS}][\w'-]+)*"
    rf"|(?<=[,;:] )[{CAPITALS}][\w'-]+"
)

_NAMED = re.compile(rf"(?:[{CAPITALS}][\w'-]+ ){{1,4}}[{CAPITALS}][\w'-]+")  # a person's full name


@dataclass(frozen=True, slots=True)
class Portrait:
    """A telling in the form in which it is compared.

    `report` is where it stands, `reports` are all whose claims it bears (see `reprints.fold`),
    `first` says that it is its report's main news. `rare` are the `names` that are no common word,
    place, party, outlet or day, in plain letters; `people` likely full names. `ages` and `streets`
    are those of the lead, `all_ages` and `all_streets` of the text; `hours` of the day are in
    minutes.
    """

    id: str
    report: str
    reports: tuple[str, ...]
    publisher: str | None
    first: bool
    claims: tuple[str, ...]
    words: Vector
    lead: Vector
    title: Vector
    names: frozenset[str]
    rare: frozenset[str]
    people: frozenset[str]
    numerals: frozenset[str]
    ages: frozenset[int]
    all_ages: frozenset[int]
    hours: frozenset[int]
    streets: frozenset[str]
    all_streets: frozenset[str]
    published: int | None
    days: tuple[When, ...]
    places: tuple[Place, ...]
    parties: frozenset[str]
    victims: frozenset[str]
    kinds: frozenset[str]
    tolls: tuple[Figure, ...]
    toll_places: tuple[Place, ...]


def portray(telling: Telling) -> Portrait:
    """Draw the portrait of a telling, from nothing but the telling."""
    text = telling.paragraphs()
    main = telling.main
    title = telling.report.title or "" if telling.first else ""
    beginning = text[: len(title) + _LEAD]
    lead = tokenize(beginning)
    names = _names(text[len(title) :])
    apart = _known_names(telling)
    return Portrait(
        id=telling.id,
        report=telling.report.id,
        reports=tuple(sorted({telling.report.id} | {claim.report for claim in telling.claims})),
        publisher=telling.report.publisher,
        first=telling.first,
        claims=tuple(claim.id for claim in telling.claims),
        words=vector(tokenize(text)),
        lead=vector(lead),
        title=vector(tokenize(title)),
        names=names,
        rare=_rare(names, apart),
        people=full_names_in(text[len(title) :], apart),
        numerals=frozenset(word for word in lead if word.isdecimal()),
        ages=ages_in(beginning),
        all_ages=ages_in(text),
        hours=hours_in(text[: len(title) + _BEGINNING]),
        streets=streets_in(beginning),
        all_streets=streets_in(text),
        published=published_day(telling.report),
        days=_days(main),
        places=_places(main),
        parties=frozenset(p.side for c in main for p in c.participants if p.side is not None),
        victims=frozenset(
            word
            for c in main
            for p in c.participants
            if p.role == "victim" and _NAMED.fullmatch(p.name)
            for word in tokenize(p.name)
        ),
        kinds=frozenset(_soft_kind(claim) for claim in main),
        tolls=tuple(figure for claim in main for figure in _tolls(claim)),
        toll_places=_places(claim for claim in main if _tolls(claim)),
    )


def _tolls(claim: Claim) -> tuple[Figure, ...]:
    return tuple(
        figure
        for figure in claim.figures
        if figure.scope == "incident" and figure.measure in {"killed", "wounded"}
    )


def _names(text: str) -> frozenset[str]:
    words = " ".join(match.group() for match in _NAME.finditer(shadow(text)))
    return frozenset(word for word in tokenize(words) if len(word) > 1)


def _rare(names: Iterable[str], apart: frozenset[str]) -> frozenset[str]:
    """Keep the names that hardly two incidents share by chance: those of people, above all."""
    return frozenset(fold(name) for name in names if not is_usual(name)) - apart


def _known_names(telling: Telling) -> frozenset[str]:
    """List the words of places, parties, the outlet and days, in plain letters."""
    content = telling.report.content
    places = [*telling.places, *(claim.place for claim in telling.claims if claim.place)]
    known = [
        telling.report.publisher or "",
        *(participant.side or "" for claim in telling.claims for participant in claim.participants),
        *(
            name or ""
            for place in places
            for name in (place.name, place.admin1, place.admin2, place.span.of(content))
        ),
    ]
    return _short_days() | {word for name in known for word in tokenize(fold(name))}


@cache
def _short_days() -> frozenset[str]:
    """List the short names of days and months: "aug", "tues"."""
    sections = [section(language, "linking") for language in languages()]
    return frozenset(word for words in sections for word in words.words("short_days"))


def _soft_kind(claim: Claim) -> str:
    return KINDS[claim.kind].event_type if claim.kind in KINDS else claim.kind


def _places(claims: Iterable[Claim]) -> tuple[Place, ...]:
    """List the places of the claims, each once, wherever it is mentioned."""
    found = {
        (p.geonameid, p.name, p.admin1, p.admin2, p.lat, p.lon): p
        for claim in claims
        if (p := claim.place) is not None
    }
    return tuple(found.values())


def _days(claims: Iterable[Claim]) -> tuple[When, ...]:
    """List the days of the claims that are known to a few days, each once."""
    found = {
        (when.start, when.end): when
        for claim in claims
        if (when := claim.date) is not None and when.precision < _VAGUE
    }
    return tuple(found.values())
