"""The table of cases/told_as.yml: reality and currency of one word in a report, and its trap."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from rashomon.values import Claim
from tests.factory import reader, report

CASES = Path(__file__).parent / "cases" / "told_as.yml"
TABLE: dict[str, list[list[str]]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
ROWS = [row for rows in TABLE.values() for row in rows]
LEAD = (
    "Gunmen attacked a post in Lorn on Sunday and killed four guards. The road was closed. "
    "Shops stayed shut. People stayed at home.\n\n"
)
ENOUGH = 120


@cache
def told() -> dict[str, tuple[Claim, ...]]:
    """Read all texts in one batch, each after the same lead."""
    reports = [report(LEAD + text, published="2021-08-23") for text in sorted({r[3] for r in ROWS})]
    readings = reader().read(reports)
    return {
        each.text[len(LEAD) :]: reading.claims
        for each, reading in zip(reports, readings, strict=True)
    }


@pytest.mark.parametrize(("reality", "currency", "word", "text"), ROWS)
def test_a_word_is_told_as(reality: str, currency: str, word: str, text: str) -> None:
    start = len(LEAD) + text.index(word)
    found = [
        (claim.reality, claim.currency)
        for claim in told()[text]
        if claim.trigger.start <= start < claim.trigger.end
    ]
    assert found == [(reality, currency)]


def test_the_table_is_large_and_no_row_stands_twice() -> None:
    assert len({tuple(row) for row in ROWS}) == len(ROWS) >= ENOUGH
