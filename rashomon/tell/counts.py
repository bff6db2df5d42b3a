"""What each voice counts of each side, as one number a measure: parts of a whole are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, Said
from rashomon.tell.parties import is_civil
from rashomon.tell.tolls import Toll, tolls
from rashomon.tell.words import is_nobody
from rashomon.values import Figure

__all__ = ["Count", "counts_by_side"]

_WHOLE = frozenset({"unknown", "total"})
_HIT = ("killed", "wounded")


@dataclass(frozen=True, slots=True)
class Count:
    """What one voice counts of one side, the measure told first in front."""

    toll: Toll
    figures: tuple[Said, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that give the figures."""
        return tuple(dict.fromkeys(said.claim.id for said in self.figures))

    @property
    def first(self) -> tuple[str, int]:
        """The measure told first and its figure."""
        figure = self.figures[0].figure
        return figure.measure, _size(figure)

    @property
    def is_attributed(self) -> bool:
        """Tell whether somebody is named or described for it."""
        return self.toll.origin is not None and not is_nobody(self.toll.origin)

    def parts(self) -> tuple[Count, ...]:
        """Return what is counted measure by measure."""
        return tuple(Count(self.toll, (said,)) for said in self.figures)

    @property
    def numbers(self) -> tuple[tuple[object, ...], ...]:
        """What is counted, whatever the words."""
        return tuple(
            (each.measure, each.low, each.best, each.high)
            for each in (said.figure for said in self.figures)
        )


def counts_by_side(case: Case) -> dict[str | None, list[Count]]:
    """Return what each voice counts of each side; None stands for people of no side.

    Where no party's losses are told, all are counted together, and as civilians where every voice
    says so.
    """
    told = tolls(case)
    least = {each: _least(case, each) for each in _HIT}
    any_hit = any(s.figure.measure in _HIT for each in told for _, of in each.by_side for s in of)
    partless = not any(
        side not in _WHOLE and not is_civil(side) for each in told for side, _ in each.by_side
    )
    found: dict[str | None, list[Count]] = {}
    for toll in told:
        sides: dict[str | None, list[Said]] = {}
        for side, figures in toll.by_side:
            key = None if partless or side in _WHOLE else side
            sides.setdefault(key, []).extend(figures)
        for key, said in sides.items():
            if whole := _whole(said, least, any_hit=any_hit):
                found.setdefault(key, []).append(Count(toll, whole))
    if partless and found and all(_all_civil(each) for each in found[None]):
        return {"civilians": found[None]}
    return found


def _least(case: Case, measure: str) -> int:
    """Return the least that is told of a measure over all sides, as the finding has it."""
    for finding in case.event.findings:
        if finding.measure == measure and finding.of == "total":
            return finding.low or 0
    return 0


def _whole(figures: Sequence[Said], least: Mapping[str, int], *, any_hit: bool) -> tuple[Said, ...]:
    """Return a voice's largest figure of each measure, in the order of the measures.

    One that names a single victim is a part, where the event is known to have had more. Beside the
    killed and wounded a single person otherwise told of is no count worth a sentence, and who
    counts them is not quoted on "casualties" too.
    """
    largest: dict[str, Said] = {}
    for said in figures:
        held = largest.get(said.figure.measure)
        if held is None or _size(said.figure) > _size(held.figure):
            largest[said.figure.measure] = said
    return tuple(
        said
        for measure, said in largest.items()
        if not (_size(said.figure) == 1 < least.get(measure, 0))
        and not (measure not in _HIT and any_hit and _size(said.figure) <= 1)
        and not (measure == "casualties" and any(each in largest for each in _HIT))
    )


def _all_civil(each: Count) -> bool:
    return all(is_civil(said.side) for said in each.figures)


def _size(figure: Figure) -> int:
    return figure.best if figure.best is not None else figure.low or 0
