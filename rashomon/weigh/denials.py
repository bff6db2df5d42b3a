"""What one origin says happened and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.lexicon import KINDS
from rashomon.values import Claim, Contradiction
from rashomon.weigh.disputes import Dispute, position, who
from rashomon.weigh.origins import Trace
from rashomon.weigh.sides import UNKNOWN, Sides
from rashomon.weigh.whereabouts import may_be_one
from rashomon.weigh.wording import listed, sentence

__all__ = ["denials"]

_SUFFERED = frozenset({"killed", "wounded", "captured", "displaced"})  # "had been ..."


def denials(
    told: Sequence[Claim], core: Sequence[Claim], traced: Trace, sides: Sides
) -> Iterable[Dispute]:
    """Set each denial against the claims of the very thing it denies.

    `told` are all claims of the event, `core` those that say what happened.
    """
    disputed: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in told:
        if _denies(claim):
            disputed[claim.kind, _thing(claim)].append(claim)
    for (_, thing), denied in sorted(disputed.items()):
        deniers = {traced.origins[claim.id] for claim in denied}
        said = [
            claim
            for claim in core
            if traced.origins[claim.id] not in deniers
            and any(_is_same_thing(denial, claim, sides) for denial in denied)
        ]
        if said:
            yield Dispute(
                Contradiction(
                    "denial",
                    (position("happened", said, traced), position("denied", denied, traced)),
                    f"{sentence(_named(denied, traced))} denied {thing}; "
                    f"{who(said, traced)} told of it. "
                    "A party may deny what speaks against it; or two incidents are meant.",
                ),
                "refuted" if any(origin.neutral for origin in deniers) else "major",
            )


def _denies(claim: Claim) -> bool:
    violent = claim.kind in KINDS and KINDS[claim.kind].violent
    negated = claim.reality == "negated" and violent and not claim.figures
    return claim.kind != "Statement only" and (claim.certainty == "denied" or negated)


def _thing(claim: Claim) -> str:
    """Say what a claim denies: "that dozens of their fighters had been killed"."""
    for figure in claim.figures:
        counted = figure.wording
        if figure.of is not None and figure.of < len(claim.participants):
            counted = claim.participants[figure.of].name
            counted = counted if figure.wording in counted else f"{figure.wording} {counted}"
        verb = f"had been {figure.measure}" if figure.measure in _SUFFERED else figure.measure
        return f"that {counted} {verb}"
    return f"it ({claim.kind.lower()})"


def _named(denied: Sequence[Claim], traced: Trace) -> str:
    """Name who denies in the words of the report: a party, not its spokesman elsewhere."""
    names = {claim.voices[-1].name for claim in denied if claim.voices[1:]} - {None}
    return listed(sorted(map(str, names))) if names else who(denied, traced)


def _is_same_thing(denial: Claim, claim: Claim, sides: Sides) -> bool:
    if denial.figures:
        return _counts_as_many(denial, claim, sides)
    actors, others = (
        {sides.named(p.side) for p in each.participants if p.role == "actor"} - {UNKNOWN}
        for each in (denial, claim)
    )
    if denial.kind != claim.kind or not may_be_one(denial.place, claim.place):
        return False
    if denial.certainty == "denied":
        return not actors or not others or bool(actors & others)
    return bool(actors & others)  # what somebody merely says did not happen must be the same deed


def _counts_as_many(denial: Claim, claim: Claim, sides: Sides) -> bool:
    """Tell whether a claim counts, of the same people, at least as many as are denied."""
    return any(
        figure.measure == denied.measure
        and (figure.high is None or figure.high >= (denied.low or 0))
        and _same_people(sides.counted(denial, denied), sides.counted(claim, figure))
        for denied in denial.figures
        for figure in claim.figures
    )


def _same_people(one: str, other: str) -> bool:
    return one == other or UNKNOWN in (one, other)
