"""Describe a speaker from the words that name them: the name, and what kind of voice it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.errors import DataError
from rashomon.lexicon import section, tongue
from rashomon.read.page import Page, span_of
from rashomon.read.voices.phrases import child, children
from rashomon.values import Span, VoiceKind

__all__ = ["Speaker", "Words", "describe", "described", "words_of"]

_MEDIA: frozenset[VoiceKind] = frozenset({"agency", "outlet"})
_ORIGINS = frozenset({"NORP", "GPE", "LOC"})
_TIMES = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NEAR = frozenset({"amod", "compound", "nmod", "poss", "det", "nummod", "quantmod"})


@dataclass(frozen=True, slots=True)
class Words:
    """`lexicon/<language>/voices.yml`, typed; the file says what each list means."""

    kinds: Mapping[str, VoiceKind]
    agencies: frozenset[str]
    outlets: frozenset[str]
    listeners: frozenset[str]
    speakers_for: frozenset[str]
    mouthpieces: frozenset[str]
    speaking_prepositions: frozenset[str]
    definite: frozenset[str]
    fighting: frozenset[str]
    titles: frozenset[str]
    carriers: frozenset[str]
    social_carriers: frozenset[str]
    singular_pronouns: Mapping[str, str]
    plural_pronouns: frozenset[str]
    relative_pronouns: frozenset[str]
    first_person: frozenset[str]
    first_plural: frozenset[str]
    genders: Mapping[str, str]
    kin: frozenset[str]
    labels: frozenset[str]
    named_groups: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` as to be shown, `kind` or None where the words do not tell.

    `head` is the word everything hangs on; `proper` tells names from descriptions; `fights` those
    whose word on the fighting is a party's. `body` is the noun of those it speaks for.
    """

    head: Token
    span: Span
    name: str
    kind: VoiceKind | None
    proper: bool
    person: bool
    gender: str | None
    fights: bool
    body: Token | None = None

    @property
    def plural(self) -> bool:
        """Tell whether several are meant."""
        return self.head.tag_ in {"NNS", "NNPS"} or child(self.head, "conj") is not None


@cache
def words_of(language: str) -> Words:
    """Load the voice lexicon of a language once."""
    words = section(language, "voices")
    kinds: dict[str, VoiceKind] = {}
    for kind, names in words.lists("kinds").items():
        if kind not in get_args(VoiceKind):
            known = ", ".join(get_args(VoiceKind))
            msg = f"lexicon/{language}/voices.yml: unknown kind {kind!r}, expected one of {known}"
            raise DataError(msg)
        for name in names:
            kinds.setdefault(name, kind)  # type: ignore[arg-type]
    genders = dict.fromkeys(words.words("male"), "male")
    return Words(
        kinds=kinds,
        agencies=words.words("agencies"),
        outlets=words.words("outlets"),
        listeners=words.words("listeners"),
        speakers_for=words.words("speakers_for"),
        mouthpieces=words.words("mouthpieces"),
        speaking_prepositions=words.words("speaking_prepositions"),
        definite=words.words("definite"),
        fighting=words.words("fighting"),
        titles=words.words("titles"),
        carriers=words.words("carriers"),
        social_carriers=words.words("social_carriers"),
        singular_pronouns=words.pairs("singular_pronouns"),
        plural_pronouns=words.words("plural_pronouns"),
        relative_pronouns=words.words("relative_pronouns"),
        first_person=words.words("first_person"),
        first_plural=words.words("first_plural"),
        kin=words.words("kin"),
        labels=words.words("labels"),
        named_groups=_named_groups(language),
        genders=genders | dict.fromkeys(words.words("female"), "female"),
    )


def _named_groups(language: str) -> dict[str, str]:
    """Return the parties that common nouns name, by every form of the noun."""
    bend = tongue(language).nouns.forms
    named = section(language, "parties").pairs("named_groups")
    return {form: name for noun, name in named.items() for form in (noun, *bend(noun))}


def describe(page: Page, phrase: Tokens, words: Words) -> Speaker:
    """Describe the speaker named by a noun phrase."""
    head = phrase.root
    named = _named(head, phrase, words)
    run = _run(named, phrase, words) if named is not None else None
    text = page.content[run.start : run.end] if run is not None else _plain(page, head, phrase)
    near = [head, *_modifiers(head)]
    if named is not None and named != head:
        near += [named, *_modifiers(named)]
    near += [
        each for token in (head, named) if token is not None for each in children(token, "appos")
    ]
    near += [inner for token in list(near) for inner in _modifiers(token)]
    person = named is not None and (named.ent_type_ == "PERSON" or _is_titled(near, words))
    lowered = [token.lower_.rstrip(".") for token in near if token.i >= phrase.start]
    gender = next((words.genders[word] for word in lowered if word in words.genders), None)
    kind = _kind(head, named, near, person=person, words=words)
    fights = any(word in words.fighting for word in lowered) or kind == "party"
    span = Span(span_of(phrase).start, span_of(phrase).end)
    body = next(filter(None, (_body(token, words) for token in near)), None)
    return Speaker(head, span, text, kind, named is not None, person, gender, fights, body)


