"""The page as HTML: the engine, the policy, what cannot be shown."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.tell.page.overview import Overview, overview
from rashomon.tell.page.shelf import ENTRY, FOLDER, Shelf
from rashomon.tell.visible import visible
from rashomon.values import Dossier

__all__ = ["render", "render_page", "render_part"]

_STYLES, _SCRIPTS = ("page.css", "charts.css"), ("page.js", "map.js")
_TEXT, _EVENT = "alone_text.html.j2", "alone_event.html.j2"
# What a page of its own does without: there may be tens of thousands of them.
_LIGHTER: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    _TEXT: (("page.css",), ()),
    _EVENT: (_STYLES, ("page.js",)),
}
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
# Beyond these a page gets slow on a phone: marked, a text takes some five times its size, an event
# about 40 KB (docs/decisions/0018-one-page-or-a-folder.md).
_MOST_CHARACTERS = 1_000_000
_MOST_EVENTS = 150


def render_page(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Render a dossier as one self-contained page.

    Returns:
        The path and the content of the page; or, where the texts or the events are too many for
        one, of all pages, each made when it is asked for: first the entry, then those of events
        and of texts in a folder beside it.
    """
    page = overview(dossier)
    shelf = _shelve(page)
    yield ENTRY, render("report.html.j2", page, shelf)
    if shelf.events_apart:
        for event in page.book.events():
            here = shelf.files[event.row.anchor]
            yield here, render(_EVENT, event, shelf.at(here))
    if shelf.texts_apart:
        for text in page.book.texts():
            here = shelf.files[text.anchor]
            yield here, render(_TEXT, text, shelf.at(here))


def _shelve(page: Overview) -> Shelf:
    """Choose a file for each text and event, where there are too many for one page.

    Numbers and letters make the names: they fit every file system, whatever an id holds.
    """
    texts_apart = page.characters > _MOST_CHARACTERS
    events_apart = len(page.rows) > _MOST_EVENTS
    if not texts_apart and not events_apart:
        return Shelf({})
    files = {"events": ENTRY}
    for text in page.texts:
        file = f"{FOLDER}/text-{text.letter}.html" if texts_apart else ENTRY
        files[text.anchor] = files[f"c-{text.letter}"] = file
    for number, row in enumerate(page.rows, start=1):
        files[row.anchor] = f"{FOLDER}/event-{number}.html" if events_apart else ENTRY
    return Shelf(files, texts_apart=texts_apart, events_apart=events_apart)


def render(template: str, page: object, shelf: Shelf | None = None) -> str:
    """Fill a template with what it shows as `page`, which stands where `shelf` says.

    All text is escaped by the template engine. The page carries a policy that forbids any request;
    its style sheet and its script are allowed by their hashes, and no other.
    """
    style, script = map(_sources, _LIGHTER.get(template, (_STYLES, _SCRIPTS)))
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
