"""Remember who has come on, so that "the group" and "they" get a name."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from rashomon.read.happenings.parties import Part, anaphor, camp, is_definite, named, side_of
from rashomon.read.happenings.words import Words
from rashomon.read.reasons import because
from rashomon.values import Participant

__all__ = ["Cast"]

_SIDES = {
    "group": "its side is the group that was so called before, or named last",
    "they": "its side is that which last had the same part",
    "speaker": "its side is that of who speaks",
}
_NAMED = "its side is told by its own words, or known from before"
_NAMELESS = "no word tells its side"
_PERSON = frozenset({"PERSON", "PER"})
_NAMES = _PERSON | {"NORP", "ORG", "GPE", "LOC", "FAC"}
_STEM = 5  # letters: "Talibani" is of the side whose name it lengthens by an ending
_ENDING = 2


class Cast:
    """The parties of one report in the order in which they come on."""

    def __init__(self, content: str, doc: Doc, words: Words) -> None:
        """Start with an empty stage; names are quoted from `content`, whose parse is `doc`."""
        self._content = content
        self._persons = _persons(doc)
        self._words = words
        self._groups: list[str] = []
        self._described: dict[str, str] = {}  # what a group was called: "militia"
        self._last: dict[str, str] = {}  # the side that last had a role
        self._victims: tuple[int, str | None] | None = None

    def introduce(self, part: Part) -> Participant:
        """Name a participant and their side, by what came before where they have no name."""
        words = self._words
        pointer = anaphor(part.head, words)
        if pointer == "group":
            side = self._group(part.head)
        elif pointer == "they":
            # who did something goes on doing, who suffered goes on suffering
            side = self._last.get(part.role)
        elif pointer == "speaker":
            side = None
        else:
            side = self._known(side_of(part.head, part.role, words))
            if part.owner is not None and not (side and side[:1].isupper()):
                side = self._known(side_of(part.owner, "other", words)) or side
            if side is None and is_definite(part.head, words):
                side = self._described.get(words.noun(part.head))  # "the leader" told of before
            if side is not None and self._is_person(part.head, side):
                side = None
            if part.role == "victim":
                if self._is_somebody(part.head, side):
                    side = None
                side = self._counted_on(part.head, side)
            self._remember(part, side)
        span = named(part.head, words)
        participant = Participant(part.role, span.of(self._content), span, side)
        rule = _SIDES.get(pointer or "", _NAMED if side else _NAMELESS)
        return because(participant, "participant", rule, part.head, at=span)

    def _group(self, head: Token) -> str | None:
        """Tell which group is meant: one that was so called, else the last one for "the group".

        "The militia" is no other group's name: it may be their enemy's.
        """
        called = self._described.get(self._words.noun(head))
        if called is None and self._words.among(head, "any_group"):
            called = self._groups[-1] if self._groups else None
        return called or side_of(head, "actor", self._words)

    def _is_somebody(self, head: Token, side: str | None) -> bool:
        """Tell whether a victim's name is rather a person's than a party's.

        Taggers take names for those of towns and bodies, but neither "was killed".
        """
        if head.tag_ != "NNP" or side is None or not side[:1].isupper() or side in self._groups:
            return False
        is_one = head.dep_ == "nsubjpass" and any(
            child.dep_ == "auxpass" and child.lower_ in self._words.groups["of_one"]
            for child in head.head.children
        )
        return is_one or head.ent_type_ not in {"NORP", "ORG"}

    def _is_person(self, head: Token, side: str) -> bool:
        """Tell whether the name of a party is that of a person: of one the text calls so mostly."""
        is_name = head.pos_ == "PROPN" and head.text in side
        return is_name and self._persons.issuperset(side.split())

    def _counted_on(self, head: Token, side: str | None) -> str | None:
        """Carry a side over to a bare number: "killed 40 fighters and wounded 15"."""
        bare = head.pos_ == "NUM" or self._words.among(head, "others")
        if bare and self._victims is not None and self._victims[0] == head.sent.start:
            return self._victims[1]
        self._victims = (head.sent.start, side)
        return side

    def _remember(self, part: Part, side: str | None) -> None:
        if side is None:
            return
        self._last[part.role] = side
        if side[:1].isupper():
            self._described[self._words.noun(part.head)] = side
        kind = camp(part.head, self._words)
        if (
            side[:1].isupper()
            and kind not in {"state", "civilian"}
            and part.head.ent_type_ not in {"GPE", "PERSON"}
        ):
            self._groups.append(side)

    def _known(self, side: str | None) -> str | None:
        """Return the name already on stage that `side` is an adjective of: "Talibani", "Talibs"."""
        if side is None:
            return None
        for known in self._groups:
            if side != known and side.startswith(known[:_STEM]) and len(known) >= _STEM:
                longer = side.startswith(known) and len(side) - len(known) <= _ENDING
                if longer:
                    return known
        return side


def _persons(doc: Doc) -> frozenset[str]:
    """Return the words that a text's names of persons have, and other names have less often.

    A family name alone is taken for a body or a place every other time; elsewhere in the text it
    stands with a first name.
    """
    uses = Counter[tuple[str, bool]]()
    for name in doc.ents:
        if name.label_ in _NAMES:
            uses.update((token.text, name.label_ in _PERSON) for token in name)
    return frozenset(
        word for word, is_person in uses if is_person and uses[word, True] > uses[word, False]
    )
