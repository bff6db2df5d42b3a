import io
from dataclasses import replace

import pytest
from rich.console import Console

from rashomon.tell import table
from rashomon.values import Dossier
from tests.tell.made import dossier, empty, hostile


def _printed(made: Dossier, width: int = 120) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    console.print(table(made))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_row_tells_the_event() -> None:
    text = _printed(dossier())
    for words in ("14 March 2023", "2/22/92", "contested", "Tessaoua"):
        assert words in text


def test_unknown_is_a_dash() -> None:
    made = dossier()
    event = replace(made.events[0], start=None, end=None, place=None, findings=())
    text = _printed(replace(made, events=(event,)))
    assert "None" not in text
    assert "–/–/–" in text


def test_others_words_are_not_markup() -> None:
    made = dossier()
    event = replace(made.events[0], title="[bold]x[/bold] [/]\x1b[31m")
    text = _printed(replace(made, events=(event,)))
    assert "[bold]x[/bold]" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [60, 80, 200])
def test_it_fits(width: int) -> None:
    for made in (dossier(), hostile(), empty()):
        assert max(map(len, _printed(made, width).splitlines()), default=0) <= width
