"""The chain of voices behind a claim, from the publisher down to its origin, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens

from rashomon.read.page import Page, span_of
from rashomon.read.reasons import about, because
from rashomon.read.voices.cues import cues_of
from rashomon.read.voices.holding import Holding
from rashomon.read.voices.hops import Hop, Hops, phrase_at
from rashomon.read.voices.naming import Cast
from rashomon.read.voices.silence import silences_in
from rashomon.read.voices.speakers import words_of
from rashomon.text.quotes import find_quotations
from rashomon.values import Attribution, Certainty, Span, Voice

__all__ = ["Response", "Told", "Voices"]

_DEPTH = 6  # hops; deeper chains are parse errors
_DOUBTS: dict[Certainty, str] = {  # the gravest first
    "denied": "a word of saying denies it",
    "unconfirmed": "the words of saying do not vouch for it",
    "hearsay": "it is told without saying by whom",
}
_BARE = 2  # words of "sources" or "the sources", which name nobody new


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
    """Somebody was asked and said nothing: who, in which sentence, by which word."""

    trigger: Span
    span: Span
    voice: Voice


class Voices:
    """Answers who tells what in one report."""

    def __init__(self, page: Page, attributions: Sequence[Attribution]) -> None:
        """Name the speakers of `attributions` (those of `page`) in reading order."""
        self._page = page
        self._attributions = tuple(attributions)
        self._holding = Holding([each.content for each in self._attributions])
        self._cues = cues_of(page.language)
        self._words = words_of(page.language)
        self._quotations = find_quotations(page.content)
        publisher = Voice(page.report.publisher, "publisher")
        self._publisher = because(publisher, "voice", "whoever publishes a report tells all of it")
        self._cast = Cast(page, self._words)
        hops = Hops(page, self._cast)
        self._hops = [hops.read(index, each) for index, each in enumerate(self._attributions)]
        self._responses = tuple(self._silences())
        self._carried = self._carry()

    def told(self, trigger: Span) -> Told:
        """Return who tells the claim whose trigger is at that span, and how surely."""
        if any(response.trigger.meets(trigger) for response in self._responses):
            silence: Certainty = "no comment"
            because(silence, "certainty", "somebody was asked and said nothing", trigger)
            return Told((self._publisher,), silence)
        return self._joined(
            [hop for hop in self._over(trigger) if not self._presupposes(hop, trigger)],
            trigger,
        )

    def statement(self, index: int) -> Told | None:
        """Return the chain of a whole attribution; None for a mere stand ("supports")."""
        hop = self._hops[index]
        if hop is None:
            return None
        return self._joined([*self._over(self._attributions[index].cue[0]), hop], None)

    def is_hearsay(self, index: int) -> bool:
        """Tell whether an adverb alone says that others tell it: "he is reportedly in hiding"."""
        cue = self._page.tokens(self._attributions[index].cue[0])
        return cue.root.lower_ in self._cues.adverbs | self._cues.conditionals

    def continuations(self) -> Iterator[tuple[Span, Span, Told]]:
        """Yield each sentence that goes on in somebody's first person without saying so anew.

        Its main word comes first, then its span, then who goes on to speak.
        """
        for sentence in self._page.sentences:
            hops = self._carried.get(sentence.start, [])
            span = span_of(sentence)
            if hops and self._is_indirect(hops[-1]) and not self._holding.meeting(span):
                about(span_of(sentence.root))
                yield span_of(sentence.root), span, self._joined(hops, None)

    def responses(self) -> tuple[Response, ...]:
        """Return who was silent: "have not commented", "declined to comment"."""
        return self._responses

    def _over(self, span: Span) -> list[Hop]:
        """Return the hops over a span, outermost first, with those its sentence inherits."""
        holding = self._holding.over(Span(span.start, span.start + 1))
        outermost = self._attributions[holding[0]].cue[0] if holding else span
        words = self._page.tokens(outermost) if self._carried else ()
        inherited = self._carried.get(words[0].sent.start, []) if words else []
        return [*inherited, *(hop for index in holding if (hop := self._hops[index]) is not None)]

    def _presupposes(self, hop: Hop, trigger: Span) -> bool:
        """Tell whether the hop tells of somebody's part in the happening, not of the happening."""
        roots = (self._page.tokens(piece).root for piece in self._attributions[hop.index].content)
        return any(
            root.lemma_.lower() in self._cues.presupposing and not span_of(root).meets(trigger)
            for root in roots
        )

    def _joined(self, hops: Sequence[Hop], trigger: Span | None) -> Told:
        voices = [self._publisher]
        for hop in hops[:_DEPTH]:
            voices += [voice for voice in hop.voices if voice not in voices]
        certainty = self._certainty(hops, voices, trigger)
        return Told(tuple(voices), certainty, hops[-1].index if hops else None)

    def _certainty(
        self, hops: Sequence[Hop], voices: Sequence[Voice], trigger: Span | None
    ) -> Certainty:
        """Weigh the words of saying: a denial outweighs a doubt, a doubt hearsay, and so on."""
        said = {
            hop.certainty
            if hop.certainty != "denied" or trigger is None or self._is_at_heart(hop, trigger)
            else "claimed"
            for hop in hops
        }
        cues = [self._attributions[hop.index].cue[0] for hop in hops]
        for certainty, rule in _DOUBTS.items():
            if certainty in said:
                return because(certainty, "certainty", rule, *cues)
        nameless = next((voice for voice in voices if voice.kind == "unnamed"), None)
        if nameless is not None:
            return because("hearsay", "certainty", "a voice has no name", nameless.span)
        if "claimed" in said:
            return because("claimed", "certainty", "the word of saying keeps a distance", *cues)
        party = next((v for v in voices[1:] if v.kind == "party" or self._cast.fights(v)), None)
        if party is not None:
            return because("claimed", "certainty", "a party to the fighting says so", party.span)
        return because("asserted", "certainty", "no word of saying takes away from it", *cues)

    def _is_at_heart(self, denial: Hop, trigger: Span) -> bool:
        """Tell whether a denial denies the trigger, not something beside it in the clause."""
        content = self._attributions[denial.index].content
        token = self._page.tokens(trigger).root
        while any(piece.holds(span_of(token.head)) for piece in content) and token.head != token:
            if token.dep_ in {"advcl", "relcl", "prep", "npadvmod"} and token.head.pos_ == "VERB":
                return False
            token = token.head
        return True

    def _carry(self) -> dict[int, list[Hop]]:
        """Find the sentences that go on with the one before, and the hops they inherit.

        Free indirect speech goes on in the first person without naming its speaker again; a bare
        "sources said" goes on with the medium that was told.
        """
        ended: dict[int, list[Hop]] = {}
        for hop in self._hops:
            if hop is not None:
                words = self._page.tokens(self._attributions[hop.index].content[-1])
                ended.setdefault(words[-1].sent.start, []).append(hop)
        carried: dict[int, list[Hop]] = {}
        before: list[Hop] = []
        end = 0
        for sentence in self._page.sentences:
            if "\n" in self._page.content[end : sentence.start_char]:
                before = []
            here = ended.get(sentence.start, [])
            inherited = self._inherited(sentence, here, before)
            if inherited:
                carried[sentence.start] = inherited
            before = [*inherited, *here]
            end = span_of(sentence).end
        return carried

    def _inherited(self, sentence: Tokens, here: Sequence[Hop], before: Sequence[Hop]) -> list[Hop]:
        if not before:
            return []
        relay = self._relay(here[0], before[-1]) if here else None
        if relay is not None:
            return [relay]
        own = (span_of(each) for each in sentence if each.lower_ in self._words.first_person)
        if not any(not self._holding.over(span) for span in own):
            return []
        return list(before) if not here or self._is_indirect(before[-1]) else []

    def _relay(self, here: Hop, before: Hop) -> Hop | None:
        """Return the relay that "Sources said" takes over from "sources told X"."""
        source = self._attributions[here.index].source
        relays = before.voices[:-1]
        if not relays or not source or len(self._page.tokens(source[0])) > _BARE:
            return None
        if not before.voices[-1].kind == here.voices[-1].kind == "unnamed":
            return None
        return Hop(before.index, relays, "asserted")

    def _is_indirect(self, hop: Hop) -> bool:
        """Tell whether the content is in the first person without quotation marks."""
        return any(
            token.lower_ in self._words.first_person
            for piece in self._attributions[hop.index].content
            if not any(piece.meets(quotation.span) for quotation in self._quotations)
            for token in self._page.tokens(piece)
        )

    def _silences(self) -> Iterator[Response]:
        for sentence in self._page.sentences:
            for trigger, silent in silences_in(sentence, self._cues):
                if silent is not None:
                    voice = self._cast.voice(phrase_at(silent))
                    yield Response(span_of(trigger), span_of(sentence), voice)
