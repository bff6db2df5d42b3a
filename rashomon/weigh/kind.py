"""What kind of event the claims make together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.lexicon import KINDS
from rashomon.values import Claim

__all__ = ["choose_kind", "core_claims", "deed_claims"]

_TOLD_ENOUGH = 0.3  # of the votes of the kind told most: below it, a kind is a side remark
_HEADLINE = 0.5
_LEAST = "Statement only"
_EMPTY = frozenset({"Other", _LEAST})
_VAGUE = "Unspecified violence"


def core_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that say what happened, in order of id; all claims where none does.

    Left out: history, what did not happen, denials, silence and mere statements.
    """
    ordered = tuple(sorted(claims, key=lambda claim: claim.id))
    core = tuple(
        claim
        for claim in ordered
        if claim.currency != "background"
        and claim.reality == "actual"
        and claim.certainty not in ("denied", "no comment")
        and claim.kind != _LEAST
    )
    return core or ordered


def deed_claims(claims: Sequence[Claim], kind: str) -> tuple[Claim, ...]:
    """Return the claims of the deed itself, not of what followed it; all where none is.

    An arrest or a funeral has a day and a place of its own.
    """
    violent = _is_violent(kind)
    deeds = tuple(
        claim
        for claim in claims
        if claim.kind == kind or claim.figures or (violent and _is_violent(claim.kind))
    )
    return deeds or tuple(claims)


def _is_violent(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].violent


def choose_kind(claims: Sequence[Claim], roots: Mapping[str, str]) -> str:
    """Choose the first kind in ACLED's order among those that enough independent reports tell.

    Violence comes before what is none, and a kind of violence before violence of no kind.

    `roots` maps a report to the one it was copied from, so that copies have no vote.
    """
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for claim in claims:
        votes[roots[claim.report]][claim.kind] += _HEADLINE if claim.headline else 1.0
    shares: dict[str, float] = defaultdict(float)
    for told in votes.values():
        whole = sum(told.values())
        for kind, count in told.items():
            shares[kind] += count / whole
    if not shares:
        return _LEAST
    telling = {kind: share for kind, share in shares.items() if kind not in _EMPTY} or shares
    enough = max(telling.values()) * _TOLD_ENOUGH
    likely = [kind for kind, share in telling.items() if share >= enough]
    return min(likely, key=lambda kind: (not _is_violent(kind), kind == _VAGUE, _rank(kind), kind))


def _rank(kind: str) -> int:
    return KINDS[kind].rank if kind in KINDS else len(KINDS)
