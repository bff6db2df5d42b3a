"""The map: events on the shapes of countries, each place as wide as it is unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from rashomon.tell.case import Case, event_anchor
from rashomon.tell.charts.days import shape_of, size_of, toll_of
from rashomon.tell.charts.drawing import Drawing
from rashomon.tell.charts.extents import Extent, box_of, extents, ring
from rashomon.tell.charts.labels import Label, Labels
from rashomon.tell.charts.shapes import Box, Country, countries, country
from rashomon.tell.charts.vega import Row, Spec, Words, drawn, framed, layer
from rashomon.tell.charts.view import HEIGHT, WIDTH, View, view_of
from rashomon.tell.countries import country_name
from rashomon.tell.words import UNKNOWN, capital, count, fitted, number, phrases, place
from rashomon.values import Event, identify

__all__ = ["draw_map"]

_SMALLEST_ISLE = 4.0  # square units
_FINENESS = {True: 1.1, False: 0.6}  # units, in wide views and others: bends below its square go
_SMALLEST_RING = 5.0  # units: what would be drawn smaller is drawn as a ring of this radius
_MARGIN = 8.0
_MOST_PLACES, _MOST_LOST = 300, 100
_TALL = 110.0  # units: a country whose name may stand beside its middle
_SCALES = (1000, 500, 200, 100, 50, 20, 10)  # kilometres that the scale can show
_LONGEST_SCALE = 120.0  # units
_LONGEST_NAME = 26  # characters of a place's name on the map; the table has it whole
_NOTE = (
    "A filled mark is an exact place, its shape the grade, its size the toll. A ring is known to "
    "about 25 km. A broken circle is a district (drawn 30 km around its middle), a province "
    "(100 km) or a wider area (200 km): typical sizes, for their borders are not at hand. Of a "
    "shaded country no more is known. Shapes: Natural Earth, borders as Germany draws them; where "
    "borders are disputed, this map takes no side."
)


def draw_map(cases: Sequence[Case]) -> Drawing | None:
    """Draw where events happened, each as exactly as it is known; None where nothing is placed.

    Raises:
        MissingPartError: the package with the shapes of countries is not installed.
    """
    placed = [each for each in extents(cases) if each.at or country(each.country or "")]
    if not placed:
        return None
    known = {event.id for each in placed for event in each.events}
    most = {id(each) for each in sorted(placed, key=_largest, reverse=True)[:_MOST_PLACES]}
    found = [each for each in placed if id(each) in most]
    view = view_of(_boxes(found))
    words = Words()
    spec = {
        "width": WIDTH,
        "height": HEIGHT,
        "projection": view.projection(),
        "layer": [each for each in _layers(found, view, words) if each["data"]["values"]],
    }
    there = {event.id for each in found for event in each.events}
    shown = [case.event for case in cases if case.event.id in there]
    title = "Where it happened"
    named = ", ".join(dict.fromkeys(each.name for each in found[:12]))
    description = f"{count(len(shown), 'event', 'events')} on a map: {named}.".capitalize()
    name = f"c-{identify('map', *(each.events[0].id for each in found))}"
    content = drawn(spec, words)
    lost = [case.event for case in cases if case.event.id not in known]
    return Drawing(
        svg=framed(content, "places", (WIDTH, HEIGHT), (name, title, description)),
        title=title,
        description=description,
        columns=("Event", "Where", "Known to"),
        rows=tuple(_told(event) for event in (*shown, *lost[:_MOST_LOST])),
        note=_NOTE + _left_out(len(known) - len(shown), len(lost)),
    )


def _largest(extent: Extent) -> int:
    return max(toll_of(event) or 0 for event in extent.events)


def _left_out(more: int, lost: int) -> str:
    """Say what the map does not show."""
    left = f" {capital(count(more, 'event', 'events'))} with lower tolls: see the table of events."
    words = f" No place is known of {count(lost, 'event', 'events')}."
    return (left if more else "") + (words if lost else "")


def _boxes(found: Sequence[Extent]) -> list[Box]:
    """Return what the map must show; a whole country only where nothing narrower is known."""
    boxes = [box for box in map(box_of, found) if box is not None]
    shaded = [shape for each in found if each.at is None and (shape := country(each.country or ""))]
    if boxes:
        return boxes + [(*shape.label, *shape.label) for shape in shaded]
    return [_mainland(shape).bounds for shape in shaded]


def _mainland(shape: Country) -> BaseGeometry:
    parts = getattr(shape.outline, "geoms", [shape.outline])
    return max(parts, key=lambda part: part.area)


def _layers(found: Sequence[Extent], view: View, words: Words) -> Iterator[Spec]:
    known = {each.country: each for each in found if each.at is None}
    shown = _cut(view)
    labels = Labels()
    labels.block(60.0, HEIGHT - 20, 60.0)  # where the scale stands
    land = [_land(outline, known.get(shape.code), words) for shape, outline in shown]
    yield layer("land", {"type": "geoshape"}, land)
    areas = [_area(each, words) for each in found if each.radius]
    yield layer("areas", {"type": "geoshape"}, areas)
    small = [each for each in found if each.at and _reach(each, view) < _SMALLEST_RING]
    marks = [_mark(each, words) for each in small]
    spot = {"longitude": _number("lon"), "latitude": _number("lat")}
    looks = {"shape": {"field": "shape", "scale": None}, "size": {"field": "size", "scale": None}}
    yield layer("dots", {"type": "point", "filled": True}, marks, **spot, **looks)
    _name_places(found, view, labels)
    _name_countries(shown, view, labels)
    texts: list[Row] = [
        {"px": each.x, "y": each.y, "align": each.align, "k": words.key(each.css, each.text)}
        for each in labels.placed
    ]
    length, text = _scale(view)
    texts.append({"px": 14, "y": HEIGHT - 20, "align": "left", "k": words.key("soft", text)})
    place_of = {"x": {**_number("px"), "scale": None}, "y": {**_number("y"), "scale": None}}
    yield layer(
        "words",
        {"type": "text", "align": {"expr": "datum.align"}, "baseline": "alphabetic"},
        texts,
        **place_of,
    )
    bar = {"px": 14, "px2": 14 + length, "y": HEIGHT - 12, "k": words.key("scale")}
    yield layer("lines", {"type": "rule"}, [bar], **place_of, x2={"field": "px2"})


def _number(field: str) -> Spec:
    return {"field": field, "type": "quantitative"}


def _cut(view: View) -> list[tuple[Country, BaseGeometry]]:
    """Cut countries to the window and straighten small bends, borders that are shared alike."""
    near = countries(view.box())
    unit = 57.3 / view.scale  # degrees
    seen = [_without_isles(each.within(view.box()), _SMALLEST_ISLE * unit**2) for each in near]
    pairs = [(each, cut) for each, cut in zip(near, seen, strict=True) if not cut.is_empty]
    plain = shapely.coverage_simplify([cut for _, cut in pairs], _FINENESS[view.is_wide] * unit)
    wound = shapely.orient_polygons(plain, exterior_cw=True)  # as the engine wants them
    return [(each, cut) for (each, _), cut in zip(pairs, wound, strict=True)]


def _without_isles(outline: BaseGeometry, least: float) -> BaseGeometry:
    """Return the polygons of a shape that can be seen."""
    parts = [part for part in getattr(outline, "geoms", [outline]) if part.area >= least]
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon"])


def _land(outline: BaseGeometry, extent: Extent | None, words: Words) -> Row:
    key = words.key("shaded", **_pointed(extent)) if extent else words.key()
    return {"type": "Feature", "geometry": mapping(outline), "k": key}


def _area(extent: Extent, words: Words) -> Row:
    corners = ring(extent.at or (0, 0), extent.radius)
    css = f"extent {extent.kind} g-{extent.events[0].grade.word}"
    geometry = {"type": "Polygon", "coordinates": [corners]}
    return {"type": "Feature", "geometry": geometry, "k": words.key(css, **_pointed(extent))}


def _mark(extent: Extent, words: Words) -> Row:
    """Mark an exact place, or an extent too narrow to be drawn at this scale, which stays open."""
    lon, lat = extent.at or (0, 0)
    event = max(extent.events, key=lambda each: toll_of(each) or 0)
    is_exact = extent.kind == "point"
    css = f"dot g-{event.grade.word}" if is_exact else f"extent {extent.kind} g-{event.grade.word}"
    looks = (
        {"shape": shape_of(event), "size": size_of(toll_of(event))}
        if is_exact
        else {"shape": "circle", "size": 3.2 * _SMALLEST_RING**2}
    )
    return {"lon": lon, "lat": lat, "k": words.key(css, **_pointed(extent)), **looks}


def _pointed(extent: Extent) -> dict[str, str]:
    """Say what a mark is when pointed at, and lead to its event: to the first of several."""
    first, *others = extent.events
    more = f" and {count(len(others), 'other', 'others')}" if others else ""
    known = phrases().pairs("where").get(str(first.place.precision)) if first.place else None
    title = f"{extent.name} ({known or UNKNOWN}): {first.title or first.kind}{more}"
    return {"title": title, "href": f"#{event_anchor(first.id)}"}


def _reach(extent: Extent, view: View) -> float:
    return extent.radius * view.kilometre()


def _name_places(found: Sequence[Extent], view: View, labels: Labels) -> None:
    """Write the names of places, exact ones first, where they touch no mark and no other name."""
    spots = [(each, view.place(*each.at)) for each in found if each.at]
    for each, (x, y) in spots:
        labels.block(x, y, _MARGIN if each.kind == "point" else min(_reach(each, view), 40.0) * 0.6)
    names = Counter(each.name for each, _ in spots)
    for each, (x, y) in reversed(spots):
        if names.pop(each.name, 0):
            events = len(each.events)
            name = fitted(each.name, _LONGEST_NAME)
            text = name if events == 1 else f"{name} ({number(events)})"
            reach = _MARGIN if each.kind == "point" else max(_reach(each, view), _MARGIN)
            labels.beside(Label(x, y, text, "place"), reach)


def _name_countries(
    shown: Sequence[tuple[Country, BaseGeometry]], view: View, labels: Labels
) -> None:
    """Write the names of countries, the widest first, where there is room."""
    for shape, outline in sorted(shown, key=lambda pair: -pair[1].area):
        known = country_name(shape.code)
        text = known if known and known != shape.code else shape.name
        largest = max(outline.geoms, key=lambda part: part.area)
        west, south, east, north = largest.bounds
        left, foot = view.place(west, south)
        right, top = view.place(east, north)
        if right - left < labels.width(text) / 2:
            continue
        middle = shapely.maximum_inscribed_circle(largest, tolerance=0.1).coords[0]
        spots = [shape.label] if outline.contains(shapely.Point(shape.label)) else []
        is_tall = foot - top > _TALL
        places = [view.place(*spot) for spot in (*spots, middle)]
        labels.over(Label(0, 0, text, "country"), places, may_shift=is_tall)


def _scale(view: View) -> tuple[float, str]:
    unit = view.kilometre()
    length = next((each for each in _SCALES if each * unit <= _LONGEST_SCALE), _SCALES[-1])
    return length * unit, f"{number(length)} km"


def _told(event: Event) -> tuple[str, str, str]:
    where = event.place
    known = phrases().pairs("where").get(str(where.precision)) if where else None
    named = place(where)
    return event.title or event.kind, named or UNKNOWN, known or UNKNOWN
