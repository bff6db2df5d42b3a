"""Debian's chromium, driven by Playwright; without one of them these tests skip and say so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rashomon.tell.compare import compare_dossier, comparison_page
from rashomon.tell.exports.ucdp import events_csv
from rashomon.tell.page import render_page
from rashomon.values import Dossier, Event, EventPlace, Grade
from tests.tell.made import dossier, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium was found: apt-get install chromium")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield found
        found.close()


def several() -> Dossier:
    """Make a dossier of three events that differ in grade, kind, country, day and toll."""
    made = dossier()
    first = made.events[0]
    return replace(made, events=(first, *_others(first)))


def _others(first: Event) -> tuple[Event, ...]:
    killed = next(each for each in first.findings if each.of == "total")
    return (
        replace(
            first,
            id="b",
            kind="Attack",
            title="Étable burned, Brake",
            start="2023-03-02",
            end="2023-03-02",
            place=EventPlace(name="Brake", country="TD", lat=12.1, lon=15.0, precision=3),
            findings=(replace(killed, low=100, best=1200, high=None),),
            claims=(),
            accounts=(),
            contradictions=(),
            grade=Grade("weak", ("one origin",)),
            doubts=(),
        ),
        replace(
            first,
            id="c",
            title="A toll that nobody counts",
            start=None,
            end=None,
            place=None,
            claims=(),
            accounts=(),
            findings=(),
            contradictions=(),
            grade=Grade("fair", ("two origins",)),
        ),
    )


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages that the tests open."""
    folder = tmp_path_factory.mktemp("pages")
    paths = {}
    for name, made in (("several", several()), ("hostile", hostile())):
        ((_, html),) = render_page(made)
        paths[name] = folder / f"{name}.html"
        paths[name].write_text(html, encoding="utf-8")
    compared = compare_dossier(several(), theirs().splitlines(keepends=True), "ged.csv")
    paths["compare"] = folder / "compare.html"
    paths["compare"].write_text(comparison_page(compared, "ged.csv"), encoding="utf-8")
    return paths


def theirs() -> str:
    """Make a GED file of one event that ours has, one that it has not, and a bad row."""
    own = events_csv(dossier())
    header, row = own.splitlines()
    return "\n".join((header, row, row.replace("Orla", "Belda").replace("13.52", "16.1"), "1,2"))


@pytest.fixture
def visit(browser: Browser, pages: dict[str, Path]) -> Iterator[Callable[..., Page]]:
    """Open a page; nothing but its own file may be asked for, and nothing may go wrong in it."""
    asked: list[str] = []
    wrong: list[str] = []
    contexts = []

    def opened(name: str = "several", width: int = 1440, **options: Any) -> Page:  # noqa: ANN401
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda told: wrong.append(told.text))
        page.goto(pages[name].as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert {url for url in asked if not url.startswith("file:")} == set()
    assert len(asked) == len(contexts)
    assert wrong == []
