"""What one attribution adds to the chain of telling: its voices, and how far they vouch for it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.clauses import verb_over
from rashomon.read.page import Page, span_of
from rashomon.read.reasons import because
from rashomon.read.voices.cues import cues_of, stance_of
from rashomon.read.voices.naming import Cast
from rashomon.read.voices.phrases import child, children
from rashomon.read.voices.speakers import words_of
from rashomon.values import Attribution, Certainty, Voice, VoiceKind

__all__ = ["Hop", "Hops", "phrase_at"]

_MEDIA: frozenset[VoiceKind] = frozenset({"agency", "outlet"})


@dataclass(frozen=True, slots=True)
class Hop:
    """One attribution's part of a chain: its voices, outermost first, and what they make of it."""

    index: int
    voices: tuple[Voice, ...]
    certainty: Certainty


class Hops:
    """Reads the hops of a report in reading order, so that "he" is whoever came before."""

    def __init__(self, page: Page, cast: Cast) -> None:
        """Read `page` with the speakers collected in `cast`."""
        self._page = page
        self._cast = cast
        self._cues = cues_of(page.language)
        self._words = words_of(page.language)

    def read(self, index: int, attribution: Attribution) -> Hop | None:
        """Return the hop of an attribution; None where the speaker only takes a stand."""
        cue = self._page.tokens(attribution.cue[0])
        head = self._head(cue)
        if not self._tells(cue, head) or self._is_nobody(attribution):
            return None
        listener = child(head, "dobj", "dative")
        to_me = listener is not None and listener.lower_ in self._words.first_person
        voices = self._media_told(head) or self._media_written_in(head)
        for span in attribution.source:
            voices += self._speakers(self._page.tokens(span), to_me=to_me)
        voices += self._cited(head)
        if not attribution.source:
            nobody = Voice(self._wording(cue, head), "unnamed", span_of(cue))
            voices.append(_voiced(nobody, "it is said without saying by whom", cue))
        return Hop(index, tuple(voices), self._certainty(head, attribution))

    def _tells(self, cue: Tokens, head: Token) -> bool:
        """Tell whether a word of the cue passes something on; a tagger marks attitudes as well."""
        if head.lemma_.lower() in self._cues.stance_only:
            return False
        words = {form for token in cue for form in (token.lemma_.lower(), token.lower_)}
        return cue[-1].is_punct or not words.isdisjoint(self._cues.telling)

    def _is_nobody(self, attribution: Attribution) -> bool:
        """Tell whether the source is "no group", which says nothing, or a headline's topic."""
        return self._is_topic(attribution) or any(
            token.lower_ in self._cues.none_words
            for span in attribution.source
            for token in self._page.tokens(span)[:1]
        )

    def _is_topic(self, attribution: Attribution) -> bool:
        """Tell "Market bombing: 12 dead" from "Police: 12 dead"."""
        if attribution.cue[0].of(self._page.content) != ":" or not attribution.source:
            return False
        last = self._page.tokens(attribution.source[0])[-1]
        return last.lower_ not in self._words.kinds and last.pos_ != "PROPN"

    def _head(self, cue: Tokens) -> Token:
        """Return the word that says: the noun of "there are reports", else the verb."""
        if self._cues.is_verb(cue.root):
            return cue.root
        nouns = [token for token in cue if token.lemma_.lower() in self._cues.nouns]
        return nouns[-1] if nouns else cue.root

    def _wording(self, cue: Tokens, head: Token) -> str:
        """Name a nameless origin by its words: "reportedly", "unconfirmed reports"."""
        if head.pos_ != "NOUN":
            return span_of(cue).of(self._page.content)
        first = min((each.i for each in children(head, "amod", "compound")), default=head.i)
        start = head.doc[min(first, head.i)].idx
        return self._page.content[start : head.idx + len(head.text)]

    def _speakers(self, phrase: Tokens, *, to_me: bool) -> list[Voice]:
        """Return the voices of a source: what carries the words, who relays them, who speaks."""
        phrase = _trimmed(_owner(phrase))
        carrier = self._carrier(phrase)
        voices = [carrier] if carrier is not None else []
        relayed = next(
            (e for e in phrase.root.children if e.dep_ == "acl" and e.tag_ == "VBN"), None
        )
        if relayed is not None and relayed.lemma_.lower() in self._cues.relay_verbs:
            by = child(relayed, "agent")
            relay = child(by, "pobj") if by is not None else None
            if relay is not None:
                relays = self._cast.voice(phrase_at(relay))
                voices.append(
                    _voiced(relays, "it relays what is said", relayed, entry="relay_verbs")
                )
                phrase = _trimmed(phrase.doc[phrase.start : relayed.i])
        speaker = self._cast.voice(phrase, to_me=to_me)
        return [*voices, _voiced(speaker, "it is the source of an attribution", phrase)]

    def _carrier(self, phrase: Tokens) -> Voice | None:
        """Return "a tweet" of "a tweet by X", where X is the source."""
        link = phrase.root.head
        if link.dep_ not in {"prep", "agent"}:
            return None
        noun = link.head if link.head.pos_ == "NOUN" else child(link.head, "dobj")
        if noun is None or noun.lower_ not in self._words.carriers or noun.i > phrase.start:
            return None
        span = span_of(noun.doc[noun.left_edge.i : noun.i + 1])
        social = noun.lower_ in self._words.social_carriers
        carrier = Voice(noun.text, "social" if social else "document", span)
        return because(
            carrier, "voice", "it carries what is said", noun, entry="voices: carriers", at=span
        )

    def _cited(self, head: Token) -> list[Voice]:
        """Return those whom the speaker cites: "television, citing officials, said"."""
        subject = child(head, "nsubj")
        clause = child(head, "ccomp")  # the parser may hang "quoting X, that P" on P
        near = [
            each
            for over in (head, subject, clause)
            if over is not None
            for each in over.children
            if over != clause or each.i < (child(over, "mark") or over).i
        ]
        for verb in near:
            noun = child(verb, "dobj")
            if verb.tag_ != "VBG" or noun is None:
                continue
            if verb.lemma_.lower() not in self._cues.relay_verbs:
                continue
            if noun.lower_ in self._words.kinds or noun.ent_type_ in {"PERSON", "ORG"}:
                cited = self._cast.voice(_trimmed(phrase_at(noun)))
                return [_voiced(cited, "the speaker cites it", verb, entry="relay_verbs")]
        return []

    def _media_told(self, head: Token) -> list[Voice]:
        """Return the medium that was told: it stands between the speaker and the report."""
        noun = child(head, "dobj", "dative")
        if noun is None or head.lemma_.lower() not in self._cues.addressee_verbs:
            return []
        if noun.pos_ != "PROPN" and (
            noun.tag_ == "NNS"
            or noun.lower_ in self._words.listeners
            or self._words.kinds.get(noun.lower_) not in _MEDIA
        ):
            return []
        return self._medium(noun)

    def _media_written_in(self, head: Token) -> list[Voice]:
        """Return the medium named in "in an article in X, he said"."""
        for link in children(head, "prep"):
            carrier = child(link, "pobj")
            if carrier is None or carrier.lower_ not in self._words.carriers:
                continue
            nouns = (child(inner, "pobj") for inner in children(carrier, "prep"))
            named = next((n for n in nouns if n is not None and n.pos_ == "PROPN"), None)
            if named is not None:
                return self._medium(named)
        return []

    def _medium(self, noun: Token) -> list[Voice]:
        """Return a noun as a voice if it can be a medium."""
        voice = self._cast.voice(_trimmed(noun.doc[noun.left_edge.i : noun.i + 1]))
        # an organisation of which nothing is known, and which is told the news, is a medium
        unknown = noun.ent_type_ == "ORG" and voice.kind == "party"
        if voice.kind not in _MEDIA and not unknown:
            return []
        medium = voice if voice.kind in _MEDIA else Voice(voice.name, "outlet", voice.span)
        return [_voiced(medium, "it is the medium that was told", noun)]

    def _certainty(self, head: Token, attribution: Attribution) -> Certainty:
        """Read off the words of saying how far they vouch for what is said."""
        if any(each.lower_ in self._cues.unconfirmed for each in head.children):
            return "unconfirmed"
        negated = child(head, "neg") is not None
        refused = head.dep_ == "xcomp" and head.head.lemma_.lower() in self._cues.silence_frames
        stance = stance_of(self._cues, head)
        if stance == "committed" and (negated or refused):
            return "unconfirmed"
        if stance == "negative" and not negated:
            return "denied"
        if not attribution.source:
            return "hearsay"
        distant = head.pos_ == "NOUN" and head.lemma_.lower() in self._cues.hearsay_nouns
        if distant or stance == "distanced" or self._is_own(attribution):
            return "claimed"
        return "asserted"

    def _is_own(self, attribution: Attribution) -> bool:
        """Tell whether the speakers tell what they did: "we have taken the town"."""
        return any(
            token.lower_ in self._words.first_plural
            for piece in attribution.content
            for token in self._page.tokens(piece)
        )


def _voiced(voice: Voice, rule: str, *seen: Token | Tokens, entry: str | None = None) -> Voice:
    listed = f"cues: {entry}" if entry else None
    return because(voice, "voice", rule, *seen, entry=listed, at=voice.span)


def phrase_at(noun: Token) -> Tokens:
    """Return a noun with all that depends on it."""
    return noun.doc[noun.left_edge.i : noun.right_edge.i + 1]


def _owner(phrase: Tokens) -> Tokens:
    """Return who is meant by "its" in "in its report, the agency said"; other phrases stay."""
    verb = verb_over(phrase.root) if phrase.root.tag_ == "PRP$" else None
    subject = child(verb, "nsubj") if verb is not None else None
    return phrase_at(subject) if subject is not None and subject.pos_ != "PRON" else phrase


def _trimmed(phrase: Tokens) -> Tokens:
    """Leave out the punctuation at the edges of a phrase."""
    start, end = phrase.start, phrase.end
    while start < end - 1 and phrase.doc[start].is_punct:
        start += 1
    while end - 1 > start and phrase.doc[end - 1].is_punct:
        end -= 1
    return phrase.doc[start:end]
