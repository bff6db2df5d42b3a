"""Where things stand: all on one page, or texts and events on pages of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["ENTRY", "FOLDER", "Shelf"]

ENTRY = "report.html"
FOLDER = "report"  # beside the entry; holds the pages of texts and events


@dataclass(frozen=True, slots=True)
class Shelf:
    """The way from one page to the others.

    `files` has the page of each event's and report's id, as a path from the entry; what stands in a
    report has the report's id, or its letter, and a number. What is not listed stands on the entry.
    `here` is the page that the way starts from.
    """

    files: Mapping[str, str]
    here: str = ENTRY

    def at(self, here: str) -> Shelf:
        """Return the same shelf, seen from another page."""
        return Shelf(self.files, here)

    def to(self, anchor: str) -> str:
        """Return the address of an id."""
        stem = anchor if anchor in self.files else anchor.rstrip("0123456789").rstrip("-")
        there = self.files.get(stem, ENTRY)
        return f"{'' if there == self.here else self._page(there)}#{anchor}"

    def _page(self, there: str) -> str:
        name = there.rpartition("/")[2]
        if "/" not in self.here:
            return there
        return name if "/" in there else f"../{name}"
