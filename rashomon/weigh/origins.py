"""Who stands behind a claim: its independent origin, however many reports repeat it.

The origin of a claim is the innermost voice of its chain. Copies of a report, spokesmen of one
side or body, nameless sources of one relay, one quotation in several reports and outlets that
cite each other in a circle are one origin each (METHODS 4.2). A report that credits an agency tells
on the agency's word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from rashomon.text.folding import fold, skeleton
from rashomon.values import Claim, Counts, Group, Report, Voice, VoiceKind, identify
from rashomon.weigh.credits import credited_agency
from rashomon.weigh.quotations import same_words
from rashomon.weigh.sides import Sides
from rashomon.weigh.unions import Unions
from rashomon.weigh.words import lexicon, mapping, name_words, stems, titles

__all__ = ["Origin", "Trace", "trace"]

Key: TypeAlias = tuple[str, ...]
T = TypeVar("T", bound=str)

_PRESS: frozenset[VoiceKind] = frozenset({"publisher", "agency", "outlet"})
_NAMELESS = frozenset({"press", "nobody", "crowd"})  # keys of origins without a name
_NEUTRAL: frozenset[VoiceKind] = frozenset({"medic", "ngo", "document"})


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: nobody else's words stand behind it.

    `name` is None where nobody is named; `side` is the side it speaks for. `faceless` marks an
    outlet that names no source, its own or "reportedly", `nameless` a crowd or source without a
    name as well; `circular` marks outlets that cite each other and nobody else. `outlet` is whose
    word it is where that is an outlet's.
    """

    id: str
    name: str | None
    kind: VoiceKind
    side: str | None = None
    faceless: bool = False
    nameless: bool = False
    circular: bool = False
    outlet: str | None = None

    @property
    def neutral(self) -> bool:
        """Tell whether it is an observer with no side: medical, humanitarian, a court."""
        return self.kind in _NEUTRAL and self.side is None


@dataclass(frozen=True, slots=True)
class Trace:
    """The origin of every claim of a group, and the reports that are not copies."""

    origins: Mapping[str, Origin]  # by claim id
    roots: Mapping[str, str]  # report -> the report it was first copied from, or itself
    publishers: Mapping[str, str]  # report -> folded publisher, or itself where none is known
    tellers: Mapping[str, str]  # report -> the agency that it credits, else its publisher

    def behind(self, claims: Iterable[Claim]) -> tuple[Origin, ...]:
        """Return the distinct origins of some claims, in order of id.

        A faceless origin counts only where the same report quotes nobody, nor the outlet on whose
        word it tells: who names sources speaks through them.
        """
        by_report: dict[str, set[Origin]] = defaultdict(set)
        quoting: set[str | None] = set()
        for claim in claims:
            origin = self.origins[claim.id]
            by_report[self.roots[claim.report]].add(origin)
            if not origin.faceless:
                quoting.add(self.tellers[claim.report])
        found: set[Origin] = set()
        for origins in by_report.values():
            found |= {origin for origin in origins if not origin.faceless} or {
                origin for origin in origins if origin.outlet not in quoting
            }
        return tuple(sorted(found, key=lambda origin: origin.id))

    def press(self, claim: Claim) -> frozenset[str]:
        """Return the outlets through which a claim came, its publisher and those that it cites."""
        cited = {fold(v.name) for v in claim.voices if v.name is not None and v.kind in _PRESS}
        printed = {claim.report, self.roots[claim.report]}
        return frozenset({*(self.publishers[report] for report in printed), *cited})

    def count(self, claims: Sequence[Claim]) -> Counts:
        """Count mentions, outlets, relays, origins, sides, neutral and circular origins."""
        origins = self.behind(claims)
        relays = {
            fold(voice.name)
            for claim in claims
            for voice in claim.voices[:-1]
            if voice.name is not None and voice.kind in _PRESS and voice.kind != "publisher"
        }
        return Counts(
            mentions=len(claims),
            outlets=len({self.publishers[claim.report] for claim in claims}),
            relays=len(relays),
            origins=len(origins),
            sides=len({origin.side for origin in origins if origin.side is not None}),
            neutral=sum(origin.neutral for origin in origins),
            circular=sum(origin.circular for origin in origins),
        )


