"""Find the words that say that something happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.happenings.arguments import (
    heads,
    is_said_of_subject,
    joined_by,
    misread_subject,
    shared_objects,
)
from rashomon.read.happenings.words import Act, Pattern, Phrase, Words
from rashomon.values import Span

__all__ = ["Trigger", "find_triggers", "in_group", "is_aged", "longest"]

_BORNE = 7  # words between a noun and the verb that bears it: "launched a large-scale offensive"
_NEAR = 4  # words between a verb and its particle or noun that still make one trigger
_MODIFIER = {"compound", "nmod", "amod"}
_HIT = {"dobj", "nsubjpass", "conj"}  # places of those whom a verb hits
_ARGUMENTS = {
    "dobj",
    "nsubjpass",
    "attr",
    "oprd",
    "npadvmod",
    "prt",
    "advmod",
    "prep",
    "acomp",
    "agent",
    "xcomp",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a happening, with the words that belong to it ("took control")."""

    root: Token
    words: tuple[Token, ...]
    act: Act
    verbal: bool

    @property
    def span(self) -> Span:
        """The characters from the first of its words to the last."""
        first, last = self.words[0], self.words[-1]
        return Span(first.idx, last.idx + len(last.text))


def find_triggers(sentence: Tokens, words: Words) -> Iterator[Trigger]:
    """Yield the triggers of a sentence in order; a word taken by one is not offered to another."""
    taken: set[int] = set()
    for token in sentence:
        if token.i in taken or not token.text[0].isalnum():
            continue
        found = _verbal(token, words) or _nominal(token, words)
        if found:
            taken.update(word.i for word in found.words)
            yield found


def modifying(sentence: Tokens, words: Words) -> Iterator[tuple[Token, str]]:
    """Yield nouns that only describe the next, with their kinds: the "blast" of "blast toll"."""
    for token in sentence:
        if token.dep_ in _MODIFIER and _can_be_noun(token, words):
            phrase = longest(token, words.nouns, words)
            act = words.acts.get(phrase.value) if phrase is not None else None
            if act is not None and act.kind is not None and _is_modifier(token, words):
                yield token, act.kind


def longest(token: Token, phrases: Mapping[tuple[str, ...], Phrase], words: Words) -> Phrase | None:
    """Return the longest phrase of which `token` is the noun, hyphens ignored.

    It ends at its noun, or begins with it where the language puts the noun first.
    """
    key: tuple[str, ...] = ()
    found = None
    for near in _along(token, words):
        word = near.lower_ if key else words.noun(near)
        key = (*key, word) if words.noun_first else (word, *key)
        found = (
            phrases.get(key) or phrases.get((*(words.noun_forms.get(w, w) for w in key),)) or found
        )
    return found


def in_group(token: Token, group: str, words: Words) -> bool:
    """Tell whether a noun is of a class of the lexicon; names and pronouns can be human too."""
    if group == "name":
        return token.pos_ == "PROPN" and token.ent_type_ not in {"PERSON", "DATE", "TIME"}
    if group == "gpe":
        return token.ent_type_ == "GPE"
    if words.among(token, group):
        return True
    if group != "human":
        return False
    return (
        is_aged(token, words)
        or token.ent_type_ in {"PERSON", "NORP"}
        or any(words.among(token, name) for name in ("third_person", "he_or_she", "first_person"))
        or (
            token.pos_ == "NUM"
            and token.ent_type_ in {"CARDINAL", ""}
            and not token.lower_.startswith("$")
        )
        or token.tag_ == "WP"
    )


def is_aged(token: Token, words: Words) -> bool:
    """Tell whether a word is the last of "17-year-old" and stands for somebody."""
    is_last = words.among(token, "olds") and token.i > 0 and token.nbor(-1).text == "-"
    return is_last and token.dep_ not in _MODIFIER


def _along(token: Token, words: Words) -> Iterator[Token]:
    """Yield a noun and the words that can be of a phrase with it, as far as the longest reaches."""
    count, step = 0, 1 if words.noun_first else -1
    end = token.i + step * 2 * words.longest
    for index in range(token.i, min(max(end, -1), len(token.doc)), step):
        word = token.doc[index]
        if word.text == "-":
            continue
        if word.is_punct or word.is_space or count == words.longest:
            return
        count += 1
        yield word


def _verbal(token: Token, words: Words) -> Trigger | None:
    if not _can_be_verb(token) or _stands_as_noun(token, words):
        return None
    for pattern in words.verbs.get(words.verb(token), ()):
        parts = _match(token, pattern, words)
        if parts is not None:
            return Trigger(
                token, tuple(sorted((token, *parts), key=lambda t: t.i)), pattern.act, verbal=True
            )
    return None


