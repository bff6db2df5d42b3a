"""Attributions as sets of words, found sentence by sentence over the dependency parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.lexicon import tongue
from rashomon.read.voices.cues import Cues
from rashomon.read.voices.phrases import child, children, indices
from rashomon.read.voices.sources import agent_of, is_passive, phrase_of, source_of

__all__ = ["Draft", "drafts_in"]

_NOTHING: frozenset[int] = frozenset()
_SPOKEN = "a verb of saying beside a quotation"


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution as positions of words.

    `speech`: a quotation nearby may be its content; `weak`: rather than the content found. `rule`
    says in words what found it.
    """

    head: Token
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    speech: bool = False
    weak: bool = False
    rule: str = _SPOKEN


def drafts_in(sentence: Tokens, cues: Cues) -> Iterator[Draft]:
    """Find every word of saying in the sentence with who says and what is said."""
    unvouched = _unvouched(sentence, cues)
    for token in sentence:
        lemma = token.lemma_.lower()
        if cues.is_verb(token):
            yield from _of_verb(token, cues)
        elif lemma in cues.according:
            yield from _according(token)
        elif token.lower_ in cues.adverbs or token.lower_ in unvouched:
            yield from _of_adverb(token)
        elif token.pos_ in {"NOUN", "PROPN"} and lemma in cues.nouns:
            yield from _of_noun(token, cues)


def _unvouched(sentence: Tokens, cues: Cues) -> frozenset[str]:
    """Return the moods that make hearsay of a sentence in which nobody is said to tell it."""
    told = any(cues.is_verb(token) or token.lemma_.lower() in cues.according for token in sentence)
    return frozenset() if told else cues.conditionals


def _of_verb(verb: Token, cues: Cues) -> Iterator[Draft]:
    lemma = verb.lemma_.lower()
    if verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in cues.relay_verbs:
        return  # "as saying" belongs to the relay's verb
    said = _as_saying(verb, cues) if lemma in cues.relay_verbs else None
    if said is not None:
        yield from _relayed(verb, said, cues)
        return
    speech = lemma in cues.clause and lemma not in cues.clause_only and not is_passive(verb)
    for rule, name in _RULES.items():
        found = rule(verb, cues)
        if found is None or (rule in _STANDS and _is_embedded(verb)):
            continue
        content, words = found
        cue = _cue(verb, cues) | words
        source = _NOTHING if rule is _raised else source_of(verb, cues.expletives)
        yield Draft(
            verb,
            cue,
            source - cue,
            content - cue - source,
            speech,
            weak=rule in {_object, _preposition},
            rule=name,
        )
        return
    if speech and not _is_embedded(verb):
        cue = _cue(verb, cues)
        yield Draft(verb, cue, source_of(verb, cues.expletives) - cue, _NOTHING, speech=True)


def _is_embedded(verb: Token) -> bool:
    """Tell whether the verb is only thought of: under another verb, a modal, or as an order.

    Of such verbs a third or less are cues in PolNeAR, unless they take a clause.
    """
    helpers = children(verb, "aux", "auxpass")
    if verb.dep_ == "ccomp" or any(each.tag_ == "MD" for each in helpers):
        return True
    return verb.tag_ == "VB" and not helpers


_Found = tuple[frozenset[int], frozenset[int]]  # the content, and words that join the cue


def _clause(verb: Token, cues: Cues) -> _Found | None:
    """Find "X said that P", "P, X said", "P, X said, Q", "as X said, P"."""
    lemma = verb.lemma_.lower()
    if lemma not in cues.clause and not _particle(verb, cues):
        return None
    clause = child(verb, "ccomp")
    if clause is not None:
        if is_passive(verb) and lemma not in cues.passive_opinion:
            return None
        return indices([clause]), _NOTHING
    if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and _marked_as(verb, cues)):
        return indices([verb.head], [verb]), _NOTHING
    return None


def _raised(verb: Token, cues: Cues) -> _Found | None:
    """Find "P is believed to have ...", "P seems to ...": nobody is named."""
    action = child(verb, "xcomp")
    if action is None:
        return None
    lemma = verb.lemma_.lower()
    if lemma in cues.raising:
        subject = child(verb, "nsubj")
    else:
        subject = child(verb, "nsubjpass") if lemma in cues.passive_opinion else None
    if subject is None:
        return None
    return indices([subject, action]), _NOTHING


