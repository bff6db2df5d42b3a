"""What a reader does with the report page, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

Visit = Callable[..., "Page"]
_ROWS = "#table tbody tr"
_NARROWEST = 320  # CSS pixels: what WCAG 1.4.10 asks for


def _titles(page: Page) -> list[str]:
    return [row.inner_text() for row in page.locator(f"{_ROWS} th a").all() if row.is_visible()]


def _first_words(page: Page) -> list[str]:
    return [title.split()[0] for title in _titles(page)]


def test_an_event_is_opened_and_a_figure_followed_to_its_words_and_back(visit: Visit) -> None:
    page = visit()
    page.locator(f"{_ROWS} th a").first.click()
    event = page.locator("section.event").first
    assert page.url.endswith(f"#{event.get_attribute('id')}")
    event.locator(".accounts q a", has_text="nearly 20").click()
    words = page.locator(":target")
    assert words.inner_text() == "nearly 20"
    assert words.evaluate("each => each.tagName") == "MARK"
    page.locator("a.m", has=words).click()
    claim = page.locator(":target")
    assert "18–20 killed, raiders" in claim.inner_text()
    claim.get_by_role("link", name="the event").click()
    assert page.url.endswith(f"#{event.get_attribute('id')}")


def test_a_footnote_shows_its_words_on_the_spot(visit: Visit) -> None:
    page = visit()
    note = page.locator(".lead a.n").first
    note.hover()
    peek = page.get_by_role("tooltip")
    peek.wait_for()
    assert peek.locator(".here").count() == 1
    page.keyboard.press("Escape")
    assert not peek.is_visible()


def test_a_footnote_shows_its_words_to_the_keyboard(visit: Visit) -> None:
    page = visit()
    page.locator(".inner a").last.focus()
    page.locator(".lead a.n").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    note = page.locator(".lead a.n").last
    assert note.get_attribute("aria-describedby") == "peek"
    assert page.get_by_role("tooltip").is_visible()


def test_a_cell_opens_the_words_in_full(visit: Visit) -> None:
    page = visit()
    row = page.locator(".accounts tr", has=page.get_by_role("rowheader", name="Killed, raiders"))
    cell = row.locator("td").first
    assert not cell.locator("blockquote").first.is_visible()
    cell.locator("summary").click()
    assert cell.locator("blockquote").first.inner_text().startswith("had killed nearly 20")


def test_the_table_is_sorted_by_its_heads(visit: Visit) -> None:
    page = visit()
    head = page.locator("#table thead th", has_text="Killed")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert _first_words(page) == ["20", "Étable", "A"]  # who is not counted comes last
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert _first_words(page) == ["Étable", "20", "A"]
    page.get_by_role("button", name="When").click()
    assert page.locator("[aria-sort]").count() == 1
    assert _first_words(page) == ["Étable", "20", "A"]


def test_the_table_is_narrowed_by_words_choices_and_days(visit: Visit) -> None:
    page = visit()
    shown = page.locator("#shown")
    assert shown.inner_text() == "3 of 3 events"
    page.get_by_label("Find").fill("ETABLE brake")
    assert _first_words(page) == ["Étable"]
    assert shown.inner_text() == "1 of 3 events"
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Grade").select_option("contested")
    assert _first_words(page) == ["20"]
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("From").fill("2023-03-10")
    assert _first_words(page) == ["20"]
    page.get_by_role("button", name="Show all").click()
    assert shown.inner_text() == "3 of 3 events"


def test_without_a_script_everything_is_there(visit: Visit) -> None:
    with_script, without = visit(), visit(java_script_enabled=False)
    assert without.locator("main").inner_text()
    assert without.locator(_ROWS).count() == with_script.locator(_ROWS).count()
    for part in ("section.event", "article.report", ".claims li", ".accounts td", "svg"):
        assert without.locator(part).count() == with_script.locator(part).count()
    assert not without.locator("#tools").is_visible()
    assert without.locator("button:visible").count() == 0
    words = without.locator(".accounts q a", has_text="nearly 20")
    words.click()
    assert without.locator(":target").inner_text() == "nearly 20"


@pytest.mark.parametrize("width", [_NARROWEST, 360, 820, 1440, 2560])
@pytest.mark.parametrize("name", ["several", "hostile"])
def test_no_page_is_wider_than_its_window(visit: Visit, name: str, width: int) -> None:
    page = visit(name, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_each_cell_says_whose_it_is(visit: Visit) -> None:
    page = visit(width=360)
    cell = page.locator(".accounts td.silent").first
    label = cell.evaluate("each => getComputedStyle(each, '::before').content")
    assert label.startswith('"Report ')
    assert cell.evaluate("each => getComputedStyle(each).display") == "inline-block"


def test_paper_shows_what_is_folded_and_no_tools(visit: Visit) -> None:
    page = visit()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert not page.locator("#tools").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    assert page.pdf().startswith(b"%PDF")


def test_what_means_harm_runs_nothing(visit: Visit) -> None:
    page = visit("hostile")
    page.locator("a[href*='#r-']").first.hover()
    page.wait_for_timeout(400)
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, form").count() == 0
    handlers = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
    assert not [each for each in page.evaluate(handlers) if each.startswith("on")]


def test_marks_are_told_apart_without_colour(visit: Visit) -> None:
    page = visit()
    looks = page.locator("#texts > .key mark").evaluate_all(
        """marks => marks.map(mark => {
          const look = getComputedStyle(mark);
          return [look.fontWeight, look.fontStyle, look.textDecorationLine,
            look.borderBottomStyle, look.borderBottomWidth].join();
        })"""
    )
    assert len(looks) == len(set(looks)) == 6
