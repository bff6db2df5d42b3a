import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rashomon.tell.exports.markdown import escaped, opened, report
from rashomon.tell.exports.plain import plain
from rashomon.values import Dossier
from tests.tell.made import dossier, empty, hostile
from tests.tell.pinned import pinned

_READER = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table")


def _tokens(made: Dossier) -> list[Token]:
    return [
        token for block in _READER.parse(report(made)) for token in (block, *(block.children or ()))
    ]


def _texts(made: Dossier, kind: str) -> list[str]:
    """Return what stands inside blocks of one kind, as a reader sees it."""
    blocks = _READER.parse(report(made))
    return [
        "".join(child.content for child in inside.children or ())
        for block, inside in pairwise(blocks)
        if block.type == f"{kind}_open" and inside.type == "inline"
    ]


def test_it_is_the_one_pinned() -> None:
    assert report(dossier()) == pinned("situation.md", report(dossier()))


def test_headings() -> None:
    headings = _texts(dossier(), "heading")
    assert headings == [
        "Situation report, 15–16 March 2023",
        "1. 20 to 90 raiders said killed in clashes, Orla",
        "Figures",
        "Contradictions",
        "Grade: contested, the accounts contradict each other",
        "Doubts",
        "Sources",
        "How to read this",
    ]


def test_every_number_in_brackets_is_a_source() -> None:
    text = report(dossier())
    cited = {
        int(number)
        for found in re.findall(r"\[\\\[([\d, ]+)\\\]\]\(#sources\)", text)
        for number in found.split(", ")
    }
    listed = {int(number) for number in re.findall(r"^(\d+)\. Report ", text, re.MULTILINE)}
    assert cited
    assert cited <= listed == {1, 2, 3}


def test_a_figure_is_told_with_its_rule_and_sources() -> None:
    cells = _texts(dossier(), "td")
    at = cells.index("Killed, raiders")
    assert cells[at : at + 6] == [
        "Killed, raiders",
        "0",
        "20",
        "90",
        "Best: the lowest figure with a name to it.",
        "[1, 2]",
    ]
    open_ = cells.index("Wounded, raiders")
    assert cells[open_ + 3] == "open"


def test_hostile_texts_are_only_text() -> None:
    tokens = _tokens(hostile())
    assert not [token for token in tokens if token.type.startswith(("html", "image", "code"))]
    links = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
    assert links == {"#sources", "https://x.example/%22onmouseover=%22alert(1)"}
    assert _texts(hostile(), "heading")[1] == f"1. {plain(hostile().events[0].title)}"
    assert "\u202e" not in report(hostile())
    assert "\x00" not in report(hostile())


@given(st.text(alphabet="ab1 \\`*_{}[]<>()#+-=.!|~$&:;/'\"", min_size=1).map(plain).filter(bool))
def test_an_escaped_text_reads_as_itself(text: str) -> None:
    made = dossier()
    (event,) = made.events
    told = replace(made, events=(replace(event, title=text),))
    assert _texts(told, "heading")[1] == f"1. {text}"
    assert _texts(told, "td")[1] == text


@pytest.mark.parametrize(
    "text", ["- no list", "1. no list", "1) none", "+ none", "=== none", "# none"]
)
def test_a_paragraph_stays_one(text: str) -> None:
    assert _READER.render(opened(escaped(text))) == f"<p>{text}</p>\n"


def test_nothing_read_is_told_so() -> None:
    assert report(empty()).startswith("# Situation report\n\nZero reports read, no event found.\n")