def _infinitive(verb: Token, cues: Cues) -> _Found | None:
    """Find "X claims to have ...": the speaker does it."""
    action = child(verb, "xcomp")
    if action is None or verb.lemma_.lower() not in cues.infinitive or is_passive(verb):
        return None
    return indices([*children(verb, "dobj"), action]), _NOTHING


def _toll(verb: Token, cues: Cues) -> _Found | None:
    """Find "X put the toll at N"."""
    number = child(verb, "dobj", "nsubjpass")
    if number is None or verb.lemma_.lower() not in cues.toll_verbs:
        return None
    if number.lemma_.lower() not in cues.toll_nouns:
        return None
    told = indices([number, *children(verb, "prep")])
    return frozenset(range(min(told), max(told) + 1)), _NOTHING


def _support(verb: Token, cues: Cues) -> _Found | None:
    """Find "X fait état de P": the noun belongs to the verb."""
    noun = child(verb, "dobj")
    if noun is None or noun.lemma_.lower() not in cues.supported.get(verb.lemma_.lower(), ()):
        return None
    links = [link for each in (noun, verb) for link in children(each, "prep") if link.i > noun.i]
    if not links:
        return None
    inside = indices(links[:1]) - {links[0].i}
    return inside, frozenset(range(verb.i + 1, links[0].i + 1))


def _preposition(verb: Token, cues: Cues) -> _Found | None:
    """Find "X called for P": the preposition is part of the cue."""
    wanted = cues.prepositions.get(verb.lemma_.lower(), ())
    for link in children(verb, "prep"):
        if link.lower_ in wanted and link.i > verb.i:
            inside = indices([link]) - {link.i}
            if inside:
                return inside, frozenset(range(verb.i + 1, link.i + 1))
    clause = child(verb, "advcl")
    mark = child(clause, "mark") if clause is not None else None
    if clause is None or mark is None or mark.lower_ not in wanted or clause.i < verb.i:
        return None
    return indices([clause]) - {mark.i}, frozenset(range(verb.i + 1, mark.i + 1))


def _object(verb: Token, cues: Cues) -> _Found | None:
    """Find "X denied P", "X accused Y of P", "Y was accused of P"."""
    if verb.lemma_.lower() not in cues.object and not _particle(verb, cues):
        return None
    passive = is_passive(verb)
    thing = child(verb, "nsubjpass") if passive else child(verb, "dobj")
    if thing is not None and not passive and verb.lemma_.lower() in cues.addressee_verbs:
        return None
    if thing is None:
        thing = child(verb, "ccomp", "xcomp")
    if thing is None or (thing.lower_ in cues.pointers and not passive):
        return None
    rest = [
        each
        for each in verb.children
        if each.i > verb.i
        and (
            each.dep_ in {"oprd", "ccomp", "xcomp"}
            or (each.dep_ == "prep" and each.lower_ in cues.object_prepositions)
        )
    ]
    return indices([thing, *rest]), _NOTHING


_STANDS = (_infinitive, _preposition, _object)  # rules whose verbs may only be thought of
_RULES = {  # in the order in which they are tried, with what is said of them
    _toll: "a verb that puts a toll",
    _support: "a verb and its noun that say together",
    _clause: "a verb of saying with its clause",
    _raised: "a verb of seeming or a passive of opinion",
    _infinitive: "a verb of saying with its infinitive",
    _preposition: "a verb of saying with its preposition",
    _object: "a verb of saying with its object",
}


def _relayed(verb: Token, said: Token, cues: Cues) -> Iterator[Draft]:
    """Find "X quoted a tweet by Y as saying P", "Y was quoted by X as saying P"."""
    as_word = said.head
    passive = is_passive(verb)
    speaker = child(verb, "nsubjpass") if passive else child(verb, "dobj")
    relay = agent_of(verb) if passive else None
    outer = frozenset(token.i for token in (*children(verb, "aux", "auxpass", "neg"), verb))
    source = (
        (phrase_of(relay, verb) if relay is not None else _NOTHING)
        if passive
        else source_of(verb, cues.expletives)
    )
    if speaker is None and passive and verb.dep_ == "acl":
        speaker = verb.head
    reported = indices([each for each in (speaker, as_word) if each is not None])
    if not passive and speaker is not None:
        reported |= frozenset(range(speaker.left_edge.i, as_word.i))
    told = reported - source
    yield Draft(verb, outer, source, told, speech=True, rule="somebody is quoted by somebody")
    origin = _origin(speaker, verb, cues) if speaker is not None else None
    named = phrase_of(origin, verb) if origin is not None else _NOTHING
    inside = indices([said]) - {said.i}
    yield Draft(
        said, frozenset({as_word.i, said.i}), named, inside - named, speech=True, rule="as saying"
    )


