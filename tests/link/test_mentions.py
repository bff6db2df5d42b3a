"""Which bare words, in which reports, mean one event."""

import pytest

from rashomon.link.mentions import Mention, cluster_mentions, family
from rashomon.values import Report

BLAZE = (
    "Fire gutted the Hollins cannery in Port Wenda late on Thursday. Night watchman Abel Krusz was "
    "taken to hospital. The blaze spread to a timber yard."
)
AGAIN = "The Hollins cannery in Port Wenda was gutted by the fire that hurt watchman Abel Krusz."
STRIKE = "Tram drivers in Lodenburg walked out over pay, and the strike closed six lines."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "murder"),
        ("shot", "shooting"),
        ("died", "deaths"),
        ("stopped", "stopping"),
        ("charges", "indicted"),
        ("was gutted", "were gutted"),
    ],
)
def test_words_for_one_kind_of_happening_are_one_family(one: str, other: str) -> None:
    assert family(one) == family(other)


@pytest.mark.parametrize(("one", "other"), [("shot", "died"), ("arrested", "charged"), ("", "x")])
def test_words_for_what_follows_are_another_family(one: str, other: str) -> None:
    assert family(one) != family(other)


def test_one_event_across_reports_needs_the_word_and_the_matter() -> None:
    reports = {
        name: Report(id=name, text=text)
        for name, text in [("a", BLAZE), ("b", AGAIN), ("c", STRIKE + " A fire drill was held.")]
    }
    mentions = [
        Mention("a1", "a", None, "Fire"),
        Mention("a2", "a", None, "taken"),
        Mention("b1", "b", None, "fire"),
        Mention("c1", "c", None, "fire"),
        Mention("c2", "c", None, ""),
    ]
    found = cluster_mentions(reports, mentions)
    assert found.keys() == {"a1", "a2", "b1", "c1", "c2"}
    assert found["a1"] == found["b1"]
    assert len(set(found.values())) == 4
    assert cluster_mentions(reports, reversed(mentions)) == found
