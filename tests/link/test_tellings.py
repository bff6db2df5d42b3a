"""What one report says of how many incidents."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from rashomon.link.tellings import tellings_of
from rashomon.values import Passage, Report, Span
from tests.link.made import MARKET, RIVERTON, day, made, place

TEXT = (
    "Raiders burned a depot at Riverton on Monday.\n\nThe army said nothing.\n\n"
    "In a separate incident, a bomb killed a driver at Marktown on Tuesday.\n\n"
    "The minister vowed revenge."
)
BURNED = {"words": "Raiders burned a depot", "place": RIVERTON, "date": day("2020-06-01")}
BOMBED = {"words": "a bomb killed a driver", "place": MARKET, "date": day("2020-06-02")}
SILENT = {"words": "The army said nothing", "kind": "Statement only", "certainty": "no comment"}
VOWED = {"words": "The minister vowed revenge", "kind": "Statement only"}
FAR = place("Fernhaven", 7, lat=45.0)


def words(*claims: Mapping[str, object], text: str = TEXT) -> list[list[str]]:
    """Quote the claims of each telling."""
    report = made("r", text, *claims)
    return [
        [claim.span.of(text) for claim in telling.claims]
        for telling in tellings_of(report.report, report.reading)
    ]


def test_all_news_of_a_report_is_one_telling_by_default() -> None:
    plain = TEXT.replace("In a separate incident, a", "A")
    bombed = {"words": "A bomb killed a driver"}
    assert words({"words": "Raiders burned a depot"}, bombed, text=plain) == [
        ["Raiders burned a depot", "A bomb killed a driver"]
    ]


def test_a_separate_incident_is_another_telling() -> None:
    assert words({"words": "Raiders burned a depot"}, {"words": "a bomb killed a driver"}) == [
        ["Raiders burned a depot"],
        ["a bomb killed a driver"],
    ]


OTHER = {"words": "The minister vowed revenge", "currency": "other"}


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (OTHER, 1),  # nothing bears the reader out
        ({**OTHER, "place": MARKET}, 2),
        ({**OTHER, "date": day("2020-06-02")}, 1),  # perhaps an arrest the day after
        ({**OTHER, "date": day("2020-06-02"), "dead": 3}, 2),
    ],
)
def test_another_current_event_needs_a_sign_of_its_own(
    other: dict[str, object], count: int
) -> None:
    assert len(words(BURNED, other)) == count


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ({"words": "The minister vowed revenge", "date": day("2020-06-02")}, 1),  # died next day
        ({"words": "The minister vowed revenge", "place": MARKET}, 1),  # the next town, same day
        ({"words": "The minister vowed revenge", "place": FAR}, 1),  # read wrongly, as like as not,
        (
            {
                "words": "The minister vowed revenge",
                "place": FAR,
                "date": day("2020-06-02"),
            },
            2,
        ),
    ],
)
def test_day_and_place_tell_apart_together_only(second: dict[str, object], count: int) -> None:
    assert len(words(BURNED, second)) == count


def test_a_headline_is_no_telling_of_its_own() -> None:
    text = "Bomb kills driver in separate incident at Fernhaven\n\n" + TEXT
    head = {"words": "Bomb kills driver", "headline": True, "place": FAR, "date": day("2020-06-07")}
    assert words(head, BURNED, BOMBED, text=text) == [
        ["Bomb kills driver", "Raiders burned a depot"],
        ["a bomb killed a driver"],
    ]


def test_a_headline_alone_is_a_telling() -> None:
    assert words({**BURNED, "headline": True}, VOWED) == [
        ["Raiders burned a depot", "The minister vowed revenge"]
    ]


@pytest.mark.parametrize(
    ("said", "count"), [("in Fernhaven", 2), ("from Fernhaven", 1), ("toward Fernhaven", 1)]
)
def test_where_somebody_came_from_is_not_where_it_happened(said: str, count: int) -> None:
    text = f"Raiders burned a depot at Riverton on Monday. They attacked {said}, he said."
    start = text.index("Fernhaven")
    attacked = {
        "words": "They attacked",
        "currency": "other",
        "place": replace(FAR, span=Span(start, start + 9)),
    }
    assert len(words(BURNED, attacked, text=text)) == count


def test_statements_join_the_telling_before_them() -> None:
    assert words(BURNED, SILENT, BOMBED, VOWED) == [
        ["Raiders burned a depot", "The army said nothing"],
        ["a bomb killed a driver", "The minister vowed revenge"],
    ]


def test_statements_alone_are_a_telling_where_they_are_the_news() -> None:
    assert words(VOWED) == [["The minister vowed revenge"]]
    assert words({**VOWED, "currency": "other"}) == []


def test_background_is_in_no_telling() -> None:
    assert words({**BURNED, "currency": "background"}) == []


def test_a_telling_is_judged_by_its_own_paragraphs_only() -> None:
    report = made("r", TEXT, BURNED, BOMBED)
    first, second = tellings_of(report.report, report.reading)
    assert "Marktown" not in first.paragraphs()
    assert "the minister" in first.paragraphs().lower()
    assert second.paragraphs().startswith("In a separate incident")
    assert "Raiders" not in second.paragraphs()


def test_captions_are_not_judged_by() -> None:
    report = Report(id="r", text=TEXT, passages=(Passage(Span(0, 46), "caption"),))
    reading = made("r", TEXT, VOWED).reading
    (telling,) = tellings_of(report, reading)
    assert "Raiders" not in telling.paragraphs()
