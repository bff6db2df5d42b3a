"""Which side of an event a participant or a speaker belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.text.folding import fold
from rashomon.values import Claim, Figure, Group, Participant, Voice
from rashomon.weigh.words import lexicon, stems

__all__ = ["CIVILIANS", "TOTAL", "UNKNOWN", "Sides"]

CIVILIANS = "civilians"
UNKNOWN = "unknown"
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of one event, found by any spelling of their names."""

    names: Mapping[str, str]  # folded spelling -> the side's name
    words: tuple[tuple[frozenset[str], str], ...]  # words that a speaker of the side is named by

    @classmethod
    def of_group(cls, group: Group) -> Sides:
        """Index the sides that linking united."""
        names = {
            fold(spelling): side.name
            for side in group.sides
            for spelling in (*side.aliases, side.name)
        }
        words = {
            (frozenset(stems(spelling)), side)
            for spelling, side in names.items()
            if fold(side) != CIVILIANS
        }
        ordered = sorted(words, key=lambda pair: (-len(pair[0]), sorted(pair[0]), pair[1]))
        return cls(names, tuple(pair for pair in ordered if pair[0]))

    def named(self, side: str | None) -> str:
        """Return the event's name for a participant's side; "unknown" where there is none."""
        if side is None or not fold(side):
            return UNKNOWN
        folded = fold(side)
        if folded in (CIVILIANS, UNKNOWN):
            return folded
        return self.names.get(folded, side)

    def counted(self, claim: Claim, figure: Figure) -> str:
        """Return the side whose people a figure counts."""
        if figure.of is None or not 0 <= figure.of < len(claim.participants):
            return UNKNOWN
        return self.named(claim.participants[figure.of].side)

    def within(self, name: str) -> str | None:
        """Return the side whose name stands in a speaker's name."""
        spoken = frozenset(stems(name))
        return next((side for words, side in self.words if words <= spoken), None)

    def speaking(self, voice: Voice, claim: Claim) -> str | None:
        """Return the side that a voice speaks for, or None for an outsider.

        A voice belongs to a side when its name holds all words of the side's name ("Taliban
        spokesman"), or when it tells of what it did itself ("residents claim to have killed").
        """
        if voice.name is None:
            return None
        side = self.within(voice.name)
        if side is not None:
            return side
        for participant in claim.participants:
            if participant.role == "actor" and _same(participant, voice):
                return self.named(participant.side or participant.name)
        return None


def _same(participant: Participant, voice: Voice) -> bool:
    if participant.span is not None and participant.span == voice.span:
        return True
    light = lexicon("light")
    left, right = (frozenset(stems(name)) - light for name in (participant.name, voice.name or ""))
    return bool(left) and left == right
