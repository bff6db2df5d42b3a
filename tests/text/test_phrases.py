from __future__ import annotations

from rashomon.text.phrases import phrases

PHRASES = phrases(["no", "no more than", "at least"])


def test_the_longest_phrase_wins() -> None:
    assert PHRASES.longest(["no", "more", "than", "six"], 0) == (3, "no more than")


def test_a_shorter_phrase_is_found_where_the_longer_breaks_off() -> None:
    assert PHRASES.longest(["no", "more"], 0) == (1, "no")


def test_a_place_outside_the_words_has_no_phrase() -> None:
    assert PHRASES.longest(["no"], 1) is None
    assert PHRASES.longest(["no"], -1) is None
