"""The sentence on losses: for each side the figure best borne out, then who tells another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, Said
from rashomon.tell.parties import party, speaker
from rashomon.tell.phrase import Phrase, Sentence
from rashomon.tell.tolls import Toll, tolls
from rashomon.tell.words import (
    capital,
    count,
    interval,
    listed,
    number,
    phrases,
    quantity,
    voice_name,
)

__all__ = ["losses"]

_MOST_SIDES = 2
_MOST_OTHERS = 4  # voices with another figure; beyond them the range is given
_WHOLE = frozenset({"unknown", "total"})


@dataclass(frozen=True, slots=True)
class _Count:
    """What one voice counts of one side."""

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
        return figure.measure, figure.best if figure.best is not None else figure.low or 0


def losses(case: Case) -> Iterator[Sentence]:
    """Say what each side lost, on whose word, and who says otherwise."""
    counts: dict[str, list[_Count]] = {}
    for toll in tolls(case):
        for side, figures in toll.by_side:
            counts.setdefault(side, []).append(_Count(toll, figures))
    ordered = sorted(counts, key=lambda side: (side in _WHOLE, -_most(counts[side])))
    sentence: Sentence = []
    for side in ordered[:_MOST_SIDES]:
        told = _side(case, side, counts[side])
        sentence += [Phrase("; "), *told] if sentence else told
    if sentence:
        first, *rest = sentence
        yield [Phrase(capital(first.text), first.claims), *rest, Phrase(".")]


def _most(counts: Sequence[_Count]) -> int:
    return max(each.first[1] for each in counts)


def _side(case: Case, side: str, counts: Sequence[_Count]) -> Sentence:
    """Say the figure best borne out, the others of that measure, then the other measures."""
    lead, *others = _ranked(case, side, counts)
    among = "" if side in _WHOLE else f" among {party(case, side)}"
    told = [Phrase(_given(case, lead, f"{_counted(lead.figures)}{among}"), lead.claims)]
    same = [each for each in others if each.first[0] == lead.first[0]]
    parts = [
        Phrase(_given(case, each, _shortly(each.figures)), each.claims)
        for each in same[:_MOST_OTHERS]
    ]
    if rest := same[_MOST_OTHERS:]:
        parts.append(_range(rest))
    parts += [
        Phrase(_given(case, each, f"{_counted(each.figures)}{among}"), each.claims)
        for each in others
        if each not in same
    ]
    return told + [piece for part in parts for piece in (Phrase("; "), part)]


def _ranked(case: Case, side: str, counts: Sequence[_Count]) -> list[_Count]:
    """Put the figure that the finding bears out first, then the others from low to high."""
    supported = {
        claim
        for finding in case.event.findings
        if finding.of == side or side in _WHOLE
        for claim in finding.supporting
        if finding.measure == "killed"
    }
    return sorted(
        counts, key=lambda each: (not supported & set(each.claims), each.first, each.claims)
    )


def _counted(figures: Sequence[Said]) -> str:
    """Say "nearly 40 killed and at least 15 wounded"."""
    nouns = phrases().lists("nouns")
    parts = []
    for said in figures:
        amount, measure = quantity(said.figure), said.figure.measure
        one, several = nouns.get(measure, (measure, measure))
        parts.append(f"{amount} {one if said.figure.best == 1 else several}")
    return listed(parts)


def _shortly(figures: Sequence[Said]) -> str:
    """Say "300", of the measure told before; further measures are named."""
    first, *more = figures
    return _counted(figures) if more else quantity(first.figure)


def _given(case: Case, each: _Count, amount: str) -> str:
    """Say who gives an amount, and through whom: "a doctor, quoted by X, reported 11"."""
    claim, origin = each.toll.first, each.toll.origin
    if origin is None:
        publisher = case.library.reports[claim.report].publisher
        report = f"report {case.library.letters[claim.report]}"
        named = f"{report} ({' '.join(publisher.split())})" if publisher else report
        return f"{named} gives {amount} and names no source"
    voice = speaker(case, claim, origin)
    if relays := claim.voices[1:-1]:
        voice = f"{voice}, quoted by {voice_name(relays[-1])},"
    joint = phrases().pairs("told").get(claim.certainty, "{v} reported {n}")
    return joint.replace("{n}", amount).replace("{v}", voice)


def _range(rest: Sequence[_Count]) -> Phrase:
    """Sum up the voices for which the sentence has no room."""
    known = [each.first[1] for each in rest]
    low, high = min(known), max(known)
    span = number(low) if low == high else interval(low, high).replace("–", " to ")
    voices = count(len(rest), "further voice", "further voices")
    return Phrase(f"{span} according to {voices}", tuple(c for each in rest for c in each.claims))
