"""JSON-LD read as a graph, offline: the context is the one given, not the one named."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping

from rdflib import RDF, Graph

__all__ = ["graph_of", "terms"]


def graph_of(document: Mapping[str, object], context: Mapping[str, object]) -> Graph:
    """Expand a document under a context."""
    with warnings.catch_warnings():
        # rdflib's own parser still uses what rdflib deprecates.
        warnings.filterwarnings("ignore", "ConjunctiveGraph", DeprecationWarning)
        return Graph().parse(data=json.dumps({**document, "@context": context}), format="json-ld")


def terms(graph: Graph) -> set[str]:
    """Return every property and class that a graph uses."""
    return {str(each) for each in (*graph.predicates(), *graph.objects(None, RDF.type))}
