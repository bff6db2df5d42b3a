"""Quotation marks of all kinds, paired."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.quotes import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We won.”", ["“We won.”"]),
        ('He said: "We won."', ['"We won."']),
        ("He said: ''We won.''", ["''We won.''"]),
        ("Er sagte: „Wir siegten.”", ["„Wir siegten.”"]),
        ("He said: «We won.»", ["«We won.»"]),
        ("« Nous avons gagné », a-t-il dit.", ["« Nous avons gagné »"]),
        ("Il a dit : «\u00a0Nous avons gagné.\u00a0»", ["«\u00a0Nous avons gagné.\u00a0»"]),
        ("« ", []),
        ("‘We won,’ he said.", ["‘We won,’"]),
        ("'We won,' he said.", ["'We won,'"]),
        ("“A,” he said. “B.”", ["“A,”", "“B.”"]),
        ("“We won. They ran. It is over,” he said.", ["“We won. They ran. It is over,”"]),
        ("‘The guards’ post fell,’ he said.", ["‘The guards’ post fell,’"]),
        ("“He cried ‘stop’ and ran,” she said.", ["“He cried ‘stop’ and ran,”"]),
        ("It isn’t the rebels’ town; it's ours.", []),
        ("In the summer of ’98 they left.", []),
        ('A 12" shell and a 9" shell.', []),
        ("No marks at all.", []),
        ("", []),
        ("“", []),
        ("“We hold the town", ["“We hold the town"]),
        ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
        ("“It's unusual,“ he said.", ["“It's unusual,“"]),
        ('"He left "We won" to us.', ['"We won"']),
    ],
)
def test_outermost_pairs(text: str, expected: list[str]) -> None:
    assert [each.span.of(text) for each in find_quotations(text)] == expected


def test_unclosed_quotation_runs_to_the_end_of_its_paragraph() -> None:
    first, second = find_quotations("“One. \n\n“Two.” he said.")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_closed_quotation_does_not_continue() -> None:
    _, second = find_quotations("“One.”\n\n“Two.”")
    assert not second.continues


@given(st.text(alphabet="ab“”\"'‘’«», .\n", max_size=200))
def test_quotations_are_in_order_apart_and_within_one_paragraph(text: str) -> None:
    found = [each.span for each in find_quotations(text)]
    assert all(span.start < span.end <= len(text) for span in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all("\n" not in span.of(text) for span in found)
