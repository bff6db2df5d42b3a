import pytest

from rashomon.gazetteer import Gazetteer
from rashomon.read.places import find_places
from rashomon.read.places.towns import chances, towns_of
from rashomon.read.places.words import words_of
from tests.factory import page


def _shares(gazetteer: Gazetteer, text: str) -> dict[str, float]:
    read = page(text)
    places = find_places(read, gazetteer)
    towns = towns_of(read, places, (), words_of("en"))
    shares = chances(towns, places)
    return {towns[key].first.name: share for key, share in shares.items()}


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("Atlanta police said a man was killed after he drove from Maymana.", "Atlanta"),
        ("A man was shot on Oak Street in Maymana.\n\nHe was born in Atlanta.", "Maymana"),
        ("Two men were killed in Maymana. They were flown to Atlanta.", "Maymana"),
        ("A man was killed in the Maymana neighborhood of Atlanta.", "Atlanta"),
        ("A man was killed in Qaisar district, near Maymana.", "Maymana"),
    ],
    ids=["police", "street", "behind a preposition", "quarter", "town before district"],
)
def test_what_speaks_for_a_town(gazetteer: Gazetteer, text: str, likeliest: str) -> None:
    shares = _shares(gazetteer, text)
    assert max(shares, key=lambda name: shares[name]) == likeliest
    assert len(shares) > 1


def test_chances_are_shared_out(gazetteer: Gazetteer) -> None:
    shares = _shares(gazetteer, "Two men were killed in Maymana and three in Atlanta.")
    assert sum(shares.values()) == pytest.approx(1.0)


def test_a_hospital_is_no_town(gazetteer: Gazetteer) -> None:
    assert not _shares(gazetteer, "A man died in Atlanta Hospital.")


def test_without_towns_there_are_no_chances() -> None:
    assert chances({}, ()) == {}
