"""What a clause says happened, before anybody asks who told it, when or where."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.values import Participant, Span

__all__ = ["Happening"]


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger in its clause: the kind of event, who took part, whom it counts.

    `root` is the trigger's head word; `trigger` its characters (with a particle: "took over").
    `measure` is what a number in it counts (killed, wounded, districts, ...), if anything.
    `counted` are the words whose number is asked for, each with the index of its participant.
    """

    root: Token
    trigger: Span
    span: Span
    kind: str
    participants: tuple[Participant, ...] = ()
    measure: str | None = None
    counted: tuple[tuple[Token, int | None], ...] = ()
