"""A drawing ready for a page, with the table behind it for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

__all__ = ["Drawing"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A static drawing and all that it shows, in words.

    `svg` is whole and escaped: one or more SVG elements, coloured by the classes of `charts.css`.
    `description` says in a sentence what there is to see; `note` says how to read it, where that
    is not plain. `rows` are the table behind it, under `columns`; they are plain text, to be
    escaped by the page.
    """

    svg: Markup
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
