"""Which reports repeat another's words, and which way."""

import pytest

from rashomon.link.copies import Copy
from rashomon.link.reprints import find_copies
from rashomon.values import Passage, Report, Span

STORY = (
    "Engineers shut the northern gate of the Halden dam on Friday after a crack appeared below the "
    "spillway, and the valley's three lower villages were told to be ready to leave their homes "
    "within the hour. The water had risen by two metres overnight. Nobody was hurt, the ministry "
    "added, and trains kept running on the far bank of the lake until the evening."
)
OTHER = (
    "A crack in the wall of a reservoir led officials to warn people downstream, who spent the "
    "night in schools while pumps lowered the level; by morning the danger had passed, according "
    "to a spokeswoman, and most families went back to look after their animals."
)


def report(name: str, text: str, **fields: object) -> Report:
    return Report(id=name, text=text, **fields)  # type: ignore[arg-type]


def kinds(*reports: Report) -> list[tuple[str, str, str]]:
    return [(copy.report, copy.original, copy.kind) for copy in find_copies(reports)]


def test_independent_texts_share_nothing() -> None:
    assert kinds(report("a", STORY), report("b", OTHER)) == []


def test_a_reprint_is_a_duplicate_of_the_earlier_report() -> None:
    late = report("a", STORY, published="2020-02-02")
    early = report("b", STORY, published="2020-02-01T10:00:00Z")
    assert kinds(late, early) == [("a", "b", "duplicate")]


def test_an_excerpt_inside_a_longer_report_is_derived() -> None:
    assert kinds(report("a", STORY[:180]), report("b", OTHER + STORY)) == [("a", "b", "derived")]


def test_a_borrowed_paragraph_is_a_partial_copy() -> None:
    short = report("a", STORY[:200] + OTHER)
    long = report("b", STORY + STORY.upper()[::-1])
    assert kinds(short, long) == [("a", "b", "partial")]


def test_whoever_names_the_other_publisher_is_the_copy() -> None:
    agency = report("z", STORY, publisher="Northwire")
    paper = report("a", STORY + " With reporting by Northwire.", publisher="The Post")
    assert kinds(agency, paper) == [("a", "z", "duplicate")]


def test_furniture_does_not_make_copies() -> None:
    notice = (
        "Sign up for our letter and read every morning what the valley talks about over coffee. "
    )
    texts = ["One sheep.", "Two cows.", "Three goats."]
    reports = [
        report(str(n), notice * 3 + text, published=f"2020-0{n + 1}-01")
        for n, text in enumerate(texts)
    ]
    assert kinds(*reports) == []


def test_captions_do_not_make_copies() -> None:
    caption = Passage(Span(0, len(STORY)), "caption")
    assert kinds(report("a", STORY, passages=(caption,)), report("b", STORY)) == []


@pytest.mark.parametrize("text", ["", "Two words", "\ud800 lone surrogate in a text of six words"])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert kinds(report("a", text), report("b", OTHER)) == []


def test_a_crowd_of_reprints_hangs_together() -> None:
    reports = [report(f"r{n:03}", STORY) for n in range(60)]
    found = find_copies(reports)
    assert {copy.report for copy in found} == {each.id for each in reports[1:]}
    assert {copy.original for copy in found} == {"r000"}


def test_overlap_is_the_share_of_the_shorter_report() -> None:
    (copy,) = find_copies([report("a", STORY), report("b", STORY)])
    assert copy == Copy("b", "a", "duplicate", 1.0)
