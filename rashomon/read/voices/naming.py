"""Follow the speakers of a report: who "he", "the agency" and a bare surname are."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.page import Page
from rashomon.read.reasons import because
from rashomon.read.voices.speakers import Speaker, Words, describe, described
from rashomon.values import Span, Voice, VoiceKind

__all__ = ["Cast"]

_MEDIA = frozenset({"agency", "outlet"})
_KNOWN = "its kind is told by a word beside it, or where it was named before"
_SUPPOSED = "nothing tells its kind: a person is taken for an official, a body for a party"


class Cast:
    """The speakers of one report in order of appearance, each resolved against the earlier ones."""

    def __init__(self, page: Page, words: Words) -> None:
        """Start with nobody but the parties that the report shows fighting."""
        self._page = page
        self._words = words
        self._known: list[Speaker] = []
        self._parties = _parties(page, words)
        self._persons = [entity for entity in page.doc.ents if entity.label_ == "PERSON"]

    def voice(self, phrase: Tokens, *, to_me: bool = False) -> Voice:
        """Name the speaker of a phrase and remember it.

        Who speaks `to_me` is not whoever spoke last: that one is the "me".
        """
        span = Span(phrase.start_char, phrase.end_char)
        phrase = _antecedent(phrase, self._words)
        speaker = self._resolved(describe(self._page, phrase, self._words), to_me=to_me)
        if speaker.head.pos_ == "PRON":
            return Voice(None, "unnamed", span)  # "they" of whom nothing was told
        self._known.append(speaker)
        kind = self._kind(speaker)
        voice = Voice(speaker.name, kind, span, self._side(speaker, kind))
        because(voice, "voice", _KNOWN if speaker.kind else _SUPPOSED, speaker.head, at=span)
        return voice

    def fights(self, voice: Voice) -> bool:
        """Tell whether the word of this voice on the fighting is a party's."""
        return any(known.name == voice.name and known.fights for known in self._known)

    def _kind(self, speaker: Speaker) -> VoiceKind:
        if speaker.kind is not None:
            return speaker.kind
        # a person of whom nothing is told holds an office more often than not; an organisation
        # that speaks of fighting and is neither medium nor office is a side of it
        return "official" if speaker.person else "party"

    def _side(self, speaker: Speaker, kind: VoiceKind) -> str | None:
        """Name the party that somebody speaks for: a party itself, or whose fighter he is.

        "The group" is the party that was last named before.
        """
        side = self._own_side(speaker, kind)
        return self._words.named_groups.get(side.lower(), side) if side is not None else None

    def _own_side(self, speaker: Speaker, kind: VoiceKind) -> str | None:
        if speaker.body is None:
            speaks_for_itself = kind == "party" and not speaker.person
            return speaker.name if speaks_for_itself else None
        if kind != "party" and speaker.body.lower_ not in self._words.fighting:
            return None
        named = described(speaker.body)
        if speaker.body.pos_ == "PROPN" or " " in named:
            return named
        earlier = (
            _proper_run(token)
            for token in reversed(speaker.body.doc[: speaker.body.i])
            if token.text in self._parties
        )
        known = (each.name for each in reversed(self._known) if self._is_party(each))
        is_group = any(each.lower_ in self._words.definite for each in speaker.body.children)
        return next(known, next(earlier, named)) if is_group else named

    def _is_party(self, speaker: Speaker) -> bool:
        return speaker.proper and not speaker.person and self._kind(speaker) == "party"

    def _resolved(self, speaker: Speaker, *, to_me: bool) -> Speaker:
        word = speaker.head.lower_
        if word in self._words.singular_pronouns:
            barred = self._known[-1].name if to_me and self._known else None
            return self._person(speaker, self._words.singular_pronouns[word], barred)
        if word in self._words.plural_pronouns:
            return self._several(speaker)
        if speaker.head.pos_ == "PRON" and speaker.head.lower_ in self._words.first_person:
            return speaker
        if speaker.proper:
            return self._fuller(speaker)
        if self._is_definite(speaker):
            return self._same(speaker)
        return speaker

    def _person(self, speaker: Speaker, gender: str, barred: str | None) -> Speaker:
        """Resolve "he": the last person who spoke, else the last person named before."""
        for known in reversed(self._known):
            if known.person and known.gender in {gender, None} and known.name != barred:
                return _as(speaker, known)
        for entity in reversed(self._persons):
            if entity.end <= speaker.head.i:
                return _as(speaker, describe(self._page, _phrase(entity.root), self._words))
        return speaker

    def _is_definite(self, speaker: Speaker) -> bool:
        return any(
            each.dep_ == "det" and each.lower_ in self._words.definite
            for each in speaker.head.children
        )

    def _several(self, speaker: Speaker) -> Speaker:
        """Resolve "they": the last who spoke in the plural."""
        for known in reversed(self._known):
            if known.plural:
                return _as(speaker, known)
        return speaker

    def _fuller(self, speaker: Speaker) -> Speaker:
        """Resolve a bare surname to the full name, and take over what was told of its bearer."""
        if speaker.name in self._parties:
            return replace(speaker, kind=speaker.kind or "party", fights=True)
        parts = speaker.name.split()
        for known in reversed(self._known):
            full = known.name.split()
            if known.proper and len(full) >= len(parts) and full[-len(parts) :] == parts:
                kind = speaker.kind or known.kind
                return replace(_as(speaker, known), kind=kind)
        for entity in self._persons:
            full = entity.text.split()
            if (
                entity.start < speaker.head.i
                and len(full) > len(parts)
                and full[-len(parts) :] == parts
            ):
                earlier = describe(self._page, _phrase(entity.root), self._words)
                return replace(_as(speaker, earlier), kind=speaker.kind or earlier.kind)
        return speaker

    def _same(self, speaker: Speaker) -> Speaker:
        """Resolve "the news agency" to the agency that was named, "the spokesman" to his name."""
        word = speaker.head.lower_
        for known in reversed(self._known):
            if not known.proper or known.plural != speaker.plural:
                continue
            described = {token.lower_ for token in _phrase(known.head)}
            if word in described or (speaker.kind in _MEDIA and known.kind == speaker.kind):
                return _as(speaker, known)
        return speaker


def _as(speaker: Speaker, known: Speaker) -> Speaker:
    """Give a mention the identity of somebody known; the mention keeps its place."""
    return replace(known, head=known.head, span=speaker.span)


def _phrase(head: Token) -> Tokens:
    return head.doc[head.left_edge.i : head.right_edge.i + 1]


def _proper_run(token: Token) -> str:
    """Return the whole name in which a word stands."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start and doc[start - 1].pos_ == "PROPN":
        start -= 1
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    return doc[start:end].text


def _antecedent(phrase: Tokens, words: Words) -> Tokens:
    """Return the noun that a relative pronoun stands for; other phrases stay."""
    head = phrase.root
    if head.lower_ not in words.relative_pronouns:
        return phrase
    clause = next((each for each in head.ancestors if each.dep_ == "relcl"), None)
    if clause is None:
        return phrase
    noun = clause.head
    end = next((t.i for t in noun.doc[noun.i + 1 : head.i] if t.is_punct), head.i)
    return noun.doc[noun.left_edge.i : max(end, noun.i + 1)]


def _parties(page: Page, words: Words) -> frozenset[str]:
    """Collect the names that stand before fighters: "the X militants" makes X a party."""
    found = set()
    for token in page.doc:
        if token.pos_ != "PROPN" or token.dep_ not in {"compound", "amod", "nmod"}:
            continue
        if words.kinds.get(token.head.lower_) == "party":
            found.add(token.text)
    return frozenset(found)
