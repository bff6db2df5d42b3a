"""What docs/methods.md says of rules and numbers is what the program does."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from rashomon.read.counts import grammar
from rashomon.values import Claim, Figure, Group, Participant, Report, Side, Span, Voice
from rashomon.weigh import weigh

ROOT = Path(__file__).parent.parent
METHODS = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")

CONSTANTS = re.findall(r"`(rashomon/[\w/]+)\.py: (\w+) = ([^`]+)`", METHODS)
NUMBERS = re.findall(
    r"^\| ([a-z0-9 ]+) \| (\d+) \| (\d+|none) \| (\d+|open) \|", METHODS, flags=re.MULTILINE
)


@pytest.mark.parametrize(("module", "name", "value"), CONSTANTS)
def test_a_constant_has_the_value_that_is_told(module: str, name: str, value: str) -> None:
    assert getattr(import_module(module.replace("/", ".")), name) == ast.literal_eval(value)


@pytest.mark.parametrize(("words", "low", "best", "high"), NUMBERS)
def test_number_words_are_read_as_told(words: str, low: str, best: str, high: str) -> None:
    count = grammar("en").count(words.split(), 0)
    assert count is not None
    found = (count.low, count.best, count.high)
    assert found == (
        int(low),
        None if best == "none" else int(best),
        None if high == "open" else int(high),
    )


# --- the worked example of section 4.4, as the reader reads it in examples/baghlan ---

_SIDES = (Side("Taliban", "victim"), Side("residents", "actor"), Side("civilians", "victim"))
_AGENCY = Voice("Northern Press Agency", "agency")
_REPORTS = {
    report.id: report
    for report in (
        Report(id="1", text="-", publisher="Northern Press Agency", published="2021-08-21"),
        Report(id="2", text="-", publisher="Valley Daily", published="2021-08-21"),
        Report(id="3", text="-", publisher="The Border Post", published="2021-08-22"),
        Report(id="4", text="-", publisher="Kabul Evening", published="2021-08-22"),
        Report(id="5", text="-", publisher="Radio Oxus", published="2021-08-22"),
        Report(
            id="6",
            text="-",
            publisher="Northern Press Agency",
            published="2021-08-23",
            title="Correction: 15, not 30",
        ),
        Report(id="8", text="-", publisher="Morning Lantern", published="2021-08-23"),
        Report(id="9", text="-", publisher="Monitor Weekly", published="2021-08-23"),
    )
}


def _told(
    report: str, count: tuple[int, int, int], *voices: Voice, of: str = "Taliban", **fields: object
) -> Claim:
    """Make a claim that so many of a side were killed; residents claim what they did themselves."""
    low, best, high = count
    actors = [Participant("actor", "residents", None, "residents")]
    fought = bool(voices) and voices[-1].name == "residents"
    return Claim(
        id=f"{report}-{of}-{best}",
        report=report,
        kind="Armed clash",
        trigger=Span(0, 1),
        span=Span(0, 1),
        voices=(Voice(_REPORTS[report].publisher, "publisher"), *voices),
        participants=(Participant("victim", "people", None, of), *(actors if fought else ())),
        figures=(Figure(measure="killed", low=low, best=best, high=high, wording="", of=0),),
        **fields,  # type: ignore[arg-type]
    )


_RESIDENTS, _SOURCES = Voice("residents", "resident"), Voice("local sources", "unnamed")
_SPOKESMAN = Voice("Qari Yusuf Ahmadi", "party", side="Taliban")
_MONITOR = _told("9", (40, 40, 40), Voice("Valley Rights Monitor", "ngo"))
_DOCTOR = _told("4", (11, 11, 11), Voice("doctor", "medic"))
_OWN = _told("5", (4, 4, 4), _SPOKESMAN, certainty="claimed")
_CLAIMS = (
    _told("1", (27, 30, 33), _RESIDENTS, certainty="claimed"),
    _told("2", (27, 30, 33), _RESIDENTS, certainty="claimed"),
    _told("3", (27, 30, 33), _AGENCY, _SOURCES, certainty="hearsay"),
    _DOCTOR,
    _told("4", (4, 4, 4), Voice("village elder", "resident"), of="civilians"),
    _OWN,
    _told("5", (24, 24, 99), _SPOKESMAN, certainty="denied"),
    _told("6", (15, 15, 15), _SOURCES, certainty="hearsay"),
    _told("8", (300, 300, 300)),
)


def _weighed(claims: tuple[Claim, ...], of: str) -> tuple[int | None, int | None, int | None, str]:
    group = Group(id="e", episode="e", claims=claims, sides=_SIDES, copies=(("2", "1"),))
    findings = weigh(group, _REPORTS).findings
    (found,) = (each for each in findings if each.measure == "killed" and each.of == of)
    return found.low, found.best, found.high, found.rule


@pytest.mark.parametrize(
    ("of", "figures"),
    [("Taliban", (4, 11, 300)), ("civilians", (4, 4, 4)), ("total", (8, 15, 304))],
)
def test_the_worked_example_comes_out(of: str, figures: tuple[int, int, int]) -> None:
    *found, rule = _weighed(_CLAIMS, of)
    assert tuple(found) == figures
    assert of == "civilians" or rule.partition(" Left out")[0] in " ".join(METHODS.split())


@pytest.mark.parametrize(
    ("without", "more", "best"),
    [((_DOCTOR,), (), 4), ((_DOCTOR, _OWN), (), 15), ((), (_MONITOR,), 11)],
)
def test_what_would_change_the_worked_example(
    without: tuple[Claim, ...], more: tuple[Claim, ...], best: int
) -> None:
    claims = tuple(claim for claim in _CLAIMS if claim not in without) + more
    assert _weighed(claims, "Taliban")[1] == best