def trace(group: Group, reports: Mapping[str, Report], sides: Sides) -> Trace:
    """Find the origin of every claim of a group."""
    roots = _roots(group)
    publishers = {
        report: _publisher(reports.get(report), report) for report in {*roots, *roots.values()}
    }
    tellers = {
        report: credited_agency(reports.get(root)) or _outlet(publishers[root])
        for report, root in roots.items()
    }
    keys = {claim.id: _key(claim, tellers[claim.report], sides) for claim in group.claims}
    unions: Unions[Key] = Unions(keys.values())
    _unite_surnames(unions)
    _unite_quotations(unions, group.claims, keys, reports)
    circular = _unite_circles(unions, group.claims, keys, tellers)
    behind: dict[Key, list[Claim]] = defaultdict(list)
    for claim in group.claims:
        behind[unions.find(keys[claim.id])].append(claim)
    origins = {}
    for root, told in behind.items():
        its_keys = frozenset(keys[claim.id] for claim in told)
        origin = _origin(told, sides, roots, reports)
        named = None if all(key[0] == "nobody" for key in its_keys) else origin.name
        origin = replace(
            origin,
            name=_ring(told, reports) if its_keys & circular else named,
            id=identify("origin", *root),
            faceless=all(key[0] in ("press", "nobody") for key in its_keys),
            nameless=all(_is_nameless(_innermost(claim)) for claim in told),
            circular=bool(its_keys & circular),
            outlet=root[1] if root[0] == "press" else None,
        )
        origins.update(dict.fromkeys((claim.id for claim in told), origin))
    return Trace(origins, roots, publishers, tellers)


def _roots(group: Group) -> dict[str, str]:
    source = {copy: original for copy, original in group.copies if copy != original}
    roots = {}
    for report in {claim.report for claim in group.claims}:
        root, seen = report, {report}
        while root in source and source[root] not in seen:
            root = source[root]
            seen.add(root)
        roots[report] = root
    return roots


def _publisher(report: Report | None, key: str) -> str:
    return fold(report.publisher) if report and report.publisher else key


def _outlet(name: str) -> str:
    """Call an outlet by one name: "Associated Press" is "ap"."""
    folded = fold(name)
    return mapping("agency_names").get(folded.removeprefix("the "), folded)


def _key(claim: Claim, teller: str, sides: Sides) -> Key:
    """Name what must be equal for two claims to have one origin."""
    voice = _innermost(claim)
    if voice.kind == "publisher":
        return ("press", teller)
    relays = (each for each in reversed(claim.voices[:-1]) if each.kind != "publisher")
    relay = next((_outlet(each.name) for each in relays if each.name), teller)
    if voice.name is None:
        return ("nobody", relay)
    if voice.kind in _PRESS and name_words(voice.name):
        return ("press", _outlet(voice.name))
    side = sides.voicing(voice)
    if side is not None:
        return ("side", side)
    return _described(voice.name, relay, anonymous=voice.kind == "unnamed")


def _described(name: str, relay: str, *, anonymous: bool) -> Key:
    """Tell many nameless speakers ("residents of the town") from one who is named."""
    words = stems(name)
    head = next((n for n, word in enumerate(words) if n and word in lexicon("describing")), None)
    speaker = words[:head]
    last = speaker[-1] if speaker else ""
    if last in mapping("crowds"):
        return ("crowd", mapping("crowds")[last], relay)
    return ("nobody", relay) if anonymous or not last else _named(name, speaker, relay)


def _is_nameless(voice: Voice) -> bool:
    """Tell whether a voice is an outlet, a crowd or a source that nobody names."""
    if voice.name is None or voice.kind in _PRESS:
        return True
    return _described(voice.name, "", anonymous=voice.kind == "unnamed")[0] in _NAMELESS


def _named(name: str, words: tuple[str, ...], relay: str) -> Key:
    former = lexicon("former") & frozenset(words)
    body = next((mapping("members").get(word, word) for word in words if _is_body(word)), None)
    if body is not None and not former:
        return ("body", body)
    proper = [word for word in name_words(name) if word in words and word not in titles()]
    if proper:
        return ("name", *sorted(skeleton(word) or word for word in proper))
    telling = [word for word in words if word not in lexicon("light")]
    return ("role", *sorted(telling)) if telling else ("crowd", words[-1], relay)


