"""Put verbs of saying over what is said, with who says it below: "..., a déclaré le maire"."""

from __future__ import annotations

from rashomon.read.trees.tree import NOUNLY, SUBJECTS, Tree

__all__ = ["hang_next_noun", "lift_speakers"]

_NEAR = 4  # words from a verb of saying to the noun that says it
_CLAUSAL = frozenset({"VERB", "AUX", "NOUN", "ADJ"})  # what can be the head of a clause


def lift_speakers(tree: Tree) -> None:
    """Put a verb of saying over what was said before it: "..., said the mayor"."""
    for at in tree:
        if tree.pos[at] != "VERB" or tree.lemma[at] not in tree.shape.saying:
            continue
        clause = _said_before(tree, at)
        if clause is None or not _is_inverted(tree, at, clause):
            continue
        if _is_subject(tree, at, clause):
            if tree.head[clause] != at:
                tree.lift(at, clause, "nsubj")
            tree.label[clause] = "nsubj"
            continue
        _find_speaker(tree, at)
        if tree.head[clause] == at:
            tree.label[clause] = "ccomp"
            continue
        over = clause
        while tree.head[over] != over and tree.starts(over, ("conj", "parataxis")):
            over = tree.head[over]
        if over != clause:
            tree.hang(at, over, "parataxis")
        tree.lift(at, over, "ccomp")


def _said_before(tree: Tree, at: int) -> int | None:
    """Return the head of the clause before a verb, on which it hangs or which hangs on it."""
    over = tree.head[at]
    clauses = [over] if over < at else [c for c in tree.children(at) if c < at]
    return next((each for each in clauses if tree.pos[each] in _CLAUSAL), None)


def _is_inverted(tree: Tree, at: int, clause: int) -> bool:
    """Tell whether a comma stands before a verb and its helpers, and nobody who does it."""
    before = [each for each in tree.children(at) if each < at and each != clause]
    if any(tree.starts(each, ("cc", "mark", *SUBJECTS)) for each in before):
        return False
    first = at - 1
    while first in before and tree.starts(first, ("aux", "advmod", "expl")):
        first -= 1
    return first > clause and tree.words[first].is_punct


def _is_subject(tree: Tree, at: int, clause: int) -> bool:
    """Tell whether the noun before a verb is who speaks: "X, the mayor, said that"."""
    if tree.pos[clause] != "NOUN" or tree.children(clause, "cop"):
        return False
    return any(tree.starts(each, ("ccomp", "xcomp", "obj")) for each in tree.below[at])


def _find_speaker(tree: Tree, at: int) -> None:
    """Of the nouns after a verb of saying take the first that is no time for who says it."""
    nouns = [each for each in tree.children(at) if each > at and tree.starts(each, NOUNLY)]
    bare = [each for each in nouns if not tree.children(each, "case")]
    for noun in bare:
        if tree.lower(noun) in tree.shape.times:
            tree.label[noun] = "obl:mod"
    people = [noun for noun in bare if tree.lower(noun) not in tree.shape.times]
    people = people or [
        each  # "a dit à l'AFP le maire"
        for noun in nouns
        for each in tree.children(noun, "nmod", "appos")
        if tree.children(each, "det") and not tree.children(each, "case")
    ]
    for noun in people[:1]:
        tree.hang(noun, at, tree.label[noun])
    if not any(tree.starts(each, SUBJECTS) for each in tree.below[at]) and not people:
        pronoun = [each for each in tree.children(at) if tree.lower(each)[:1] == "-"]
        if pronoun:  # "a-t-il ajouté"
            tree.label[pronoun[-1]] = "nsubj"
        else:
            hang_next_noun(tree, at)
    if people and not any(tree.starts(noun, SUBJECTS) for noun in people):
        tree.label[people[0]] = "nsubj"


def hang_next_noun(tree: Tree, at: int) -> bool:
    """Make the noun right behind a verb of saying its subject, with its article; tell if one is."""
    ahead = range(at + 1, min(at + _NEAR, len(tree.words)))
    noun = next((each for each in ahead if tree.pos[each] in {"NOUN", "PROPN"}), None)
    if noun is None or noun == tree.head[at]:
        return False
    between = range(at + 1, noun)
    if any(tree.pos[each] not in {"DET", "ADJ"} for each in between):
        return False
    over = tree.head[noun]
    tree.hang(noun, at, "nsubj")
    for each in between:
        tree.hang(each, noun, "det" if tree.pos[each] == "DET" else "amod")
    if over > noun and tree.head[over] == at:
        tree.hang(over, noun, "acl")
    return True
