"""The sides of an event: whoever took part, under the name that most claims use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rashomon.link.names import alike
from rashomon.values import Claim, Role, Side

__all__ = ["unite"]

_SAME = 0.5  # the divide of `alike`


def unite(claims: Iterable[Claim]) -> tuple[Side, ...]:
    """Unite the spellings of each side, in order of the sides' names.

    Every `side` of a participant becomes the name of one side or an alias of it. The name is the
    spelling used most, the longest of those used as often.
    """
    uses: Counter[str] = Counter()
    roles: defaultdict[str, Counter[Role]] = defaultdict(Counter)
    for claim in claims:
        for participant in claim.participants:
            if participant.side:
                uses[participant.side] += 1
                roles[participant.side][participant.role] += 1
    spellings = sorted(uses, key=lambda name: (-uses[name], -len(name), name))
    united: list[list[str]] = []
    for spelling in spellings:
        home = next((one for one in united if alike(one[0], spelling, "org") > _SAME), None)
        if home is None:
            united.append([spelling])
        else:
            home.append(spelling)
    return tuple(
        Side(names[0], _usual_role(names, roles), tuple(sorted(names[1:])))
        for names in sorted(united)
    )


def _usual_role(names: Iterable[str], roles: dict[str, Counter[Role]]) -> Role:
    total: Counter[Role] = Counter()
    for name in names:
        total.update(roles[name])
    return min(total, key=lambda role: (-total[role], role))
