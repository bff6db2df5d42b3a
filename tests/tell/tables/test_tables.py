from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from rashomon.tell.tables import Table, Type, Value, tables
from rashomon.values import Dossier, Finding
from tests.tell.made import dossier, empty, hostile

TYPES: dict[Type, type] = {
    "text": str,
    "texts": tuple,
    "integer": int,
    "number": float,
    "day": date,
    "flag": bool,
}
NAMES = ("events", "claims", "figures", "findings", "accounts", "contradictions", "sources")


def fits(value: Value, wanted: Type) -> bool:
    """Tell whether a value is of its field's type, or unknown."""
    if value is None:
        return wanted != "texts"
    if isinstance(value, tuple):
        return wanted == "texts" and all(isinstance(part, str) for part in value)
    return type(value) is TYPES[wanted]


def rows(table: Table) -> list[dict[str, Value]]:
    return [dict(zip((f.name for f in table.fields), row, strict=True)) for row in table.rows]


def test_the_tables_of_a_dossier() -> None:
    laid = tables(dossier())
    assert tuple(laid) == NAMES
    assert {name: len(table.rows) for name, table in laid.items()} == {
        "events": 1,
        "claims": 11,
        "figures": 10,
        "findings": 5,
        "accounts": 3,
        "contradictions": 2,
        "sources": 3,
    }


@pytest.mark.parametrize("made", [dossier(), hostile(), empty()])
def test_every_value_is_of_its_type(made: Dossier) -> None:
    for table in tables(made).values():
        for row in table.rows:
            for field, value in zip(table.fields, row, strict=True):
                assert fits(value, field.type), (table.name, field.name, value)


@pytest.mark.parametrize("name", NAMES)
def test_fields_have_names_of_their_own_and_say_what_they_are(name: str) -> None:
    table = tables(empty())[name]
    names = [field.name for field in table.fields]
    assert len(names) == len(set(names))
    assert all(field.about for field in table.fields)
    assert table.rows == ()


def test_a_name_has_one_type_in_all_tables() -> None:
    fields = {(f.name, f.type) for table in tables(empty()).values() for f in table.fields}
    assert len(fields) == len({name for name, _ in fields})


def test_a_quotation_is_the_exact_words() -> None:
    made = dossier()
    contents = {report.id: report.content for report in made.reports}
    for row in rows(tables(made)["claims"]):
        start, end = row["span_start"], row["span_end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["quotation"] == contents[str(row["report"])][start:end]


def test_ids_join_the_tables() -> None:
    laid = tables(dossier())
    events, claims = set(laid["events"].column("event")), set(laid["claims"].column("claim"))
    reports = set(laid["sources"].column("report"))
    for name in ("claims", "figures", "findings", "accounts", "contradictions"):
        assert set(laid[name].column("event")) <= events
    for name in ("claims", "figures", "accounts"):
        assert set(laid[name].column("report")) <= reports
    assert set(laid["figures"].column("claim")) <= claims


def test_a_claim_names_its_innermost_voice_and_the_chain() -> None:
    killed = rows(tables(dossier())["claims"])[1]
    assert killed["voice"] == "The villagers"
    assert killed["voice_kind"] == "resident"
    assert killed["chain"] == ("Hill Post", "the Lowland Courier", "The villagers")
    assert killed["figures"] == ("killed: nearly 20", "wounded: at least 6")


def test_an_event_has_its_tolls_beside_it() -> None:
    (event,) = rows(tables(dossier())["events"])
    assert (event["killed_low"], event["killed_best"], event["killed_high"]) == (2, 22, 92)
    assert (event["wounded_best"], event["wounded_high"]) == (11, None)
    assert event["civilians_killed_best"] == 2
    assert event["event_type"] == "Battles"
    assert event["actors"] == ("guards",)
    assert event["contradicted"] == ("killed",)


def test_a_claim_of_no_event_comes_last() -> None:
    made = replace(dossier(), events=())
    claims = tables(made)["claims"]
    assert set(claims.column("event")) == {None}
    assert len(claims.rows) == 11


def test_what_no_program_holds_is_unknown_or_escaped() -> None:
    finding = Finding(
        measure="killed", of="total", low=0, best=2**53 + 1, high=2**53, rule="\ud800"
    )
    event = replace(dossier().events[0], findings=(finding,))
    (row,) = rows(tables(replace(dossier(), events=(event,)))["findings"])
    assert (row["low"], row["best"], row["high"]) == (0, None, 2**53)
    assert row["rule"] == "\\ud800"


def test_a_day_is_a_day() -> None:
    published = tables(dossier())["sources"].column("published")
    assert not any(isinstance(day, datetime) for day in published)


def test_the_page_about_the_tables_is_up_to_date() -> None:
    page = (Path(__file__).parents[3] / "docs" / "formats" / "tables.md").read_text("utf-8")
    for table in tables(empty()).values():
        rows = "\n".join(f"| `{f.name}` | {f.type} | {f.about} |" for f in table.fields)
        said = f"## {table.name}\n\n{table.about}\n\n| column | type | |\n|---|---|---|\n{rows}\n"
        assert said in page
