"""Which side of an event a participant or a speaker belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.text.folding import fold
from rashomon.values import Claim, Figure, Group, Participant, Side, Voice
from rashomon.weigh.words import lexicon, name_words, stems

__all__ = ["CIVILIANS", "TOTAL", "UNKNOWN", "Sides"]

CIVILIANS = "civilians"
UNKNOWN = "unknown"
TOTAL = "total"


_SAID = "Statement only"  # whose actor is a speaker, not a party to what happened


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of one event, found by any spelling of their names."""

    names: Mapping[str, str]  # folded spelling -> the side's name, or "unknown"
    words: tuple[tuple[frozenset[str], str], ...]  # words that a speaker of the side is named by
    parties: tuple[Side, ...]  # who took part, in order of role and name

    @classmethod
    def of_group(cls, group: Group) -> Sides:
        """Index the sides that linking united, each by what it is.

        A speaker belongs to the party he speaks for. A bare word ("fighters") means the only
        party it can mean; a pronoun, and a word that several parties fit, is nobody's name.
        """
        meant = _meant(group)
        names = {
            fold(spelling): meant[side.name]
            for side in group.sides
            for spelling in (*side.aliases, side.name)
        }
        words = {
            (frozenset(stems(spelling)), side)
            for spelling, side in names.items()
            if fold(side) not in (CIVILIANS, UNKNOWN)
            and (not _is_bare(spelling) or spelling == fold(side))
        }
        ordered = sorted(words, key=lambda pair: (-len(pair[0]), sorted(pair[0]), pair[1]))
        return cls(names, tuple(pair for pair in ordered if pair[0]), _parties(group, meant))

    def named(self, side: str | None) -> str:
        """Return the event's name for a participant's side; "unknown" where there is none."""
        if side is None or not fold(side):
            return UNKNOWN
        folded = fold(side)
        if folded in (CIVILIANS, UNKNOWN):
            return folded
        return self.names.get(folded, side)

    def counted(self, claim: Claim, figure: Figure) -> str:
        """Return the side whose people a figure counts: "our fighters" are the speaker's."""
        if figure.of is None or not 0 <= figure.of < len(claim.participants):
            return UNKNOWN
        participant = claim.participants[figure.of]
        side = self.named(participant.side)
        if figure.best == 1 and _is_own_name(participant):
            return UNKNOWN
        if side == UNKNOWN and claim.voices and lexicon("own") & frozenset(stems(participant.name)):
            return self.voicing(claim.voices[-1]) or UNKNOWN
        return side

    def within(self, name: str) -> str | None:
        """Return the side whose name stands in a speaker's name."""
        spoken = frozenset(stems(name))
        return next((side for words, side in self.words if words <= spoken), None)

    def voicing(self, voice: Voice) -> str | None:
        """Return the side of the event that a voice is named as speaking for."""
        for spoken in (voice.side, voice.name):
            known = self.names.get(fold(spoken or ""), UNKNOWN)
            side = known if known != UNKNOWN else self.within(spoken or "")
            if side is not None and side != CIVILIANS:
                return side
        return None

    def speaking(self, voice: Voice, claim: Claim) -> str | None:
        """Return the side that a voice speaks for, or None for an outsider.

        A voice belongs to a side when the report says so ("a Taliban spokesman"), or when it
        tells of what it did itself ("residents claim to have killed").
        """
        if voice.name is None:
            return None
        side = self.voicing(voice)
        if side is None and voice.kind == "party":
            side = voice.side
        if side is not None or claim.kind == _SAID:
            return side
        for participant in claim.participants:
            if participant.role == "actor" and _same(participant, voice):
                return self.named(participant.side or participant.name)
        return None


def _is_own_name(participant: Participant) -> bool:
    """Tell whether the side of one person is only the person's name, taken for a party's."""
    named = frozenset(name_words(participant.side or ""))
    return len(named) > 1 and named == frozenset(name_words(participant.name))


def _meant(group: Group) -> dict[str, str]:
    """Say for the name of each side of a group whom it means: a side's name, or "unknown"."""
    spellings = {side.name: (side.name, *side.aliases) for side in group.sides}
    by_spelling = {fold(each): name for name, every in spellings.items() for each in every}
    spoken_for = {
        fold(voice.name): by_spelling.get(fold(voice.side))
        for claim in group.claims
        for voice in claim.voices
        if voice.name and voice.side
    }
    speaking = _sides_in(claim for claim in group.claims if _is_said(claim))
    acting = _sides_in(claim for claim in group.claims if not _is_said(claim))
    meant: dict[str, str] = {}
    for name, every in spellings.items():
        only_speaks = acting and acting.isdisjoint(every) and not speaking.isdisjoint(every)
        if not frozenset(stems(name)) - lexicon("nobody"):
            meant[name] = UNKNOWN
        elif only_speaks:
            parties = {spoken_for.get(fold(each)) for each in every} - {None, name}
            meant[name] = min(map(str, parties), default=UNKNOWN)
        else:
            meant[name] = name
    return _without_bare_words(meant, _opposed(group.claims, by_spelling))


def _is_said(claim: Claim) -> bool:
    """Tell whether the actor of a claim is only its speaker."""
    return claim.kind == _SAID and claim.certainty != "no comment"


def _sides_in(claims: Iterable[Claim]) -> frozenset[str]:
    sides = (participant.side for claim in claims for participant in claim.participants)
    return frozenset(side for side in sides if side)


def _opposed(claims: Iterable[Claim], names: Mapping[str, str]) -> frozenset[frozenset[str]]:
    """Pair the sides that have different parts in one claim."""
    pairs = set()
    for claim in claims:
        parts = {(names.get(fold(p.side), p.side), p.role) for p in claim.participants if p.side}
        pairs |= {frozenset({a, b}) for a, role in parts for b, other in parts if role != other}
    return frozenset(pair for pair in pairs if len(pair) > 1)


def _without_bare_words(
    meant: Mapping[str, str], opposed: frozenset[frozenset[str]]
) -> dict[str, str]:
    """Let a bare word for fighters mean the only party with a name of its own, if it can be it."""
    kept = [name for name, side in meant.items() if side == name]
    bare = {name for name in kept if _is_bare(name)}
    armed = {
        name
        for name in kept
        if name not in bare and name_words(name) and not set(stems(name)) & lexicon("state")
    }
    if not armed:
        return dict(meant)
    found = dict(meant)
    for name in bare:
        possible = [party for party in armed if frozenset({name, party}) not in opposed]
        found[name] = possible[0] if len(possible) == 1 else UNKNOWN if possible else name
    return found


def _is_bare(name: str) -> bool:
    return len(stems(name)) == 1 and frozenset(stems(name)) <= lexicon("fighting")


def _parties(group: Group, meant: Mapping[str, str]) -> tuple[Side, ...]:
    aliases: dict[str, set[str]] = defaultdict(set)
    for side in group.sides:
        aliases[meant[side.name]] |= {side.name, *side.aliases}
    united = [
        replace(side, aliases=tuple(sorted(aliases[side.name] - {side.name})))
        for side in group.sides
        if meant[side.name] == side.name
    ]
    return tuple(sorted(united, key=lambda side: (side.role, side.name)))


def _same(participant: Participant, voice: Voice) -> bool:
    if participant.span is not None and participant.span == voice.span:
        return True
    light = lexicon("light")
    left, right = (frozenset(stems(name)) - light for name in (participant.name, voice.name or ""))
    return bool(left) and left == right
