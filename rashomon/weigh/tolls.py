"""What each origin says was the toll: one interval per measure and side, however often repeated.

Restatements in one report are not added (the largest holds: .905 exact on military releases, the
sum .797, METHODS 2.7), nor are parts of a stated whole. What one origin says later replaces what
it said before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from rashomon.text.folding import fold
from rashomon.values import Claim, Figure, Report, Span
from rashomon.weigh.origins import Origin, Trace
from rashomon.weigh.sides import CIVILIANS, UNKNOWN, Sides
from rashomon.weigh.words import lexicon, name_words, stems, titles

__all__ = ["COUNTED", "Tier", "Toll", "counts", "incident_figures", "judge", "told_tolls"]

COUNTED = frozenset({"news", "other"})  # history never enters an event's figures
_OPEN = 10**9  # stands for "no upper end" where ends are compared
_NEAR = 120  # characters between a count and its part
_ROUND = ((1000, 500), (100, 50), (10, 5))  # a multiple of the first is rounded by the second


class Tier(IntEnum):
    """How far an origin can be trusted with a toll; the lowest wins."""

    NEUTRAL = 1  # medical, humanitarian, a court
    OWN = 2  # a side about its own losses: it has no reason to add to them
    PRESS = 3  # press, officials and witnesses without a side
    PARTY = 4  # a party about others, nobody named


@dataclass(frozen=True, slots=True)
class Toll:
    """A toll of one side as one origin gives it; `claims` are those that say so.

    `enemy` marks a party's count of its enemy's losses; `day` is when the report was published.
    `report` is the first of its copies, `outlet` whose report it is, `press` the outlets through
    which it came. `partial`
    marks what does not say that there were no others: one person told of without a number ("he
    died"), one armed side's losses. `listed` marks what was reached by adding people told of one by
    one, of whom some may be one person told of twice. `running` marks a total that may cover more
    than the event; `withdrawn` holds the claims by which its outlet has corrected it.
    """

    measure: str
    of: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    report: str
    origin: Origin
    tier: Tier
    enemy: bool = False
    day: str = ""
    names: frozenset[tuple[str, ...]] = frozenset()  # full names of those counted one by one
    partial: bool = False
    press: frozenset[str] = frozenset()
    outlet: str = ""
    listed: bool = False
    running: bool = False
    withdrawn: tuple[str, ...] = ()

    @property
    def floor(self) -> int:
        """The lower end; 0 where none was given."""
        return self.low if self.low is not None else self.best or 0

    @property
    def ceiling(self) -> int:
        """The upper end; a huge number where it is open."""
        return self.high if self.high is not None else _OPEN

    def meets(self, other: Toll) -> bool:
        """Tell whether both can be true, given that round numbers are rounded."""
        return self.floor - _slack(self.low) <= other.ceiling + _slack(
            other.high
        ) and other.floor - _slack(other.low) <= self.ceiling + _slack(self.high)


def _slack(number: int | None) -> int:
    """Return half the step to which a round number is rounded; 0 below 20."""
    if number is None or number < 20:  # noqa: PLR2004  METHODS 2.6
        return 0
    return next((half for step, half in _ROUND if number % step == 0), 0)


def counts(claim: Claim) -> bool:
    """Tell whether a claim's figures say what happened in the event."""
    return claim.currency in COUNTED and claim.certainty not in ("denied", "no comment")


def told_tolls(
    claims: Sequence[Claim], reports: Mapping[str, Report], traced: Trace, sides: Sides
) -> tuple[Toll, ...]:
    """List what every claim says, one toll per measure and side, with the tier of its origin.

    History and what did not happen are left out; so are running totals where anybody counts the
    event alone, and a headline where the body of its report gives a figure of the same measure.
    """
    telling = sorted((claim for claim in claims if counts(claim)), key=lambda claim: claim.id)
    apart = {figure.measure for claim in telling for figure in incident_figures(claim)}
    told = {
        claim.id: [f for f in _figures(claim) if f.scope == "incident" or f.measure not in apart]
        for claim in telling
    }
    bodies = {
        (claim.report, figure.measure)
        for claim in telling
        if not claim.headline
        for figure in told[claim.id]
    }
    tolls = []
    for claim in telling:
        root = reports.get(traced.roots[claim.report])
        figures = [
            figure
            for figure in told[claim.id]
            if not (claim.headline and (claim.report, figure.measure) in bodies)
        ]
        summed: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in _without_parts(claim, figures, reports.get(claim.report)):
            summed[figure.measure, sides.counted(claim, figure)].append(figure)
        origin = traced.origins[claim.id]
        for (measure, of), parts in sorted(summed.items()):
            tier, enemy = judge(origin, of, sides, claim)
            low, best, high = _sum(parts)
            twice = _maybe_same(claim, parts)
            tier = Tier.PARTY if tier is Tier.OWN and best == 0 else tier
            tolls.append(
                Toll(
                    measure=measure,
                    of=of,
                    low=low if low is None else low - twice,
                    best=best,
                    high=high,
                    claims=(claim.id,),
                    report=traced.roots[claim.report],
                    origin=origin,
                    tier=tier,
                    enemy=enemy,
                    day=(root.published or "") if root else "",
                    names=_names(claim, [f for f in figures if f.measure == measure]),
                    partial=all(part.best == 1 and not _says_one(part) for part in parts),
                    press=traced.press(claim),
                    outlet=traced.tellers[claim.report],
                    listed=twice > 0,
                    running=any(part.scope == "cumulative" for part in parts),
                )
            )
    return tuple(_told_by_their_source(tolls))


def _figures(claim: Claim) -> tuple[Figure, ...]:
    """Return a claim's figures of what happened; what was negated counts where it says none."""
    if claim.reality not in ("actual", "negated"):
        return ()
    return tuple(
        figure for figure in claim.figures if claim.reality == "actual" or figure.high == 0
    )


def incident_figures(claim: Claim) -> tuple[Figure, ...]:
    """Return those of a claim's figures that count this event alone."""
    return tuple(figure for figure in _figures(claim) if figure.scope == "incident")


def judge(origin: Origin, of: str, sides: Sides, claim: Claim) -> tuple[Tier, bool]:
    """Return the tier of an origin about a side's losses, and whether they are its enemy's."""
    sided = of not in (CIVILIANS, UNKNOWN)
    if origin.side is not None or origin.kind == "party":
        own = origin.side is not None and of == origin.side
        return (Tier.OWN, False) if own else (Tier.PARTY, sided)
    if claim.certainty in ("hearsay", "unconfirmed") or origin.kind in ("unnamed", "social"):
        return Tier.PARTY, False
    if origin.faceless and (origin.name is None or sided):
        return Tier.PARTY, False  # nobody counts an armed side's dead without being told
    if origin.kind == "official" and sided:
        return _official(of, sides)
    return (Tier.NEUTRAL if origin.neutral else Tier.PRESS), False


def _official(of: str, sides: Sides) -> tuple[Tier, bool]:
    words = frozenset(stems(of))
    if words & lexicon("state"):
        return Tier.OWN, False
    fighting_the_state = words & lexicon("insurgents") or any(
        side_words & lexicon("state") for side_words, side in sides.words if side != of
    )
    return (Tier.PARTY, True) if fighting_the_state else (Tier.PRESS, False)


def _without_parts(
    claim: Claim, figures: Sequence[Figure], report: Report | None
) -> Sequence[Figure]:
    """Leave out counts that are parts of the one before: "12 people, including 3 children"."""
    if any(_role(claim, figure) == "victim" for figure in figures):
        figures = [figure for figure in figures if _role(claim, figure) != "other"]
    if report is None:
        return figures
    content, kept = report.content, list[Figure]()
    for figure in sorted(figures, key=lambda figure: figure.span or Span(0, 0)):
        before = next((each for each in reversed(kept) if each.measure == figure.measure), None)
        if before is None or not _is_part(before, figure, content):
            kept.append(figure)
    return kept


def _role(claim: Claim, figure: Figure) -> str | None:
    of = figure.of
    return claim.participants[of].role if of is not None and of < len(claim.participants) else None


def _is_part(before: Figure, figure: Figure, content: str) -> bool:
    if before.span is None or figure.span is None or figure.span.end - before.span.end > _NEAR:
        return False
    between = f" {fold(content[before.span.end : figure.span.start])} "
    smaller = (figure.best or 0) <= (before.best or before.high or _OPEN)
    return smaller and any(f" {cue} " in between for cue in lexicon("subset"))


def _sum(parts: Sequence[Figure]) -> tuple[int | None, int | None, int | None]:
    """Add the counts of one claim: a word that gives no number adds its lower end only.

    Two counts of one participant ("the death of a boy") are one count.
    """
    counted: dict[int | None, Figure] = {}
    for part in parts:
        other = counted.setdefault(part.of, part)
        if (part.best or 0) > (other.best or 0):
            counted[part.of] = part
    figures = counted.values()
    known = [figure.best for figure in figures if figure.best is not None]
    highs = [figure.high for figure in figures]
    return (
        sum(each.low if each.low is not None else each.best or 0 for each in figures),
        sum(known) if known else None,
        None if None in highs else sum(high or 0 for high in highs),
    )


def _maybe_same(claim: Claim, parts: Sequence[Figure]) -> int:
    """Count those of one claim's victims who may be one told of twice: "a boy, her best friend".

    People of other names or other sexes are different people, and so is whoever counts as one.
    """
    single = {part.of for part in parts if part.low == part.best == 1 and not _says_one(part)}
    told = [claim.participants[of].name for of in single if of is not None]
    if len(parts) < 2 or not told:  # noqa: PLR2004  it takes two to be one
        return 0
    named = {frozenset(name_words(name)) - titles() for name in told} - {frozenset()}
    sexes = {sex for sex in ("male", "female") for n in told if lexicon(sex) & {*stems(n)[-1:]}}
    counted = any(part.of not in single for part in parts)
    return len(told) - max(len(named), len(sexes), 0 if counted else 1)


def _says_one(part: Figure) -> bool:
    return bool(lexicon("one") & frozenset(fold(part.wording).split()))


def _names(claim: Claim, parts: Sequence[Figure]) -> frozenset[tuple[str, ...]]:
    """Return the full names of victims who are counted one by one.

    A name of one word is left out: it may be anybody's, or no name ("Update").
    """
    found = set[tuple[str, ...]]()
    for part in parts:
        if part.best == 1 and part.of is not None and part.of < len(claim.participants):
            participant = claim.participants[part.of]
            proper = name_words(participant.name)
            if proper and stems(participant.name)[-1:] == proper[-1:]:
                apart = titles() | frozenset(stems(participant.side or ""))
                found.add(tuple(word for word in proper if word not in apart))
    return frozenset(name for name in found if len(name) > 1)


def _told_by_their_source(tolls: Sequence[Toll]) -> Iterable[Toll]:
    """Give a bare assertion to the source that is named for the same toll.

    The source is named in the same report, or by the outlet on whose word the report tells it.
    """
    sources: dict[tuple[str, str, int | None], list[Toll]] = defaultdict(list)
    for toll in tolls:
        if not toll.origin.faceless:
            for teller in {toll.report, toll.outlet} - {""}:
                sources[teller, toll.measure, toll.best].append(toll)
    for toll in tolls:
        tellers = [toll.report, *([toll.origin.outlet] if toll.origin.outlet else [])]
        said = [
            other
            for teller in tellers
            for other in sources.get((teller, toll.measure, toll.best), ())
            if other.of in (toll.of, UNKNOWN) or toll.of == UNKNOWN
        ]
        if toll.origin.faceless and said and toll.best is not None:
            source = min(said, key=lambda other: (other.tier, other.origin.id))
            yield replace(toll, origin=source.origin, tier=source.tier, enemy=source.enemy)
        else:
            yield toll
