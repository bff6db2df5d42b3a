"""What the values promise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import DataError
from rashomon.values import Judgement, Report, Span, identify


@pytest.mark.parametrize(
    ("title", "expected"), [("Title", "Title\n\nText."), ("", "Text."), (None, "Text.")]
)
def test_content_is_title_blank_line_text(title: str | None, expected: str) -> None:
    assert Report(id="a", text="Text.", title=title).content == expected


@pytest.mark.parametrize(
    ("left", "right", "holds", "meets"),
    [
        (Span(0, 5), Span(1, 4), True, True),
        (Span(0, 5), Span(0, 5), True, True),
        (Span(0, 5), Span(4, 6), False, True),
        (Span(0, 5), Span(5, 6), False, False),
    ],
)
def test_spans_hold_and_meet(left: Span, right: Span, holds: bool, meets: bool) -> None:  # noqa: FBT001  a case table
    assert (left.holds(right), left.meets(right)) == (holds, meets)


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_ids_differ_where_the_parts_differ(left: list[str], right: list[str]) -> None:
    assert (identify(*left) == identify(*right)) == (left == right)


def test_an_id_does_not_change_with_time() -> None:
    assert identify("report", 3, 8, 0) == "9ff89da6128cdfc3"


@pytest.mark.parametrize(("left", "right"), [("a", "a"), ("b", "a")])
def test_a_pair_has_one_judgement(left: str, right: str) -> None:
    with pytest.raises(DataError, match="ordered and distinct"):
        Judgement(left=left, right=right, p=0.5, why=(), made_by="test")
