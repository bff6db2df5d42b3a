"""The gate holds new scores to what was reached, and never takes silence for success."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import gate
from benchmarks.floors import FLOORS, TOLERANCE, Floors, Row, load, measures, raised
from benchmarks.predict import PREDICTORS

REACHED = {"scores": {"all": {"f1": 80.04, "p": 70.0}, "killed exact": 61.0}}


def setting(tmp_path: Path, scores: object = REACHED, **floors: float) -> list[str]:
    """Write one task's floors, gold and scores; return the gate's arguments."""
    data, made = tmp_path / "data" / "kinds", tmp_path / "made"
    data.mkdir(parents=True)
    made.mkdir()
    (data / "gold.jsonl").write_text("{}\n")
    (made / "kinds.scores.json").write_text(json.dumps(scores))
    floors = floors or {"all · f1": 80.0, "killed exact": 61.0}
    tasks = {"kinds": {"gold": None, "floors": floors}}
    (tmp_path / "floors.json").write_text(json.dumps(tasks))
    return [
        *("--data", str(data.parent), "--scores", str(made)),
        *("--floors", str(tmp_path / "floors.json")),
    ]


def status(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["gate", *arguments])
    with pytest.raises(SystemExit) as ended:
        gate.main()
    return int(str(ended.value.code))


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (80.0, "held"),
        (80.0 - TOLERANCE, "held"),
        (79.7, "FELL"),
        (80.09, "held"),
        (80.1, "above"),
        (None, "absent"),
    ],
)
def test_a_measure_against_its_floor(now: float | None, verdict: str) -> None:
    assert Row("kinds", "all · f1", 80.0, now).verdict == verdict


def test_scores_are_flattened_below_their_wrapper() -> None:
    assert measures(REACHED) == {"all · f1": 80.04, "all · p": 70.0, "killed exact": 61.0}
    assert measures({"task": "coref", "results": {"a": {"b": 1, "c": "x"}}}) == {"a · b": 1.0}


def test_floors_are_raised_and_never_lowered() -> None:
    floors = Floors({"all · f1": 75.0, "killed exact": 99.0, "of old": 5.0})
    reached = {"all · f1": 80.0, "killed exact": 99.0, "of old": 5.0}
    assert raised(floors, REACHED, "abc") == Floors(reached, "abc")


def test_floors_that_hold_end_with_status_0(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(monkeypatch, *setting(tmp_path)) == 0
    assert "2 measures: 0 fell" in capsys.readouterr().out


def test_a_fall_ends_with_status_1_and_names_the_measure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(monkeypatch, *setting(tmp_path, **{"killed exact": 62.5, "gone": 1.0})) == 1
    shown = capsys.readouterr().out
    assert [line.split()[-1] for line in shown.splitlines() if "killed exact" in line] == ["FELL"]


@pytest.mark.parametrize(
    ("scores", "floors"),
    [
        (REACHED, {"no such measure": 1.0}),
        ({**REACHED, "limit": 50}, {"killed exact": 1.0}),
    ],
)
def test_what_could_not_be_compared_ends_with_status_3(
    scores: object, floors: dict[str, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert status(monkeypatch, *setting(tmp_path, scores, **floors)) == 3


def test_absent_scores_end_with_status_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = setting(tmp_path)
    (tmp_path / "made" / "kinds.scores.json").unlink()
    assert status(monkeypatch, *arguments) == 3
    assert "kinds: NOT COMPARED" in capsys.readouterr().out


def test_absent_data_end_with_status_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = setting(tmp_path)
    anew = ["--data", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out"), *arguments[4:]]
    assert status(monkeypatch, *anew) == 3


def test_another_gold_is_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = setting(tmp_path)
    assert status(monkeypatch, *arguments, "--write") == 0
    (tmp_path / "data" / "kinds" / "gold.jsonl").write_text('{"id": "another"}\n')
    assert status(monkeypatch, *arguments) == 3


def test_an_unknown_task_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert status(monkeypatch, *setting(tmp_path), "--tasks", "times") == 2


def test_writing_keeps_what_was_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status(monkeypatch, *setting(tmp_path, **{"all · f1": 12.0, "killed exact": 99.0}), "--write")
    written = load(tmp_path / "floors.json")["kinds"]
    assert written.measures == {"all · f1": 80.0, "killed exact": 99.0}
    assert written.gold is not None


def test_every_task_has_floors() -> None:
    floors = load(FLOORS)
    assert set(floors) == {*PREDICTORS, "seeds"}
    assert all(each.gold and each.measures for each in floors.values())
    assert all(floor > 0 for each in floors.values() for floor in each.measures.values())
