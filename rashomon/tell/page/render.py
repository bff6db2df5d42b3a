"""The page as HTML: the engine, the policy, what cannot be shown."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.tell.page.overview import overview
from rashomon.tell.visible import visible
from rashomon.values import Dossier

__all__ = ["render", "render_page"]

_STYLES = ("page.css", "charts.css")
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def render_page(dossier: Dossier) -> str:
    """Render a dossier as one self-contained page."""
    return render("report.html.j2", overview(dossier))


def render(template: str, page: object) -> str:
    """Fill a template with what it shows as `page`.

    All text is escaped by the template engine. The page carries a policy that forbids scripts and
    any request; its style sheet is allowed by its hash.
    """
    folder = files("rashomon.tell") / "templates"
    style = "".join((folder / name).read_text(encoding="utf-8") for name in _STYLES)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template(template)
        .render(
            page=page,
            style=Markup(style),  # noqa: S704  our own file
            policy=f"{_POLICY}; style-src 'sha256-{digest}'",
        )
    )


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
