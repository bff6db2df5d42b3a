from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from rashomon.tell.case import Case, Library
from rashomon.tell.charts import draw_days, draw_map, draw_toll, vega
from rashomon.tell.charts.vega import Words, drawn, framed, layer
from rashomon.values import EventPlace
from tests.tell.made import HOSTILE, dossier


def _words(*texts: str) -> str:
    words = Words()
    rows = [{"x": i, "k": words.key("name", text, title=text)} for i, text in enumerate(texts)]
    place = {"x": {"field": "x", "type": "quantitative", "axis": None}}
    mark = {"type": "text"}
    spec = {"width": 100, "height": 20, "layer": [layer("words", mark, rows, **place)]}
    content = drawn(spec, words)
    return framed(content, "test", (100, 20), ("c-test", HOSTILE, HOSTILE))


@settings(max_examples=25)
@given(st.lists(st.text(max_size=20), max_size=3))
def test_any_words_make_a_sound_svg(texts: list[str]) -> None:
    root = ET.fromstring(_words(HOSTILE, "k0", *texts))  # noqa: S314  our own drawing
    tags = {each.tag for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "text", "tspan"}


def test_no_word_reaches_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A character that XML forbids would stop the process, not raise."""
    seen: list[str] = []
    draw = vl_convert.vegalite_to_svg

    def watched(spec: str, *, vl_version: str, show_warnings: bool) -> str:
        seen.append(spec)
        return draw(spec, vl_version=vl_version, show_warnings=show_warnings)

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", watched)
    vega._converted.cache_clear()
    _words("raiders \x00 of the hills")
    assert len(seen) == 1
    assert "raiders" not in seen[0]


def test_a_drawing_needs_nothing_that_a_page_forbids() -> None:
    svg = _words("a", "b")
    assert not [
        word for word in ("style=", "font-family", "http", "fill=", "<style") if word in svg
    ]


def test_what_holds_links_is_no_image() -> None:
    words = Words()
    row = {"x": 1, "k": words.key("name", "there", href="#e-1", title="there")}
    place = {"x": {"field": "x", "type": "quantitative", "axis": None}}
    content = drawn({"layer": [layer("words", {"type": "text"}, [row], **place)]}, words)
    assert 'role="group"' in framed(content, "x", (1, 1), ("n", "t", "d"))
    assert 'role="img"' in _words("a")
    assert 'href="#e-1"' in content


def test_specifications_keep_to_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    specs: list[dict[str, Any]] = []

    def kept(spec: dict[str, Any], words: Words) -> Markup:
        specs.append(spec)
        return drawn(spec, words)

    for module in ("days", "places", "rows"):
        monkeypatch.setattr(f"rashomon.tell.charts.{module}.drawn", kept)
    made = dossier()
    where = EventPlace(name="Orla", country="NE", lat=13.5, lon=2.1, precision=3)
    events = [made.events[0], replace(made.events[0], id="other", place=where)]
    cases = [Case.of(event, Library.of(made)) for event in events]
    draw_toll(cases[0])
    draw_days(cases)
    draw_map(cases)
    assert len(specs) == 5
    for spec in specs:
        alt.LayerChart.from_dict({**spec, "$schema": alt.SCHEMA_URL}, validate=True)
