"""What a reference says of a report, for every format of references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rashomon.tell.case import Library
from rashomon.tell.exports.plain import plain, shortened
from rashomon.tell.links import followable
from rashomon.text.days import as_day
from rashomon.text.folding import fold
from rashomon.values import Dossier, Report, identify

__all__ = ["Citation", "citations"]

_LONGEST_TITLE = 80  # characters of a text's opening that stand for a title
_LONGEST_NAME = 24  # letters of a publisher in a key
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """One report as a reference.

    `key` is made of publisher, year and report id, so it is the same in every run. A report
    without a title has its opening words in square brackets, as libraries catalogue it.
    """

    key: str
    title: str
    author: str | None  # the byline as it stands: it may name nobody, or several
    publisher: str | None
    published: date | None
    url: str | None
    language: str | None


def citations(dossier: Dossier) -> tuple[Citation, ...]:
    """Return the reports as references, in the order of publication."""
    return tuple(map(_citation, Library.of(dossier).reports.values()))


def _citation(report: Report) -> Citation:
    published = as_day(report.published)
    opening = shortened(plain(report.text), _LONGEST_TITLE)
    return Citation(
        key=_key(report, published),
        title=plain(report.title) or f"[{opening}]",
        author=plain(report.byline) or None,
        publisher=plain(report.publisher) or None,
        published=published,
        url=followable(report.url),
        language=report.language,
    )


def _key(report: Report, published: date | None) -> str:
    """Write "hillpost2023-9f3c2a77": the hash keeps apart what a publisher prints in a year."""
    letters = _NO_LETTER.sub("", fold(plain(report.publisher)))[:_LONGEST_NAME] or "report"
    year = published.year if published else "nd"
    return f"{letters}{year}-{identify(report.id)[:8]}"
