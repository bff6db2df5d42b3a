"""What a report takes back: earlier figures that an outlet has corrected itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.text.folding import fold
from rashomon.values import Claim, Contradiction, Position, Report
from rashomon.weigh.disputes import Dispute
from rashomon.weigh.sides import UNKNOWN
from rashomon.weigh.tolls import Toll
from rashomon.weigh.wording import counted, interval
from rashomon.weigh.words import lexicon

__all__ = ["corrections", "mark_withdrawn"]

_NEAR = 120  # characters around a claim in which its words of correction stand


def mark_withdrawn(
    tolls: Sequence[Toll], claims: Collection[Claim], reports: Mapping[str, Report]
) -> tuple[Toll, ...]:
    """Mark the tolls that a later report of the same outlet corrects.

    A correction replaces what the outlet told of the same loss before, on the word of sources
    without a name, and whoever copied or quoted the outlet for it. What a named source said is
    that source's to correct.
    """
    correcting = {claim.id for claim in claims if _corrects(claim, reports.get(claim.report))}
    told_in = [toll for toll in tolls if toll.best is not None and correcting & set(toll.claims)]
    repeated = [toll for toll in told_in if any(_repeats(toll, old) for old in tolls)]
    new = [toll for toll in told_in if toll not in repeated]
    return tuple(
        replace(toll, withdrawn=_withdrawing(toll, new, repeats=toll in repeated)) for toll in tolls
    )


def _withdrawing(toll: Toll, new: Sequence[Toll], *, repeats: bool) -> tuple[str, ...]:
    """Return the claims that correct a toll, which a correction itself may repeat."""
    by = [
        each
        for each in new
        if _replaces(each, toll)
        or (repeats and each.report == toll.report and _is_same_loss(each, toll))
    ]
    return tuple(sorted({claim for each in by for claim in each.claims}))


def corrections(tolls: Sequence[Toll], reports: Mapping[str, Report]) -> Iterable[Dispute]:
    """Tell what was taken back, and what stands in its place."""
    old: dict[tuple[str, str, tuple[str, ...]], list[Toll]] = defaultdict(list)
    for toll in tolls:
        if toll.withdrawn:
            old[toll.measure, toll.of, toll.withdrawn].append(toll)
    for (measure, of, by), former in sorted(old.items()):
        new = [toll for toll in tolls if toll.measure == measure and set(by) & set(toll.claims)]
        values = [_interval(each) for each in (new, former)]
        positions = tuple(
            Position(
                value,
                tuple(sorted({claim for toll in side for claim in toll.claims})),
                len({toll.origin.id for toll in side}),
            )
            for value, side in zip(values, (new, former), strict=True)
        )
        outlets = sorted({reports[t.report].publisher or "" for t in new if t.report in reports})
        yield Dispute(
            Contradiction(
                "correction",
                positions,
                f"{next(filter(None, outlets), 'The outlet')} took back {values[1]} "
                f"{counted(of)} {measure} and now gives {values[0]}.",
            ),
            "none",
        )


def _interval(tolls: Sequence[Toll]) -> str:
    highs = [toll.high for toll in tolls]
    high = None if None in highs else max(high or 0 for high in highs)
    return interval(min(toll.floor for toll in tolls), None, high)


def _corrects(claim: Claim, report: Report | None) -> bool:
    """Tell whether a claim stands under a title, or among words, that correct something."""
    if report is None:
        return False
    start, end = claim.span
    around = report.content[max(0, start - _NEAR) : end + _NEAR]
    return any(_holds_cue(words) for words in (report.title or "", around))


def _holds_cue(words: str) -> bool:
    spaced = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in fold(words)).split())} "
    return any(f" {cue} " in spaced for cue in lexicon("corrections"))


def _replaces(new: Toll, old: Toll) -> bool:
    return _is_later(new, old) and old.origin.nameless and old.best != new.best


def _repeats(new: Toll, old: Toll) -> bool:
    """Tell whether a correction quotes the former figure: "not 30", "gave it as 30"."""
    return _is_later(new, old) and old.best == new.best


def _is_later(new: Toll, old: Toll) -> bool:
    told_before = bool(old.day) and old.day[:10] < new.day[:10]
    return _is_same_loss(new, old) and told_before and bool(new.press & old.press)


def _is_same_loss(new: Toll, old: Toll) -> bool:
    return new.measure == old.measure and new.of in (old.of, UNKNOWN)
