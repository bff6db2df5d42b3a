"""How a report names each of its towns and districts, and how likely its news is from there.

A model of choice: each town gets a score from what speaks for it, and the scores of one report
share out one chance (`towns.json`, made by `benchmarks/train_towns.py`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log1p

from spacy.tokens import Span as Tokens

from rashomon.read import choice
from rashomon.read.page import Page, span_of
from rashomon.read.places.words import Words
from rashomon.text.folding import fold
from rashomon.values import Place

__all__ = ["CAPITAL", "DISTRICT", "TOWN", "Town", "chances", "clues_in", "towns_of"]

TOWN, DISTRICT = 1, 3  # UCDP where_prec
CAPITAL = "PPLC"  # GeoNames feature; from a capital, news from anywhere is sent
_QUARTER = "PPLX"  # what "neighborhood" asks for
_BEHIND = 3  # tokens behind a name in which its police may stand: "X's city police"
_STREET = 4  # tokens before a name in which a street may end: "on X Avenue in Y"


@dataclass(slots=True)
class Town:
    """A town or district, named from `first` on, and how often in which way."""

    first: Place
    named: int = 0
    located: int = 0
    police: int = 0
    lead: int = 0
    street: int = 0
    quarter: int = 0
    dateline: bool = False

    @property
    def is_shown(self) -> bool:
        """Tell whether its police or a dateline show that news is from there."""
        return self.police > 0 or self.dateline


def towns_of(
    page: Page, places: Sequence[Place], datelines: Collection[Place], words: Words
) -> dict[int, Town]:
    """Collect the towns and districts on the map that a report names, by gazetteer row."""
    towns: dict[int, Town] = {}
    end = _lead_end(page)
    for place in places:
        if place.geonameid is None or place.lat is None or place.precision not in {TOWN, DISTRICT}:
            continue
        tokens = page.tokens(place.span)
        if _is_part_of_name(tokens, place, words) or fold(tokens.text) in words.peoples:
            continue
        town = towns.setdefault(place.geonameid, Town(place))
        town.named += 1
        town.located += _is_located(tokens, words)
        town.police += _has_police(page, place, words)
        town.lead += not page.in_headline(place.span) and tokens.start < end
        town.street += _is_behind_street(tokens, words)
        town.quarter += _is_quarter(tokens, words)
        town.dateline |= place in datelines and place.feature != CAPITAL
    return towns


def chances(towns: Mapping[int, Town], places: Sequence[Place]) -> dict[int, float]:
    """Share out the chance that a report's news is from each of its towns."""
    weights = _weights()
    scores = {
        key: sum(weights[clue] * value for clue, value in clues.items())
        for key, clues in clues_in(towns, places).items()
    }
    return choice.chances(scores)


def clues_in(towns: Mapping[int, Town], places: Sequence[Place]) -> dict[int, dict[str, float]]:
    """Tell what speaks for each town, a number for each clue that `towns.json` weighs."""
    provinces, districts = _areas(places)
    held = {_area(town.first) for town in towns.values() if town.first.precision == TOWN}
    return {
        key: {
            "a district": float(town.first.precision == DISTRICT),
            "a district of a town": float(
                town.first.precision == DISTRICT and _area(town.first) in held
            ),
            "share of its province": provinces.get(_area(town.first)[:2], 0.0),
            "share of its district": districts.get(_area(town.first), 0.0),
            "police": float(town.police > 0),
            "dateline": float(town.dateline),
            "named": log1p(town.named),
            "named in the lead": log1p(town.lead),
            "behind a preposition": log1p(town.located),
            "behind a street": log1p(town.street),
            "called a quarter": float(town.quarter > 0),
        }
        for key, town in towns.items()
    }


def _area(place: Place) -> tuple[str | None, str | None, str | None]:
    return place.country, place.admin1, place.admin2


@cache
def _weights() -> dict[str, float]:
    text = (files("rashomon.read.places") / "towns.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def _areas(places: Sequence[Place]) -> tuple[dict[object, float], dict[object, float]]:
    """Return which share of what the report names lies in each province, and in each district."""
    provinces, districts = Counter[object](), Counter[object]()
    for place in places:
        if place.admin1 is not None:
            weight = 1 if (place.precision or TOWN) < DISTRICT else 2  # an area speaks for more
            provinces[place.country, place.admin1] += weight
        if place.precision == DISTRICT:
            districts[place.country, place.admin1, place.admin2] += 1
    return _shares(provinces), _shares(districts)


def _shares(counts: Counter[object]) -> dict[object, float]:
    return {key: count / counts.total() for key, count in counts.items()}


def _has_police(page: Page, place: Place, words: Words) -> bool:
    """Tell whether a name is that of a police force: "X police", "the police of X".

    A former chief of its police speaks for none.
    """
    tokens, doc = page.tokens(place.span), page.doc
    if tokens.start and doc[tokens.start - 1].lower_ in words.former:
        return False
    wanted = "ADM2" if place.precision == DISTRICT else "PPL"
    for at in range(tokens.end, min(tokens.end + _BEHIND, len(doc))):
        if doc[at].lower_ in words.police:
            return True
        kind = words.kinds.get(doc[at].lower_, wanted if doc[at].lower_ in words.glue else "")
        if not kind.startswith(wanted):
            break  # the police of a county are not its namesake's
    before = tokens.start - 2
    of = words.joining | words.belonging
    return before >= 0 and doc[before + 1].lower_ in of and doc[before].lower_ in words.police


def _is_part_of_name(tokens: Tokens, place: Place, words: Words) -> bool:
    """Tell whether a name is only the first words of a street's, a school's or a hospital's."""
    behind = tokens.doc[tokens.end].lower_.rstrip(".") if tokens.end < len(tokens.doc) else ""
    return behind in words.streets or (place.precision == TOWN and behind in words.premises)


def _lead_end(page: Page) -> int:
    """Return the index of the token behind the first sentence of the running text."""
    body = (each for each in page.sentences if not page.in_headline(span_of(each)))
    return next((each.end for each in body), 0)


def _is_located(tokens: Tokens, words: Words) -> bool:
    doc, at = tokens.doc, tokens.start - 1
    while at >= 0 and doc[at].lower_ in words.directional:
        at -= 1
    return at >= 0 and doc[at].lower_ in words.locating


def _is_behind_street(tokens: Tokens, words: Words) -> bool:
    """Tell whether a street's name ends shortly before: the Y of "on X Avenue in Y"."""
    if not len(tokens):
        return False
    first = max(tokens.start - _STREET, tokens[0].sent.start)
    return any(
        token.lower_.rstrip(".") in words.streets for token in tokens.doc[first : tokens.start]
    )


def _is_quarter(tokens: Tokens, words: Words) -> bool:
    """Tell whether a name is called that of a part of a town: "the X neighborhood"."""
    behind = tokens.doc[tokens.end].lower_ if tokens.end < len(tokens.doc) else ""
    return words.kinds.get(behind) == _QUARTER
