"""Why each part of a claim is as it is: noted where it is decided, kept only when somebody asks.

A function that chooses between rules says which one won by returning through `because`. Nobody
decides twice: an explanation is what the reader noted while it read, and reading without listening
costs one look at a variable a decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.read.page import span_of
from rashomon.values import Claim, Reading, Span

__all__ = [
    "Explained",
    "Explanation",
    "Part",
    "Reason",
    "about",
    "because",
    "explain",
    "listening",
    "weighed",
]

T = TypeVar("T")
Part: TypeAlias = Literal[
    "trigger",
    "kind",
    "reality",
    "currency",
    "certainty",
    "voice",
    "participant",
    "figure",
    "date",
    "place",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """What decided about a part of a claim: a rule in words, and what it saw.

    `seen` are the characters that it looked at, `entry` the place of its words in the lexicon
    ("reality: will" is the list `will` of `reality.yml`), `p` a model's probability, `points` what
    a sign adds to a sum that decides.
    """

    part: Part
    rule: str
    seen: tuple[Span, ...] = ()
    entry: str | None = None
    p: float | None = None
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasons for one part of a claim; `index` tells which voice, participant or figure."""

    part: Part
    index: int | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A reading with the explanations of every claim, by the claim's id, in the claim's order."""

    reading: Reading
    claims: dict[str, tuple[Explanation, ...]]


@dataclass(frozen=True, slots=True)
class _Note:
    value: object
    reason: Reason
    at: Span | None


class Notes:
    """What was noted while a report was read."""

    def __init__(self) -> None:
        """Start with nothing noted, about nothing."""
        self.trigger: Span | None = None
        self._of_claims: dict[tuple[Part, Span], list[_Note]] = defaultdict(list)
        self._of_words: dict[tuple[Part, Span | None], list[_Note]] = defaultdict(list)

    def add(self, value: object, reason: Reason, at: Span | None) -> None:
        """Keep a reason under the happening it is about, else under the words it speaks of."""
        note = _Note(value, reason, at)
        if self.trigger is not None:
            self._of_claims[reason.part, self.trigger].append(note)
        else:
            self._of_words[reason.part, at].append(note)

    def deciding(self, part: Part, trigger: Span, value: object) -> Iterator[Reason]:
        """Yield the reason that was given last for this value, then the signs that were added up.

        Reasons for other values, or given before, were thought better of.
        """
        notes = self._of_claims.get((part, trigger), ())
        agreeing = (n.reason for n in reversed(notes) if n.at is None and n.value == value)
        first = next(agreeing, None)
        if first is not None:
            yield first
        yield from (note.reason for note in notes if note.reason.points is not None)

    def touching(self, part: Part, trigger: Span, span: Span | None) -> Iterator[Reason]:
        """Yield what was noted of the words at `span`, for this happening and for itself."""
        for note in self._of_claims.get((part, trigger), ()):
            if span is not None and note.at is not None and span.holds(note.at):
                yield note.reason
        for note in self._of_words.get((part, span), ()):
            yield note.reason


_notes: ContextVar[Notes | None] = ContextVar("notes", default=None)


def because(
    value: T,
    part: Part,
    rule: str,
    *seen: Token | Tokens | Span | None,
    entry: str | None = None,
    p: float | None = None,
    at: Span | None = None,
) -> T:
    """Return `value`, and note for a listener why it was chosen.

    Args:
        value: what was decided.
        part: the part of the claim that it is, or that it bears on.
        rule: what decided, as a sentence without its full stop.
        seen: the words it looked at; None is left out.
        entry: the file and list of the lexicon that the words are of.
        p: the probability that a model gave.
        at: the characters of the voice, participant, figure, place or time that it is about.
    """
    notes = _notes.get()
    if notes is not None:
        notes.add(value, Reason(part, rule, _spans(seen), entry, p), at)
    return value


def weighed(points: float, part: Part, rule: str, *seen: Token | Tokens | Span | None) -> float:
    """Return what a sign adds to a sum, and note it if it is anything; `because` tells the sum."""
    notes = _notes.get()
    if notes is not None and points:
        notes.add(None, Reason(part, rule, _spans(seen), points=points), None)
    return points


def about(trigger: Span | None) -> None:
    """Tell a listener which happening the next decisions are about; None for all of the report."""
    notes = _notes.get()
    if notes is not None:
        notes.trigger = trigger


@contextmanager
def listening() -> Iterator[Notes]:
    """Keep the reasons for all that is decided in the block."""
    notes = Notes()
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)


def _spans(seen: Iterable[Token | Tokens | Span | None]) -> tuple[Span, ...]:
    spans = (each if isinstance(each, Span) else span_of(each) for each in seen if each)
    return tuple(dict.fromkeys(spans))


def explain(reading: Reading, notes: Notes) -> Explained:
    """Sort what was noted by the claims and their parts."""
    return Explained(reading, {claim.id: tuple(_parts(claim, notes)) for claim in reading.claims})


def _parts(claim: Claim, notes: Notes) -> Iterator[Explanation]:
    def decided(part: Part, value: object, span: Span | None = None) -> Explanation:
        reasons = (*notes.deciding(part, claim.trigger, value), *touching(part, span))
        return Explanation(part, None, tuple(dict.fromkeys(reasons)))

    def touching(part: Part, span: Span | None) -> tuple[Reason, ...]:
        return tuple(dict.fromkeys(notes.touching(part, claim.trigger, span)))

    yield Explanation("trigger", None, touching("trigger", claim.trigger))
    yield decided("kind", claim.kind)
    yield decided("reality", claim.reality)
    yield decided("currency", claim.currency)
    yield decided("certainty", claim.certainty)
    for index, voice in enumerate(claim.voices):
        yield Explanation("voice", index, touching("voice", voice.span))
    for index, each in enumerate(claim.participants):
        yield Explanation("participant", index, touching("participant", each.span))
    for index, figure in enumerate(claim.figures):
        yield Explanation("figure", index, touching("figure", figure.span))
    yield decided("date", claim.date, claim.date.span if claim.date else None)
    yield decided("place", claim.place, claim.place.span if claim.place else None)
