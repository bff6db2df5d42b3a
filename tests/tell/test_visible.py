"""Nothing that a report holds can break a page, a terminal or a line of prose."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.visible import printable, seen, visible

ANY = st.text(st.characters(codec=None))  # half characters too
HOSTILE = "a\x00b\u202ec\ud800d\x0be\u00adf\u200cg\n"


def test_each_way_has_its_sign() -> None:
    assert visible(HOSTILE) == "a\ufffdb\ufffdc\ufffdd\ufffde\u00adf\u200cg\n"
    assert printable(HOSTILE, kept="\n") == "a b c d e f g\n"
    assert seen(HOSTILE) == "abcd\x0bef\u200cg\n"


@given(ANY)
def test_what_is_visible_can_stand_in_xml_at_the_same_places(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(unicodedata.category(char) != "Cs" for char in shown)
    assert {char for char in shown if unicodedata.category(char) == "Cc"} <= set("\t\n\r")


@given(ANY)
def test_what_is_printable_stays_on_its_line(text: str) -> None:
    assert printable(text).isprintable()
    assert len(printable(text)) == len(text)


@given(ANY)
def test_what_is_seen_was_there(text: str) -> None:
    assert seen(seen(text)) == seen(text)
    waiting = iter(text)
    assert all(char in waiting for char in seen(text))
