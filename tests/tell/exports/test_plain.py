import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.exports.plain import plain, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\n words\t here ", "two words here"),
        ("turned \u202ethgir\u202c round", "turned thgir round"),
        ("null\x00 and bell\x07", "null and bell"),
        ("half \ud800 character", "half character"),
        ("می\u200cروند", "می\u200cروند"),
        ("\ufeffmark", "mark"),
        ("", ""),
        (None, ""),
    ],
)
def test_what_is_not_seen_is_left_out(text: str | None, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_what_is_plain_stays_so_and_can_be_written(text: str) -> None:
    shown = plain(text)
    assert plain(shown) == shown
    assert shown.encode().decode() == shown


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 5, "one…"),
        ("unbroken", 5, "unbr…"),
    ],
)
def test_a_long_text_ends_at_a_word(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short
    assert len(short) <= longest
