"""The page as HTML: the engine, the policy, what cannot be shown."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.tell.page.overview import overview
from rashomon.values import Dossier

__all__ = ["render", "render_page"]

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"

# Characters that HTML cannot hold, or that turn the reading direction of what follows.
_UNSHOWN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def render_page(dossier: Dossier) -> str:
    """Render a dossier as one self-contained page."""
    return render("report.html.j2", overview(dossier))


def render(template: str, page: object) -> str:
    """Fill a template with what it shows as `page`.

    All text is escaped by the template engine. The page carries a policy that forbids scripts and
    any request; its style sheet is allowed by its hash.
    """
    style = (files("rashomon.tell") / "templates" / "page.css").read_text(encoding="utf-8")
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
    return _UNSHOWN.sub("\ufffd", value)


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