def _can_be_verb(token: Token) -> bool:
    if misread_subject(token) is not None:
        return True
    if token.tag_.startswith("VB"):
        return token.dep_ != "amod" or (token.tag_ == "VBN" and token.head.tag_ == "CD")
    # capitals and headlines: a name that governs like a verb
    return (
        (token.pos_ in {"PROPN", "NOUN", "ADJ"})
        and any(child.dep_ in {"nsubj", "nsubjpass", "dobj", "auxpass"} for child in token.children)
        and token.dep_ in {"ROOT", "ccomp", "conj", "advcl", "relcl"}
        and not token.lower_.endswith("tion")
    )


def _stands_as_noun(token: Token, words: Words) -> bool:
    """Tell whether a participle stands for people: "the number of wounded"."""
    is_noun_of = token.tag_ == "VBN" and token.dep_ == "pobj"
    return is_noun_of and token.lower_ in words.groups["as_nouns"]


def _match(verb: Token, pattern: Pattern, words: Words) -> tuple[Token, ...] | None:
    """Return the words of the pattern found below `verb`; None where it does not fit."""
    found: list[Token] = []
    for wanted in pattern.words:
        part = next(
            (token for token in _dependants(verb, words) if _is_word(token, wanted, words)), None
        )
        if part is None:
            return None
        if abs(part.i - verb.i) <= _NEAR:
            found.append(part)
    patients = tuple(_patients(verb, pattern, words))
    if pattern.group is not None and found and found[0].dep_ == "prep" and _has_object(verb):
        return None  # "withdrew its troops from the town" tells of troops, not of ground
    if pattern.words and words.groups["onto"].issuperset(pattern.words) and _has_hit(verb, words):
        return None  # "shot three people at a bar"
    hit = [token for token in patients[:1] if token.dep_ in {"dobj", "nsubjpass"}]
    if pattern.group in {"name", "places"} and hit and _is_person(hit[0], words):
        return None  # "captured a Red Front courier"
    if pattern.group is not None:
        fits = any(in_group(token, pattern.group, words) for token in patients)
    else:
        is_free = bool(pattern.words) or pattern.act.name in words.groups["of_things"]
        people = (token for token in patients if in_group(token, "human", words))
        is_free = is_free or any(token.dep_ in _HIT for token in people)  # "three deer and two men"
        fits = is_free or not any(words.among(token, "lifeless") for token in patients)
    return tuple(found) if fits else None


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


def _is_person(token: Token, words: Words) -> bool:
    is_noun = token.pos_ == "NOUN" and not words.among(token, "bodies")
    return is_noun and (words.among(token, "human") and not words.among(token, "places"))


def _has_hit(verb: Token, words: Words) -> bool:
    struck = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    return any(in_group(child, "human", words) for child in struck)


def _is_word(token: Token, wanted: str, words: Words) -> bool:
    is_it = token.lower_ == wanted or words.noun(token) == wanted
    return is_it and not (
        token.dep_ in _MODIFIER and token.head.i > token.i and wanted in words.groups["of_life"]
    )


def _dependants(verb: Token, words: Words) -> Iterator[Token]:
    """Yield what a verb's pattern may name: its dependants and those of its prepositions."""
    if misread_subject(verb) is not None:
        yield verb.head
    for child in verb.children:
        is_state = child.dep_ == "advcl" and child.pos_ == "ADJ"  # "held six men captive"
        if (
            is_state
            or child.dep_ in _ARGUMENTS
            or (child.dep_ in {"nsubj", "pobj", "dep", "nmod", "amod"} and child.i > verb.i)
        ):
            yield from (child, *(c for c in child.conjuncts if c.i > child.i))
            if child.dep_ in {"prep", "prt", "advmod", "agent"}:
                for inner in child.children:
                    if inner.dep_ in {"pobj", "prep", "pcomp"}:
                        yield inner
                        yield from (c for c in inner.children if c.dep_ == "amod")
            if child.dep_ in {"dobj", "nsubjpass"}:
                yield from (c for c in child.children if c.dep_ in {"compound", "amod"})
                onto = words.groups["onto"]  # "set a man on fire"
                yield from (token for word, token in joined_by(child) if word in onto)


