"""The rules of axe-core on the page as people see it: light, dark, narrow, with words shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

_GRAVE = frozenset({"serious", "critical"})
_SCHEMES = ["light", "dark"]


def _grave(page: Page, part: str | None = None) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    found: dict[str, Any] = axe.Axe().run(page, context=part).response
    return [
        f"{each['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for each in found["violations"]
        if each["impact"] in _GRAVE
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", _SCHEMES)
@pytest.mark.parametrize("width", [360, 1440])
def test_no_grave_finding_on_overview_event_and_texts(
    visit: Callable[..., Page], width: int, scheme: str
) -> None:
    page = visit(width=width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert _grave(page) == []


def test_no_grave_finding_in_shown_words(visit: Callable[..., Page]) -> None:
    page = visit()
    page.locator(".lead a.n").first.hover()
    page.get_by_role("tooltip").wait_for()
    assert _grave(page, "#peek") == []
