import io
import json
from collections import defaultdict
from dataclasses import replace
from typing import Any, cast

import pytest

pytest.importorskip("followthemoney", reason="followthemoney is not installed: see the extra ftm")

from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.dataset.util import dataset_name_check
from followthemoney.statement import Statement, StatementEntity
from followthemoney.statement.serialize import read_json_statements
from followthemoney.types import registry

from rashomon.tell.countries import countries
from rashomon.tell.exports.ftm import files
from rashomon.tell.exports.ftm_statements import day, name, origin_in
from rashomon.values import Claim, Dossier, Event, Participant, Report, Span, Voice
from tests.factory import span
from tests.tell.made import dossier, empty, hostile

_TEXT = "Governor Omar Belt said three men died. A doctor agreed, and so did Halvar Ministry."
_MADE = pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])


def _entities(made: Dossier) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files(made)["entities.ftm.json"].splitlines()]


def _statements(made: Dossier) -> list[Statement]:
    return list(read_json_statements(io.BytesIO(files(made)["statements.ftm.json"])))


def _of(made: Dossier, schema: str) -> list[dict[str, list[str]]]:
    return [each["properties"] for each in _entities(made) if each["schema"] == schema]


def _told(*events: str) -> Dossier:
    """Make a report whose one claim each of some events tells."""
    report = Report(id="r", text=_TEXT, publisher="Gulf Times", language="en")
    spoken = ("Omar Belt", "official"), ("A doctor", "medic"), ("Halvar Ministry", "official")
    claim = Claim(
        id="c",
        report="r",
        kind="Armed clash",
        trigger=span(_TEXT, "died"),
        span=Span(0, 40),
        voices=(
            Voice("Gulf Times", "publisher"),
            *(Voice(who, kind, span(_TEXT, who)) for who, kind in spoken),  # type: ignore[arg-type]
        ),
        participants=(Participant("victim", "men", span(_TEXT, "men"), "Blue Brigade"),),
    )
    (event,) = dossier().events
    (reading, *_) = dossier().readings
    return Dossier(
        reports=(report,),
        readings=(replace(reading, report="r", claims=(claim,)),),
        events=tuple(_event(event, each) for each in events),
    )


def _event(event: Event, name_: str) -> Event:
    return replace(
        event, id=name_, reports=("r",), claims=("c",), accounts=(), findings=(), contradictions=()
    )


@_MADE
def test_the_library_takes_every_value_as_it_is(made: Dossier) -> None:
    for each in _entities(made):
        proxy = model.get_proxy(each, cleaned=False)  # cleans the values, and drops what is invalid
        cleaned = proxy.to_dict()["properties"]
        assert {prop: sorted(values) for prop, values in cleaned.items()} == each["properties"]
        proxy.schema.validate(cast("Any", each))
        for prop, values in each["properties"].items():
            kind = proxy.schema.get(prop)
            assert kind is not None
            assert all(len(value) <= kind.max_length for value in values)


@_MADE
def test_every_reference_leads_to_an_entity_of_the_range(made: Dossier) -> None:
    schemas = {each["id"]: model.get(each["schema"]) for each in _entities(made)}
    for each in _entities(made):
        for prop, values in each["properties"].items():
            kind = model.get(each["schema"]).get(prop)  # type: ignore[union-attr]
            assert kind is not None
            if kind.type == registry.entity:
                assert kind.range is not None
                assert all(schemas[value].is_a(kind.range) for value in values)  # type: ignore[union-attr]


@_MADE
def test_the_entities_are_the_statements_put_together(made: Dossier) -> None:
    grouped = defaultdict(list)
    for statement in _statements(made):
        grouped[statement.canonical_id].append(statement)
    whole = Dataset.make({"name": "dossier", "title": "Dossier"})
    for each in _entities(made):
        put = StatementEntity.from_statements(whole, grouped.pop(each["id"]))
        assert put.schema.name == each["schema"]
        found = {prop: sorted(set(put.get(prop))) for prop in put._statements}
        assert found == each["properties"]
        assert sorted(put.datasets) == each["datasets"]
    assert not grouped


@_MADE
def test_statements_are_told_apart_and_their_data_sets_have_good_names(made: Dossier) -> None:
    found = _statements(made)
    assert len({each.id for each in found}) == len(found)
    assert {dataset_name_check(each.dataset) for each in found} >= {"rashomon"}


