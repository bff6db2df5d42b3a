"""Where things stand: all on one page, or texts and events on pages of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

__all__ = ["ENTRY", "FOLDER", "Shelf"]

ENTRY = "report.html"
FOLDER = "report"  # beside the entry; holds the pages of texts and events
_LINK = re.compile(r'href="#([^"]+)"')  # text that looks so is escaped, and has no such quotes


@dataclass(frozen=True, slots=True)
class Shelf:
    """The way from one page to the others.

    `files` has the page of every event's and report's id, as a path from the entry; it is empty
    where all stands on one page. What stands in a report has the report's id, or its letter, and a
    number. `here` is the page that the way starts from.
    """

    files: Mapping[str, str]
    here: str = ENTRY
    texts_apart: bool = False  # whether each text has a page of its own
    events_apart: bool = False

    def at(self, here: str) -> Shelf:
        """Return the same shelf, seen from another page."""
        return replace(self, here=here)

    def linked(self, html: str) -> str:
        """Return a page whose links lead to where their targets stand."""
        return _LINK.sub(self._link, html) if self.files else html

    def _link(self, found: re.Match[str]) -> str:
        anchor = found[1]
        stem = anchor if anchor in self.files else anchor.rstrip("0123456789").rstrip("-")
        there = self.files.get(stem, self.here)
        page = "" if there == self.here else self._page(there)
        return f'href="{page}#{anchor}"'

    def _page(self, there: str) -> str:
        name = there.rpartition("/")[2]
        if "/" not in self.here:
            return there
        return name if "/" in there else f"../{name}"
