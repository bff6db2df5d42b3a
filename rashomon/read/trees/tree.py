"""A parse that can be turned round: what hangs on what, by the position of the word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

from rashomon.lexicon import Rule, Shape

__all__ = ["NOUNLY", "SUBJECTS", "VERBAL", "Tree"]

NOUNLY = ("nsubj", "obj", "iobj", "obl", "nmod")  # relations of a noun
SUBJECTS = ("nsubj", "csubj")
VERBAL = frozenset({"VERB", "AUX"})
_ATTRIBUTES = ["HEAD", "DEP", "POS", "TAG", "LEMMA"]


class Tree:
    """The trees of a document while they are turned: lists by the position of the word."""

    def __init__(self, doc: Doc, shape: Shape) -> None:
        """Take over the parse of `doc`."""
        self.words = tuple(doc)
        self.shape = shape
        self.head = [token.head.i for token in doc]
        self.label = [token.dep_ for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.tag = [token.tag_ for token in doc]
        self.lemma = [token.lemma_ for token in doc]
        self.below: list[set[int]] = [set() for _ in doc]
        for token in doc:
            if token.head.i != token.i:
                self.below[token.head.i].add(token.i)

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.words)))

    def children(self, at: int, *labels: str) -> list[int]:
        """List what hangs on a word in order, with one of the `labels` where some are given."""
        return [each for each in sorted(self.below[at]) if not labels or self.label[each] in labels]

    def starts(self, at: int, labels: Sequence[str]) -> bool:
        """Tell whether a word's label is one of `labels` or a subtype of one."""
        return self.label[at].partition(":")[0] in labels

    def lower(self, at: int) -> str:
        """Return a word in small letters."""
        return self.words[at].lower_ if 0 <= at < len(self.words) else ""

    def has(self, at: int, *features: str) -> bool:
        """Tell whether a word has all of these morphological features."""
        return {*features} <= {*str(self.words[at].morph).split("|")}

    def hang(self, at: int, under: int, label: str) -> None:
        """Hang a word, with all below it, under another."""
        self.below[self.head[at]].discard(at)
        self.head[at], self.label[at] = under, label
        if under != at:
            self.below[under].add(at)

    def lift(self, at: int, over: int, label: str) -> None:
        """Put a word in the place of the one above it, which comes under it as `label`."""
        place = at if self.head[over] == over else self.head[over]
        self.hang(at, place, self.label[over])
        self.hang(over, at, label)

    def left(self, at: int) -> int:
        """Return the first word of all below a word."""
        return min((self.left(each) for each in self.below[at] if each < at), default=at)

    def verb_over(self, at: int) -> int | None:
        """Return the nearest verb above a word."""
        while self.head[at] != at:
            at = self.head[at]
            if self.pos[at] in VERBAL:
                return at
        return None

    def is_infinitive(self, at: int) -> bool:
        """Tell whether a verb, or the auxiliary of its perfect, stands in the infinitive."""
        helpers = (each for each in self.below[at] if self.starts(each, ("aux",)))
        return any(self.has(each, "VerbForm=Inf") for each in (at, *helpers))

    def rename(self) -> None:
        """Give relations and tags the names that the rules know."""
        for at, word in enumerate(self.words):
            features = str(word.morph).split("|")
            self.label[at] = _named(self.shape.relations, self.label[at], features)
            if self.tag[at] == word.tag_:
                self.tag[at] = _named(self.shape.tags, self.pos[at], features)

    def write(self, doc: Doc) -> None:
        """Put the trees back into the document."""
        add = doc.vocab.strings.add
        heads = np.array([head - at for at, head in enumerate(self.head)], dtype="int64")
        columns = [heads.astype("uint64")] + [
            np.array([*map(add, names)], dtype="uint64")
            for names in (self.label, self.pos, self.tag, self.lemma)
        ]
        doc.from_array(_ATTRIBUTES, np.stack(columns, axis=1))  # type: ignore[arg-type]  # the stub's own alias


def _named(rules: Sequence[Rule], name: str, features: Sequence[str]) -> str:
    return next((rule.new for rule in rules if rule.fits(name, features)), name)


# --- the turns, in order ---
