from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.comparison import Amount, Days, Name, Spot, Value, same
from rashomon.tell.tellings import Row, rows, shown_accounts
from rashomon.values import Account, Contradiction, Position
from tests.tell.made import dossier


def _rows() -> dict[str, Row]:
    made = dossier()
    return {row.label: row for row in rows(Case.of(made.events[0], Library.of(made)))}


@pytest.mark.parametrize(
    ("label", "states"),
    [
        ("Killed, raiders", ["differ", "differ", "differ"]),
        ("Wounded, raiders", ["agree", "agree", "agree"]),
        ("Killed, civilians", ["silent", "alone", "repeat"]),
        ("When", ["alone", "silent", "silent"]),
        ("Where", ["agree", "agree", "agree"]),
        ("By whom", ["alone", "silent", "silent"]),
        ("Response, raiders", ["alone", "silent", "silent"]),
    ],
)
def test_states(label: str, states: list[str]) -> None:
    assert [cell.state for cell in _rows()[label].cells] == states


def test_rows_stand_in_the_order_of_reading() -> None:
    assert list(_rows())[:5] == ["What", "By whom", "Against whom", "When", "Where"]


def test_cells_quote_the_exact_words() -> None:
    entry = _rows()["Killed, raiders"].cells[0].entries[0]
    assert (entry.words, entry.note, entry.voices) == ("nearly 20", "18–20", ("The villagers",))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Amount(36, 40, "incident"), Amount(40, None, "incident"), True),
        (Amount(36, 40, "incident"), Amount(300, 300, "incident"), False),
        (Amount(36, 40, "incident"), Amount(300, 300, "cumulative"), None),
        (Amount(None, None, "incident"), Amount(3, 3, "incident"), None),
        (Days("2021-08-20", "2021-08-20"), Days("2021-08-01", "2021-08-31"), True),
        (Days("2021-08-20", "2021-08-20"), Days("2021-08-22", "2021-08-22"), False),
        (Name("clash"), Name("attack"), None),
        (Name("denied", exclusive=True), Name("no comment", exclusive=True), False),
        (Spot("a", 1, ("ne", "t"), 1), Spot("b", 1, (), 1), True),
        (Spot("a", 1, ("ne", "t"), 1), Spot("t", 2, ("ne",), 4), True),
        (Spot("a", 1, ("ne", "t"), 1), Spot("b", 2, ("ne", "u"), 1), False),
        (Spot("a", 1, ("ne", "t"), 1), Spot("b", 2, ("ne", "t"), 1), None),
        (Name("x"), Days("2021-01-01", "2021-01-01"), None),
    ],
)
def test_comparison_is_the_same_both_ways(left: Value, right: Value, expected: bool | None) -> None:  # noqa: FBT001
    assert same(left, right) is expected
    assert same(right, left) is expected


def test_a_table_keeps_originals_when_there_are_too_many_columns() -> None:
    made = dossier()
    case = Case.of(made.events[0], Library.of(made))
    copies = tuple(
        Account(report="copy", claims=(), origin="o", copied_from="ambush") for _ in range(20)
    )
    shown = shown_accounts(replace(case, accounts=(*copies, *case.accounts[:1])))
    assert "bridge" in {account.report for account in shown}


def test_what_is_only_planned_says_so_and_counts_nowhere_else() -> None:
    made = dossier()
    readings = tuple(
        replace(each, claims=tuple(replace(c, reality="planned") for c in each.claims))
        for each in made.readings
    )
    planned = replace(made, readings=readings)
    found = {row.label: row for row in rows(Case.of(made.events[0], Library.of(planned)))}
    assert list(found) == ["Status", "Response, raiders"]
    assert {entry.note for cell in found["Status"].cells for entry in cell.entries} == {"planned"}


def test_a_cell_names_the_reports_that_its_state_is_about() -> None:
    killed = _rows()["Killed, raiders"].cells
    assert [cell.others for cell in killed] == [("B", "C"), ("A",), ("A",)]
    assert _rows()["Killed, civilians"].cells[2].others == ("B",)


def test_one_against_several_of_one_mind_is_an_outlier() -> None:
    made = dossier()
    event = made.events[0]
    accounts = tuple(replace(each, origin=each.report, copied_from=None) for each in event.accounts)
    alone = replace(made, events=(replace(event, accounts=accounts, contradictions=()),))
    found = {row.label: row for row in rows(Case.of(alone.events[0], Library.of(alone)))}
    assert [cell.state for cell in found["Killed, raiders"].cells] == ["outlier", "agree", "agree"]
    assert found["Killed, raiders"].disputed


def test_who_is_blamed_has_a_row_of_its_own() -> None:
    made = dossier()
    event = made.events[0]
    blamed, other = event.findings[0].supporting[0], event.findings[0].dissenting[0]
    positions = (Position("guards", (blamed,), 1), Position("raiders", (other,), 1))
    disputed = replace(event, contradictions=(Contradiction("responsibility", positions, ""),))
    row = {each.label: each for each in rows(Case.of(disputed, Library.of(made)))}["Responsibility"]
    assert [cell.state for cell in row.cells] == ["differ", "differ", "silent"]


def test_a_cell_keeps_the_clause_that_its_words_stand_in() -> None:
    (clause,) = _rows()["Killed, raiders"].cells[0].clauses
    assert clause == "had killed nearly 20 raiders and wounded at least 6"
