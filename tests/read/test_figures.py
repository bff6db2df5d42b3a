from __future__ import annotations

import pytest

from rashomon.read.figures import figures_of
from rashomon.read.happenings import find_happenings
from rashomon.read.quantities import find_quantities
from rashomon.values import Figure, Passage, Span
from tests.factory import page


def figures(text: str) -> list[tuple[Figure, str | None]]:
    """Return every figure with the name of whom it counts."""
    parsed = page(text)
    quantities = find_quantities(parsed)
    return [
        (figure, happening.participants[figure.of].name if figure.of is not None else None)
        for happening in find_happenings(parsed)
        for figure in figures_of(parsed, happening, quantities)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army killed 12 rebels.", [("killed", 12, 12, 12, "rebels")]),
        ("The army killed nearly 40 rebels and wounded at least 15.",
         [("killed", 36, 40, 40, "rebels"), ("wounded", 15, 15, None, "15")]),
        ("Five soldiers were killed, nine wounded.",
         [("killed", 5, 5, 5, "soldiers"), ("wounded", 9, 9, 9, "nine")]),
        ("Gunmen killed a farmer.", [("killed", 1, 1, 1, "farmer")]),
        ("Gunmen killed a commander and two fighters.",
         [("killed", 1, 1, 1, "commander"), ("killed", 2, 2, 2, "fighters")]),
        ("Twelve people, including three children, were killed.",
         [("killed", 12, 12, 12, "people"), ("killed", 3, 3, 3, "children")]),
        ("The bombing left 14 dead.", [("killed", 14, 14, 14, None)]),
        ("The death toll rose to 45.", [("killed", 45, 45, 45, None)]),
        ("There were heavy casualties on both sides.", [("casualties", 1, None, None, None)]),
        ("No civilians were killed.", [("killed", 0, 0, 0, "civilians")]),
        ("Rebels captured three districts.", [("districts", 3, 3, 3, None)]),
        ("Police arrested four smugglers.", [("captured", 4, 4, 4, "smugglers")]),
        ("The number of wounded remains 20.", [("wounded", 20, 20, 20, None)]),
        ("The agency gave the number of rebels dead as about 30.",
         [("killed", 27, 30, 33, "rebels")]),
        ("15 rebels, not 30, reported dead", [("killed", 15, 15, 15, "rebels")]),
        ("Varnian soldier killed in rebel attack: official",
         [("killed", 1, 1, 1, "Varnian soldier")]),
        ("Militant Suspected of Ordering Bombing Killed", [("killed", 1, 1, 1, "Militant")]),
        ("Farm director and eight soldiers killed in Varn",
         [("killed", 1, 1, 1, "Farm director"), ("killed", 8, 8, 8, "soldiers")]),
        ("Regime soldier killed | Clashes cut off highway",
         [("killed", 1, 1, 1, "Regime soldier")]),
        ("20 #rebels were killed in shelling", [("killed", 20, 20, 20, "rebels")]),
        ("10+ dead in market bombing", [("killed", 10, 10, None, None)]),
        ("Police are investigating a deadly shooting.", [("killed", 1, 1, None, None)]),
        ("A fatal shooting shook Varn.", [("killed", 1, 1, None, None)]),
        ("Fatal shootings shook Varn.", []),
        ("Hunters killed 300 deer.", []),
        ("The soldiers were killed.", []),
        ("The patrol was wounded.", []),
    ],
)  # fmt: skip
def test_numbers_count_whom_the_clause_says(
    text: str, expected: list[tuple[str, int, int | None, int | None, str | None]]
) -> None:
    found = [(f.measure, f.low, f.best, f.high, name) for f, name in figures(text)]
    assert found == expected


def test_a_figure_quotes_its_number() -> None:
    text = "The army said it had killed more than 30 fighters."
    [(figure, _)] = figures(text)
    assert figure.span is not None
    assert figure.span.of(text) == figure.wording == "more than 30"


def test_a_toll_is_cumulative() -> None:
    [(figure, _)] = figures("The death toll rose to 45.")
    assert figure.scope == "cumulative"


@pytest.mark.parametrize(
    ("title", "low"),
    [
        ("FOUR KILLED IN SOUTHERN UNREST", 4),
        ("Two militants shot dead in the hills", 2),
        ("Blast kills at least two in market - residents", 2),
        ("Two bombs explode, soldiers killed", None),
    ],
)
def test_headlines_count_beside_the_verb(title: str, low: int | None) -> None:
    parsed = page(
        "The sun shone.", title=title, passages=(Passage(Span(0, len(title)), "headline"),)
    )
    quantities = find_quantities(parsed)
    found = [
        figure.low
        for happening in find_happenings(parsed)
        for figure in figures_of(parsed, happening, quantities)
        if figure.measure == "killed"
    ]
    assert found == ([low] if low is not None else [])


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The army killed 15 rebels in 24 hours.", "cumulative"),
        ("Gunmen killed 20 farmers in one day.", "cumulative"),
        ("Shelling killed nine people nationwide.", "cumulative"),
        ("Five were hurt, not including the 600 whom gunmen killed.", "cumulative"),
        ("Gunmen killed 20 farmers in one attack.", "incident"),
        ("Gunmen killed 20 farmers on one of three days.", "incident"),
    ],
)
def test_a_count_over_so_many_hours_or_days_is_cumulative(text: str, scope: str) -> None:
    assert {figure.scope for figure, _ in figures(text) if figure.measure == "killed"} == {scope}
