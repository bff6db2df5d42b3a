from __future__ import annotations

import pytest

from rashomon.read.happenings import find_happenings
from rashomon.read.naming import named_later
from tests.factory import page


def named(text: str) -> set[tuple[str, str]]:
    """Return the names with a first and a last name among the people of the news, with roles."""
    parsed = page(text)
    happenings = find_happenings(parsed)
    people = (
        each
        for happening in named_later(parsed, happenings, news=[True] * len(happenings))
        for each in happening.participants
    )
    return {(each.role, each.name) for each in people if each.name.istitle() and " " in each.name}


SHOT = "A man was shot dead in Ardan on Monday."
CASES = [
    (
        f"{SHOT} Police identified the victim as 16-year-old Kevin Barlow.",
        {("victim", "Kevin Barlow")},
    ),
    (f"{SHOT} The victim was identified as Ana De La Vell.", {("victim", "Ana De La Vell")}),
    (f"{SHOT} The deceased is Kevin Barlow, 19.", {("victim", "Kevin Barlow")}),
    (f"{SHOT} The victim, Kevin Barlow, was walking home.", {("victim", "Kevin Barlow")}),
    (
        f"{SHOT} The victims were Tom Gale, 15, of the 200 block of North Road, and Ida Moss, 17.",
        {("victim", "Tom Gale"), ("victim", "Ida Moss")},
    ),
    (f"{SHOT} The suspect, Tom Gale, fled on foot.", {("actor", "Tom Gale")}),
    (f"{SHOT} Police seized a suspect. He was identified as Tom Gale.", {("actor", "Tom Gale")}),
    (
        f"{SHOT} Police found the victim, 24-year-old Kevin Barlow, lying on a couch.",
        {("victim", "Kevin Barlow")},
    ),
    ("A man was shot in Ardan. The victim, Kevin Barlow, is 19.", {("victim", "Kevin Barlow")}),
    # other people's names
    (f"{SHOT} The victim's mother, Ida Moss, wept.", set()),
    (f"{SHOT} They seized the suspect on Sunday, Ida Moss said.", set()),
    (f"{SHOT} The victim was driven home by Ida Moss.", set()),
    (f"{SHOT} The suspect in the case of Ida Moss fled.", set()),
    (f"{SHOT} The victim told Ida Moss about it.", set()),
    (f"{SHOT} The suspect, Sheriff Ida Moss said, fled.", set()),
    (f"{SHOT} The street was identified as Gale Road.", set()),
    # nothing happened that a name could belong to
    ("The victim was identified as Kevin Barlow.", set()),
]


@pytest.mark.parametrize(("text", "people"), CASES)
def test_a_name_that_comes_later_belongs_to_the_deed(
    text: str, people: set[tuple[str, str]]
) -> None:
    assert named(text) == people


def test_a_name_goes_to_the_news_told_last_before_it() -> None:
    text = (
        "A man was killed in Ardan. A boy was wounded in Belm. The victim was named as Tom Gale. "
        "Last year a farmer was killed."
    )
    parsed = page(text)
    happenings = find_happenings(parsed)
    found = named_later(parsed, happenings, news=[True, True, False])
    assert [[each.name for each in one.participants] for one in found] == [
        ["man"],
        ["boy", "Tom Gale"],
        ["farmer"],
    ]
    only_first = named_later(parsed, happenings, news=[True, False, False])
    assert [each.name for each in only_first[0].participants] == ["man", "Tom Gale"]


def test_nobody_is_named_twice() -> None:
    text = f"{SHOT} The victim was Kevin Barlow. The victim, Kevin Barlow, was 19."
    parsed = page(text)
    happenings = find_happenings(parsed)
    [found] = named_later(parsed, happenings[:1], news=[True])
    assert [each.name for each in found.participants] == ["man", "Kevin Barlow"]
