"""What goes to a terminal is what was meant, whatever the terminal and the words are."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from rashomon.cli.show import any_letter, complain, note, resumable, show_issues
from rashomon.values import Issue


def test_a_terminal_without_a_letter_shows_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="ascii"))
    any_letter()
    print("20–21 August", flush=True)  # noqa: T201  what is tested
    assert shown.getvalue().strip() == b"20?21 August"


def test_what_looks_like_markup_is_shown_and_controls_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    note("Wrote ", ("a[b]/c[/red].html", "bold"))
    complain("no file [x]\x1b[2J")
    show_issues([Issue("odd\x07", "got [bold]", where="[1].txt:1")])
    assert capsys.readouterr().err.splitlines() == [
        "Wrote a[b]/c[/red].html",
        "rashomon: no file [x] [2J",
        "[1].txt:1: got [bold] (odd )",
    ]


def test_who_stops_a_run_is_told_how_it_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), resumable(Path("out/rashomon.db")):
        raise KeyboardInterrupt
    assert "kept in out/rashomon.db: run the same again" in capsys.readouterr().err


def test_a_long_path_is_not_broken(capsys: pytest.CaptureFixture[str]) -> None:
    path = "deep/" * 60
    note(f"Wrote {path}")
    assert capsys.readouterr().err == f"Wrote {path}\n"
