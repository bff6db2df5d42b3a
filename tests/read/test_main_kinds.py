"""The table of short notes in cases/main_kinds.yml: the kind of a note's first news claim."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from rashomon.lexicon import KINDS
from tests.factory import reader, report

CASES = Path(__file__).parent / "cases" / "main_kinds.yml"
TABLE: dict[str, list[str]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
NOTES = [(kind, note) for kind, notes in TABLE.items() for note in notes]
UNTOLD = {"Unspecified violence", "Displacement"}  # kinds of single sentences, not of notes
EACH = 8


@cache
def main_kinds() -> dict[str, str | None]:
    """Read all notes in one batch, which is much faster than one by one."""
    reports = [report(note) for _, note in NOTES]
    firsts = (
        next((claim.kind for claim in reading.claims if claim.currency == "news"), None)
        for reading in reader().read(reports)
    )
    return {each.text: kind for each, kind in zip(reports, firsts, strict=True)}


@pytest.mark.parametrize(("kind", "note"), NOTES)
def test_the_first_news_of_a_note_is_of_its_main_kind(kind: str, note: str) -> None:
    assert main_kinds()[note] == kind


def test_every_kind_of_note_has_its_cases() -> None:
    assert set(TABLE) == set(KINDS) - UNTOLD
    assert min(len(notes) for notes in TABLE.values()) >= EACH
