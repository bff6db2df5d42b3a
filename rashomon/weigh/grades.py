"""How far something is borne out: source letter, information number, and a word with its reasons.

After the Admiralty code (METHODS 6): the letter judges the source alone, the number judges the
information alone, each without looking at the other. The word is a view of the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.values import Grade, GradeWord
from rashomon.weigh.wording import plural

__all__ = ["Basis", "Conflict", "Letter", "grade", "information", "letter"]

Letter: TypeAlias = Literal["B", "C", "D", "F"]
Conflict: TypeAlias = Literal["none", "minor", "major", "refuted"]

_LETTERS: dict[str, Letter] = {
    "medic": "B",
    "ngo": "B",
    "document": "B",
    "agency": "C",
    "outlet": "C",
    "publisher": "C",
    "expert": "C",
    "official": "C",
    "party": "D",
    "resident": "D",
    "witness": "D",
    "social": "F",
    "unnamed": "F",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a grade rests on. Copies and repetitions are already collapsed into `origins`.

    `neutral` counts origins without a side or owning up to their own losses; `sides` counts the
    sides heard. `conflict` is the gravest contradiction: "refuted" by a neutral origin or taken
    back. `grounded` is false where all is vague, planned or unconfirmed. `circular` counts the
    origins that are outlets citing each other.
    """

    origins: int
    sides: int = 0
    neutral: int = 0
    letter: Letter = "F"
    conflict: Conflict = "none"
    grounded: bool = True
    circular: int = 0


def letter(kind: str, *, named: bool, party: bool) -> Letter:
    """Return the Admiralty letter of a source: B observers, C press and officials, D parties, F."""
    if not named:
        return "F"
    return "D" if party else _LETTERS.get(kind, "F")


def information(basis: Basis) -> int:
    """Return the Admiralty number: 1 borne out by others, 5 refuted, 6 cannot be judged."""
    if basis.conflict == "refuted":
        return 5
    if not basis.grounded or basis.origins == 0:
        return 6
    several = basis.origins > 1
    if basis.conflict == "major":
        return 3 if several else 4
    if several and basis.conflict == "none" and (basis.sides > 1 or basis.neutral):
        return 1
    if several or (basis.neutral and basis.conflict == "none"):
        return 2
    return 4 if basis.conflict == "minor" or basis.letter == "F" else 3


def grade(basis: Basis) -> Grade:
    """Return the word for a basis, with the reasons that decided it."""
    number = information(basis)
    return Grade(_word(basis, number), tuple(_reasons(basis, number)))


def _word(basis: Basis, number: int) -> GradeWord:
    if number == 5:  # noqa: PLR2004  the code's own numbers
        return "discounted"
    if basis.conflict == "major":
        return "contested"
    if number == 1 and basis.letter in ("B", "C"):
        return "confirmed"
    return "fair" if number <= 2 and basis.letter != "F" else "weak"  # noqa: PLR2004


def _reasons(basis: Basis, number: int) -> list[str]:
    reasons = [_heard(basis)]
    if basis.circular:
        reasons.append("Outlets that cite each other in a circle count as one origin.")
    if basis.neutral:
        reasons.append(f"{plural(basis.neutral, 'origin')} without a side in it.")
    else:
        reasons.append("No neutral source confirms it.")
    if basis.conflict == "refuted":
        reasons.append("A neutral source contradicts it, or it was taken back.")
    elif basis.conflict == "major":
        reasons.append("The accounts contradict each other in what matters.")
    elif basis.conflict == "minor":
        reasons.append("The accounts differ in a detail.")
    elif basis.origins > 1:
        reasons.append("No account contradicts another.")
    if basis.letter == "F":
        reasons.append("No source is named.")
    if not basis.grounded:
        reasons.append("All of it is vague, planned or unconfirmed.")
    reasons.append(f"Source {basis.letter}, information {number}.")
    return reasons


def _heard(basis: Basis) -> str:
    origins = plural(basis.origins, "independent origin")
    if basis.sides == 0:
        return f"{origins}."
    return f"{origins}; {plural(basis.sides, 'side')} heard."
