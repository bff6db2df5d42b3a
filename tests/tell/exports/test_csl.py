import json
import warnings
from typing import Any

import pytest
from citeproc import (
    VARIABLES,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
    types,
)
from citeproc.source.json import CiteProcJSON

from rashomon.tell.exports.citations import citations
from rashomon.tell.exports.csl import bibliography
from rashomon.values import Dossier
from tests.tell.made import dossier, empty, hostile


def _items(made: Dossier) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(bibliography(made))
    return items


@pytest.mark.parametrize("made", [dossier(), hostile(), empty()], ids=["made", "hostile", "empty"])
def test_the_language_knows_every_field(made: Dossier) -> None:
    known = {each.replace("_", "-") for each in VARIABLES} | {"id", "type"}
    for item in _items(made):
        assert item.keys() <= known
        assert item["type"] == types.ARTICLE_NEWSPAPER
        assert all(isinstance(item[each], str) and item[each] for each in ("id", "title"))


def test_an_item() -> None:
    assert _items(dossier())[0] == {
        "id": citations(dossier())[0].key,
        "type": "article-newspaper",
        "title": "Guards hold Orla bridge against raiders",
        "author": [{"literal": "Ada Fell"}],
        "issued": {"date-parts": [[2023, 3, 15]]},
        "container-title": "Hill Post",
        "URL": "https://hillpost.example/orla?a=1&b=2",
        "language": "en",
    }


def test_a_processor_prints_it() -> None:
    items = _items(dossier())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the processor knows less of CSL than the style asks for
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            printed.register(Citation([CitationItem(item["id"])]))
        lines = [str(line) for line in printed.bibliography()]
    assert len(lines) == len(items)
    first = next(line for line in lines if "Guards hold" in line)
    assert "Hill Post" in first
    assert "2023" in first
    assert "Ada Fell" in first