def _patients(verb: Token, pattern: Pattern, words: Words) -> Iterator[Token]:
    """Yield what a verb is done to: objects, passive subjects, the noun a participle describes.

    A preposition of the pattern hands on its object: "fight for <places>".
    """
    for child in verb.children:
        is_object = child.dep_ in {"dobj", "nsubjpass", "npadvmod"}
        stranded = child.dep_ == "nsubj" and verb.tag_ == "VBN" and not _is_finite(verb)
        if is_object or stranded:
            for head in heads(child):
                yield head
                yield from _inside(head, words)
        elif child.dep_ == "prep" and any(_is_word(child, word, words) for word in pattern.words):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from heads(inner)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head
    yield from shared_objects(verb)
    if verb.dep_ == "conj" and not any(
        c.dep_ in {"dobj", "nsubj", "nsubjpass"} for c in verb.children
    ):
        yield from (h for c in verb.head.children if c.dep_ == "nsubjpass" for h in heads(c))


def _is_finite(verb: Token) -> bool:
    """Tell "they had lost trust" from a headline's "12 rebels killed"."""
    return any(child.dep_ == "aux" for child in verb.children) and _has_object(verb)


def _inside(head: Token, words: Words) -> Iterator[Token]:
    """Yield what a word is counted or called: "dozens of people", "A and B districts"."""
    for child in head.children:
        if child.dep_ == "appos":
            yield child
        is_thing = words.among(head, "weapons") or words.among(head, "property")
        if child.dep_ == "prep" and words.among(child, "of") and not is_thing:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from heads(inner)
        if child.dep_ == "acl" and child.tag_ == "VBN":  # "a truck loaded with rifles"
            yield from (load for _, load in joined_by(child))


def _nominal(token: Token, words: Words) -> Trigger | None:
    if not _can_be_noun(token, words) or token.ent_type_ == "DATE":  # "on March 29"
        return None
    phrase = longest(token, words.nouns, words)
    if phrase is None or phrase.value == "none" or _is_modifier(token, words):
        return None
    if token.head.dep_ == "agent" and words.among(token, "fighters"):
        return None  # "freed by the uprising" are those who rose
    if phrase.company and not _in_company(token, phrase.company, words):
        return None
    parts = [word for word, _ in zip(_along(token, words), range(phrase.length), strict=False)]
    verb = _bearer(token, words)
    parts += [verb] if verb is not None else []
    parts.sort(key=lambda part: part.i)
    return Trigger(token, tuple(parts), words.acts[_meant(token, phrase, words)], verbal=False)


def _meant(noun: Token, phrase: Phrase, words: Words) -> str:
    """Tell "the capture of a courier" from "the capture of the town"."""
    of_people = words.of_people.get(words.noun(noun))
    of = (t for c in noun.children if words.among(c, "of") for t in c.children if t.dep_ == "pobj")
    return of_people if of_people and any(_is_person(t, words) for t in of) else phrase.value


def _bearer(noun: Token, words: Words) -> Token | None:
    """Return the verb that only says that a noun's happening took place, if it stands near.

    "Launched an assault", "the blast occurred".
    """
    verb = noun.head
    group = {"dobj": "light", "nsubj": "taking_place"}.get(noun.dep_)
    if group is None or verb.pos_ != "VERB" or abs(verb.i - noun.i) > _BORNE:
        return None
    return verb if words.verb(verb) in words.groups[group] else None


def _can_be_noun(token: Token, words: Words) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} or (
        token.lower_ in words.groups["as_nouns"]
        and (
            token.dep_ not in {"amod", "advmod"}
            or (token.dep_ == "amod" and token.head.tag_ == "CD")
            or _closes_number(token)
            or is_said_of_subject(token)
        )
        and token.pos_ in {"ADJ", "VERB", "NUM"}
    )


def _closes_number(token: Token) -> bool:
    """Tell whether a word closes "the number of rebels dead"."""
    before = token.doc[max(token.i - _NEAR, token.sent.start) : token.i]
    is_beside = len(before) > 1 and before[-1].dep_ == "pobj" and token.dep_ == "advmod"
    return is_beside and any(each.dep_ == "prep" and each.head.tag_ == "NN" for each in before)


def _is_modifier(token: Token, words: Words) -> bool:
    """Tell whether a noun only describes the next ("attack helicopter", "protest leader")."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    if after.pos_ in {"NOUN", "PROPN"} and in_group(after, "organisations", words):
        return True  # a name: "Liberation Front"
    head = token.head
    if token.dep_ not in _MODIFIER or head.i < token.i or head.i - token.i > 2:  # noqa: PLR2004
        return False
    return not token.is_upper or longest(head, words.nouns, words) is not None


def _in_company(token: Token, group: str, words: Words) -> bool:
    if group == "against":
        return any(joint in words.groups[group] for joint, _ in joined_by(token))
    return any(in_group(other, group, words) for other in token.sent if other.i != token.i)
