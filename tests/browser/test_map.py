"""The map: what its script moves, and that it leaves the rest alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.slow


def _window(chart: Locator) -> list[float]:
    return [float(each) for each in (chart.get_attribute("viewBox") or "").split()]


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_buttons_bring_closer_and_back(visit: Callable[..., Page]) -> None:
    page = visit()
    chart = page.locator("svg.places")
    whole = _window(chart)
    _press(page, "Bring the map closer")
    assert _window(chart)[2] < whole[2]
    _press(page, "Move the map away")
    assert _window(chart) == whole


def test_keys_move_no_further_than_the_edge(visit: Callable[..., Page]) -> None:
    page = visit()
    chart = page.locator("svg.places")
    whole = _window(chart)
    chart.focus()
    for key in ("+", *["ArrowLeft"] * 20):
        page.keyboard.press(key)
    window = _window(chart)
    assert (window[0], window[1] > 0) == (0, True)
    page.keyboard.press("0")
    assert _window(chart) == whole


def test_dragging_moves_and_follows_no_link(visit: Callable[..., Page]) -> None:
    page = visit()
    chart = page.locator("svg.places")
    _press(page, "Bring the map closer")
    _press(page, "Move the map away")
    chart.focus()
    page.keyboard.press("+")
    before = _window(chart)
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 60, box["y"] + box["height"] / 2 + 30, steps=4)
    page.mouse.up()
    assert _window(chart)[0] < before[0]
    assert "#" not in page.url


def test_names_keep_their_size(visit: Callable[..., Page]) -> None:
    page = visit()
    name = page.locator("svg.places text").first

    def height() -> float:
        return float(name.evaluate("each => each.getBoundingClientRect().height"))

    before = height()
    _press(page, "Bring the map closer")
    assert height() == pytest.approx(before, rel=0.1)


def test_a_mark_leads_to_its_event(visit: Callable[..., Page]) -> None:
    page = visit()
    page.locator("svg.places a").last.click()
    assert "#e-" in page.url


def test_without_scripts_the_map_stands_still_and_shows_all(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    assert page.locator("svg.places a").count() == 2
    assert page.locator(".zoom").count() == 0


def test_words_of_drawings_are_large_enough_on_a_phone(visit: Callable[..., Page]) -> None:
    page = visit(width=360)
    measure = "each => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a"
    sizes = [float(each.evaluate(measure)) for each in page.locator("svg.chart text").all()]
    assert min(sizes) >= 10.5
