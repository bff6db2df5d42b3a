"""Set right what small pipelines get wrong again and again, before the trees are turned."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.read.trees.speakers import hang_next_noun
from rashomon.read.trees.tree import NOUNLY, SUBJECTS, VERBAL, Tree

__all__ = ["REPAIRS"]

_HEADING = frozenset({"ROOT", "ccomp", "conj", "parataxis", "acl:relcl", "advcl"})


def _name_nouns(tree: Tree) -> None:
    """Make names of capitalised nouns in an entity, and nouns of adjectives that stand as such."""
    for at, word in enumerate(tree.words):
        named = word.ent_type_ and word.text[:1].isupper() and not word.is_sent_start
        if tree.pos[at] in {"NOUN", "ADJ", "X"} and named:
            tree.pos[at] = "PROPN"
        elif tree.pos[at] == "ADJ" and tree.starts(at, NOUNLY):
            tree.pos[at] = "NOUN"
        elif tree.pos[at] == "VERB" and tree.starts(at, NOUNLY):
            if tree.children(at, "det", "nummod"):
                tree.pos[at] = "NOUN"
        elif tree.lemma[at] in tree.shape.adjectives and tree.label[at] == "acl":
            tree.pos[at], tree.label[at] = "ADJ", "amod"


def _know_verbs(tree: Tree) -> None:
    """Give verbs that the rules ask for their lemma, and see those that the tagger took for words.

    Small pipelines err on both: "revendique" was an adjective, and of no verb.
    """
    for at in tree:
        lemma = tree.shape.verb_forms.get(tree.lower(at))
        if lemma is None:
            continue
        labels = {tree.label[each].partition(":")[0] for each in tree.below[at]}
        heads = tree.label[at] in _HEADING and labels & {"nsubj", "obj", "ccomp"}
        if tree.pos[at] in {"ADJ", "ADV", "NOUN", "X"} and (heads or "nsubj" in labels):
            tree.pos[at] = "VERB"
            noun = tree.head[at]
            if not heads and noun > at and tree.pos[noun] == "NOUN":
                tree.lift(at, noun, "obj")
        if lemma in tree.shape.saying and tree.pos[at] != "VERB":
            _see_inverted(tree, at)
        if tree.pos[at] == "VERB":
            tree.lemma[at] = lemma


def _see_inverted(tree: Tree, at: int) -> None:
    """See a verb of saying between a comma and whoever speaks: "..., raconte un habitant"."""
    if at and tree.words[at - 1].is_punct and hang_next_noun(tree, at):
        tree.pos[at] = "VERB"


def _count(tree: Tree) -> None:
    """See numbers that are other words too before what they count: "neuf soldats"."""
    for at in tree:
        noun = at + 1
        if tree.label[at] == "nummod" and noun < tree.head[at] and tree.pos[noun] == "NOUN":
            tree.hang(at, noun, "nummod")  # "vingt autres ont été blessés"
        if tree.lower(at) not in tree.shape.numerals or tree.pos[at] == "NUM":
            continue
        if noun == len(tree.words) or not tree.has(noun, "Number=Plur"):
            continue
        if tree.head[noun] == at:
            tree.lift(noun, at, "nummod")
            tree.label[noun] = "obj" if tree.label[noun] == "xcomp" else tree.label[noun]
        if tree.head[at] == noun:
            tree.pos[at], tree.label[at] = "NUM", "nummod"
            tree.pos[noun] = "NOUN" if tree.starts(noun, NOUNLY) else tree.pos[noun]


def _date_verbs(tree: Tree) -> None:
    """Hang a day that stands without a preposition on the verb: "... la semaine dernière"."""
    for at in tree:
        if tree.lower(at) not in tree.shape.times or tree.label[at] not in {"nmod", "appos"}:
            continue
        over = tree.verb_over(at)
        if over is not None and not tree.children(at, "case"):
            tree.hang(at, over, "obl:mod")


def _free_helpers(tree: Tree) -> None:
    """Hang what hangs on an auxiliary on its verb, and let no noun have one: "a fait état de"."""
    for at in tree:
        over = tree.head[at]
        if not tree.starts(at, ("aux",)):
            continue
        is_helper = tree.lemma[at] in tree.shape.helpers or tree.is_infinitive(over)
        if not is_helper and not tree.children(over, "cop"):
            helpers = [each for each in tree.children(over) if each < at]
            tree.lift(at, over, "obj")
            tree.pos[at], tree.pos[over] = "VERB", "NOUN"
            for each in helpers:
                tree.hang(each, at, tree.label[each])
        else:
            for each in tree.children(at):
                tree.hang(each, over, tree.label[each])


def _free_participles(tree: Tree) -> None:
    """Put a verb over the adverb that it was hung on: "blessant grièvement quatre soldats"."""
    for at in tree:
        adverb = tree.head[at]
        if tree.pos[at] != "VERB" or tree.pos[adverb] != "ADV" or adverb == at:
            continue
        tree.lift(at, adverb, "advmod")
        for each in tree.children(adverb):
            tree.hang(each, at, tree.label[each])
        over = tree.verb_over(at)
        if over is not None:
            tree.hang(at, over, "advcl")


def _free_frames(tree: Tree) -> None:
    """Hang ", selon la police" on the verb of the clause, not on the noun before the comma."""
    for at in tree:
        markers = tree.children(at, "case")
        if not markers or tree.pos[tree.head[at]] in VERBAL or tree.head[at] > at:
            continue
        first = markers[0]
        is_framing = tree.lower(first) in tree.shape.framing and tree.lower(first - 1) == ","
        over = tree.verb_over(at)
        if is_framing and over is not None:
            tree.hang(at, over, "obl:mod")


def _find_subjects(tree: Tree) -> None:
    """Take the bare noun before a finite verb without a subject for its subject."""
    for at in tree:
        helpers = [each for each in tree.children(at) if tree.starts(each, ("aux",))]
        if tree.pos[at] != "VERB" or not helpers or tree.is_infinitive(at):
            continue
        if any(tree.starts(each, (*SUBJECTS, "expl")) for each in tree.below[at]):
            continue
        before = tree.children(at, "iobj", "obl:mod", "obl:arg", "nmod")
        bare = [each for each in before if each < helpers[0] and not tree.children(each, "case")]
        if bare and tree.lower(bare[-1]) not in tree.shape.times:
            is_passive = bool(tree.children(at, "aux:pass"))
            tree.label[bare[-1]] = "nsubj:pass" if is_passive else "nsubj"


def _free_clauses(tree: Tree) -> None:
    """Put a clause over the noun before its comma: "d'après une source, trois ont été tués"."""
    for at in tree:
        noun = tree.head[at]
        if tree.label[at] != "acl:relcl" or tree.head[noun] != noun:
            continue
        first = tree.left(at)
        is_relative = any(tree.has(each, "PronType=Rel") for each in range(first, at))
        after_comma = tree.words[first - 1].is_punct or tree.words[first].is_punct
        if tree.children(noun, "case") and after_comma and not is_relative:
            tree.lift(at, noun, "obl:mod")


def _control_infinitives(tree: Tree) -> None:
    """Let whoever is accused "d'avoir tué" be the one who killed."""
    for at in tree:
        noun = tree.head[at]
        if tree.label[at] not in {"acl", "nmod"} or not tree.is_infinitive(at):
            continue
        if tree.label[noun] == "obj" and tree.pos[tree.head[noun]] == "VERB":
            tree.hang(at, tree.head[noun], "xcomp")


def _count_between(tree: Tree) -> None:
    """Put the noun over the numbers of "entre 20 et 25 soldats", which can be a subject."""
    for at in tree:
        nouns = [each for each in tree.children(at, "conj") if tree.pos[each] == "NOUN"]
        marker = tree.children(at, "case")
        if tree.pos[at] != "NUM" or not nouns or not marker:
            continue
        tree.lift(nouns[0], at, "nummod")
        tree.label[marker[0]] = "advmod"


REPAIRS: tuple[Callable[[Tree], None], ...] = (
    _name_nouns,
    _free_helpers,
    _know_verbs,
    _free_participles,
    _free_frames,
    _free_clauses,
    _control_infinitives,
    _count,
    _count_between,
    _date_verbs,
    _find_subjects,
)
