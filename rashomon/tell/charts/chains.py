"""Who told whom, as chains from an origin through its relays to reports; repeats are folded.

A report that was copied stands for its copies, and reports that tell by the same chains stand as
one, so that forty reports are as readable as two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rashomon.tell.case import Case
from rashomon.tell.tolls import is_counted
from rashomon.tell.words import kind_beside, name_key, voice_name
from rashomon.values import Claim

__all__ = ["Chain", "Teller", "chains", "tellers"]

_OUTLETS = ("agency", "outlet", "publisher")


@dataclass(frozen=True, slots=True)
class Chain:
    """One way in which a report came by what it tells; `origin` is None where nobody is named.

    `through` are the relays, the nearest to the origin first. `is_circle` tells that a relay or
    the origin is an outlet that cites the report's own publisher in turn.
    """

    origin: str | None
    kind: str
    through: tuple[str, ...]
    report: str
    is_circle: bool = False


@dataclass(frozen=True, slots=True)
class Teller:
    """Reports that tell by the same chains, by their ids, and those that copied them."""

    reports: tuple[str, ...]
    copies: tuple[str, ...]
    chains: tuple[Chain, ...]


def tellers(case: Case) -> tuple[Teller, ...]:
    """Fold an event's reports into tellers, in order of publication."""
    found: dict[frozenset[object], list[str]] = {}
    by_report: dict[str, list[Chain]] = {}
    for chain in chains(case):
        by_report.setdefault(chain.report, []).append(chain)
    for report, its in by_report.items():
        found.setdefault(frozenset(map(_way, its)), []).append(report)
    copied = _copies(case)
    return tuple(
        Teller(
            reports=tuple(reports),
            copies=tuple(copy for report in reports for copy in copied.get(report, ())),
            chains=tuple(by_report[reports[0]]),
        )
        for reports in found.values()
    )


def chains(case: Case) -> Iterator[Chain]:
    """Yield each way in which an original report came by what it tells, once."""
    roots = _roots(case)
    circular = _circular(case)
    names: dict[str, str] = {}
    seen: set[object] = set()
    for claim in case.claims:
        if roots.get(claim.report, claim.report) != claim.report:
            continue
        for chain in _of(case, claim, circular):
            name = names.setdefault(name_key(chain.origin or ""), chain.origin or "")
            key = (name_key(name), chain.through, chain.report)
            if key not in seen:
                seen.add(key)
                yield Chain(name or None, *_rest(chain))


def _of(case: Case, claim: Claim, circular: Mapping[str, frozenset[str]]) -> Iterator[Chain]:
    if len(claim.voices) > 1:
        origin = claim.voices[-1]
        cited = {name_key(voice_name(each)) for each in claim.voices[1:]}
        publisher = case.library.reports[claim.report].publisher or ""
        yield Chain(
            origin=voice_name(origin),
            kind=kind_beside(origin),
            through=tuple(voice_name(voice) for voice in reversed(claim.voices[1:-1])),
            report=claim.report,
            is_circle=bool(circular.get(name_key(publisher), frozenset()) & cited),
        )
    elif not claim.headline and any(map(is_counted, case.said_in(claim))):
        yield Chain(None, "", (), claim.report)


def _rest(chain: Chain) -> tuple[str, tuple[str, ...], str, bool]:
    return chain.kind, chain.through, chain.report, chain.is_circle


def _way(chain: Chain) -> tuple[str, tuple[str, ...]]:
    return name_key(chain.origin or ""), chain.through


def _roots(case: Case) -> dict[str, str]:
    """Return for each copy the report at the start of its chain of copies."""
    source = {
        account.report: account.copied_from
        for account in case.accounts
        if account.copied_from in case.library.reports
    }
    roots: dict[str, str] = {}
    for copy in source:
        passed, root = {copy}, copy
        while (earlier := source.get(root)) is not None and earlier not in passed:
            root = earlier
            passed.add(root)
        roots[copy] = root
    return roots


def _copies(case: Case) -> dict[str, tuple[str, ...]]:
    copies: dict[str, list[str]] = {}
    roots = _roots(case)
    for account in case.accounts:
        if roots.get(account.report, account.report) != account.report:
            copies.setdefault(roots[account.report], []).append(account.report)
    return {root: tuple(found) for root, found in copies.items()}


def _circular(case: Case) -> dict[str, frozenset[str]]:
    """Return for each outlet the outlets with which it is in a circle of citing."""
    cites: dict[str, set[str]] = {}
    for claim in case.claims:
        publisher = name_key(case.library.reports[claim.report].publisher or "")
        hops = [
            publisher,
            *(name_key(v.name or "") for v in claim.voices[1:] if v.kind in _OUTLETS),
        ]
        for citing, cited in pairwise(hops):
            if citing and cited and citing != cited:
                cites.setdefault(citing, set()).add(cited)
    reached = {outlet: _reach(outlet, cites) for outlet in cites}
    return {
        outlet: frozenset(other for other in found if outlet in reached.get(other, ()))
        for outlet, found in reached.items()
    }


def _reach(start: str, cites: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = cites.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
