"""Whether a happening is told as done, denied by grammar, possible or intended.

The words of its own clause decide first (negation, modals, conditions, questions), then the word
it depends on ("failed to capture", "plans to attack", "fears of an attack"), from the inside out.
That somebody denies a deed does not negate it: who says what is the voices' part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.clauses import auxiliaries, is_future, is_infinitive, subjects
from rashomon.read.happening import Happening
from rashomon.read.page import Page
from rashomon.read.reasons import because
from rashomon.values import Reality

__all__ = ["reality_of"]

_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl", "oprd"})
_PARTICIPLE = "VBG"
_ASKING = frozenset({"WRB", "WP", "WP$", "WDT"})
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP", "TO"})
_DEEPEST = 8  # governors climbed; parses of broken text can be deep
_UNREAL: tuple[Reality, ...] = ("hypothetical", "planned")

_DENIED = "the word above it is denied"

R = TypeVar("R", bound=Reality)


def reality_of(page: Page, happening: Happening) -> Reality:
    """Decide from the parse around the happening's root word.

    What was tried counts as done, unless the happening is a result that has a count ("tried to
    kill", "tried to capture"): then it is possible at most.
    """
    words = _words(page.language)
    return _Reader(words, has_result=happening.measure is not None).of(happening.root)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of one language that take away from a clause's being so."""

    effects: Mapping[str, Reality]  # what depends on the word is so
    compounds: Mapping[str, Reality]
    lists: Mapping[str, frozenset[str]]

    def has(self, name: str, token: Token) -> bool:
        """Tell whether the token's form or lemma stands in the list `name`."""
        entries = self.lists[name]
        return token.lower_ in entries or token.lemma_.lower() in entries

    def effect(self, token: Token) -> Reality | None:
        """Return what the word makes of that which depends on it."""
        return self.effects.get(token.lemma_.lower()) or self.effects.get(token.lower_)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the reality of words of one happening."""

    words: _Words
    has_result: bool

    def of(self, token: Token, depth: int = 0) -> Reality:
        """Ask the clause of `token` first, then what it depends on."""
        if depth > _DEEPEST:
            return _so("actual", "nothing near it takes away from its being so", token)
        own = self._own_verb(token) if token.pos_ in _VERBAL else self._own_noun(token)
        found = own or self._inherited(token, depth)
        return found or _so("actual", "nothing about it takes away from its being so", token)

    # --- the clause itself ---

    def _own_verb(self, verb: Token) -> Reality | None:
        condition, negation = self._condition(verb), self._negation(verb)
        if condition is not None:
            return _so("hypothetical", "a word makes it a condition", condition, entry="if")
        if _is_polar_question(verb) or _is_imperative(verb):
            return _so("hypothetical", "it is a question or an order", verb)
        if negation is not None:
            return _so("negated", "a word in its clause negates it", negation, verb)
        return self._by_auxiliary(verb)

    def _by_auxiliary(self, verb: Token) -> Reality | None:
        words = self.words
        for auxiliary in auxiliaries(verb):
            if auxiliary.lower_ in words.lists["will"]:
                return _so("planned", "its auxiliary looks ahead", auxiliary, entry="will")
            if auxiliary.lower_ in words.lists["might"]:
                return _so("hypothetical", "its auxiliary doubts", auxiliary, entry="might")
            if auxiliary.lower_ in words.lists["would"] and auxiliary.tag_ == "MD":
                would: Reality = "planned" if verb.dep_ == "ccomp" else "hypothetical"
                return _so(would, "its auxiliary makes it no fact", auxiliary, entry="would")
        return _so("planned", "its tense is the future", verb) if is_future(verb) else None

    def _own_noun(self, noun: Token) -> Reality | None:
        for child in noun.children:
            if child.dep_ in {"det", "neg"} and self._is_none(child):
                return _so("negated", "there is none", child, noun, entry="none")
            if child.dep_ in {"amod", "compound", "advmod"}:
                effect = self.words.effects.get(child.lower_)
                if effect is not None:
                    return _so(effect, "what describes it takes away from it", child, entry=effect)
        if self.words.has("negated", noun) and noun.pos_ == "ADJ":
            return _so("negated", "the word itself negates", noun, entry="negated")
        return None

    def _is_negated(self, verb: Token) -> bool:
        return self._negation(verb) is not None

    def _negation(self, verb: Token) -> Token | None:
        """Return the word that negates a verb: an adverb, a subject or object that is nobody."""
        words = self.words
        for child in verb.children:
            if child.dep_ == "neg" and not self._only(child):
                return child
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and self._is_nobody(child):
                return child
            before = child.dep_ in {"preconj", "cc", "advmod"} and child.i < verb.i
            if before and (words.has("neither", child) or words.has("near_misses", child)):
                return child
        return None

    def _only(self, negation: Token) -> bool:
        """Tell whether "not" belongs to "not only", which denies nothing."""
        following = negation.i + 1
        return following < len(negation.doc) and self.words.has(
            "not_negating", negation.doc[following]
        )

    def _is_nobody(self, noun: Token) -> bool:
        bare = not any(child.dep_ in {"det", "nummod", "amod"} for child in noun.children)
        if bare and self.words.has("nobody", noun):
            return True
        return any(child.dep_ in {"det", "neg"} and self._is_none(child) for child in noun.children)

    def _is_none(self, determiner: Token) -> bool:
        """Tell whether a determiner means none; "no fewer than 12" is at least 12."""
        following = determiner.i + 1
        return self.words.has("none", determiner) and not (
            following < len(determiner.doc)
            and self.words.has("not_none", determiner.doc[following])
        )

    def _condition(self, verb: Token) -> Token | None:
        """Return the word that makes a clause a condition."""
        for child in verb.children:
            if child.dep_ in {"mark", "advmod"} and child.i < verb.i:
                if child.lower_ in self.words.lists["if"]:
                    return child
                if self.words.has("whenever", child) and self._is_of_anybody(verb):
                    return child
                before = child.doc[max(0, child.i - 2) : child.i + 1].text.lower()
                if any(before.endswith(phrase) for phrase in self.words.lists["if_phrases"]):
                    return child
        return None

    def _is_of_anybody(self, verb: Token) -> bool:
        """Tell whether a clause is a truth about no one in particular: "when people get shot"."""
        tags = {verb.tag_, *(auxiliary.tag_ for auxiliary in auxiliaries(verb))}
        return bool(tags & {"VBP", "VBZ"}) and any(
            self.words.has("anybody", subject)
            and not any(child.dep_ in {"det", "nummod", "amod"} for child in subject.children)
            for subject in subjects(verb)
        )

    # --- what it depends on ---

    def _inherited(self, token: Token, depth: int) -> Reality | None:
        if token.dep_ == "conj":
            return self._coordinated(token, depth)
        if token.pos_ in _VERBAL and token.dep_ in _CLAUSES:
            return self._complement(token, depth)
        if token.pos_ in _VERBAL:
            return _intended(token)
        return self._nominal(token, depth)

    def _coordinated(self, token: Token, depth: int) -> Reality | None:
        """Share the first one's modality, and its negation after "or"."""
        if any(subjects(token)) or (
            any(child.dep_ == "aux" for child in token.children) and token.pos_ in _VERBAL
        ):
            return _intended(token) if token.pos_ in _VERBAL else None
        first = self.of(token.head, depth + 1)
        if first != "negated":
            return _so(first, "it shares what its first conjunct is told as", token.head)
        is_or = any(
            child.dep_ == "cc" and self.words.has("or", child)
            for parent in (token.head, token)
            for child in parent.children
        )
        if is_or or self._is_governed_alike(token):
            return _so("negated", "the negation of its first conjunct covers it", token.head)
        return None

    def _is_governed_alike(self, token: Token) -> bool:
        """Tell whether the negation comes from above both: "failed to take and hold the town"."""
        return self._own_verb(token.head) is None and self._own_noun(token.head) is None

    def _complement(self, verb: Token, depth: int) -> Reality | None:
        governor = verb.head
        if verb.dep_ == "pcomp":
            if self.words.has("without", governor):
                return _so("negated", "it stands under “without”", governor, entry="without")
            if self.words.has("by", governor):
                return self._if_unreal(governor.head, depth)
            governor = governor.head
        elif verb.dep_ == "advcl" and not is_infinitive(verb):
            is_participle = verb.tag_ == _PARTICIPLE and not any(
                child.dep_ == "mark" for child in verb.children
            )
            return self._if_unreal(governor, depth) if is_participle else None
        elif verb.dep_ in {"acl", "relcl"} and not is_infinitive(verb):
            return None
        return self._under(verb, governor, depth)

    def _under(self, verb: Token, governor: Token, depth: int) -> Reality | None:
        """Weigh a verb by its governor: "say that", "try to", "manage to", "fail to", "plan to"."""
        words = self.words
        if verb.dep_ == "ccomp" and not is_infinitive(verb) and not _is_subjunctive(verb):
            is_wish = words.has("wishes", governor) and not words.has("asserting", governor)
            if not is_wish:
                return None
            return _so("hypothetical", "it is wished for or feared", governor, entry="wishes")
        if words.has("attempts", governor):
            if not self.has_result:
                return self._if_not_actual(governor, depth)
            return _so("hypothetical", "a result is only tried for", governor, entry="attempts")
        if words.has("implicative", governor):
            return _so(
                self.of(governor, depth + 1),
                "it is so as far as the word above it is",
                governor,
                entry="implicative",
            )
        return self._effect(verb, governor)

    def _effect(self, verb: Token, governor: Token) -> Reality | None:
        """Weigh a verb by a word that takes away from it; a bare "to" makes it an intention."""
        words = self.words
        if words.has("have", governor) and self._has_yet(verb, governor):
            return _so("negated", "it has yet to come", governor, entry="yet")
        effect, is_denied = words.effect(governor), self._is_denied(governor)
        if effect is not None and not is_denied:
            return _so(effect, "the word above it takes away from it", governor, entry=effect)
        if effect is not None:
            return None if effect == "negated" else _so("negated", _DENIED, governor, entry=effect)
        if words.has("reporting", governor):
            is_no_fact = is_denied and governor.dep_ != "ccomp"
            return _so("negated", _DENIED, governor, entry="reporting") if is_no_fact else None
        return _intended(verb)

    def _is_denied(self, governor: Token) -> bool:
        """Tell whether a word is negated, or is a noun nobody has: "no plans", "not have plans"."""
        if self._is_negated(governor):
            return True
        is_object = governor.dep_ == "dobj" and governor.pos_ not in _VERBAL
        return self._is_nobody(governor) or (is_object and self._is_negated(governor.head))

    def _has_yet(self, verb: Token, governor: Token) -> bool:
        return any(
            self.words.has("yet", child) for token in (verb, governor) for child in token.children
        )

    def _nominal(self, noun: Token, depth: int) -> Reality | None:
        head = noun.head
        if noun.dep_ == "compound":
            found = self.words.compounds.get(head.lemma_.lower())
            return _so(found, "the noun it describes is no fact", head) if found else None
        if noun.dep_ == "pobj":
            return self._after_preposition(head)
        if noun.dep_ in {"dobj", "nsubjpass", "attr", "oprd", "nsubj"} and head.pos_ in _VERBAL:
            return self._argument(noun, head, depth)
        return None

    def _after_preposition(self, preposition: Token) -> Reality | None:
        governor = preposition.head
        is_denied = governor.pos_ in _VERBAL and self._is_negated(governor)
        if self.words.has("without", preposition) and not is_denied:
            return _so("negated", "it stands under “without”", preposition, entry="without")
        if governor == preposition or self.words.has("attempts", governor):
            return None
        if self.words.has("leading", governor) and self._is_of_clues(governor):
            # "information leading to an arrest"
            return _so("hypothetical", "clues to it are asked for", governor, entry="leading")
        effect = self.words.effect(governor)
        if effect is not None and preposition.lower_ in self.words.lists["toward"]:
            if is_denied:
                return None
            return _so(effect, "the word above it takes away from it", governor, entry=effect)
        return None

    def _is_of_clues(self, verb: Token) -> bool:
        """Tell whether what leads to the act is information that is still asked for."""
        is_participle = verb.tag_ in {"VBG", "VBZ"} and verb.dep_ in {"acl", "relcl"}
        return is_participle and self.words.has("clues", verb.head)

    def _argument(self, noun: Token, verb: Token, depth: int) -> Reality | None:
        """Weigh an act that is an argument: "plan an attack", "an attack will take place"."""
        words = self.words
        is_object = noun.dep_ != "nsubj"
        effect = words.effect(verb) if is_object else None
        if effect in _UNREAL and noun.dep_ == "nsubjpass" and _is_past(verb):
            return None  # "the attack was planned in May": it may well have come about
        if effect is not None:
            if self._is_negated(verb) and effect == "negated":
                return None
            return _so(effect, "its verb takes away from it", verb, entry=effect)
        if is_object and words.has("escapes", verb) and words.has("escaped", noun):
            return _so("negated", "it was escaped", verb, noun, entry="escapes")
        negation = self._negation(verb)
        if negation is not None and any(words.has("any", child) for child in noun.children):
            return _so("negated", "its verb is negated", negation, verb, entry="any")
        return self._carried(verb, "light" if is_object else "occurring", depth)

    def _carried(self, verb: Token, group: str, depth: int) -> Reality | None:
        """Take over from a verb that only says that a noun's act took place."""
        if not self.words.has(group, verb):
            return None
        return _so(self.of(verb, depth + 1), "it is so as far as its verb is", verb, entry=group)

    def _if_unreal(self, token: Token, depth: int) -> Reality | None:
        found = self.of(token, depth + 1)
        return found if found in _UNREAL else None

    def _if_not_actual(self, token: Token, depth: int) -> Reality | None:
        found = self.of(token, depth + 1)
        return None if found == "actual" else found


def _so(reality: R, rule: str, *seen: Token | None, entry: str | None = None) -> R:
    return because(reality, "reality", rule, *seen, entry=f"reality: {entry}" if entry else None)


def _intended(verb: Token) -> Reality | None:
    """Take a bare infinitive for an intention."""
    if not is_infinitive(verb):
        return None
    return _so("planned", "a bare infinitive tells an intention", verb)


def _is_past(verb: Token) -> bool:
    return any(auxiliary.tag_ == "VBD" for auxiliary in auxiliaries(verb))


def _is_polar_question(verb: Token) -> bool:
    """Tell whether the auxiliary stands before the subject in a sentence that asks."""
    sentence = verb.sent
    if "?" not in {token.text for token in sentence[-2:]}:
        return False
    firsts = [child.i for child in subjects(verb)]
    inverted = [each for each in auxiliaries(verb) for first in firsts if each.i < first]
    asks_how = any(token.tag_ in _ASKING and token.i < verb.i for token in verb.subtree)
    return bool(inverted) and not asks_how  # "why was he killed" takes it for done


def _is_subjunctive(verb: Token) -> bool:
    """Tell whether a verb has no tense of its own: "demanded that he be freed", "helped win"."""
    tags = {verb.tag_, *(auxiliary.tag_ for auxiliary in auxiliaries(verb))}
    return "VB" in tags and not tags & _FINITE


def _is_imperative(verb: Token) -> bool:
    """Tell whether a bare verb without a subject opens its sentence."""
    first = next((token for token in verb.sent if not (token.is_punct or token.is_space)), None)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and first == verb and not any(subjects(verb))


@cache
def _words(language: str) -> _Words:
    entries = section(language, "reality")
    names = (
        "not_negating", "none", "not_none", "nobody", "near_misses", "neither", "or",
        "will", "might", "would", "if", "if_phrases", "have", "yet", "without", "by", "toward",
        "implicative", "attempts", "reporting", "wishes", "asserting", "light", "occurring", "any",
        "escapes", "escaped", "negated", "leading", "clues", "whenever", "anybody",
    )  # fmt: skip
    effects: dict[str, Reality] = {}
    compounds: dict[str, Reality] = {}
    for reality in ("hypothetical", "planned", "negated"):
        effects |= dict.fromkeys(entries.ordered(reality), reality)
    for reality in _UNREAL:
        compounds |= dict.fromkeys(entries.ordered(f"compound_{reality}"), reality)
    lists = {name: entries.words(name) for name in names}
    return _Words(effects=effects, compounds=compounds, lists=lists)
