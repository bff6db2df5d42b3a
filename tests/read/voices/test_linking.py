"""Marks of one line come together by nearness."""

from __future__ import annotations

import pytest

from rashomon.read.voices.linking import link
from rashomon.read.voices.tagger import Mark, Role
from tests.factory import span

Parts = tuple[str | None, str, list[str]]

LINES: list[tuple[str, list[tuple[str, Role]], list[Parts]]] = [
    (
        "The mayor said the bridge fell.",
        [("The mayor", "source"), ("said", "cue"), ("the bridge fell", "content")],
        [("The mayor", "said", ["the bridge fell"])],
    ),
    (
        "The bridge, the mayor said, fell.",
        [
            ("The bridge", "content"),
            ("the mayor", "source"),
            ("said", "cue"),
            ("fell", "content"),
        ],
        [("the mayor", "said", ["The bridge", "fell"])],
    ),
    (
        "Police said two died and denied a third death.",
        [
            ("Police", "source"),
            ("said", "cue"),
            ("two died", "content"),
            ("denied", "cue"),
            ("a third death", "content"),
        ],
        [("Police", "said", ["two died"]), ("Police", "denied", ["a third death"])],
    ),
    (
        "Ali said he ran. Omar said he hid.",
        [
            ("Ali", "source"),
            ("said", "cue"),
            ("he ran", "content"),
            ("Omar", "source"),
            ("he hid", "content"),
        ],
        [("Ali", "said", ["he ran"])],
    ),
    (
        "“He ran,” Ali said. “He hid.”",
        [("“He ran,”", "content"), ("Ali", "source"), ("said", "cue"), ("“He hid.”", "content")],
        [("Ali", "said", ["“He ran,”", "“He hid.”"])],
    ),
    ("Reportedly two died.", [("Reportedly", "cue")], [(None, "Reportedly", [])]),
    ("Two died.", [("Two died", "content")], []),
]


@pytest.mark.parametrize(("text", "marked", "linked"), LINES)
def test_nearness_links(text: str, marked: list[tuple[str, Role]], linked: list[Parts]) -> None:
    marks = sorted(Mark(span(text, words), role, 0.9) for words, role in marked)
    found = [
        (
            each.source.span.of(text) if each.source else None,
            each.cue.span.of(text),
            [content.span.of(text) for content in each.contents],
        )
        for each in link(text, marks)
    ]
    assert found == linked


def test_an_attribution_is_as_probable_as_its_least_probable_part() -> None:
    text = "The mayor said the bridge fell."
    marks = [
        Mark(span(text, "The mayor"), "source", 0.9),
        Mark(span(text, "said"), "cue", 0.8),
        Mark(span(text, "the bridge fell"), "content", 0.4),
    ]
    assert [each.p for each in link(text, marks)] == [0.4]
