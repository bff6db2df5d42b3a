"""Which reports can be read at all."""

from __future__ import annotations

from rashomon.lexicon import FALLBACK, languages
from rashomon.values import Issue, Report

__all__ = ["language_of", "out_of_reach"]

_LONGEST = 1_000_000  # characters: about 150,000 words, and where spaCy's own limit stands


def language_of(report: Report) -> str:
    """Return the language that a report is read in."""
    return report.language or FALLBACK


def out_of_reach(report: Report) -> Issue | None:
    """Say why a report is not to be parsed; None where nothing speaks against it."""
    language = language_of(report)
    if language not in languages():
        known = ", ".join(languages())
        return Issue("unread-language", f"got language {language!r}; the lexicon covers: {known}")
    if len(report.content) > _LONGEST:
        message = f"got {len(report.content):,} characters; at most {_LONGEST:,} are read: split it"
        return Issue("too-long", message)
    return None
