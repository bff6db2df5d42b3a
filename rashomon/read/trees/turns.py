"""Turn trees of Universal Dependencies round: what small words hang on comes to hang on them."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.read.trees.tree import VERBAL, Tree

__all__ = ["TURNS"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})


def _deny(tree: Tree) -> None:
    """Find the word that denies, of which the other half stands by: "ne ... pas"."""
    for at in tree:
        beside = {tree.lower(each) for each in tree.below[tree.head[at]]}
        if tree.lower(at) in tree.shape.negations and beside & tree.shape.with_negations:
            tree.label[at] = "neg"


def _join_names(tree: Tree) -> None:
    """Let a name hang on its last word, and a name right after a noun on that noun."""
    for at in tree:
        parts = tree.children(at, "flat:name", "flat:foreign", "flat")
        if parts and tree.pos[at] == "PROPN":
            last = parts[-1]
            tree.lift(last, at, "compound")
            tree.pos[last] = "PROPN"
            for part in parts[:-1]:
                tree.hang(part, last, "compound")
            for each in tree.children(at):
                tree.hang(each, last, tree.label[each])
        follows = tree.label[at] == "appos" and tree.left(at) == tree.head[at] + 1
        if follows and tree.pos[at] == "PROPN" and tree.words[at].ent_type_ != "PER":
            tree.label[at] = "nmod"


def _lift_copulas(tree: Tree) -> None:
    """Put "be" over what somebody is, and the clause's other words under it."""
    for at in tree:
        if tree.label[at] != "cop" or tree.head[at] == at:
            continue
        what = tree.head[at]
        if tree.pos[what] == "VERB":  # a participle: the passive
            tree.label[at] = "aux:pass"
            continue
        moved = [
            each
            for each in tree.children(what)
            if each != at and (_is_clausal(tree, each) or _is_before(tree, each, at))
        ]
        tree.lift(at, what, "attr" if tree.pos[what] in _NOMINAL else "acomp")
        for each in moved:
            tree.hang(each, at, tree.label[each].removesuffix(":pass"))


def _is_clausal(tree: Tree, each: int) -> bool:
    if tree.label[each] == "conj":
        return tree.pos[each] in VERBAL or bool(tree.children(each, "cop"))
    return tree.starts(each, tuple(tree.shape.clausal))


def _is_before(tree: Tree, each: int, copula: int) -> bool:
    return each < copula and not tree.starts(each, ("case", "det", "nummod", "amod"))


def _lift_prepositions(tree: Tree) -> None:
    """Put a preposition over its noun, as `prep`, or `agent` of a passive."""
    for at in tree:
        markers = tree.children(at, "case")
        if tree.label[at] == "conj" and not tree.children(at, "cc", "punct"):
            tree.label[at] = "nmod"  # "in an attack near Ardan": no second attack
        if not markers or tree.label[at] == "conj":
            continue
        first, *others = markers
        if tree.starts(at, ("nsubj", "obj")):  # no preposition, but a part of something: "des gens"
            tree.label[first] = "det"
            continue
        is_agent = tree.label[at] == "obl:agent" or _is_by(tree, first, tree.head[at])
        for marker in others:
            tree.hang(marker, first, "fixed")
        tree.lift(first, at, "pobj")
        tree.label[first] = "ROOT" if tree.head[first] == first else "agent" if is_agent else "prep"
        rest = tree.children(first, "fixed")
        if rest:
            tree.lemma[first] = "".join(tree.words[each].text_with_ws for each in (first, *rest))
            tree.lemma[first] = tree.lemma[first].strip().lower()
        before = [each for each in tree.children(at, "advmod") if each == first - 1]
        if before and tree.lower(before[0]) in tree.shape.prepositional_adverbs:
            tree.hang(before[0], first, "advmod")  # "near" of "near to"
            tree.lift(before[0], first, "prep")


def _is_by(tree: Tree, marker: int, verb: int) -> bool:
    return tree.lower(marker) in tree.shape.agents and (
        bool(tree.children(verb, "aux:pass", "nsubj:pass")) or tree.has(verb, "Voice=Pass")
    )


def _mark_infinitives(tree: Tree) -> None:
    """Tell "to" before an infinitive from prepositions that govern one: "without killing"."""
    for at in tree:
        verb = tree.head[at]
        if tree.label[at] not in {"mark", "case"} or tree.pos[verb] not in VERBAL:
            continue
        if tree.is_infinitive(verb):
            if tree.lower(at) in tree.shape.infinitive_marks:
                tree.label[at], tree.tag[at] = "aux", "TO"
            elif tree.words[at].pos_ == "ADP":
                tree.lift(at, verb, "pcomp")
                tree.label[at] = "prep"
        elif tree.has(verb, "VerbForm=Part", "Tense=Pres") and (
            tree.lower(at) in tree.shape.gerund_marks
        ):
            tree.label[at] = "advmod"  # "by killing" is a bare participle


TURNS: tuple[Callable[[Tree], None], ...] = (
    _deny,
    _join_names,
    _lift_copulas,
    _lift_prepositions,
    _mark_infinitives,
)
