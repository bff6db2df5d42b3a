"""Claims of different reports that are told in the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.text.folding import fold
from rashomon.values import Claim, Report

__all__ = ["same_words"]

_RUN = 8  # words in a row that two writers do not find by chance (METHODS 4.2)
_WORD = re.compile(r"\w+")


def same_words(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[tuple[str, str]]:
    """Pair claims of different reports that share a run of eight words, each with the first one.

    Linear in the length of the claims: a run is looked up, never compared with others.
    """
    bearers: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        report = reports.get(claim.report)
        words = _WORD.findall(fold(claim.span.of(report.content))) if report else []
        for start in range(len(words) - _RUN + 1):
            bearers[tuple(words[start : start + _RUN])].append(claim)
    seen: set[tuple[str, str]] = set()
    for first, *others in bearers.values():
        for other in others:
            pair = (first.id, other.id)
            if first.report != other.report and pair not in seen:
                seen.add(pair)
                yield pair
