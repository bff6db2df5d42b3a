import json
from typing import Any

import pytest
from rdflib import Namespace
from rdflib.namespace import RDF

from rashomon.tell.exports.annotations import CONTEXT, files
from rashomon.tell.exports.marks import texts
from rashomon.values import Dossier
from tests.tell.exports.linked import graph_of, terms
from tests.tell.made import dossier, empty, hostile

_OA = Namespace("http://www.w3.org/ns/oa#")
_AS = Namespace("https://www.w3.org/ns/activitystreams#")

# What the published context says of the terms that are used here.
_TERMS = {
    "id": "@id",
    "type": "@type",
    "@base": "https://dossier.example/",
    "oa": str(_OA),
    "as": str(_AS),
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "rdf": str(RDF),
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "Text": "dctypes:Text",
    "Software": "as:Application",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "tagging": "oa:tagging",
    "describing": "oa:describing",
    "identifying": "oa:identifying",
    "linking": "oa:linking",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "label": "rdfs:label",
    "name": "foaf:name",
    "generator": {"@type": "@id", "@id": "as:generator"},
    "partOf": {"@type": "@id", "@id": "as:partOf"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
}


def _read(made: Dossier) -> tuple[list[dict[str, Any]], dict[str, str]]:
    written = files(made)
    document = json.loads(written.pop("annotations.jsonld"))
    assert document["@context"] == CONTEXT
    assert document["partOf"]["total"] == len(document["items"])
    contents = {name: bytes(text).decode() for name, text in written.items()}  # type: ignore[arg-type]
    return document["items"], contents


def _found_by_quote(text: str, quote: dict[str, str]) -> int:
    """Find a quotation as the W3C model says: the words with what stands around them."""
    prefix = quote.get("prefix", "")
    around = prefix + quote["exact"] + quote.get("suffix", "")
    return text.index(around) + len(prefix)


@pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])
def test_the_selectors_lead_back_to_the_same_words(made: Dossier) -> None:
    items, contents = _read(made)
    marks = [(report, mark) for report, found in texts(made) for mark in found]
    for item, (report, mark) in zip(items, marks, strict=True):
        own = item["target"][0]
        text = contents[own["source"]["id"]]
        quote, position = own["selector"]
        assert text == report.content
        assert (position["start"], position["end"]) == mark.span
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[position["start"] :].startswith(quote["exact"] + quote.get("suffix", ""))
        assert text[: position["start"]].endswith(quote.get("prefix", ""))
        assert text[_found_by_quote(text, quote) :].startswith(quote["exact"])


def test_the_page_is_a_target_only_where_it_can_be_followed() -> None:
    pages = {target["source"] for item in _read(dossier())[0] for target in item["target"][1:]}
    assert pages == {"https://hillpost.example/orla?a=1&b=2"}
    (page,) = (t for t in _read(hostile())[0][0]["target"] if isinstance(t["source"], str))
    assert page["source"] == "https://x.example/%22onmouseover=%22alert(1)"


def test_bodies_say_what_it_is_and_how_it_was_read() -> None:
    items, _ = _read(dossier())
    bodies = {
        item["target"][0]["selector"][0]["exact"]: [each["value"] for each in item["body"][:2]]
        for item in items
    }
    assert bodies["nearly 20"] == ["FIGURE", "killed 18–20, raiders"]
    assert bodies["the Lowland Courier"] == ["VOICE", "news agency"]
    assert bodies["said"] == ["CUE", "the words of saying"]


def test_a_claim_is_linked_to_its_event() -> None:
    items, _ = _read(dossier())
    linked = [
        (item["body"][0]["value"], body["source"])
        for item in items
        for body in item["body"]
        if body.get("purpose") == "linking"
    ]
    assert len(linked) == len(dossier().claims())
    assert {label for label, _ in linked} == {"CLAIM"}
    assert len({event for _, event in linked}) == 1


def test_it_expands_to_annotations_with_two_sorts_of_selectors() -> None:
    document = json.loads(str(files(dossier())["annotations.jsonld"]))
    graph = graph_of(document, _TERMS)
    items, _ = _read(dossier())
    assert len(set(graph.subjects(RDF.type, _OA.Annotation))) == len(items)
    for kind in (_OA.TextQuoteSelector, _OA.TextPositionSelector):
        assert len(set(graph.subjects(RDF.type, kind))) >= len(items)
    assert not [each for each in terms(graph) if each.startswith("https://dossier.example/")]


def test_nothing_in_it_ends_a_script() -> None:
    assert not set("<>&") & set(str(files(hostile())["annotations.jsonld"]))


def test_ids_are_unique_and_stable() -> None:
    items, _ = _read(dossier())
    assert len({item["id"] for item in items}) == len(items)
    assert files(dossier()) == files(dossier())


def test_nothing_read_is_no_annotation() -> None:
    assert _read(empty()) == ([], {})