def _named(head: Token, phrase: Tokens, words: Words) -> Token | None:
    """Find the last word of the proper name in the phrase, if it has one.

    That is the head, an apposition, or what stands before "news agency" without being a country.
    """
    if head.pos_ == "PROPN":
        return head
    for each in head.children:
        if each.dep_ == "appos" and each.pos_ == "PROPN" and phrase.start <= each.i < phrase.end:
            return each
    if words.kinds.get(head.lower_) not in _MEDIA:
        return None
    before = [each for each in children(head, "compound", "nmod") if each.pos_ == "PROPN"]
    return before[-1] if before and before[-1].ent_type_ not in _ORIGINS else None


def _run(named: Token, phrase: Tokens, words: Words) -> Span | None:
    """Return the proper name around its last word, without titles before it."""
    doc = named.doc
    start = named.i
    while start > phrase.start and _joins(doc[start - 1], words):
        start -= 1
    while start < named.i and not doc[start].text[0].isalnum():
        start += 1
    end = named.i
    if child(named, "prep") is not None and named.ent_type_ != "PERSON":
        link = named.i + 1
        inner = child(named, "prep")
        noun = child(inner, "pobj") if inner is not None else None
        is_name = noun is not None and noun.pos_ == "PROPN" and noun.ent_type_ not in _TIMES
        if inner is not None and inner.i == link and noun is not None and is_name:
            end = noun.i if noun.i - link <= 3 else end  # noqa: PLR2004  "of the Interior"
    last = doc[end]
    return Span(doc[start].idx, last.idx + len(last.text))


def _joins(token: Token, words: Words) -> bool:
    if token.lower_.rstrip(".") in words.titles:
        return False
    return token.pos_ == "PROPN" or token.text in {"-", "&", "."}


def _plain(page: Page, head: Token, phrase: Tokens) -> str:
    """Return a description without its article and without what follows the head word."""
    start = phrase.start
    while start < head.i and phrase.doc[start].pos_ in {"DET", "PUNCT", "SPACE", "ADV"}:
        start += 1
    last = _last(head) if tongue(page.language).noun_first else head
    return page.content[phrase.doc[start].idx : last.idx + len(last.text)]


def _last(head: Token) -> Token:
    """Return the last of the adjectives right behind a noun, or the name it is of."""
    last = head
    for each in head.children:
        name = child(each, "pobj") if each.dep_ == "prep" else None
        if each.i == last.i + 1 and each.dep_ == "amod":
            last = each
        elif each.i == last.i + 1 and name is not None and name.pos_ == "PROPN":
            return name
    return last


def described(noun: Token) -> str:
    """Return a noun with the names and adjectives before it: "Red Front", "local militia"."""
    before = [each.i for each in children(noun, "compound", "amod", "nmod") if each.i < noun.i]
    return noun.doc[min(before, default=noun.i) : noun.i + 1].text


def _modifiers(token: Token) -> list[Token]:
    return [each for each in token.children if each.dep_ in _NEAR]


def _is_titled(near: Iterable[Token], words: Words) -> bool:
    return any(each.lower_.rstrip(".") in words.titles for each in near)


def _kind(
    head: Token, named: Token | None, near: Iterable[Token], *, person: bool, words: Words
) -> VoiceKind | None:
    """Choose the kind by the nearest word that has one.

    Who speaks for others ("rebel spokesman", "leader of the militia") is of their kind.
    """
    near = list(near)
    for token in near:
        word = token.lower_.rstrip(".")
        if word in words.speakers_for:
            behind = _behind(token, words)
            if behind is not None:
                return behind
    for token in near:
        word = token.lower_.rstrip(".")
        if token.pos_ == "PROPN" and word in words.agencies:
            return "agency"
        if token.pos_ == "PROPN" and word in words.outlets:
            return "outlet"
        if (person and token == named) or (
            word in words.kin and (named is not None or token != head)
        ):
            continue
        kind = words.kinds.get(word) or words.kinds.get(token.lemma_.lower())
        if kind is not None:
            return kind
    return None if named is not None or head.pos_ == "PRON" else "unnamed"


def _behind(token: Token, words: Words) -> VoiceKind | None:
    before = children(token, "compound", "nmod", "poss")
    for each in before:
        kind = words.kinds.get(each.lower_)
        if kind is not None and kind != "unnamed" and each.lower_ not in words.speakers_for:
            return kind
    body = before[0] if before and token.lower_ in words.mouthpieces else None
    if body is not None and body.pos_ == "PROPN" and body.ent_type_ not in _PLACES:
        return "party"  # whose spokesman it is, is neither an office nor a country
    after = _after(token, words)
    return words.kinds.get(after.lower_) if after is not None else None


def _after(token: Token, words: Words) -> Token | None:
    """Return the noun after "spokesman for", "a commander of"."""
    links = [link for link in children(token, "prep") if link.lower_ in words.speaking_prepositions]
    nouns = [noun for link in links if (noun := child(link, "pobj")) is not None]
    return next((noun for noun in nouns if noun.lower_ in words.kinds), next(iter(nouns), None))


def _body(token: Token, words: Words) -> Token | None:
    """Return the noun of the party whose spokesman, commander or fighter somebody is."""
    if token.lower_.rstrip(".") not in words.speakers_for:
        return None
    before = [
        each
        for each in children(token, "compound", "nmod", "poss")
        if each.lower_.rstrip(".") not in words.titles | words.speakers_for
    ]
    body = before[-1] if before else _after(token, words)
    return body if body is not None and body.ent_type_ not in _PLACES else None
