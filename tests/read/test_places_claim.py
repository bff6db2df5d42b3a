from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.gazetteer import Gazetteer
from rashomon.read.places import find_places, place_claim, places_of_clause
from tests.factory import page, span
from tests.gazetteer.places import small_gazetteer


@pytest.fixture(name="gazetteer", scope="module")
def _gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    directory: Path = tmp_path_factory.mktemp("gazetteer")
    gazetteer = Gazetteer.open(small_gazetteer(directory / "small.sqlite"))
    yield gazetteer
    gazetteer.close()


@pytest.mark.parametrize(
    ("text", "trigger", "wording"),
    [
        ("Two soldiers were killed in Maymana.", "killed", "Maymana"),
        ("Two soldiers were killed in Qaisar district, Faryab province.", "killed", "Qaisar"),
        ("In Maymana, gunmen killed two soldiers.", "killed", "Maymana"),
        ("An ambush in Maymana killed two soldiers.", "killed", "Maymana"),
        ("Turkish troops killed two men in Maymana.", "killed", "Maymana"),
        ("Sources in Paris said two soldiers were killed in Maymana.", "killed", "Maymana"),
        ("Turkish troops killed two men.", "killed", None),
        ("The Paris government condemned the attack.", "attack", None),
        ("People protested against France.", "protested", None),
        ("Fighting broke out in Maymana.\n\nTwo soldiers were killed.", "killed", "Maymana"),
        ("Nothing happened there.", "happened", None),
    ],
)
def test_the_place_of_an_event(
    gazetteer: Gazetteer, text: str, trigger: str, wording: str | None
) -> None:
    read = page(text)
    place = place_claim(read, span(text, trigger), find_places(read, gazetteer))
    assert (place.span.of(text) if place else None) == wording


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("A bomb exploded in Maymana.", 1),
        ("A bomb exploded near Maymana.", 2),
        ("A bomb exploded 20 km north of Maymana.", 2),
        ("A bomb exploded in Qaisar district.", 3),
    ],
)
def test_nearness_makes_a_place_less_exact(gazetteer: Gazetteer, text: str, precision: int) -> None:
    read = page(text)
    place = place_claim(read, span(text, "exploded"), find_places(read, gazetteer))
    assert place is not None
    assert place.precision == precision


def test_all_places_of_a_clause_are_reachable(gazetteer: Gazetteer) -> None:
    text = "Rebels captured Qaisar, Dehnaw and Zarkhol districts in Faryab province."
    read = page(text)
    places = places_of_clause(read, span(text, "captured"), find_places(read, gazetteer))
    assert [place.span.of(text) for place in places] == ["Qaisar", "Dehnaw", "Zarkhol", "Faryab"]


def test_a_trigger_outside_the_text_has_no_place(gazetteer: Gazetteer) -> None:
    read = page("")
    assert place_claim(read, span("x", "x"), find_places(read, gazetteer)) is None