def test_origins_are_kept() -> None:
    said = {
        (each.prop, each.original_value): (each.value, each.dataset, each.origin, each.first_seen)
        for each in _statements(dossier())
        if each.schema == "Event"
    }
    chain = "The villagers < the Lowland Courier < Hill Post"
    assert said["notes", "nearly 20"] == (
        "killed 18–20, raiders",
        "hill_post",
        chain,
        "2023-03-15",
    )
    assert said["date", "Tuesday"] == (
        "2023-03-14",
        "hill_post",
        "villagers < the Lowland Courier < Hill Post",
        "2023-03-15",
    )


def test_two_papers_that_say_the_same_are_two_statements() -> None:
    notes = [
        (each.dataset, each.value)
        for each in _statements(dossier())
        if each.prop == "notes" and each.original_value == "90"
    ]
    assert sorted(notes) == [
        ("plains_mirror", "killed 90, raiders"),
        ("plains_radio", "killed 90, raiders"),
    ]


def test_what_rashomon_concludes_is_stated_as_its_own() -> None:
    (event,) = _of(dossier(), "Event")
    assert event["startDate"] == event["endDate"] == ["2023-03-14"]
    assert event["country"] == ["ne"]
    assert len(event["proof"]) == 3
    own = {each.prop for each in _statements(dossier()) if each.dataset == "rashomon"}
    assert own >= {"name", "summary", "startDate", "country", "involved", "alias"}
    assert (
        "Killed, raiders: 0–90, best 20. Best: the lowest figure with a name to it."
        in (event["notes"])
    )


def test_a_copy_is_documented_as_one() -> None:
    roles = [(each["role"], "proof" in each) for each in _of(dossier(), "Documentation")]
    assert sorted(roles) == [(["account"], False), (["account"], False), (["copy"], True)]


def test_people_bodies_and_who_is_only_described() -> None:
    made = _told("one")
    assert [each["name"] for each in _of(made, "Person")] == [["Omar Belt"]]
    assert [each["name"] for each in _of(made, "LegalEntity")] == [["Halvar Ministry"]]
    mentioned = {each["name"][0] for each in _of(made, "Mention")}
    assert "A doctor" not in mentioned
    assert mentioned >= {"Omar Belt", "Halvar Ministry"}


def test_who_is_a_person_in_one_place_is_one_everywhere() -> None:
    made = _told("one")
    (report,), (reading,) = made.reports, made.readings
    text = f"{_TEXT} Omar Belt left."
    later = Voice("Omar Belt", "official", span(text, "Omar Belt", 1))
    (claim,) = reading.claims
    again = replace(claim, id="d", trigger=span(text, "left"), voices=(claim.voices[0], later))
    told = replace(
        made,
        reports=(replace(report, text=text),),
        readings=(replace(reading, claims=(claim, again)),),
        events=(replace(made.events[0], claims=("c", "d")),),
    )
    assert [each["name"] for each in _of(told, "Person")] == [["Omar Belt"]]
    schemas = {each.schema for each in _statements(told) if each.value == "Omar Belt"}
    assert schemas == {"Person", "Mention"}


def test_a_name_in_two_events_is_two_people_and_a_paper_one_body() -> None:
    made = _told("one", "two")
    assert len(_of(made, "Person")) == 2
    assert [each["name"] for each in _of(made, "Organization")].count(["Gulf Times"]) == 1


def test_civilians_are_no_organisation() -> None:
    names = {each["name"][0] for each in _of(dossier(), "Organization")}
    assert names >= {"guards", "raiders", "Hill Post", "the Lowland Courier"}
    assert "civilians" not in names


@pytest.mark.parametrize(
    ("publisher", "dataset"),
    [("Hill Post", "hill_post"), ("L’Été!", "lete"), (None, "unknown"), ("日報", "publisher_")],
)
def test_a_publisher_is_a_data_set(publisher: str | None, dataset: str) -> None:
    found = origin_in(Report(id="r", text="t", publisher=publisher)).dataset
    assert found.startswith(dataset)
    assert dataset_name_check(found) == found


def test_every_country_is_one_of_the_library() -> None:
    codes = [code.lower() for code in countries()]
    assert [registry.country.clean(code) for code in codes] == codes


def test_names_and_days_are_clean() -> None:
    assert name(' “A  "B" C” ') == 'A "B" C'
    assert name('""') is None
    assert len(name("a" * 999) or "") == 384
    assert day("2023-03-16T08:00:00+01:00") == "2023-03-16"
    assert day("9999-99-99") is None


def test_the_same_dossier_gives_the_same_files() -> None:
    made = dossier()
    turned = replace(made, reports=made.reports[::-1], readings=made.readings[::-1])
    assert files(made) == files(turned)
    assert files(empty()) == {"entities.ftm.json": b"", "statements.ftm.json": b""}
