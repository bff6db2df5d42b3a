import json
import warnings
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, SDO, Graph

from rashomon.tell.exports.claimreview import CONTEXT, graph
from rashomon.values import Dossier, EventPlace, Grade
from tests.tell.exports.linked import graph_of, terms
from tests.tell.made import dossier, empty, hostile

# Which properties schema.org gives to each class, of those that are used.
_WORK = {"text", "author", "datePublished", "about", "inLanguage", "publisher", "headline"}
_PROPERTIES = {
    "NewsArticle": _WORK | {"url", "creditText", "isBasedOn"},
    "Claim": _WORK | {"description", "appearance", "firstAppearance"},
    "ClaimReview": {"claimReviewed", "itemReviewed", "reviewBody", "reviewRating"},
    "Rating": {"alternateName", "ratingExplanation", "reviewAspect"},
    "Event": {"name", "description", "startDate", "endDate", "location"},
    "Place": {"name", "description", "geo"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Organization": {"name"},
    "Person": {"name"},
}


def _nodes(made: Dossier) -> list[dict[str, Any]]:
    document = json.loads(graph(made))
    assert document["@context"] == CONTEXT
    nodes: list[dict[str, Any]] = document["@graph"]
    return nodes


def _of(made: Dossier, kind: str) -> list[dict[str, Any]]:
    return [each for each in _nodes(made) if each["@type"] == kind]


def _graph(made: Dossier) -> Graph:
    return graph_of(json.loads(graph(made)), {"@vocab": str(SDO)})


def _graded(word: str, *, disputed: bool) -> Dossier:
    made = dossier()
    (event,) = made.events
    found = event.contradictions if disputed else ()
    event = replace(event, grade=Grade(word, ("why",)), contradictions=found)  # type: ignore[arg-type]
    return replace(made, events=(event,))


@pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])
def test_every_term_is_schema_orgs_and_stands_where_it_may(made: Dossier) -> None:
    found = _graph(made)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # rdflib warns of a term that the vocabulary lacks
        for term in terms(found) - {str(RDF.type)}:
            assert str(SDO[term.removeprefix(str(SDO))]) == term
    for subject, kind in found.subject_objects(RDF.type):
        used = {str(each).removeprefix(str(SDO)) for each in found.predicates(subject)}
        assert used - {str(RDF.type)} <= _PROPERTIES[str(kind).removeprefix(str(SDO))]


@pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])
def test_every_reference_leads_somewhere(made: Dossier) -> None:
    found = _graph(made)
    named = {each for each in found.subjects(RDF.type) if str(each).startswith("urn:uuid:")}
    for prop in ("appearance", "firstAppearance", "about", "isBasedOn", "itemReviewed"):
        assert set(found.objects(None, SDO[prop])) <= named


def test_a_claim_says_whose_it_is() -> None:
    claims = {each["text"]: each for each in _of(dossier(), "Claim")}
    killed = claims["had killed nearly 20 raiders and wounded at least 6"]
    assert killed["author"] == "The villagers"
    assert killed["description"] == "claimed; The villagers, the Lowland Courier, Hill Post"
    assert killed["datePublished"] == "2023-03-15"
    authors = [each["author"] for each in _of(dossier(), "Claim")]
    assert {"@type": "Organization", "name": "Plains Radio"} in authors
    assert {"@type": "Person", "name": "mayor Ilse Brandt"} in authors


def test_silence_is_no_claim() -> None:
    assert "have not commented" not in graph(dossier()).split('"ClaimReview"', maxsplit=1)[0]
    assert len(_of(dossier(), "Claim")) == len(dossier().claims()) - 1


def test_a_copy_names_where_it_appeared_first() -> None:
    articles = {each["publisher"]["name"]: each for each in _of(dossier(), "NewsArticle")}
    first = articles["Plains Radio"]["@id"]
    copy = articles["Plains Mirror"]
    assert copy["isBasedOn"] == {"@id": first}
    copied = [each for each in _of(dossier(), "Claim") if each["appearance"]["@id"] == copy["@id"]]
    assert copied
    assert all(each["firstAppearance"] == {"@id": first} for each in copied)


def test_a_review_rates_in_words() -> None:
    review, *others = _of(dossier(), "ClaimReview")
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "contested",
        "ratingExplanation": "The accounts contradict each other. "
        "The number killed is contradicted. Two origins.",
        "reviewAspect": "how far the reports bear it out, not whether it is true",
    }
    assert review["reviewBody"].startswith(
        "The accounts differ on killed: 18–20 (one origin), or 90 (one origin). The figures"
    )
    assert [each["claimReviewed"] for each in others] == [
        "had killed nearly 20 raiders and wounded at least 6",
        "The raiders were ambushed near Orla, leaving 90 raiders dead",
    ]
    assert others[1]["reviewBody"].endswith("This claim says 90.")
    assert "ratingValue" not in graph(dossier())


@pytest.mark.parametrize(
    ("word", "disputed", "reviews"),
    [
        ("fair", False, 0),
        ("weak", False, 0),
        ("weak", True, 3),
        ("confirmed", False, 1),
        ("discounted", False, 1),
        ("contested", True, 3),
    ],
)
def test_only_what_is_decided_or_disputed_is_reviewed(
    word: str, reviews: int, *, disputed: bool
) -> None:
    assert len(_of(_graded(word, disputed=disputed), "ClaimReview")) == reviews


def test_a_province_is_no_point() -> None:
    made = dossier()
    (event,) = made.events
    where = EventPlace(name="Tessaoua", lat=13.0, lon=2.0, precision=4)
    (told,) = _of(replace(made, events=(replace(event, place=where),)), "Event")
    assert told["location"] == {"@type": "Place", "name": "Tessaoua", "description": "province"}


def test_nothing_in_it_ends_a_script() -> None:
    assert not set("<>&") & set(graph(hostile()))


def test_the_same_dossier_gives_the_same_graph() -> None:
    made = dossier()
    assert graph(made) == graph(replace(made, reports=made.reports[::-1]))
    assert _nodes(empty()) == []
