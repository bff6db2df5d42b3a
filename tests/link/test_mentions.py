"""Which bare words, in which reports, mean one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.likeness import chance, pairs_of
from rashomon.link.mentions import Mention, cluster_mentions, gather
from rashomon.link.stems import family, stem
from rashomon.values import Report, Span

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


@given(st.text(max_size=20))
def test_any_word_has_a_stem(word: str) -> None:
    assert len(stem(word)) <= max(len(word), 10)


def test_one_event_across_reports_needs_the_word_and_the_matter() -> None:
    reports = {
        name: Report(id=name, text=text)
        for name, text in [("a", BLAZE), ("b", AGAIN), ("c", STRIKE + " A fire drill was held.")]
    }
    mentions = [
        _mention("a1", reports["a"], "Fire"),
        _mention("a2", reports["a"], "taken"),
        _mention("b1", reports["b"], "fire"),
        _mention("c1", reports["c"], "fire"),
        Mention("c2", "c", None, ""),
    ]
    found = cluster_mentions(reports, mentions)
    assert found.keys() == {"a1", "a2", "b1", "c1", "c2"}
    assert found["a1"] == found["b1"]
    assert len({found["a1"], found["a2"], found["c1"]}) == 3
    assert cluster_mentions(reports, reversed(mentions)) == found


def test_two_killings_of_one_report_stay_apart_where_other_names_stand_beside_them() -> None:
    text = (
        "Dario Blenk was shot dead in Wenda on Monday. He was shot in his car. Three years ago "
        "Osric Tamm was shot in Lodenburg over a debt. Nobody was charged."
    )
    report = Report(id="r", text=text)
    starts = [i for i in range(len(text)) if text.startswith("shot", i)]
    mentions = [Mention(f"m{i}", "r", Span(i, i + 4), "shot") for i in starts]
    sightings, _ = gather({"r": report}, mentions)
    first, same, other = sightings
    assert chance(first, same, None) > chance(first, other, None)


def test_words_of_one_family_are_told_apart() -> None:
    report = Report(id="a", text="After the shooting in Wenda a man who was shot was treated.")
    mentions = [_mention("1", report, "shooting"), _mention("2", report, "shot")]
    (one, other), _ = gather({"a": report}, mentions)
    assert pairs_of(other, one) == ("shoot|shoot", "shooting | shot")
    assert pairs_of(one, one) == ("shoot|shoot", "shooting | shooting")


def test_the_chance_is_the_same_both_ways() -> None:
    report = Report(id="a", text=BLAZE)
    mentions = [_mention("1", report, "Fire"), _mention("2", report, "blaze")]
    (one, other), _ = gather({"a": report}, mentions)
    assert chance(one, other, None) == chance(other, one, None)


def _mention(name: str, report: Report, word: str) -> Mention:
    start = report.text.index(word)
    return Mention(name, report.id, Span(start, start + len(word)), word)