def _origin(noun: Token, verb: Token, cues: Cues) -> Token:
    """Return who speaks in "a tweet by X": the X."""
    own = () if is_passive(verb) else children(verb, "prep", "agent")
    for link in (*noun.children, *own):
        if link.lower_ in cues.by_words and link.i > noun.i:
            inner = child(link, "pobj")
            if inner is not None:
                return inner
    return noun


def _as_saying(verb: Token, cues: Cues) -> Token | None:
    for link in children(verb, "prep"):
        if link.lower_ in cues.as_words:
            said = child(link, "pcomp")
            if said is not None and said.tag_ == "VBG":
                return said
    return None


def _according(word: Token) -> Iterator[Draft]:
    """Find "According to X, P"."""
    link = child(word, "prep") or word
    source = child(link, "pobj", "pcomp")
    if source is None:
        return
    phrase = indices([source])
    clause = indices([_clause_head(word.head)], [word])
    cue = frozenset(each.i for each in (word, link, *children(word, "fixed")))
    yield Draft(word, cue, phrase, clause, rule="according to somebody")


def _of_adverb(word: Token) -> Iterator[Draft]:
    """Find "P reportedly": nobody is named."""
    clause = _clause_head(word.head)
    if clause.pos_ not in {"VERB", "AUX"}:
        return
    others = children(clause, "conj", "parataxis", "advcl")  # the adverb does not reach these
    said = indices([clause], others) - {word.i}
    yield Draft(word, frozenset({word.i}), _NOTHING, said, rule="an adverb or mood of hearsay")


def _of_noun(noun: Token, cues: Cues) -> Iterator[Draft]:
    """Find "X's claim that P", "there were reports of P"."""
    said = child(noun, "acl")
    link = next((e for e in children(noun, "prep") if _tells_of(e, cues)), None)
    owner = child(noun, "poss")
    if said is not None and child(said, "mark") is not None and said.i > noun.i:
        content, words = indices([said]), _NOTHING
    elif link is not None and noun.lemma_.lower() in cues.hearsay_nouns:
        inside = child(link, "pobj", "pcomp")
        if inside is None:
            return
        content, words = indices([inside]), frozenset({link.i})
    else:
        return
    modifiers = {e.i for e in children(noun, "amod", "det", "compound") if e.i < noun.i}
    verb = noun.head
    if (
        verb.lemma_ in tongue(verb.doc.lang_).being
        and child(verb, "expl") is not None
        and verb.i < noun.i
    ):
        modifiers |= {*range(child(verb, "expl").i, noun.i)}  # type: ignore[union-attr]
    source = indices([owner]) if owner is not None else _NOTHING
    cue = frozenset({noun.i}) | modifiers | words
    yield Draft(noun, cue, source, content, rule="a noun of saying with what is said")


def _tells_of(link: Token, cues: Cues) -> bool:
    """Tell "a report of fighting" from "a report of 21 August"."""
    noun = child(link, "pobj")
    return link.lower_ in cues.noun_prepositions and (noun is None or noun.ent_type_ != "DATE")


def _clause_head(token: Token) -> Token:
    """Climb from a word to the verb of its clause."""
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def _cue(verb: Token, cues: Cues) -> frozenset[int]:
    """Return the verb with its auxiliaries, adverbs and particle, and "in a statement"."""
    words = {verb.i}
    helpers = {
        e.i
        for e in verb.children
        if e.dep_ in {"aux", "auxpass", "neg", "advmod"} and e.tag_ != "WRB"
    }
    at = verb.i - 1
    while at in helpers:
        words.add(at)
        at -= 1
    for particle in children(verb, "prt"):
        words |= set(range(verb.i, particle.i + 1))
    last = max(words)
    for link in children(verb, "prep"):
        medium = child(link, "pobj")
        if link.i == last + 1 and medium is not None and medium.lemma_.lower() in cues.media:
            words |= set(range(link.i, medium.i + 1))
    return frozenset(words)


def _particle(verb: Token, cues: Cues) -> bool:
    wanted = cues.particles.get(verb.lemma_.lower(), ())
    return any(each.lower_ in wanted for each in children(verb, "prt"))


def _marked_as(verb: Token, cues: Cues) -> bool:
    mark = child(verb, "mark", "advmod")
    return mark is not None and mark.lower_ in cues.as_words
