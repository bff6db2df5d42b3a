"""Whom numbers are given to: lists, families, company, people pointed back to, and what is none."""

from __future__ import annotations

import pytest

from tests.read.test_figures import figures

# each row: a text, and every figure in it as measure, low, best, high
ROWS: list[tuple[str, list[tuple[str, int, int | None, int | None]]]] = [
    # sums
    ("Two soldiers and a driver were killed.", [("killed", 2, 2, 2), ("killed", 1, 1, 1)]),
    ("A man and his son were killed.", [("killed", 1, 1, 1), ("killed", 1, 1, 1)]),
    ("A couple and their four children were killed.", [("killed", 2, 2, 3), ("killed", 4, 4, 4)]),
    (
        "The bomb killed a man, his wife and their four children.",
        [("killed", 1, 1, 1), ("killed", 1, 1, 1), ("killed", 4, 4, 4)],
    ),
    (
        "The force detained a commander, his deputy and several other suspected insurgents.",
        [("captured", 1, 1, 1), ("captured", 1, 1, 1), ("captured", 3, 3, 9)],
    ),
    ("A family of five was killed.", [("killed", 5, 5, 5)]),
    # company
    (
        "The force detained the leader along with two of his associates.",
        [("captured", 1, 1, 1), ("captured", 2, 2, 2)],
    ),
    (
        "The force captured the leader, together with two suspects.",
        [("captured", 1, 1, 1), ("captured", 2, 2, 2)],
    ),
    ("The army confirmed the capture of a rebel commander.", [("captured", 1, 1, 1)]),
    # parts and wholes
    ("Twelve people, three of them children, were killed.", [("killed", 12, 12, 12)]),
    ("Baha is one of more than 50 insurgents killed since May.", [("killed", 51, 51, None)]),
    ("Two of the three attackers were killed.", [("killed", 2, 2, 2)]),
    ("The force killed many of them.", [("killed", 4, 4, None)]),
    # who was hit may live
    ("Twelve people were shot.", [("casualties", 12, 12, 12)]),
    ("A gunman shot three people at a bar.", [("casualties", 3, 3, 3)]),
    ("A man was hit by a stray bullet.", [("casualties", 1, 1, 1)]),
    ("Officers found two men with gunshot wounds.", [("casualties", 2, 2, 2)]),
    (
        "Four people were taken to a hospital with gunshot wounds.",
        [("casualties", 4, 4, 4)],
    ),
    ("He died of two gunshot wounds.", [("killed", 1, 1, 1)]),
    ("Three of the wounded later died.", [("killed", 3, 3, 3)]),
    ("A boy was fatally shot on Sunday.", [("killed", 1, 1, 1)]),
    ("The fatal shooting of two guards is under investigation.", [("killed", 2, 2, 2)]),
    ("A clerk accidentally shot himself in the leg.", [("casualties", 1, 1, 1)]),
    # ages
    ("A 17-year-old was shot in the leg.", [("casualties", 1, 1, 1)]),
    ("Two 17-year-olds were wounded.", [("wounded", 2, 2, 2)]),
    ("A boy, 15, was wounded.", [("wounded", 1, 1, 1)]),
    ("Another teen, also 15, was wounded.", [("wounded", 1, 1, 1)]),
    ("Three men, ages 25, 34 and 23, were wounded.", [("wounded", 3, 3, 3)]),
    ("Two men, 20 and 22, were wounded.", [("wounded", 2, 2, 2)]),
    # people counted before
    ("Three men fought the patrol. The men were killed.", [("killed", 3, 3, 3)]),
    ("The patrol met four gunmen. The patrol killed them.", [("killed", 4, 4, 4)]),
    ("Five policemen were attacked. All were killed.", [("killed", 5, 5, 5)]),
    ("Four soldiers fought six rebels and killed them.", []),
    ("Two farmers were killed by a rocket. The rebels fled.", [("killed", 2, 2, 2)]),
    # vague words, corrections, nobody
    (
        "Several people were killed and multiple others wounded.",
        [("killed", 3, 3, 9), ("wounded", 3, 3, 9)],
    ),
    (
        "The attack killed 10 to 12 people and wounded dozens.",
        [("killed", 10, 11, 12), ("wounded", 24, 24, 99)],
    ),
    ("The blast led to a number of deaths.", [("killed", 3, 3, 9)]),
    ("The ministry revised the toll down to 9.", [("killed", 9, 9, 9)]),
    ("Not 40 but 12 people were killed.", [("killed", 12, 12, 12)]),
    ("On both sides 12 fighters were killed.", [("killed", 12, 12, 12)]),
    ("Nobody was killed.", [("killed", 0, 0, 0)]),
    ("There were no casualties.", [("casualties", 0, 0, 0)]),
    (
        "No soldiers were killed or wounded.",
        [("killed", 0, 0, 0), ("wounded", 0, 0, 0)],
    ),
    # numbers of other things
    ("The 201st Corps killed three rebels.", [("killed", 3, 3, 3)]),
    ("Three rebels were killed on Highway 1.", [("killed", 3, 3, 3)]),
    ("Troops killed three rebels with 82 mm mortars.", [("killed", 3, 3, 3)]),
    ("Troops killed three rebels 20 km from the town.", [("killed", 3, 3, 3)]),
    ("Troops destroyed 12 vehicles and killed three rebels.", [("killed", 3, 3, 3)]),
    ("Troops seized 40 rifles and killed three rebels.", [("killed", 3, 3, 3)]),
    ("The rebels were killed at 10 p.m. on 4 May.", []),
    ("It was the third raid and it killed two guards.", [("killed", 2, 2, 2)]),
    # what is nobody
    ("The call for a shooting came in.", []),
    ("A family was wounded.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_number_goes_to_its_people(
    text: str, expected: list[tuple[str, int, int | None, int | None]]
) -> None:
    assert [(f.measure, f.low, f.best, f.high) for f, _ in figures(text)] == expected


def test_a_count_told_before_is_quoted_where_it_stands() -> None:
    [(figure, name)] = figures("Five policemen were attacked. All were killed.")
    assert (figure.wording, name) == ("Five", "All")
