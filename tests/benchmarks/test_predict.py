"""The benchmarks predict from inputs alone and say plainly what is absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.predict import predict

PAIRS = [
    {"id": "p1", "kind": "person", "a": "Mohammed Omar", "b": "Muhammad Umar"},
    {"id": "p2", "kind": "person", "a": "Mohammed Omar", "b": "John Smith"},
]
REPORTS = [
    {"id": "e1-1", "published": "2020-05-05", "text": "Gunmen killed four miners in Herat."},
    {"id": "e1-2", "published": "2020-05-05", "text": "Four miners were killed in Herat."},
    {"id": "e2-1", "published": "2020-06-09", "text": "A bomb killed two soldiers in Ghazni."},
]


def write(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_names_are_scored_pair_by_pair(tmp_path: Path) -> None:
    write(tmp_path / "pairs.jsonl", PAIRS)
    assert predict("names", tmp_path, tmp_path / "out.jsonl") == 2
    scores = {str(row["id"]): row["score"] for row in lines(tmp_path / "out.jsonl")}
    assert scores["p1"] > scores["p2"]  # type: ignore[operator]


@pytest.mark.slow
def test_reports_of_one_given_event_are_weighed_alone(tmp_path: Path) -> None:
    write(tmp_path / "reports.jsonl", REPORTS)
    predict("figures_ged", tmp_path, tmp_path / "out.jsonl")
    events = [set(row["reports"]) for row in lines(tmp_path / "out.jsonl")]  # type: ignore[call-overload]
    assert {"e1-1", "e1-2"} in events
    assert {"e2-1"} in events


@pytest.mark.slow
def test_gold_is_never_opened(tmp_path: Path) -> None:
    write(tmp_path / "reports.jsonl", REPORTS)
    (tmp_path / "gold.jsonl").mkdir()  # opening it would fail
    assert predict("kinds", tmp_path, tmp_path / "out.jsonl") == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("benchmarks.seeds", "nowhere"),
        ("benchmarks.run", "--data", "nowhere", "--out", "out"),
        ("benchmarks.predict", "names", "--data", "nowhere", "--out", "out.jsonl"),
    ],
)
@pytest.mark.slow
def test_what_is_absent_is_said_plainly(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent.parent))
    monkeypatch.chdir(tmp_path)
    ended = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", *arguments], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "nowhere" in ended.stderr
    assert "Traceback" not in ended.stderr
