"""The page as HTML: the engine, the policy, what cannot be shown."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.tell.page.event import EventView
from rashomon.tell.page.overview import Overview, overview
from rashomon.tell.page.report import ReportView
from rashomon.tell.page.shelf import ENTRY, FOLDER, Shelf
from rashomon.tell.visible import visible
from rashomon.values import Dossier

__all__ = ["render", "render_page", "render_part"]

_STYLES = ("page.css", "charts.css")
_SCRIPTS = ("page.js", "map.js")
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
# Beyond these a page gets slow on a phone: marked, a text takes some five times its size, an event
# about 40 KB (docs/decisions/0018-one-page-or-a-folder.md).
_MOST_CHARACTERS = 1_000_000
_MOST_EVENTS = 150


def render_page(dossier: Dossier) -> str | dict[str, str]:
    """Render a dossier as one self-contained page.

    Returns:
        The page; or, where the texts or the events are too many for one, all pages by path: the
        entry, and those of texts and events in a folder beside it.
    """
    page = overview(dossier)
    shelf = _shelve(page)
    entry = render("report.html.j2", page, shelf)
    if not shelf.files:
        return entry
    pages = {ENTRY: entry}
    views: tuple[EventView | ReportView, ...] = (*page.events, *page.reports)
    for view in views:
        if shelf.is_apart(view.anchor):
            here = shelf.files[view.anchor]
            pages[here] = render("alone.html.j2", view, shelf.at(here))
    return pages


def _shelve(page: Overview) -> Shelf:
    """Choose a file for each text and event, where there are too many for one page.

    Numbers and letters make the names: they fit every file system, whatever an id holds.
    """
    texts_apart = page.characters > _MOST_CHARACTERS
    events_apart = len(page.events) > _MOST_EVENTS
    if not texts_apart and not events_apart:
        return Shelf({})
    files = {"events": ENTRY}
    for report in page.reports:
        file = f"{FOLDER}/text-{report.letter}.html" if texts_apart else ENTRY
        files |= {report.anchor: file, f"c-{report.letter}": file}
    for number, event in enumerate(page.events, start=1):
        files[event.anchor] = f"{FOLDER}/event-{number}.html" if events_apart else ENTRY
    return Shelf(files)


def render(template: str, page: object, shelf: Shelf | None = None) -> str:
    """Fill a template with what it shows as `page`, which stands where `shelf` says.

    All text is escaped by the template engine. The page carries a policy that forbids any request;
    its style sheet and its script are allowed by their hashes, and no other.
    """
    style, script = _sources(_STYLES), _sources(_SCRIPTS)
    place = shelf or Shelf({})
    html = (
        _environment()
        .get_template(template)
        .render(
            page=page,
            shelf=place,
            style=Markup(style),  # noqa: S704  our own file
            script=Markup(script),  # noqa: S704  our own file
            policy=f"{_POLICY}; style-src {_hashed(style)}; script-src {_hashed(script)}",
        )
    )
    return place.linked(html)


@cache
def _sources(names: tuple[str, ...]) -> str:
    folder = files("rashomon.tell") / "templates"
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)


def _hashed(source: str) -> str:
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def render_part(template: str, macro: str, page: object) -> str:
    """Fill one macro of a template, for a page that is not ours: no style sheet, no policy."""
    filled: Markup = getattr(_environment().get_template(template).module, macro)(page)
    return str(filled)


def _visible(value: object) -> object:
    """Replace each character that a page cannot show safely with U+FFFD, one for one.

    The engine calls this on every value that it writes; what is markup already has been through.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return visible(value)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("rashomon.tell", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
