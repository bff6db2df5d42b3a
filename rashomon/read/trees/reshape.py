"""Repair the trees of a parse, turn them round, and give everything the names that rules know."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from rashomon.lexicon import Shape
from rashomon.read.trees.repairs import REPAIRS
from rashomon.read.trees.speakers import lift_speakers
from rashomon.read.trees.tree import Tree
from rashomon.read.trees.turns import TURNS

__all__ = ["reshaped"]


def reshaped(doc: Doc, shape: Shape) -> Doc:
    """Turn the trees of `doc` round in place, rename its tags and entities, and return it."""
    if not len(doc) or not doc.has_annotation("DEP"):
        return doc
    tree = Tree(doc, shape)
    for change in (*REPAIRS, lift_speakers, *TURNS):
        change(tree)
    tree.rename()
    tree.write(doc)
    doc.ents = [
        Tokens(doc, each.start, each.end, label=shape.entities[each.label_])
        for each in doc.ents
        if each.label_ in shape.entities
    ]
    return doc
