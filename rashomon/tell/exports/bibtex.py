"""The reports as BibTeX, for LaTeX and for programs that keep references.

Fields serve both worlds: biblatex reads `date`, `organization` and `langid`, plain BibTeX `year`,
`month`, `howpublished`.
"""

from __future__ import annotations

from rashomon.tell.exports.citations import Citation, citations
from rashomon.values import Dossier

__all__ = ["bibliography"]

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # an escaped brace would still count as one
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "#$%&_"},
    }
)
# babel's names of the languages that are read.
_LANGID = {"en": "english", "fr": "french"}


def bibliography(dossier: Dossier) -> str:
    """Return a `.bib` file, one entry a report."""
    return "\n".join(map(_entry, citations(dossier)))


def _entry(source: Citation) -> str:
    fields = {
        "title": _whole(source.title),
        "author": _whole(source.author),
        "organization": _escaped(source.publisher),
        "howpublished": _escaped(source.publisher),
        "date": source.published.isoformat() if source.published else None,
        "year": str(source.published.year) if source.published else None,
        "month": str(source.published.month) if source.published else None,
        "url": source.url,
        "langid": _LANGID.get(source.language or ""),
    }
    kind = "online" if source.url else "misc"
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{source.key},\n{''.join(lines)}}}\n"


def _whole(text: str | None) -> str | None:
    """Keep a title's capitals, and a byline as one name, by a second pair of braces."""
    return f"{{{_escaped(text)}}}" if text else None


def _escaped(text: str | None) -> str | None:
    return text.translate(_SPECIAL) if text else None
