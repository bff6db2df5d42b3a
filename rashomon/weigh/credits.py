"""The news agency whose story a report says it prints: "KABUL (AFP) -", "With inputs from Reuters".

A credit is evidence of who had it from whom where the words no longer show it: a rewritten wire
story is nobody's own account (METHODS 4.1).
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicon import languages, section
from rashomon.text.folding import fold
from rashomon.values import Report
from rashomon.weigh.words import lexicon, mapping

__all__ = ["agency_of", "credited_agency"]

_DATELINE = re.compile(
    r"[^()\n]{2,60}\(([^()\n]{2,40})\)\s{0,2}[-\u2013\u2014:]"
)  # "KABUL (AFP) -"
_HEAD, _FOOT = 4, 4  # paragraphs at either end among which a dateline or a credit stands
_LONGEST = 120  # characters of a line of credit
_WORD = re.compile(r"\w+")


def credited_agency(report: Report | None) -> str | None:
    """Return the agency in a report's byline, dateline or closing line; None for its own story."""
    if report is None:
        return None
    paragraphs = [line.strip() for line in report.text.splitlines() if line.strip()]
    lines = [report.byline or "", *map(_dateline, paragraphs[:_HEAD])]
    lines += [line for line in paragraphs[-_FOOT:] if _is_credit(line)]
    return next(filter(None, map(agency_of, lines)), None)


def agency_of(words: str) -> str | None:
    """Return the news agency that is named in a few words, always by one name."""
    folded = _plain(words)
    for full, short in mapping("agency_names").items():
        if f" {full} " in f" {folded} ":
            return short
    return next((word for word in folded.split() if word in _agencies()), None)


def _dateline(paragraph: str) -> str:
    found = _DATELINE.match(paragraph)
    return found[1] if found else ""


def _is_credit(line: str) -> bool:
    """Tell whether a short line says whose the text is: by its first words, or by nothing else."""
    if len(line) > _LONGEST:
        return False
    words = _plain(line)
    bare = words in _agencies() or words in mapping("agency_names")
    return bare or any(words.startswith(f"{cue} ") for cue in lexicon("credits"))


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(fold(words)))


@cache
def _agencies() -> frozenset[str]:
    return frozenset().union(*(section(code, "voices").words("agencies") for code in languages()))
