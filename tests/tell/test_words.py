import pytest

from rashomon.tell.words import (
    count,
    day,
    days_told,
    either_day,
    fitted,
    interval,
    is_nobody,
    kind_beside,
    letter,
    listed,
    name_key,
    period,
    place,
    voice_name,
)
from rashomon.values import EventPlace, Voice, VoiceKind
from tests.factory import voice


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021-08-20", "2021-08-20", "20 August 2021"),
        ("2021-08-20", "2021-08-21", "20–21 August 2021"),
        ("2021-08-01", "2021-08-31", "August 2021"),
        ("2021-02-01", "2021-02-28", "February 2021"),
        ("2021-08-30", "2021-09-02", "30 August – 2 September 2021"),
        ("2021-12-30", "2022-01-02", "30 December 2021 – 2 January 2022"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-08-20", None, "20 August 2021"),
        (None, "2021-08-20", "20 August 2021"),
        ("not a day", None, None),
        (None, None, None),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_period(start: str | None, end: str | None, expected: str | None) -> None:
    assert period(start, end) == expected


def test_day_of_a_date_time() -> None:
    assert day("2021-08-20T23:30:00+04:30") == "20 August 2021"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1, "one report"), (3, "three reports"), (0, "zero reports"), (12_500, "12,500 reports")],
)
def test_count(value: int, expected: str) -> None:
    assert count(value, "report", "reports") == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(36, 40, "36–40"), (40, 40, "40"), (15, None, "15 or more"), (None, 9, "up to 9")],
)
def test_interval(low: int | None, high: int | None, expected: str) -> None:
    assert interval(low, high) == expected


def test_interval_of_nothing_is_a_dash() -> None:
    assert interval(None, None) == "–"


@pytest.mark.parametrize(("index", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_letter(index: int, expected: str) -> None:
    assert letter(index) == expected


def test_listed() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"


def test_place_names_no_level_twice() -> None:
    where = EventPlace(name="Orla", admin2="orla", admin1="Tessaoua", country="NE")
    assert place(where) == "Orla, Tessaoua, Niger"


def test_voice_without_a_name_is_described() -> None:
    assert voice_name(voice(None, "official")) == "an official"
    assert len(voice_name(voice("x" * 500))) < 100


def test_name_key_ignores_case_and_article() -> None:
    assert name_key("The  Villagers") == name_key("villagers")
    assert name_key("the") == "the"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("former minister of state Ada Fell", "former … of state Ada Fell"),
        ("Ada Fell, former minister of state", "Ada Fell"),
        ("short", "short"),
        ("x" * 40, "x" * 29 + "…"),
    ],
)
def test_fitted_keeps_the_name(label: str, expected: str) -> None:
    assert fitted(label, 30) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2014-08-19", "2014-08-20", "19 or 20 August 2014"),
        ("2014-08-31", "2014-09-01", "31 August or 1 September 2014"),
        ("2014-12-31", "2015-01-01", "31 December 2014 or 1 January 2015"),
        ("2014-08-19", "2014-08-21", None),
        ("2014-08-19", "2014-08-19", None),
        (None, "2014-08-19", None),
    ],
)
def test_either_of_two_days(start: str | None, end: str | None, expected: str | None) -> None:
    assert either_day(start, end) == expected


def test_days_within_a_text_are_told_as_people_do() -> None:
    text = "2021-08-20 to 2021-08-21, or 2021-08-23; not 2021-99-99"
    assert days_told(text) == "20–21 August 2021, or 23 August 2021; not 2021-99-99"


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("was also reportedly", "unnamed", True),
        ("has been identified", "unnamed", True),
        ("sources", "unnamed", False),
        ("Will Has", "official", False),
        (None, "unnamed", True),
    ],
)
def test_a_way_of_saying_is_nobody(name: str | None, kind: VoiceKind, *, expected: bool) -> None:
    assert is_nobody(Voice(name, kind)) is expected


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("local residents", "resident", ""),
        ("Ada Fell", "resident", "resident"),
        ("doctor", "medic", "medical staff"),
        (None, "resident", ""),
    ],
)
def test_a_kind_is_not_said_twice(name: str | None, kind: VoiceKind, expected: str) -> None:
    assert kind_beside(Voice(name, kind)) == expected
