from dataclasses import replace

import pytest

from rashomon.gazetteer import Gazetteer
from rashomon.read.places import Seat, Whereabouts, find_places
from rashomon.values import Place, Span
from tests.factory import page, span


@pytest.mark.parametrize(
    ("text", "name", "province"),
    [
        ("Two men were killed in a bar on Friday, Atlanta police said.", "Atlanta", "Georgia"),
        ("Atlanta police said two men were killed in Wilson.", "Atlanta", "Georgia"),
        ("Atlanta police said two men were killed in Wilson, Texas.", "Wilson", "Texas"),
        ("ATLANTA (XY) -- Two men were killed in Wilson on Friday.", "Atlanta", "Georgia"),
        ("A man of Atlanta said two men were killed in Wilson.", "Wilson", "Texas"),
        ("Atlanta police said two Georgia men were killed.", "Atlanta", "Georgia"),
        ("Atlanta police said two men were killed on Texas Street.", "Atlanta", "Georgia"),
    ],
    ids=["silent", "namesake", "told with its state", "dateline", "no police", "state", "street"],
)
def test_the_town_whose_police_speak(
    gazetteer: Gazetteer, text: str, name: str, province: str
) -> None:
    read = page(text)
    where = Whereabouts(read, find_places(read, gazetteer))
    place = where.of(span(text, "killed")) or (where.seat.place if where.seat else None)
    assert place is not None
    assert (place.name, place.admin1) == (name, province)


def test_police_make_a_place_of_a_name(gazetteer: Gazetteer) -> None:
    read = page("Maymana Police came to the school after a shooting.")
    assert [place.name for place in find_places(read, gazetteer)] == ["Maymana"]


def test_a_report_without_a_town_has_no_seat(gazetteer: Gazetteer) -> None:
    read = page("Two soldiers were killed in Faryab province.")
    assert Whereabouts(read, find_places(read, gazetteer)).seat is None


TOWN = Place(
    span=Span(0, 1), name="Alder", geonameid=1, lat=40.0, lon=-90.0,
    country="US", admin1="Osk", admin2="Ald", precision=1,
)  # fmt: skip
SEAT = Seat(TOWN, {1: 0.6, 3: 0.3, 6: 0.1}, shown=frozenset({1, 3}), police=True)
OUTSIDE = replace(TOWN, geonameid=4, admin1="Varn", lat=41.0)


@pytest.mark.parametrize(
    ("place", "named", "drawn"),
    [
        (replace(TOWN, geonameid=2, lat=40.1), (), True),
        (replace(TOWN, geonameid=2, lat=40.3), (), False),
        (replace(TOWN, geonameid=2, lat=40.1, admin2="Birch"), (), False),
        (replace(TOWN, geonameid=3, lat=40.1), (), False),
        (replace(TOWN, geonameid=6, lat=40.5, admin2="Birch"), (), True),
        (replace(TOWN, geonameid=6, lat=40.5, admin2="Birch", precision=3), (), False),
        (TOWN, (), False),
        (replace(TOWN, geonameid=2, precision=3), (), True),
        (replace(TOWN, geonameid=2, precision=3, admin2="Birch"), (), False),
        (replace(TOWN, geonameid=2, precision=4), (), True),
        (OUTSIDE, (), True),
        (replace(OUTSIDE, feature="PPLC"), (), False),
        (replace(OUTSIDE, geonameid=3), (), False),
        (OUTSIDE, (replace(OUTSIDE, geonameid=5, precision=4),), False),
        (replace(OUTSIDE, lat=None, lon=None), (), False),
    ],
    ids=[
        "quarter",
        "far",
        "next district",
        "rival",
        "unlikely",
        "unlikely district",
        "itself",
        "district",
        "another district",
        "province",
        "abroad",
        "capital",
        "rival abroad",
        "named abroad",
        "unknown",
    ],
)
def test_what_a_seat_draws(place: Place, named: tuple[Place, ...], drawn: bool) -> None:  # noqa: FBT001  a table
    assert SEAT.draws(place, named) == drawn


def test_a_dateline_draws_no_province() -> None:
    assert not replace(SEAT, police=False).draws(replace(TOWN, geonameid=2, precision=4), ())


def test_a_seat_that_nothing_shows_draws_nothing() -> None:
    unseen = replace(SEAT, shown=frozenset(), police=False)
    assert not unseen.draws(replace(OUTSIDE, geonameid=3), ())
    assert not unseen.draws(replace(TOWN, geonameid=2, lat=40.1), ())
    assert not unseen.draws(replace(TOWN, geonameid=6, lat=40.5, admin2="Birch"), ())


def test_a_former_chief_of_police_shows_no_seat(gazetteer: Gazetteer) -> None:
    read = page("Two men were killed in Maymana, said the former Atlanta police chief.")
    where = Whereabouts(read, find_places(read, gazetteer))
    place = where.of(span(read.text, "killed"))
    assert place is not None
    assert place.name == "Maymana"


def test_a_seat_of_many_likely_towns_draws_nothing() -> None:
    unsure = replace(SEAT, chances={1: 0.25, 3: 0.2})
    assert not unsure.draws(replace(TOWN, geonameid=2, lat=40.1), ())


def test_the_police_of_a_county_are_not_its_namesakes(gazetteer: Gazetteer) -> None:
    read = page("Two men were killed in Atlanta. Maymana county police said so.")
    seat = Whereabouts(read, find_places(read, gazetteer)).seat
    assert seat is not None
    assert seat.place.precision == 3 or not seat.police
