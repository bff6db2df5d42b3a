"""Find the places of a page."""

from __future__ import annotations

from rashomon.gazetteer import Gazetteer
from rashomon.read.page import Page
from rashomon.read.places.mentions import find_mentions
from rashomon.read.places.resolve import Resolved, resolve
from rashomon.read.places.words import words_of
from rashomon.read.reasons import because
from rashomon.values import Place

__all__ = ["find_places"]

# UCDP's where_prec by GeoNames feature; a town or a landmark is exact (1).
_PRECISION = {
    "ADM2": 3, "ADM1": 4, "PCLI": 6, "CONT": 6, "SEA": 7, "OCN": 7, "GULF": 7, "BAY": 7, "STRT": 7,
}  # fmt: skip
_REGION = 5
_EXACT = 1


def find_places(page: Page, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Find every name of a place in the running text and headline, with the place it means.

    Adjectives and peoples ("Turkish", "Afghans") are names of their country. A name that no row of
    the gazetteer fits is a place without coordinates, in the country and province it is named
    with. The span leaves out the word for the kind of place ("Ghor" of "Ghor province") unless it
    is part of the name ("Adams County").
    """
    words = words_of(page.language)
    mentions = find_mentions(page, gazetteer, words)
    resolved = resolve(mentions, page.text, gazetteer, words)
    return tuple(_place(each, page.content, gazetteer) for each in resolved)


def _place(resolved: Resolved, content: str, gazetteer: Gazetteer) -> Place:
    span, row = resolved.mention.span, resolved.row
    if row is None:
        province = gazetteer.province(resolved.country or "", resolved.admin1 or "")
        unknown = Place(
            span=span,
            name=span.of(content),
            feature=resolved.kind,
            country=resolved.country,
            admin1=province.name if province else None,
            precision=_precision(resolved.kind, "P"),
        )
        return because(unknown, "place", "no row of the gazetteer fits the name", span, at=span)
    known = Place(
        span=span,
        name=row.name,
        geonameid=row.id,
        lat=row.lat,
        lon=row.lon,
        feature=row.feature,
        country=row.country,
        admin1=row.admin1_name,
        admin2=row.admin2_name,
        precision=_precision(
            resolved.kind if row.feature_class == "P" and resolved.kind == "ADM2" else row.feature,
            row.feature_class,
        ),
    )
    rule = "this row of the gazetteer fits the name and the report's other places best"
    return because(known, "place", rule, span, at=span)


def _precision(feature: str | None, feature_class: str) -> int:
    if feature in _PRECISION:
        return _PRECISION[feature]
    return _REGION if feature_class == "L" else _EXACT
