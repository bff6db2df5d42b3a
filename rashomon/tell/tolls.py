"""Who gives which figures of one event, each voice once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.tell.case import Case, Said
from rashomon.tell.words import name_key, phrases
from rashomon.values import Claim, Voice

__all__ = ["Toll", "is_counted", "people_measures", "tolls", "uncounted", "voice_key", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Toll:
    """The figures of one voice: for each side what it counts, without repeats.

    `origin` is None where a report gives them and names no source.
    """

    origin: Voice | None
    first: Claim
    by_side: tuple[tuple[str, tuple[Said, ...]], ...]
    claims: tuple[str, ...]


def voice_key(said: Said, origins: dict[str, str]) -> tuple[str, str]:
    """Tell voices apart: by name, or by the report's origin where a report names nobody."""
    if said.origin is None:
        return "", origins.get(said.claim.report, said.claim.report)
    if said.origin.name is None:
        return said.origin.kind, origins.get(said.claim.report, said.claim.report)
    return name_key(said.origin.name), ""


def is_counted(said: Said) -> bool:
    """Tell whether a figure holds a number at all: "heavy" does not."""
    figure = said.figure
    return figure.best is not None or (figure.low or 0) > 1 or figure.high is not None


def people_measures() -> frozenset[str]:
    """Return the measures that count people: of them it matters whose they are."""
    return phrases().words("participles") | {"casualties"}


def tolls(case: Case) -> tuple[Toll, ...]:
    """Gather the figures of people by voice, in the order in which they are told."""
    told = [said for said in _of_people(case) if is_counted(said)]
    by_voice: dict[tuple[str, str], list[Said]] = {}
    for said in told:
        by_voice.setdefault(voice_key(said, _origins(case)), []).append(said)
    return tuple(_toll(figures) for figures in by_voice.values())


def uncounted(case: Case) -> tuple[Said, ...]:
    """Return what is told of people without a number, each wording once."""
    found = {
        said.figure.wording.casefold(): said
        for said in reversed(list(_of_people(case)))
        if not is_counted(said)
    }
    return tuple(reversed(found.values()))


def _origins(case: Case) -> dict[str, str]:
    return {account.report: account.origin for account in case.accounts}


def _of_people(case: Case) -> Iterable[Said]:
    people = people_measures()
    back = withdrawn(case)
    bodies = {(s.claim.report, s.figure.measure) for s in case.said() if not s.claim.headline}
    return (
        said
        for said in case.said()
        if said.figure.measure in people
        and said.figure.scope == "incident"
        and said.claim.reality == "actual"
        and said.claim.certainty not in {"denied", "no comment"}
        and (said.claim.id, said.figure.measure) not in back
        and not (said.claim.headline and (said.claim.report, said.figure.measure) in bodies)
    )


def withdrawn(case: Case) -> set[tuple[str, str]]:
    """List the figures that their outlet has corrected, by claim and measure.

    The last position of a correction is what was taken back.
    """
    return {
        (claim, measure)
        for found in case.event.contradictions
        if found.aspect == "correction"
        for claim in found.positions[-1].claims
        for measure in people_measures()
        if f" {measure} " in found.explanation
    }


def _toll(figures: list[Said]) -> Toll:
    rank = {measure: index for index, measure in enumerate(phrases().ordered("participles"))}
    by_side: dict[str, dict[tuple[object, ...], Said]] = {}
    for said in sorted(figures, key=lambda each: rank.get(each.figure.measure, len(rank))):
        counted = said.figure
        key = (counted.measure, counted.low, counted.best, counted.high)
        by_side.setdefault(said.side, {}).setdefault(key, said)
    return Toll(
        origin=figures[0].origin,
        first=figures[0].claim,
        by_side=tuple((side, tuple(unique.values())) for side, unique in by_side.items()),
        claims=tuple(dict.fromkeys(said.claim.id for said in figures)),
    )