def _is_body(word: str) -> bool:
    return word in lexicon("bodies") or word in mapping("members")


def _unite_surnames(unions: Unions[Key]) -> None:
    """Join a name of one word to the only longer name that holds it."""
    named = sorted(key for key in unions.members() if key[0] == "name")
    for key in named:
        if len(key) == 2:  # noqa: PLR2004  the tag and one word
            longer = [other for other in named if len(other) > 2 and key[1] in other[1:]]  # noqa: PLR2004
            if len(longer) == 1:
                unions.join(key, longer[0])


def _unite_quotations(
    unions: Unions[Key],
    claims: Sequence[Claim],
    keys: Mapping[str, Key],
    reports: Mapping[str, Report],
) -> None:
    """Join claims told in the same words, where at most one of the two names its source."""
    for one, other in same_words(claims, reports):
        left, right = keys[one], keys[other]
        if left[0] in _NAMELESS or right[0] in _NAMELESS:
            unions.join(left, right)


def _unite_circles(
    unions: Unions[Key],
    claims: Sequence[Claim],
    keys: Mapping[str, Key],
    tellers: Mapping[str, str],
) -> frozenset[Key]:
    """Join outlets that cite each other in a circle; return the keys that lie on one.

    A circle is of one thing that is told: who cites another for the dead and is cited by it for
    the day has gone round nothing.
    """
    topics: dict[str, dict[Key, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        here, there = ("press", tellers[claim.report]), keys[claim.id]
        if there[0] == "press" and there != here:
            for topic in {figure.measure for figure in claim.figures} or {claim.kind}:
                topics[topic][here].add(there)
    circular: set[Key] = set()
    for cites in topics.values():
        reach = {start: _reachable(start, cites) for start in cites}
        ring = {start for start in cites if start in reach[start]}
        for key in ring:
            unions.join_all(other for other in reach[key] if key in reach.get(other, ()))
        circular |= ring
    return frozenset(circular)


def _reachable(start: Key, cites: Mapping[Key, set[Key]]) -> set[Key]:
    seen: set[Key] = set()
    ahead = sorted(cites[start])
    while ahead:
        key = ahead.pop()
        if key not in seen:
            seen.add(key)
            ahead.extend(sorted(cites.get(key, ())))
    return seen


def _origin(
    told: Sequence[Claim], sides: Sides, roots: Mapping[str, str], reports: Mapping[str, Report]
) -> Origin:
    """Describe an origin as most reports do; copies have no vote."""
    votes = {(roots[claim.report], _innermost(claim), claim) for claim in told}
    publishers = (
        (root, reports[root].publisher)
        for root, voice, _ in votes
        if voice.kind == "publisher" and root in reports
    )
    return Origin(
        id="",
        name=_commonest((root, voice.name) for root, voice, _ in votes) or _commonest(publishers),
        kind=_commonest((root, voice.kind) for root, voice, _ in votes) or "publisher",
        side=_commonest((root, sides.speaking(voice, claim)) for root, voice, claim in votes),
    )


def _ring(told: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """Name the outlets that cite each other."""
    cited = {voice.name for claim in told for voice in claim.voices[1:] if voice.kind in _PRESS}
    citing = {report.publisher for claim in told if (report := reports.get(claim.report))}
    spelt = {fold(name): name for name in sorted(filter(None, (*cited, *citing)), reverse=True)}
    return " and ".join(sorted(spelt.values())) + ", who cite each other"


def _innermost(claim: Claim) -> Voice:
    return claim.voices[-1] if claim.voices else Voice(None, "publisher")


def _commonest(votes: Iterable[tuple[str, T | None]]) -> T | None:
    """Return the value that most voters give, each voter once a value.

    Of equals one that counts somebody ("15 fighters") names nobody and comes last.
    """
    counts = Counter(value for _, value in set(votes) if value is not None)
    order = ((-counts[value], value[:1].isdigit(), value) for value in counts)
    return min(order)[-1] if counts else None
