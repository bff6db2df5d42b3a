"""Take the pictures of `docs/pictures` from the report page on `examples/baghlan`.

    python -m benchmarks.pictures

needs chromium and Playwright, and takes about half a minute.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

import rashomon
from rashomon.tell import choose, write

__all__ = ["main"]

_OUT = Path("docs/pictures")
_WIDE, _NARROW = 1120, 390  # CSS pixels
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
# What each picture shows: from which element down, how high, how wide, in which scheme.
_PICTURES = {
    "overview": ("#main", 900, _WIDE, "light"),
    "event": ("section.event", 1250, _WIDE, "light"),
    "tellings": (".event h3[id$=tellings]", 1000, _WIDE, "light"),
    "text": ("article.report", 720, _WIDE, "light"),
    "phone": ("section.event", 1100, _NARROW, "light"),
}


def main() -> int:
    """Read the example, open its page and take each picture."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no chromium was found: apt-get install chromium", file=sys.stderr)
        return 1
    _OUT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        dossier = rashomon.run(["examples/baghlan"]).dossier
        write(dossier, Path(folder), [each.name for each in choose(["html"])])
        with sync_playwright() as started:
            browser = started.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
            for name in _PICTURES:
                _take(browser, Path(folder) / "report.html", name)
            browser.close()
    return 0


def _take(browser: Browser, page_file: Path, name: str) -> None:
    element, height, width, scheme = _PICTURES[name]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    top = page.locator(element).first.evaluate("each => each.getBoundingClientRect().top + scrollY")
    page.screenshot(
        path=_OUT / f"{name}.png",
        full_page=True,
        clip={"x": 0, "y": max(top - 16, 0), "width": width, "height": height},
    )
    context.close()


if __name__ == "__main__":
    sys.exit(main())
