"""Vega-Lite's drawing of a chart as a small SVG, its words put in by us.

The engine lays out numbers only. Every word, link and class is left with us under a key (`Words`)
and put, escaped, in the place of its key: article text never reaches the engine, which stops the
whole process on a character that XML forbids, and which would measure words with whatever fonts a
machine has. Colours come from the page's style sheet, by class.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET

import vl_convert
from markupsafe import Markup

from rashomon.tell.visible import visible

__all__ = ["Ink", "Row", "Spec", "Words", "drawn", "framed", "layer"]

Spec: TypeAlias = dict[str, Any]
Row: TypeAlias = dict[str, Any]

_VERSION = "6.4"  # of Vega-Lite; the engine carries several
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_MOVE = re.compile(r"translate\(([-\d.e]+),([-\d.e]+)\)")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
_AXIS = {"label": "label", "tick": "tick", "grid": "grid", "domain": "axis"}


@dataclass(frozen=True, slots=True)
class Ink:
    """What stands at one mark: its class, its words, what it is when pointed at, where it leads."""

    css: str = ""
    text: str = ""
    soft: str = ""  # follows the text in a softer tone
    title: str = ""
    href: str = ""


@dataclass(slots=True)
class Words:
    """The inks of a drawing, each under a key that the engine can carry."""

    inks: list[Ink] = field(default_factory=list)

    def key(self, css: str = "", text: str = "", **rest: str) -> str:
        """Keep what stands at a mark; return its key."""
        self.inks.append(Ink(css, text, **rest))
        return f"k{len(self.inks) - 1}"

    def of(self, key: str | None) -> Ink:
        """Return what is kept under a key; nothing where there is none."""
        return self.inks[int(key[1:])] if key and key[1:].isdecimal() else Ink()


def layer(name: str, mark: Mapping[str, object], rows: Sequence[Row], **encoding: object) -> Spec:
    """Make one layer whose rows carry their key under "k"; its class on the page is `name`."""
    channels = {"description": {"field": "k", "type": "nominal"}, **encoding}
    if mark["type"] == "text":
        channels["text"] = {"field": "k", "type": "nominal"}
    return {"name": name, "mark": mark, "data": {"values": list(rows)}, "encoding": channels}


def drawn(spec: Spec, words: Words) -> Markup:
    """Draw a specification and put the words in; the content of an SVG element."""
    whole = {
        "background": None,
        "padding": 0,
        "autosize": "none",
        **spec,
        "config": {"view": {"stroke": None}, "axis": {"labelLimit": 0, "labelOverlap": False}},
    }
    svg = _converted(json.dumps(whole, sort_keys=True, allow_nan=False))
    root = ET.fromstring(svg)  # noqa: S314  the engine's own, of our numbers and keys
    return Markup("").join(_groups(root, (0.0, 0.0), words))


def framed(content: Markup, css: str, size: tuple[float, float], said: tuple[str, ...]) -> Markup:
    """Frame the content of a drawing for page and screen reader.

    `said` are an id that is unique on the page, a title and a description.
    """
    name, title, description = said
    return Markup(
        '<svg class="chart {css}" viewBox="0 0 {width:g} {height:g}" role="{role}" '
        'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{title}</title>'
        '<desc id="{name}-d">{description}</desc>{content}</svg>'
    ).format(
        css=css,
        width=size[0],
        height=size[1],
        role="group" if "<a " in content else "img",  # an image may hold nothing to be reached
        name=name,
        title=visible(title),
        description=visible(description),
        content=content,
    )


@lru_cache(maxsize=2048)
def _converted(spec: str) -> str:
    """Let Vega-Lite draw; events of the same shape are drawn once."""
    return vl_convert.vegalite_to_svg(spec, vl_version=_VERSION, show_warnings=False)


def _groups(element: ET.Element, at: tuple[float, float], words: Words) -> Iterator[Markup]:
    """Yield the marks below an element, each layer in a group of its class."""
    for child in element:
        here = _moved(child, at)
        css = _css(child.get("class", ""))
        if css is None:
            yield from _groups(child, here, words)
        else:
            marks = Markup("").join(_marks(child, here, words))
            if marks:
                yield Markup('<g class="{}">{}</g>').format(css, marks)


def _css(names: str) -> str | None:
    """Return the class of a group that holds marks; None for a group of groups."""
    found = re.fullmatch(r"mark-(?:rule|text|symbol|shape|rect|line) role-([\w-]+) ?(\w*)", names)
    if found is None:
        return None
    role, name = found.groups()
    return _AXIS.get(role.removeprefix("axis-"), name.removesuffix("_marks"))


def _moved(element: ET.Element, at: tuple[float, float]) -> tuple[float, float]:
    found = _MOVE.match(element.get("transform", ""))
    return (at[0] + float(found[1]), at[1] + float(found[2])) if found else at


def _marks(group: ET.Element, at: tuple[float, float], words: Words) -> Iterator[Markup]:
    for mark in group:
        tag = mark.tag.rpartition("}")[2]
        x, y = _moved(mark, at)
        key = mark.get("aria-label")
        text = mark.text or ""
        ink = words.of(text if re.fullmatch(r"k\d+", text) else key)
        shape = _shape(tag, mark, x, y)
        if shape is None or mark.get("opacity") == "0":
            continue
        css = Markup(' class="{}"').format(ink.css) if ink.css else Markup("")
        inside = _inside(ink, text)
        made = Markup("<{}{}{}>{}</{}>").format(shape[0], css, shape[1], inside, shape[0])
        if ink.href:
            made = Markup('<a href="{}" aria-label="{}">{}</a>').format(
                ink.href, visible(ink.title), made
            )
        yield made


def _inside(ink: Ink, text: str) -> Markup:
    """Write what stands inside a mark: its title, its words; of an axis, the engine's number."""
    title = Markup("<title>{}</title>").format(visible(ink.title)) if ink.title else Markup("")
    soft = Markup(' <tspan class="soft">{}</tspan>').format(visible(ink.soft)) if ink.soft else ""
    return Markup("{}{}{}").format(title, visible(ink.text) if ink != Ink() else text, soft)


def _shape(tag: str, mark: ET.Element, x: float, y: float) -> tuple[str, Markup] | None:
    """Return the element and its geometry, with one digit after the point."""
    if tag == "line":
        x2, y2 = x + float(mark.get("x2", 0)), y + float(mark.get("y2", 0))
        return "line", _attributes(x1=x, y1=y, x2=x2, y2=y2)
    if tag == "text":
        anchor = mark.get("text-anchor", "start")
        extra = {} if anchor == "start" else {"text_anchor": anchor}
        return "text", _attributes(x=x, y=y, **extra)
    path = mark.get("d", "")
    if not path:
        return None
    circle = _CIRCLE.match(path)
    if circle:
        return "circle", _attributes(cx=x, cy=y, r=float(circle[1]))
    place = {} if (x, y) == (0, 0) else {"transform": f"translate({_tenth(x)},{_tenth(y)})"}
    return "path", _attributes(d=_NUMBER.sub(lambda found: _tenth(float(found[0])), path), **place)


def _attributes(**values: float | str) -> Markup:
    return Markup("").join(
        Markup(' {}="{}"').format(
            name.replace("_", "-"), value if isinstance(value, str) else _tenth(value)
        )
        for name, value in values.items()
    )


def _tenth(value: float) -> str:
    """Write a number with one digit after the point at most, and no minus before a zero."""
    return f"{round(value, 1) + 0.0:g}" if abs(value) < 100_000 else f"{value:.0f}"  # noqa: PLR2004
