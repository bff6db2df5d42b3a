"""Weighing: what the claims of one event come to, with everything that decided it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.values import Account, Claim, Event, Finding, Grade, Group, Report
from rashomon.weigh.contradictions import find_disputes
from rashomon.weigh.conventions import DEFAULT, convention
from rashomon.weigh.corrections import corrections, mark_withdrawn
from rashomon.weigh.dates import choose_days
from rashomon.weigh.disputes import Dispute
from rashomon.weigh.figures import Manner, find_figures
from rashomon.weigh.grades import Basis, Conflict, Letter, grade, letter
from rashomon.weigh.kind import choose_kind, core_claims, deed_claims
from rashomon.weigh.origins import Origin, Trace, trace
from rashomon.weigh.people import told_people
from rashomon.weigh.perils import with_perils
from rashomon.weigh.place import choose_place
from rashomon.weigh.sides import Sides
from rashomon.weigh.survivors import with_survivors
from rashomon.weigh.title import write_title
from rashomon.weigh.tolls import Tier, Toll, told_tolls

__all__ = ["MADE_BY", "figures_by", "weigh"]

MADE_BY = "weigh 5"  # whoever changes what weighing makes of the same claims changes this

_GRAVITY: tuple[Conflict, ...] = ("none", "minor", "major", "refuted")


def weigh(group: Group, reports: Mapping[str, Report], rule: str = DEFAULT) -> Event:
    """Weigh the claims of one event against each other.

    A pure function: the order of claims and reports does not matter. `reports` must hold the
    group's reports and the originals they were copied from; one that is missing is taken to have
    no publisher and no date. `rule` names the convention that settles figures.

    Raises:
        UsageError: there is no convention of that name.
    """
    claims = sorted(group.claims, key=lambda claim: claim.id)
    sides = Sides.of_group(group)
    traced = trace(group, reports, sides)
    core = core_claims(claims)
    told = mark_withdrawn(told_tolls(claims, reports, traced, sides), claims, reports)
    tolls = [toll for toll in told if not toll.withdrawn]
    disputes = (*find_disputes(claims, tolls, traced, sides), *corrections(told, reports))
    origins = traced.behind(core)
    kind = choose_kind(core, traced.roots)
    deeds = deed_claims(core, kind)
    place = choose_place(deeds, traced.roots) or choose_place(core, traced.roots)
    days = choose_days(deeds, reports, traced.roots)
    manner = Manner(convention(rule), days.start if days else None)
    happened = [claim for claim in core if claim.reality == "actual"]
    settled = with_survivors(find_figures(told, happened, manner), told_people(claims, reports))
    findings = with_perils(settled, claims, tolls, reports) if rule == DEFAULT else settled
    return Event(
        id=group.id,
        kind=kind,
        title=write_title(kind, place, findings, tolls),
        episode=group.episode,
        start=days.start if days else None,
        end=days.end if days else None,
        date_precision=days.precision if days else None,
        place=place,
        sides=sides.parties,
        reports=tuple(sorted({claim.report for claim in claims})),
        claims=tuple(claim.id for claim in claims),
        accounts=_accounts(claims, core, traced, dict(sorted(group.copies))),
        findings=findings,
        contradictions=tuple(dispute.contradiction for dispute in disputes),
        origins=len(origins),
        grade=_grade(core, tolls, disputes, traced),
        doubts=group.doubts,
        formerly=group.formerly,
        counts=traced.count(core),
    )


def figures_by(
    group: Group, reports: Mapping[str, Report], rule: str = DEFAULT
) -> tuple[Finding, ...]:
    """Settle the figures of an event by another convention, and nothing else of it.

    No model is asked, and the wounded are as they are told.

    Raises:
        UsageError: there is no convention of that name.
    """
    claims = sorted(group.claims, key=lambda claim: claim.id)
    sides = Sides.of_group(group)
    told = told_tolls(claims, reports, trace(group, reports, sides), sides)
    happened = [claim for claim in core_claims(claims) if claim.reality == "actual"]
    manner = Manner(convention(rule), estimated=False)
    return find_figures(mark_withdrawn(told, claims, reports), happened, manner)


def _accounts(
    claims: Sequence[Claim], core: Sequence[Claim], traced: Trace, copied: Mapping[str, str]
) -> tuple[Account, ...]:
    """Tell what each report says, and on whose word most of it rests."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    telling = {claim.id for claim in core if not claim.headline}
    return tuple(
        Account(
            report=report,
            claims=tuple(claim.id for claim in its),
            origin=_main_origin([c for c in its if c.id in telling] or its, traced).id,
            copied_from=copied.get(report),
        )
        for report, its in sorted(told.items())
    )


def _main_origin(claims: Iterable[Claim], traced: Trace) -> Origin:
    counts = Counter(traced.origins[claim.id] for claim in claims)
    return min(counts, key=lambda origin: (origin.faceless, -counts[origin], origin.id))


def _grade(
    core: Sequence[Claim], tolls: Sequence[Toll], disputes: Sequence[Dispute], traced: Trace
) -> Grade:
    counts = traced.count(core)
    admitting = {toll.origin.id for toll in tolls if toll.tier <= Tier.OWN}
    origins = traced.behind(core)
    neutral = {origin.id for origin in origins if origin.neutral or origin.id in admitting}
    grounded = any(claim.reality == "actual" and claim.certainty != "unconfirmed" for claim in core)
    return grade(
        Basis(
            origins=counts.origins,
            sides=counts.sides,
            neutral=len(neutral),
            letter=min(map(_letter, origins), default="F"),
            conflict=max((each.severity for each in disputes), key=_GRAVITY.index, default="none"),
            grounded=grounded,
            circular=counts.circular,
        )
    )


def _letter(origin: Origin) -> Letter:
    party = origin.side is not None
    return letter(origin.kind, named=origin.name is not None, party=party)
