"""A rare name in one week brings two reports together, a common word does not."""

from __future__ import annotations

import pytest

from rashomon.link.blocks import candidates
from rashomon.link.portraits import Portrait, portray
from rashomon.link.tellings import tellings_of
from tests.link.made import made

FIRST = "Two men were hurt near the mill, said the nurse Iska Qalandar."


def drawn(name: str, text: str, published: str, title: str | None = None) -> Portrait:
    report = made(name, text, {}, published=published, title=title)
    (telling,) = tellings_of(report.report, report.reading)
    return portray(telling)


@pytest.mark.parametrize(
    ("text", "title", "published", "compared"),
    [
        ("A shop was sold to Qalandar.", None, "2021-05-06", True),
        ("The vigil drew hundreds to the church.", "Qalandar is remembered", "2021-05-08", True),
        ("A shop was sold to Qalandar.", None, "2021-07-06", False),
        ("Prices of bread rose near the mill.", None, "2021-05-06", False),
    ],
)
def test_candidates(text: str, title: str | None, published: str, *, compared: bool) -> None:
    portraits = [drawn("a", FIRST, "2021-05-04"), drawn("b", text, published, title)]
    assert bool(candidates(portraits)) == compared
