import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from rashomon.errors import MissingPartError
from rashomon.tell.case import Case, Library
from rashomon.tell.charts import Drawing, draw_map, shapes
from rashomon.values import EventPlace, Grade, GradeWord
from tests.tell.made import HOSTILE, dossier, hostile


def _place(precision: int | None, lat: float | None = 13.5, lon: float | None = 2.1) -> EventPlace:
    return EventPlace(name="Orla", country="NE", lat=lat, lon=lon, precision=precision)


def _cases(*places: EventPlace | None) -> list[Case]:
    made = dossier()
    library = Library.of(made)
    return [
        Case.of(replace(made.events[0], id=f"e{index}", place=where), library)
        for index, where in enumerate(places)
    ]


def _drawn(*places: EventPlace | None) -> Drawing:
    drawn = draw_map(_cases(*places))
    assert drawn is not None
    return drawn


def _width(drawn: Drawing, kind: str) -> float:
    """Measure the drawn extent of a kind in units."""
    (path,) = re.findall(rf'<path class="extent {kind}[^"]*" d="([^"]+)"', drawn.svg)
    xs = [float(x) for x in re.findall(r"[ML]([-\d.]+)", path)]
    return max(xs) - min(xs)


@pytest.mark.parametrize("precision", [2, 3, 4, 5, 7])
def test_a_point_is_never_drawn_for_what_is_wider(precision: int) -> None:
    svg = _drawn(_place(precision)).svg
    assert svg.count('class="extent ') == 1
    assert 'class="dot ' not in svg


def test_an_exact_place_is_a_point() -> None:
    svg = _drawn(_place(1)).svg
    assert svg.count('class="dot g-contested"') == 1
    assert "extent" not in svg


def test_a_wider_extent_is_drawn_wider() -> None:
    drawn = _drawn(_place(2), _place(3, 14.5), _place(4, 15.5))
    widths = [_width(drawn, kind) for kind in ("near", "district", "province")]
    assert widths == sorted(widths)
    assert widths[2] == pytest.approx(4 * widths[0], rel=0.05)


def test_what_is_too_narrow_for_the_scale_stays_open() -> None:
    svg = _drawn(_place(2), _place(1, -33.0, 151.0)).svg
    assert re.search(r'<circle class="extent near[^"]*" [^>]*r="', svg)


def test_a_country_is_shaded() -> None:
    svg = _drawn(_place(6)).svg
    assert svg.count('class="shaded"') == 1
    assert 'class="dot ' not in svg


def test_a_province_without_a_point_is_no_more_than_its_country() -> None:
    assert _drawn(_place(4, None, None)).svg.count('class="shaded"') == 1


@pytest.mark.parametrize(
    "where",
    [
        None,
        _place(None),
        EventPlace(name="Orla", precision=3),
        EventPlace(name="Orla", country="XX", precision=6),
        EventPlace(name="Orla", lat=float(91), lon=0.0, precision=1),
    ],
)
def test_what_cannot_be_placed_is_told_in_words(where: EventPlace | None) -> None:
    assert draw_map(_cases(where)) is None
    drawn = _drawn(where, _place(1))
    assert "No place is known of one event." in drawn.note
    assert len(drawn.rows) == 2


def test_marks_lead_to_their_events() -> None:
    svg = _drawn(_place(1), _place(3, 15.0), _place(6)).svg
    assert set(re.findall(r'<a href="#([^"]+)"', svg)) == {"e-e0", "e-e1", "e-e2"}


def test_events_at_one_place_are_one_mark() -> None:
    svg = _drawn(_place(1), _place(1)).svg
    assert svg.count('class="dot ') == 1
    assert ">Orla (2)</text>" in svg


def test_many_places_are_those_of_the_largest_tolls() -> None:
    drawn = _drawn(*(_place(1, 13.0 + index / 1000) for index in range(310)))
    assert drawn.svg.count("<a ") == 300
    assert "Ten events with lower tolls" in drawn.note


def test_countries_are_named_where_there_is_room() -> None:
    assert {"Niger", "Nigeria", "Benin"} <= set(
        re.findall(r">([^<>]+)</text>", _drawn(_place(1)).svg)
    )


def test_names_do_not_overlap() -> None:
    places = [_place(1, 13.5 + index / 50, 2.1) for index in range(12)]
    named = [replace(each, name=f"Village {i}") for i, each in enumerate(places)]
    root = ET.fromstring(_drawn(*named).svg)  # noqa: S314  our own drawing
    frames = list(_frames(root))
    for index, (left, foot, right) in enumerate(frames):
        for other in frames[index + 1 :]:
            assert abs(foot - other[1]) > 11 or right <= other[0] or other[2] <= left


def _frames(root: ET.Element) -> Iterator[tuple[float, float, float]]:
    for each in root.iter("text"):
        x, wide = float(each.get("x", 0)), 6.5 * len(each.text or "")
        anchor = each.get("text-anchor", "start")
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        yield left, float(each.get("y", 0)), left + wide


@pytest.mark.parametrize(
    ("lat", "lon"), [(78.2, 15.6), (-77.8, 166.7), (-16.5, 179.9), (0.0, -180.0)]
)
def test_the_ends_of_the_earth_can_be_drawn(lat: float, lon: float) -> None:
    assert _drawn(_place(1, lat, lon)).svg.count('class="dot ') == 1


def test_a_map_of_the_whole_world_is_small() -> None:
    drawn = _drawn(
        _place(1), _place(4, -33.0, 151.0), _place(2, 48.0, -120.0), _place(3, 60.0, 90.0)
    )
    assert len(drawn.svg) < 70_000


def test_grades_are_told_apart_by_shape() -> None:
    made = dossier()
    library = Library.of(made)
    events = [
        replace(made.events[0], id=word, place=_place(1, 13.5 + i), grade=Grade(word, ()))
        for i, word in enumerate(get_args(GradeWord))
    ]
    drawn = draw_map([Case.of(event, library) for event in events])
    assert drawn is not None
    marks = re.findall(r'<(?:path|circle) class="dot [^"]*"[^>]* (?:d="([^"]+)"|r=)', drawn.svg)
    assert len(set(marks)) == 5


def test_hostile_names_stay_words() -> None:
    made = hostile()
    where = replace(_place(1), name=HOSTILE)
    case = Case.of(replace(made.events[0], place=where), Library.of(made))
    drawn = draw_map([case])
    assert drawn is not None
    root = ET.fromstring(drawn.svg)  # noqa: S314  our own drawing
    assert not [each for each in root.iter() if each.tag in {"script", "img"}]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "find_spec", lambda _: None)
    monkeypatch.setattr(shapes, "_reader", shapes._reader.__wrapped__)
    with pytest.raises(MissingPartError, match="pip install"):
        shapes._reader()


def test_shapes_know_their_countries() -> None:
    niger = shapes.country("NE")
    assert niger is not None
    assert niger.name == "Niger"
    assert shapes.country("-99") is None
    assert shapes.country("XX") is None


def test_the_same_events_are_drawn_the_same() -> None:
    assert _drawn(_place(1), _place(4)) == _drawn(_place(1), _place(4))


def test_a_long_name_is_cut_to_what_a_map_holds() -> None:
    name = f"{' '.join(['Orla'] * 30)} Bridge"
    svg = _drawn(replace(_place(1), name=name)).svg
    assert re.search(r">Orla … (?:Orla )+Bridge<", svg)


def test_no_country_is_named_by_its_code() -> None:
    names = re.findall(r">([A-Z]{2})</text>", _drawn(_place(1, 64, -40), _place(1, 50, 30)).svg)
    assert names == []
