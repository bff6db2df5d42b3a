"""The page of a comparison in chromium: it fits, says what differs, and axe finds nothing grave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_finding_and_no_overflow(visit: Callable[..., Page], width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    page = visit("compare", width=width, color_scheme=scheme)
    found: dict[str, Any] = axe.Axe().run(page).response
    assert [each["id"] for each in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_each_group_is_told_and_can_be_reached(visit: Callable[..., Page]) -> None:
    page = visit("compare")
    page.get_by_role("link", name="Only theirs (1)").click()
    assert page.url.endswith("#only-theirs")
    assert page.locator("#matched table").count() == 1
    assert "Belda" in page.locator("#only-theirs").inner_text()
    assert "bad" not in page.locator("#matched").inner_text()
    assert page.get_by_text("Rows left out").is_visible()
