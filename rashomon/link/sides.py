"""The sides of an event: whoever took part, under the name that most claims use.

Spellings of one name are one side. Those without a name ("residents", "rebel forces", "fighters")
stand with a named party or with each other, by whom they fight.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import permutations

from rashomon.lexicon import languages, section
from rashomon.link.features import is_nameless
from rashomon.link.names import alike
from rashomon.link.words import tokenize
from rashomon.values import Claim, Participant, Role, Side

__all__ = ["unite"]

_SAME = 0.5  # the divide of `alike`
_STATEMENT = "Statement only"  # whose actor is a speaker


@dataclass(eq=False, slots=True)
class _Party:
    """The spellings of one side, the usual one first, and all that the claims say of it.

    `spoken` are spellings that only speakers for it have: no evidence of what it is called.
    """

    spellings: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    uses: Counter[str] = field(default_factory=Counter)
    roles: Counter[Role] = field(default_factory=Counter)
    called: set[str] = field(default_factory=set)  # words of its people's names: "fighters"

    @property
    def nameless(self) -> bool:
        return all(map(is_nameless, self.spellings))

    @property
    def civilian(self) -> bool:
        return not _words("civilians").isdisjoint(self.spellings)

    @property
    def state(self) -> bool:
        return any(not _words("state").isdisjoint(tokenize(each)) for each in self.spellings)

    @property
    def bare(self) -> bool:
        """Tell whether it is called by nothing but a word for any party's people."""
        return self.nameless and _words("members").issuperset(self.spellings)

    def absorb(self, other: _Party) -> None:
        """Take over all that is known of another."""
        self.spellings += other.spellings
        self.uses += other.uses
        self.roles += other.roles
        self.called |= other.called

    def side(self) -> Side:
        """Name the side: by its own name where it has one, by a bare word only where all are."""
        names = [name for name in self.spellings if not is_nameless(name)] or [
            name for name in self.spellings if name not in _words("members")
        ]
        name = min(names or self.spellings, key=lambda name: (-self.uses[name], -len(name), name))
        role = min(self.roles, key=lambda role: (-self.roles[role], role))
        return Side(name, role, tuple(sorted({*self.spellings, *self.spoken} - {name})))


def unite(claims: Iterable[Claim]) -> tuple[Side, ...]:
    """Unite the spellings of each side, in order of the sides' names.

    Every `side` of a participant becomes the name of one side or an alias of it, but for those who
    only speak. The name is the spelling used most, the longest of those used as often.
    """
    all_claims = tuple(claims)
    told = [claim for claim in all_claims if not _only_said(claim)] or all_claims
    parties = _parties([p for claim in told for p in claim.participants])
    opposed = set(_opposed(told, parties))
    _join_bare_words(parties, opposed)
    _join_nameless(parties, opposed)
    _add_speakers(parties, [p for claim in all_claims for p in claim.participants])
    return tuple(sorted((party.side() for party in parties), key=lambda side: side.name))


def _only_said(claim: Claim) -> bool:
    return claim.kind == _STATEMENT and claim.certainty != "no comment"


def _parties(participants: Sequence[Participant]) -> list[_Party]:
    """Gather the spellings that are alike, the most used first."""
    uses = Counter(p.side for p in participants if p.side)
    parties: list[_Party] = []
    for spelling in sorted(uses, key=lambda name: (-uses[name], -len(name), name)):
        home = _named_like(spelling, parties)
        if home is None:
            home = _Party()
            parties.append(home)
        home.spellings.append(spelling)
        home.uses[spelling] = uses[spelling]
        for participant in participants:
            if participant.side == spelling:
                home.roles[participant.role] += 1
                home.called |= set(tokenize(participant.name))
    return parties


def _named_like(spelling: str, parties: Iterable[_Party]) -> _Party | None:
    return next(
        (p for p in parties if any(alike(name, spelling, "org") > _SAME for name in p.spellings)),
        None,
    )


def _add_speakers(parties: Sequence[_Party], participants: Iterable[Participant]) -> None:
    """Add the spellings that only speakers have to the party whose name they bear."""
    known = {spelling for party in parties for spelling in party.spellings}
    for spelling in sorted({p.side for p in participants if p.side} - known):
        home = _named_like(spelling, parties)
        if home is not None:
            home.spoken.append(spelling)


def _opposed(claims: Iterable[Claim], parties: Sequence[_Party]) -> Iterator[tuple[_Party, _Party]]:
    """Yield both ways the parties that have different parts in one claim."""
    home = {spelling: party for party in parties for spelling in party.spellings}
    for claim in claims:
        for left, right in permutations((p for p in claim.participants if p.side), 2):
            if left.role != right.role and left.side != right.side:
                yield home[str(left.side)], home[str(right.side)]


def _join_bare_words(parties: list[_Party], opposed: set[tuple[_Party, _Party]]) -> None:
    """Let "fighters" or "militants" be the only named party whose people they can be.

    Where its enemy has no name either, the word must be one by which that party is called.
    """
    for bare in [party for party in parties if party.bare]:
        possible = [p for p in parties if p.state == bare.state and (p, bare) not in opposed]
        rivals = [p for p in possible if p.nameless and not p.bare and not p.civilian]
        fitting = [
            party
            for party in possible
            if not party.nameless and not (rivals and party.called.isdisjoint(bare.spellings))
        ]
        if len(fitting) == 1:
            _merge(bare, fitting[0], parties, opposed)


def _join_nameless(parties: list[_Party], opposed: set[tuple[_Party, _Party]]) -> None:
    """Make one side of those without a name who stand against the same named party.

    Whom they fight is what claims tell, else the only named party there is.
    """
    named = [party for party in parties if not party.nameless]
    homes: defaultdict[tuple[bool, _Party], list[_Party]] = defaultdict(list)
    for party in [party for party in parties if party.nameless and not party.civilian]:
        enemies = [enemy for enemy in named if (party, enemy) in opposed]
        enemies = enemies or (named if len(named) == 1 and not party.state else [])
        if len(enemies) == 1:
            homes[party.state, enemies[0]].append(party)
    for first, *others in homes.values():
        for other in others:
            if (first, other) not in opposed:
                _merge(other, first, parties, opposed)


def _merge(
    one: _Party, into: _Party, parties: list[_Party], opposed: set[tuple[_Party, _Party]]
) -> None:
    into.absorb(one)
    parties.remove(one)
    for left, right in [pair for pair in opposed if one in pair]:
        opposed.add((into if left is one else left, into if right is one else right))


@cache
def _words(name: str) -> frozenset[str]:
    sections = [section(language, "linking") for language in languages()]
    return frozenset(word for words in sections for word in words.words(name))
