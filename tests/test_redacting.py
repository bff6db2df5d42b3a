"""Redaction in a store: who is named in a report is looked for once."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.read import FOUND_BY, Pipelines
from rashomon.store import Store
from rashomon.values import Report

TEXT = "Farmer Tobin Rask, 34, was killed at Orla on Friday, police said."


def test_names_are_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / "store.db") as store:
        store.add([Report(id="r", text=TEXT, language="en")])
        first = pipeline.redacted_in(store, store.dossier(), Pipelines())
        assert "Rask" not in first.reports[0].text

        def refuse(reports: object, _: Pipelines) -> object:
            assert list(reports) == []  # type: ignore[call-overload]
            return iter(())

        monkeypatch.setattr(pipeline, "find_people", refuse)
        assert pipeline.redacted_in(store, store.dossier(), Pipelines()) == first
        store.add([Report(id="s", text=TEXT, language="en")])
        with pytest.raises(AssertionError):
            pipeline.redacted_in(store, store.dossier(), Pipelines())


def test_a_report_that_cannot_be_searched_stays_withheld(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store:
        store.add([Report(id="r", text=TEXT, language="xx")])
        first = pipeline.redacted_in(store, store.dossier(), Pipelines())
        assert store.people(f"{FOUND_BY}, the model of each language") == {"r": None}
        assert pipeline.redacted_in(store, store.dossier(), Pipelines()) == first
        assert "Rask" not in first.reports[0].text
