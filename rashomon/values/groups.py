"""What linking says: which tellings are of one event, and which claims an event gathers."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.errors import DataError
from rashomon.values.readings import Claim, Role

__all__ = ["Doubt", "Group", "Judgement", "Side"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How surely two tellings (a report's claims of one incident) are of the same event, and why.

    `left` < `right`; `p` is a probability, or None where a rule forbids the link; `episode` says
    that both may be of one episode, whether of one event or not.
    """

    left: str
    right: str
    p: float | None
    why: tuple[str, ...]
    made_by: str
    episode: bool = False

    def __post_init__(self) -> None:
        """Refuse a pair out of order, so that one pair has one judgement."""
        if self.left >= self.right:
            msg = f"judgement ids must be ordered and distinct: got {self.left!r}, {self.right!r}"
            raise DataError(msg)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to think that an event is two, or belongs to another; `parts` are claim ids."""

    kind: str
    parts: tuple[tuple[str, ...], ...]
    p: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event under the name most reports use; `aliases` are the other spellings."""

    name: str
    role: Role
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What linking hands to weighing: the claims of one event and how its reports hang together.

    `copies` pairs a report with the report it was copied from, oldest first. `sides` unite the
    spellings of one party: the `side` of a participant is a name or alias of one, unless he only
    speaks.
    """

    id: str
    episode: str
    claims: tuple[Claim, ...]
    sides: tuple[Side, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    formerly: tuple[str, ...] = ()
