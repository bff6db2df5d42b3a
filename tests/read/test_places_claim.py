import pytest

from rashomon.gazetteer import Gazetteer
from rashomon.read.places import Whereabouts, find_places
from tests.factory import calls, page, span


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
    place = Whereabouts(read, find_places(read, gazetteer)).of(span(text, trigger))
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
    place = Whereabouts(read, find_places(read, gazetteer)).of(span(text, "exploded"))
    assert place is not None
    assert place.precision == precision


def test_all_places_of_a_clause_are_reachable(gazetteer: Gazetteer) -> None:
    text = "Rebels captured Qaisar, Dehnaw and Zarkhol districts in Faryab province."
    read = page(text)
    places = Whereabouts(read, find_places(read, gazetteer)).within_sentence(span(text, "captured"))
    assert {place.span.of(text) for place in places} >= {"Qaisar", "Dehnaw", "Zarkhol"}


def test_a_trigger_outside_the_text_has_no_place(gazetteer: Gazetteer) -> None:
    read = page("")
    assert Whereabouts(read, find_places(read, gazetteer)).of(span("x", "x")) is None


def test_rules_choose_where_no_ranker_was_trained(
    gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.read.places.claim.ranker_of", lambda _language: None)
    text = "Sources in Paris said two soldiers were killed in Qaisar district, Faryab province."
    read = page(text)
    place = Whereabouts(read, find_places(read, gazetteer)).of(span(text, "killed"))
    assert place is not None
    assert place.span.of(text) == "Qaisar"


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("MAYMANA, Faryab -- Two soldiers were killed by a bomb.", "MAYMANA"),
        (
            "Fighting broke out in Maymana. Two men were killed at Zorvan Military Hospital.",
            "Zorvan Military Hospital",
        ),
    ],
)
def test_datelines_and_buildings_are_where_something_happened(
    gazetteer: Gazetteer, text: str, wording: str
) -> None:
    read = page(text)
    place = Whereabouts(read, find_places(read, gazetteer)).of(span(text, "killed"))
    assert place is not None
    assert place.name == "Maymana"
    assert place.span.of(text) == wording


def test_a_sentence_of_many_names_costs_what_its_length_does(gazetteer: Gazetteer) -> None:
    def cost(names: int) -> int:
        text = f"Soldiers killed {', '.join(f'Zorvan{n} Mira' for n in range(names))} and left."
        read = page(text)
        where = Whereabouts(read, find_places(read, gazetteer))
        return calls(lambda: where.of(span(text, "killed")))

    assert cost(300) < 4.5 * cost(100)  # the square would be nine times as much
