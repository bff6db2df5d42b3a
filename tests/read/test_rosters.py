from __future__ import annotations

import pytest

from rashomon.read.figures import figures_of
from rashomon.read.happenings import find_happenings
from rashomon.read.quantities import find_quantities
from rashomon.read.rosters import listed_with
from tests.factory import page


def victims(text: str) -> set[tuple[str, int | None, str]]:
    """Return who is counted in a text: the last word of a name or noun, how many, and the role."""
    parsed = page(text)
    quantities = find_quantities(parsed)
    found = set[tuple[str, int | None, str]]()
    for happening in find_happenings(parsed):
        figures = figures_of(parsed, happening, quantities)
        listed = listed_with(parsed, happening, figures, quantities)
        for figure in listed.figures:
            if figure.of is not None:
                participant = listed.happening.participants[figure.of]
                found.add((participant.name.split()[-1], figure.best, participant.role))
    return found


CASES = [
    (
        "Juma Haidari was killed along with his wife, Sara Karimi (33 years old), and two sons.",
        {
            ("Haidari", 1, "victim"),
            ("wife", 1, "victim"),
            ("Karimi", 1, "other"),
            ("sons", 2, "victim"),
        },
    ),
    (
        "Ana Borg was killed by a bomb alongside her mother.",
        {("Borg", 1, "victim"), ("mother", 1, "victim")},
    ),
    (
        "Ana Borg was killed, as were her mother Zara Vell and her daughter Ida Moss.",
        {("Borg", 1, "victim"), ("Vell", 1, "victim"), ("Moss", 1, "victim")},
    ),
    (
        "Three people – Tom Reed, his mother, Ida Moss, and Amer Vell – were killed.",
        {
            ("people", 3, "victim"),
            ("Reed", 1, "other"),
            ("Moss", 1, "other"),
            ("Vell", 1, "other"),
        },
    ),
    (
        "Hana Wall, her husband Rabi Ismal, and their son Omar Wall were among those killed.",
        {
            ("Wall", 1, "victim"),
            ("Ismal", 1, "victim"),
        },
    ),
    (
        "Two members of the Vell family, Alma Vell and Rawan Moss, were both killed.",
        {("family", 2, "victim"), ("Vell", 1, "other"), ("Moss", 1, "other")},
    ),
    (
        "Two members of the Vell family who were killed: Alma Vell and Rawan Moss.",
        {("family", 2, "victim"), ("Vell", 1, "other"), ("Moss", 1, "other")},
    ),
    ("The attack took the lives of at least 35 farmers.", {("farmers", 35, "victim")}),
    (
        "Others of the family were killed, named as Ana Borg and 5-year-old Per Moss.",
        {("Borg", 1, "victim"), ("Moss", 1, "victim")},
    ),
    (
        "Five people were killed, including Ana Borg and Per Moss.",
        {("people", 5, "victim"), ("Borg", 1, "other"), ("Moss", 1, "other")},
    ),
    (
        "A man was killed by two officers, identified as Ana Borg and Per Moss.",
        {("man", 1, "victim")},
    ),
    (
        "Ana Borg was killed, as were bank worker Per Moss and Tom Vell.",
        {("Borg", 1, "victim"), ("Moss", 1, "victim"), ("Vell", 1, "victim")},
    ),
    (
        "Ana Borg was killed along with Hossam Vell and Omar al-Moss.",
        {("Borg", 1, "victim"), ("Vell", 1, "victim"), ("al-Moss", 1, "victim")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_stands_in_one_list_with_a_victim_is_a_victim(
    text: str, expected: set[tuple[str, int | None, str]]
) -> None:
    assert victims(text) == expected


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The gunman killed Tom Reed, Police Chief Bob Moss said.", "Moss"),
        ("According to Captain Bob Moss, a 6-year-old girl was killed.", "Moss"),
        ("The bomb killed Ana Borg, a cousin of Karl Vell.", "Vell"),
        ("The bomb killed two members of the Karl Vell family.", "Vell"),
    ],
)
def test_who_only_stands_near_is_none(text: str, nobody: str) -> None:
    assert nobody not in {name for name, _, _ in victims(text)}
