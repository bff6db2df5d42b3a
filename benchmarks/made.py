"""Make any number of reports with their readings, so that linking can be timed without texts.

Everything is drawn by a fixed seed: incidents in made towns on made days between made parties,
told by one to eight reports each (most by one or two, as in the world), a fifth of which reprint
another. Words are drawn as language draws them (a few often, most hardly ever), so that the index
of words is as crowded as that of real news: the common ones are English, for linking knows from the
lexicon how common they are, and the rest is made.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from rashomon.lexicon import section
from rashomon.values import (
    Claim,
    Figure,
    Participant,
    Place,
    Reading,
    Report,
    Span,
    When,
    identify,
)

__all__ = ["made"]

_WORDS = 40_000
_TOWNS_PER_PROVINCE = 12
_REPORTS_PER_TOWN = 20  # so that a larger corpus covers more of the world, not one town more often
_PARTIES = 60
_LENGTH = (80, 260)  # words of a report
_TELLERS = (1, 1, 1, 2, 2, 3, 4, 8)  # reports of one incident
_REPRINTED = 0.2
_FIRST = date(2020, 1, 1)
_LETTERS = ("bcdfghjklmnprstvz", "aeiou")


@dataclass(frozen=True, slots=True)
class _Incident:
    number: int
    town: Place
    day: date
    parties: tuple[str, str]
    killed: int
    names: tuple[str, ...]
    words: tuple[str, ...]


def made(count: int, seed: int = 0) -> tuple[list[Report], list[Reading]]:
    """Make `count` reports and what a reader would have found in them."""
    draw = random.Random(seed)  # noqa: S311  a corpus for timing
    common = _common_words()
    vocabulary = common + [_word(draw) for _ in range(_WORDS - len(common))]
    often = list(accumulate(1 / (rank + 2.7) for rank in range(_WORDS)))
    towns = _towns(draw, max(1, count // _REPORTS_PER_TOWN))
    parties = [_name(draw) for _ in range(_PARTIES)]
    reports: list[Report] = []
    readings: list[Reading] = []
    number = 0
    while len(reports) < count:
        incident = _incident(draw, number, towns, parties, vocabulary)
        number += 1
        for report, reading in _tell(draw, incident, vocabulary, often):
            reports.append(report)
            readings.append(reading)
    return reports[:count], readings[:count]


def _common_words() -> list[str]:
    """List the words of English that the lexicon knows, the most common first."""
    shares: dict[str, int] = {}
    for count, words in section("en", "shares").pairs("per_ten_thousand").items():
        shares |= dict.fromkeys(words.split(), int(count))
    for count, each in section("en", "frequent").lists("per_thousand").items():
        shares |= dict.fromkeys(each, int(count) * 10)
    return sorted(shares, key=lambda word: (-shares[word], word))


def _incident(
    draw: random.Random,
    number: int,
    towns: list[Place],
    parties: list[str],
    vocabulary: list[str],
) -> _Incident:
    return _Incident(
        number=number,
        town=draw.choice(towns),
        day=_FIRST + timedelta(draw.randrange(1500)),
        parties=(draw.choice(parties), draw.choice(parties)),
        killed=int(draw.paretovariate(1.1)),
        names=tuple(_name(draw) for _ in range(3)),
        words=tuple(draw.choices(vocabulary[200:], k=15)),
    )


def _tell(
    draw: random.Random, incident: _Incident, vocabulary: list[str], often: list[float]
) -> Iterator[tuple[Report, Reading]]:
    text = ""
    for teller in range(draw.choice(_TELLERS)):
        if not text or draw.random() > _REPRINTED:
            text = _text(draw, incident, vocabulary, often)
        published = incident.day + timedelta(draw.choice((0, 1, 1, 2)))
        report = Report(
            id=identify("made", incident.number, teller),
            publisher=f"Outlet {draw.randrange(400)}",
            published=published.isoformat(),
            language="en",
            title=_title(draw, incident),
            text=text,
        )
        yield report, _reading(draw, report, incident)


def _title(draw: random.Random, incident: _Incident) -> str:
    """Name the town, and one of the parties in half of all titles."""
    who = f"{draw.choice(incident.parties)} fighters" if draw.random() < 0.5 else "Fighters"  # noqa: PLR2004
    return f"{who} clash in {incident.town.name}"


def _text(
    draw: random.Random, incident: _Incident, vocabulary: list[str], often: list[float]
) -> str:
    left, right = incident.parties
    lead = (
        f"Fighters of {left} and {right} clashed in {incident.town.name}, where {incident.killed} "
        f"people died, said {draw.choice(incident.names)}."
    )
    words = draw.choices(vocabulary, cum_weights=often, k=draw.randint(*_LENGTH))
    for own in draw.sample(incident.words, 8) + draw.sample(incident.names, 2):
        words[draw.randrange(len(words))] = own
    return f"{lead}\n\n{' '.join(words)}."


def _reading(draw: random.Random, report: Report, incident: _Incident) -> Reading:
    start = report.content.index("clashed")
    spot = report.content.index(incident.town.name, start)
    toll = incident.killed if draw.random() > 0.3 else incident.killed + draw.randint(0, 3)  # noqa: PLR2004
    claim = Claim(
        id=identify(report.id, start),
        report=report.id,
        kind="Armed clash",
        trigger=Span(start, start + 7),
        span=Span(report.content.rindex("\n", 0, start) + 1, report.content.index("\n", start)),
        participants=tuple(
            Participant("actor", f"fighters of {party}", None, party) for party in incident.parties
        ),
        figures=(Figure(measure="killed", low=toll, best=toll, high=toll, wording=str(toll)),),
        place=replace(incident.town, span=Span(spot, spot + len(incident.town.name))),
        date=When(incident.day.isoformat(), incident.day.isoformat(), 1),
    )
    return Reading(report=report.id, claims=(claim,))


def _towns(draw: random.Random, count: int) -> list[Place]:
    provinces = [
        (_name(draw), draw.uniform(-50, 60), draw.uniform(-120, 140))
        for _ in range(count // _TOWNS_PER_PROVINCE + 1)
    ]
    towns = []
    for number in range(count):
        province, lat, lon = provinces[number // _TOWNS_PER_PROVINCE]
        name = _name(draw)
        towns.append(
            Place(
                span=Span(0, 0),
                name=name,
                geonameid=number + 1,
                lat=lat + draw.uniform(-1, 1),
                lon=lon + draw.uniform(-1, 1),
                country="XX",
                admin1=province,
                admin2=f"{name} District",
                precision=3,
            )
        )
    return towns


def _name(draw: random.Random) -> str:
    return _word(draw).capitalize()


def _word(draw: random.Random) -> str:
    consonants, vowels = _LETTERS
    return "".join(draw.choice(consonants) + draw.choice(vowels) for _ in range(draw.randint(2, 4)))
