"""The reports as CSL-JSON, which Zotero, pandoc and every CSL processor read."""

from __future__ import annotations

import json

from rashomon.tell.exports.citations import Citation, citations
from rashomon.tell.exports.linked import without_none
from rashomon.values import Dossier

__all__ = ["bibliography"]


def bibliography(dossier: Dossier) -> str:
    """Return a list of CSL items, one a report."""
    return json.dumps(list(map(_item, citations(dossier))), ensure_ascii=False, indent=1) + "\n"


def _item(source: Citation) -> dict[str, object]:
    on = source.published
    return without_none(
        id=source.key,
        type="article-newspaper",
        title=source.title,
        author=[{"literal": source.author}] if source.author else None,
        issued={"date-parts": [[on.year, on.month, on.day]]} if on else None,
        URL=source.url,
        language=source.language,
        **{"container-title": source.publisher},
    )
