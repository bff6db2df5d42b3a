"""How the paragraph on an event opens: who says that what happened, where and when, in how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.tell.case import Case
from rashomon.tell.parties import leading, party, speaker
from rashomon.tell.phrase import Phrase, Sentence
from rashomon.tell.tolls import tolls
from rashomon.tell.words import (
    capital,
    count,
    day,
    either_day,
    listed,
    name_key,
    period,
    phrases,
    place,
    voice_name,
)
from rashomon.values import Claim, Event

__all__ = ["copies", "opening"]

_LAND = "territory"  # stands in the lexicon's phrases for what changed hands
_MOST_SIDES = 2  # where only one part is known; else the first of each
_MOST_CITED = 2  # voices named for the event as a whole


def opening(case: Case) -> Iterator[Sentence]:
    """Say who tells of what, where and when, and how many reports pass it on."""
    if not case.accounts:
        return
    kinds = _alike(case.event.kind)
    of_kind = [claim for claim in case.claims if claim.kind in kinds and not claim.headline]
    told = tuple({claim.report: claim.id for claim in reversed(of_kind)}.values())
    scene = f"{_where(case.event)}{_when(case.event)}".rstrip(",")
    voiced = [each for each in of_kind if len(each.voices) > 1]
    if saying := _saying(case, voiced):
        words, claims = saying
        yield [Phrase(f"{words}{scene}", claims), Phrase(".")]
        yield [Phrase(f"{_reports(case)} of it{_through(case, voiced)}", told), Phrase(".")]
        return
    citing = "" if tolls(case) else _citing(case, voiced)  # who counts is named with the count
    yield [Phrase(f"{_reports(case)} of {_what(case)}{scene}", told), Phrase(f"{citing}.")]


def _alike(kind: str) -> frozenset[str]:
    """Return the kinds that tell of the same: land can be taken in three ways."""
    nouns = {each: forms[0] for each, forms in phrases().lists("kinds").items()}
    if _LAND not in nouns.get(kind, ""):
        return frozenset({kind})
    return frozenset(each for each, noun in nouns.items() if _LAND in noun)


def copies(case: Case) -> int:
    """Count the accounts that are copies of others."""
    return sum(1 for account in case.accounts if account.copied_from)


def _reports(case: Case) -> str:
    """Say "Seven reports, one of them a copy, tell"."""
    copied = copies(case)
    among = f", {count(copied, 'of them a copy', 'of them copies')}," if copied else ""
    if len(case.accounts) == 1:
        publisher = case.library.reports[case.accounts[0].report].publisher
        named = f", from {' '.join(publisher.split())}," if publisher else ""
        return f"One report{named} tells"
    return f"{capital(count(len(case.accounts), 'report', 'reports'))}{among} tell"


def _tellers(case: Case, claims: Sequence[Claim]) -> list[str]:
    """Name the innermost voices, those of most reports first."""
    named: dict[str, str] = {}
    reports: dict[str, set[str]] = {}
    for claim in claims:
        name = party(case, speaker(case, claim, claim.voices[-1]))
        named.setdefault(name_key(name), name)
        reports.setdefault(name_key(name), set()).add(claim.report)
    return [named[key] for key in sorted(named, key=lambda key: -len(reports[key]))]


def _named_tellers(case: Case, claims: Sequence[Claim]) -> str:
    """Name who tells it: "residents, local sources and three other voices"."""
    names = _tellers(case, claims)
    rest = len(names) - _MOST_CITED
    others = [count(rest, "other voice", "other voices")] if rest > 0 else []
    return listed([*names[:_MOST_CITED], *others])


def _citing(case: Case, claims: Sequence[Claim]) -> str:
    return f", citing {_named_tellers(case, claims)}" if claims else ""


def _through(case: Case, claims: Sequence[Claim]) -> str:
    """Name the relay by which most reports have it: ", three of them through the agency"."""
    reports: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for claim in claims:
        for name in map(voice_name, claim.voices[1:-1]):
            names.setdefault(name_key(name), name)
            reports.setdefault(name_key(name), set()).add(claim.report)
    if not reports:
        return ""
    most = max(reports, key=lambda key: len(reports[key]))
    of_them = "" if len(case.accounts) == 1 else count(len(reports[most]), "of them ", "of them ")
    return f", {of_them}through {names[most]}"


def _saying(case: Case, claims: Sequence[Claim]) -> tuple[str, tuple[str, ...]] | None:
    """Say "Residents said they took three districts from the army", and on which claims it rests.

    Only those are named whose own claim holds both sides; who speaks of his own side says "they".
    None where nobody does, or where the language has no words for the deed.
    """
    deed = phrases().pairs("deeds").get(case.event.kind)
    actors, targets = leading(case)
    if not (deed and actors and targets):
        return None
    told = [each for each in claims if _tells(case, each, actors[0], targets[0])]
    if not told:
        return None
    taken = _taken(case, told)
    deed = deed.replace(_LAND, taken) if taken else deed
    is_own = all(_speaks_of_itself(case, each, actors[0]) for each in told)
    actor = "they" if is_own else party(case, actors[0])
    deed = deed.replace("{t}", party(case, targets[0])).replace("{a}", actor)
    return f"{capital(_named_tellers(case, told))} said {deed}", tuple(each.id for each in told)


def _tells(case: Case, claim: Claim, actor: str, target: str) -> bool:
    """Tell whether a claim says that one side acted on the other."""
    if claim.reality != "actual" or claim.certainty in {"denied", "no comment"}:
        return False
    acting = {case.side_of(each) for each in claim.participants if each.role == "actor"}
    bearing = {case.side_of(each) for each in claim.participants if each.role != "actor"}
    return acting == {actor} and target in bearing


def _speaks_of_itself(case: Case, claim: Claim, side: str) -> bool:
    voice = claim.voices[-1]
    own = {name_key(each) for each in (voice.name, voice.side) if each}
    acting = {name_key(each.name) for each in claim.participants if each.role == "actor"}
    aliases = [name for each in case.event.sides if each.name == side for name in each.aliases]
    return bool(own & {name_key(side), *map(name_key, aliases), *acting})


def _what(case: Case) -> str:
    """Name the kind of event and its parties: "an armed clash between the army and rebels"."""
    kinds = phrases().lists("kinds")
    noun, both, actor_only, target_only = kinds.get(
        case.event.kind, (case.event.kind.lower(), "", "", "")
    )
    taken = _taken(case, case.claims)
    if taken:
        noun = noun.replace(_LAND, taken)
    actors, targets = leading(case)
    most = 1 if actors and targets else _MOST_SIDES
    actor, target = (_named(case, sides[:most]) for sides in (actors, targets))
    alone = actor_only if actor else target_only if target else ""
    joint = both if actor and target else alone
    return noun + joint.replace("{a}", actor).replace("{t}", target)


def _named(case: Case, sides: Sequence[str]) -> str:
    """Name the sides that are told of most; the others are in the table."""
    return listed([party(case, side) for side in sides])


def _taken(case: Case, claims: Iterable[Claim]) -> str | None:
    """Count what changed hands, as most claims do: "three districts"."""
    nouns = phrases().lists("nouns")
    counted = [
        (said.figure.best, said.figure.measure)
        for claim in claims
        for said in case.said_in(claim)
        if said.figure.measure in nouns and said.figure.measure != "casualties"
    ]
    known = [(best, measure) for best, measure in counted if best is not None]
    if not known:
        return None
    best, measure = max(sorted(set(known)), key=known.count)
    one, several = nouns[measure]
    return count(best, one, several)


def _where(event: Event) -> str:
    named = place(event.place)
    ending = "," if named and "," in named else ""
    return f" in {named}{ending}" if named else ""


def _when(event: Event) -> str:
    first, last = day(event.start), day(event.end)
    if first is None or last is None or first == last:
        return f" on {first or last}" if first or last else ""
    if either := either_day(event.start, event.end):
        return f" on {either}"
    days = period(event.start, event.end) or ""
    return f" between {first} and {last}" if "–" in days else f" in {days}"
