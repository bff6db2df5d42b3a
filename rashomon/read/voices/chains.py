"""The chain of voices behind a claim, from the publisher down to its origin, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.page import Page, span_of
from rashomon.read.voices.cues import cues_of, stance_of
from rashomon.read.voices.naming import Cast
from rashomon.read.voices.phrases import child, children
from rashomon.read.voices.silence import silences_in
from rashomon.read.voices.speakers import words_of
from rashomon.text.quotes import find_quotations
from rashomon.values import Attribution, Certainty, Span, Voice

__all__ = ["Response", "Told", "Voices"]

_DEPTH = 6  # hops; deeper chains are parse errors


@dataclass(frozen=True, slots=True)
class Told:
    """The chain of telling of one claim and how far it is vouched for.

    `voices` starts with the publisher and ends with the innermost origin. `attribution` is the
    index of the innermost attribution, None where the report speaks for itself.
    """

    voices: tuple[Voice, ...]
    certainty: Certainty
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """Somebody was asked and said nothing; `trigger` is the word that says so."""

    trigger: Span
    span: Span
    voice: Voice


@dataclass(frozen=True, slots=True)
class _Hop:
    """What one attribution adds to the chain, outermost voice first."""

    index: int
    head: Token
    voices: tuple[Voice, ...]
    certainty: Certainty


class Voices:
    """Answers who tells what in one report."""

    def __init__(self, page: Page, attributions: Sequence[Attribution]) -> None:
        """Name the speakers of `attributions` (those of `page`) in reading order."""
        self._page = page
        self._attributions = tuple(attributions)
        self._cues = cues_of(page.doc.lang_)
        self._words = words_of(page.doc.lang_)
        self._cast = Cast(page, self._words)
        self._quotations = find_quotations(page.content)
        self._publisher = Voice(page.report.publisher, "publisher")
        self._hops = [self._hop(index) for index in range(len(self._attributions))]
        self._responses = tuple(self._find_responses())
        self._carried = self._carry()

    def told(self, trigger: Span) -> Told:
        """Return who tells the claim whose trigger is at that span, and how surely."""
        if any(response.trigger.meets(trigger) for response in self._responses):
            return Told((self._publisher,), "no comment")
        holding = self._holding(trigger)
        hops = [
            hop for index in holding if (hop := self._hops[index]) and self._tells(hop, trigger)
        ]
        base = self._base(holding, trigger)
        return self._joined([*base, *hops], trigger)

    def statement(self, index: int) -> Told | None:
        """Return the chain of a whole attribution; None for a mere stand ("supports")."""
        hop = self._hops[index]
        if hop is None:
            return None
        cue = self._attributions[index].cue[0]
        outer = [each for at in self._holding(cue) if (each := self._hops[at])]
        return self._joined([*outer, hop], None)

    def responses(self) -> tuple[Response, ...]:
        """Return who was silent: "have not commented", "declined to comment"."""
        return self._responses

    def _joined(self, hops: Sequence[_Hop], trigger: Span | None) -> Told:
        voices = [self._publisher]
        for hop in hops[:_DEPTH]:
            voices += [voice for voice in hop.voices if voice != voices[-1]]
        return Told(
            tuple(voices), self._certainty(hops, voices, trigger), hops[-1].index if hops else None
        )

    def _certainty(
        self, hops: Sequence[_Hop], voices: Sequence[Voice], trigger: Span | None
    ) -> Certainty:
        """Weigh the words of saying: a denial outweighs a doubt, a doubt hearsay, and so on."""
        said: set[Certainty] = {hop.certainty for hop in hops}
        if "denied" in said and trigger is not None and not self._is_at_heart(hops, trigger):
            said.discard("denied")
            said.add("claimed")
        for certainty in ("denied", "unconfirmed"):
            if certainty in said:
                return certainty
        if "hearsay" in said or any(voice.kind == "unnamed" for voice in voices):
            return "hearsay"
        if "claimed" in said or any(self._cast.fights(voice) for voice in voices[1:]):
            return "claimed"
        return "asserted"

    def _is_at_heart(self, hops: Sequence[_Hop], trigger: Span) -> bool:
        """Tell whether a denial denies the trigger, not something beside it in the clause."""
        denial = next(hop for hop in hops if hop.certainty == "denied")
        content = self._attributions[denial.index].content
        token = self._page.tokens(trigger).root
        while not any(span_of(token.head).start == piece.start for piece in content):
            if (
                not any(piece.holds(span_of(token.head)) for piece in content)
                or token.head == token
            ):
                return True
            if token.dep_ in {"advcl", "relcl", "prep", "npadvmod"} and token.head.pos_ == "VERB":
                return False
            token = token.head
        return True

    def _holding(self, span: Span) -> list[int]:
        """List the attributions whose content holds `span`, the widest first."""
        held = [
            (-sum(piece.end - piece.start for piece in each.content), index)
            for index, each in enumerate(self._attributions)
            if any(piece.start <= span.start < piece.end for piece in each.content)
        ]
        return [index for _, index in sorted(held)]

    def _tells(self, hop: _Hop, trigger: Span) -> bool:
        """Tell whether the hop tells of the trigger, not only of somebody's part in it."""
        for piece in self._attributions[hop.index].content:
            root = self._page.tokens(piece).root
            if root.lemma_.lower() in self._cues.presupposing and not span_of(root).meets(trigger):
                return False
        return True

    def _hop(self, index: int) -> _Hop | None:
        attribution = self._attributions[index]
        cue = self._page.tokens(attribution.cue[0])
        head = self._cue_head(cue)
        if head.lemma_.lower() in self._cues.stance_only:
            return None
        voices: list[Voice] = []
        listener = child(head, "dobj", "dative")
        to_me = listener is not None and listener.lower_ in self._words.first_person
        for span in attribution.source:
            voices += self._sourced(self._page.tokens(span), to_me=to_me)
        if not attribution.source:
            voices.append(Voice(_wording(self._page, cue, head), "unnamed", span_of(cue)))
        voices = [*self._listeners(head), *voices]
        return _Hop(index, head, tuple(voices), self._doubt(head, attribution))

    def _cue_head(self, cue: Tokens) -> Token:
        """Return the word that says: the noun of "there are reports", else the verb."""
        if self._cues.is_verb(cue.root):
            return cue.root
        nouns = [token for token in cue if token.lemma_.lower() in self._cues.nouns]
        return nouns[-1] if nouns else cue.root

    def _sourced(self, phrase: Tokens, *, to_me: bool) -> list[Voice]:
        """Return the voices of a source: who carries the words, then who speaks."""
        phrase = _trimmed(phrase)
        voices = []
        carrier = self._carrier(phrase)
        if carrier is not None:
            social = carrier.root.lower_ in self._words.social_carriers
            kind = "social" if social else "document"
            voices.append(Voice(carrier.root.text, kind, span_of(carrier)))  # type: ignore[arg-type]
        relay = next((e for e in phrase.root.children if e.dep_ == "acl" and e.tag_ == "VBN"), None)
        if relay is not None and relay.lemma_.lower() in self._cues.relay_verbs:
            by = child(relay, "agent")
            noun = child(by, "pobj") if by is not None else None
            if noun is not None:
                voices.append(self._cast.voice(_subtree(noun)))
                phrase = phrase.doc[phrase.start : relay.i]
        return [*voices, self._cast.voice(_trimmed(phrase), to_me=to_me)]

    def _carrier(self, phrase: Tokens) -> Tokens | None:
        """Return "a tweet" of "a tweet by X", where X is the source."""
        link = phrase.root.head
        if link.dep_ not in {"prep", "agent"}:
            return None
        noun = link.head if link.head.pos_ == "NOUN" else child(link.head, "dobj")
        if noun is None or noun.lower_ not in self._words.carriers or noun.i > phrase.start:
            return None
        return noun.doc[noun.left_edge.i : noun.i + 1]

    def _listeners(self, head: Token) -> list[Voice]:
        """Return the medium that was told: it stands between the speaker and the report."""
        if head.lemma_.lower() not in self._cues.addressee_verbs:
            return []
        noun = child(head, "dobj", "dative")
        if noun is None or noun.lower_ in self._words.listeners or noun.pos_ != "PROPN":
            if noun is None or self._words.kinds.get(noun.lower_) not in {"agency", "outlet"}:
                return []
            if noun.lower_ in self._words.listeners or noun.tag_ == "NNS":
                return []
        voice = self._cast.voice(_trimmed(noun.doc[noun.left_edge.i : noun.i + 1]))
        if voice.kind in {"agency", "outlet"}:
            return [voice]
        is_medium = noun.ent_type_ == "ORG" and voice.kind == "party"
        return [Voice(voice.name, "outlet", voice.span)] if is_medium else []

    def _doubt(self, head: Token, attribution: Attribution) -> Certainty:
        """Read off the words of saying how far they vouch for what is said."""
        lemma = head.lemma_.lower()
        if any(each.lower_ in self._cues.unconfirmed for each in head.children):
            return "unconfirmed"
        stance = stance_of(self._cues, head)
        refused = head.head.lemma_.lower() in self._cues.silence_frames and head.dep_ == "xcomp"
        if stance == "committed" and (child(head, "neg") is not None or refused):
            return "unconfirmed"
        if stance == "negative" and child(head, "neg") is None:
            return "denied"
        if head.lower_ in self._cues.adverbs or (
            head.pos_ == "NOUN" and lemma in self._cues.hearsay_nouns
        ):
            return "hearsay" if not attribution.source else "claimed"
        if not attribution.source:
            return "hearsay"
        if stance == "distanced" or self._is_own(attribution):
            return "claimed"
        return "asserted"

    def _is_own(self, attribution: Attribution) -> bool:
        """Tell whether the speakers tell what they did: "we have taken the town"."""
        return any(
            token.lower_ in self._words.first_plural
            for piece in attribution.content
            for token in self._page.tokens(piece)
        )

    def _base(self, holding: Sequence[int], trigger: Span) -> list[_Hop]:
        """Return the hops that a sentence inherits from the sentence before it."""
        at = trigger if not holding else self._attributions[holding[0]].cue[0]
        tokens = self._page.tokens(at)
        return self._carried.get(tokens[0].sent.start, []) if len(tokens) else []

    def _carry(self) -> dict[int, list[_Hop]]:
        """Find the sentences that go on with the sentence before, and the hops they inherit.

        Free indirect speech goes on in the first person without naming its speaker again; a bare
        "sources said" goes on with the medium that was told.
        """
        ended: dict[int, list[_Hop]] = {}
        for hop in self._hops:
            if hop is not None:
                last = self._page.tokens(self._attributions[hop.index].content[-1])[-1]
                ended.setdefault(last.sent.start, []).append(hop)
        carried: dict[int, list[_Hop]] = {}
        before: list[_Hop] = []
        line = -1
        for sentence in self._page.sentences():
            here = ended.get(sentence.start, [])
            if "\n" in self._page.content[max(line, 0) : sentence.start_char]:
                before = []
            line = sentence.start_char
            inherited = self._inherited(sentence, here, before)
            if inherited:
                carried[sentence.start] = inherited
            before = [*inherited, *here]
        return carried

    def _inherited(
        self, sentence: Tokens, here: Sequence[_Hop], before: Sequence[_Hop]
    ) -> list[_Hop]:
        if not before:
            return []
        if here:
            relay = self._relay(here[0], before[-1])
            if relay is not None:
                return [relay]
        own = [token for token in sentence if token.lower_ in self._words.first_person]
        if not any(not self._holding(span_of(token)) for token in own):
            return []
        return list(before) if not here or self._is_indirect(before[-1]) else []

    def _is_indirect(self, hop: _Hop) -> bool:
        """Tell whether the content is in the first person without quotation marks."""
        return any(
            token.lower_ in self._words.first_person
            for piece in self._attributions[hop.index].content
            if not any(piece.meets(quotation.span) for quotation in self._quotations)
            for token in self._page.tokens(piece)
        )

    def _relay(self, here: _Hop, before: _Hop) -> _Hop | None:
        """Return the relay that "Sources said" takes over from "sources told X"."""
        source = self._attributions[here.index].source
        if not source or len(before.voices) < 2 or len(self._page.tokens(source[0])) > 2:  # noqa: PLR2004
            return None
        same = before.voices[-1].kind == "unnamed" == here.voices[-1].kind
        return _Hop(before.index, before.head, before.voices[:-1], "asserted") if same else None

    def _find_responses(self) -> list[Response]:
        found = []
        for sentence in self._page.sentences():
            for trigger, subject in silences_in(sentence, self._cues):
                if subject is None:
                    continue
                voice = self._cast.voice(_subtree(subject))
                found.append(Response(span_of(trigger), span_of(sentence), voice))
        return found


def _wording(page: Page, cue: Tokens, head: Token) -> str:
    """Name a nameless origin by its words: "reportedly", "unconfirmed reports"."""
    if head.pos_ == "NOUN":
        first = min((each.i for each in children(head, "amod", "compound")), default=head.i)
        return page.content[head.doc[min(first, head.i)].idx : head.idx + len(head.text)]
    return span_of(cue).of(page.content)


def _subtree(noun: Token) -> Tokens:
    return noun.doc[noun.left_edge.i : noun.right_edge.i + 1]


def _trimmed(phrase: Tokens) -> Tokens:
    """Leave out the punctuation at the edges of a phrase."""
    start, end = phrase.start, phrase.end
    while start < end - 1 and phrase.doc[start].is_punct:
        start += 1
    while end - 1 > start and phrase.doc[end - 1].is_punct:
        end -= 1
    return phrase.doc[start:end]
