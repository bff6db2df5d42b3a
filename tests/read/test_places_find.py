from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.gazetteer import Gazetteer, add
from rashomon.read.places import find_places
from rashomon.values import Place
from tests.factory import page
from tests.gazetteer.places import small_gazetteer


def _found(text: str, gazetteer: Gazetteer) -> dict[str, Place]:
    """Map the wording of each place, which must be what its span quotes, to the place."""
    return {place.span.of(text): place for place in find_places(page(text), gazetteer)}


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("Two men were shot in Maymana on Monday.", ["Maymana"]),
        ("The raid took place in Qaisar district, Faryab province.", ["Qaisar", "Faryab"]),
        ("Rebels hold Qaisar, Dehnaw and Zarkhol districts in Faryab.",
         ["Qaisar", "Dehnaw", "Zarkhol", "Faryab"]),
        ("Rebels took two districts Dehnaw and Zarkhol in Faryab.",
         ["Dehnaw", "Zarkhol", "Faryab"]),
        ("They shelled the village of Dehnaw in Faryab province.", ["Dehnaw", "Faryab"]),
        ("A bridge near Springfield, Ill., was closed.", ["Springfield", "Ill."]),
        ("Turkish officials met the Afghan minister in Paris.", ["Turkish", "Afghan", "Paris"]),
        ("A fire broke out in Adams County on Friday.", ["Adams County"]),
        ("They met at 12 Maymana Drive.", []),
        ("A Maymana man was held.", ["Maymana"]),
        ("Mr Wilson said he was tired. Wilson left.", []),
        ("In March and May it rained on Monday.", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_of_places_are_found(gazetteer: Gazetteer, text: str, wordings: list[str]) -> None:
    assert list(_found(text, gazetteer)) == wordings


@pytest.mark.parametrize(
    ("text", "wording", "geonameid"),
    [
        ("Fighting in Faryab province went on.", "Faryab", 10),
        ("Fighting in the town of Faryab went on in Afghanistan.", "Faryab", 20),
        ("A man from Paris, Texas, was held.", "Paris", 24),
        ("The French president returned to Paris.", "Paris", 23),
        ("A fire in Springfield, Ore., killed two.", "Springfield", 26),
        ("A fire in Springfield, IL, killed two.", "Springfield", 25),
        ("Afghan troops met in Meimaneh in Faryab province.", "Meimaneh", 21),
        ("Voters in Atlanta, in the state of Georgia, queued.", "Georgia", 16),
        ("Officials in Tbilisi said Georgia was ready.", "Georgia", 5),
        ("The Turkish army moved.", "Turkish", 4),
        ("U.S. forces left Bala Murghab in Afghanistan.", "U.S.", 2),
    ],
)
def test_names_mean_the_right_place(
    gazetteer: Gazetteer, text: str, wording: str, geonameid: int
) -> None:
    assert _found(text, gazetteer)[wording].geonameid == geonameid


def test_an_unknown_district_is_a_place_in_the_province_named_with_it(
    gazetteer: Gazetteer,
) -> None:
    place = _found("They took Zarkhol district in Faryab province.", gazetteer)["Zarkhol"]
    assert (place.name, place.lat, place.country, place.admin1, place.precision) == (
        "Zarkhol", None, "AF", "Faryab", 3,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "precision"),
    [("Maymana", 1), ("Qaisar", 3), ("Faryab", 4), ("Afghanistan", 6)],
)
def test_precision_follows_the_kind_of_place(
    gazetteer: Gazetteer, wording: str, precision: int
) -> None:
    text = "In Maymana, in Qaisar district and all over Faryab province in Afghanistan it rained."
    assert _found(text, gazetteer)[wording].precision == precision


def test_a_text_in_capitals_is_read(gazetteer: Gazetteer) -> None:
    text = "GUNMEN ATTACKED A POST IN MAYMANA, AFGHANISTAN, ON MONDAY AND FLED TO FARYAB PROVINCE."
    assert list(_found(text, gazetteer)) == ["MAYMANA", "AFGHANISTAN", "FARYAB"]


def test_words_in_capitals_are_no_provinces(gazetteer: Gazetteer) -> None:
    text = "GUNMEN CROSSED THE NORTHERN FRONTIER NEAR MAYMANA, AFGHANISTAN, ON MONDAY."
    assert list(_found(text, gazetteer)) == ["MAYMANA", "AFGHANISTAN"]


def test_the_order_of_asking_changes_nothing(gazetteer: Gazetteer) -> None:
    texts = ["Paris, Texas, burned.", "Paris is in France.", "Clashes in Qaisar district."]
    first = [find_places(page(text), gazetteer) for text in texts]
    again = [find_places(page(text), gazetteer) for text in reversed(texts)]
    assert first == again[::-1]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("Paris Texas,.-'’ éß\n12 District of IN"), max_size=60))
def test_every_span_quotes_the_text_and_none_overlap(gazetteer: Gazetteer, text: str) -> None:
    spans = [place.span for place in find_places(page(text), gazetteer)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_name_told_with_a_province_is_no_namesake_elsewhere(gazetteer: Gazetteer) -> None:
    place = _found("A fire in Maymana, Texas, killed two.", gazetteer)["Maymana"]
    assert (place.geonameid, place.country, place.admin1) == (None, "US", "Texas")


_NAMESAKES = """name,lat,lon,country,admin1,admin2,feature
Corvin,33.1,-99.1,US,TX,,PPL
Corvin,44.1,-120.1,US,OR,,PPL
Maddock,39.1,-89.1,US,IL,,PPL
Maddock,44.9,-122.9,US,OR,,PPL
Brand County,42.9,-118.0,US,OR,B1,ADM2
Brand,42.8,-118.1,US,OR,B1,PPL
"""


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("A fire in Corvin killed two, and one in Maddock killed three.", "Corvin", "Oregon"),
        ("A fire in Corvin killed two, and one in Maddock killed three.", "Maddock", "Oregon"),
        ("A fire in Maddock, Illinois, killed two. Corvin was spared.", "Maddock", "Illinois"),
        ("A fire in Brand killed two.", "Brand", "Oregon"),
    ],
)
def test_namesakes_are_told_apart_by_each_other(
    tmp_path: Path, text: str, name: str, admin1: str
) -> None:
    path, rows = small_gazetteer(tmp_path / "more.sqlite"), tmp_path / "rows.csv"
    rows.write_text(_NAMESAKES, encoding="utf-8")
    add(path, rows)
    gazetteer = Gazetteer.open(path)
    place = _found(text, gazetteer)[name]
    gazetteer.close()
    assert (place.name, place.admin1, place.feature) == (name, admin1, "PPL")
