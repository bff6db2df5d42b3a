"""The paragraph that a careful editor would sign: who says what, with which figure, and who not.

Each phrase carries the claims that it rests on, so that every number leads to its words. Where
nothing is known, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.tell.case import Case, Said
from rashomon.tell.countries import country_name
from rashomon.tell.losses import losses
from rashomon.tell.parties import leading, party, speaker
from rashomon.tell.phrase import Phrase, Sentence
from rashomon.tell.tolls import is_counted, tolls, uncounted
from rashomon.tell.words import (
    capital,
    count,
    day,
    listed,
    name_key,
    period,
    phrases,
    place,
)
from rashomon.values import Claim, Event

__all__ = ["Phrase", "paragraph", "plain"]

_TOLD = frozenset({"responsibility", "status"})  # of the other aspects the list tells
_MOST_SIDES = 2  # where only one part is known; else the first of each
_MOST_CITED = 2  # voices named for the event as a whole
_LONGEST_CLAUSE = 70  # characters of a clause that is quoted whole


def plain(told: Sequence[Phrase]) -> str:
    """Return the paragraph without its footnotes."""
    return "".join(phrase.text for phrase in told)


def paragraph(case: Case) -> tuple[Phrase, ...]:
    """Tell an event in plain language."""
    teller = (
        _happening,
        _single_origin,
        losses,
        _corrections,
        _uncounted,
        _disputes,
        _responses,
        _neutrality,
    )
    told: Sentence = []
    for sentence in (sentence for tell in teller for sentence in tell(case)):
        told += [Phrase(" "), *sentence] if told else sentence
    return tuple(told)


def _happening(case: Case) -> Iterator[Sentence]:
    """Say what is told, by how many reports, where and when."""
    if not case.accounts:
        return
    kind = case.event.kind
    of_kind = [claim for claim in case.claims if claim.kind == kind and not claim.headline]
    told = tuple({claim.report: claim.id for claim in reversed(of_kind)}.values())
    copies = _copies(case)
    among = f", {count(copies, 'of them a copy', 'of them copies')}," if copies else ""
    tell = "tells" if len(case.accounts) == 1 else "tell"
    reports = f"{count(len(case.accounts), 'report', 'reports')}{among} {tell} of"
    text = f"{capital(reports)} {_what(case)}{_where(case.event)}{_when(case.event)}".rstrip(",")
    citing = "" if tolls(case) else _citing(case, of_kind)  # who counts is named with the count
    yield [Phrase(text, told), Phrase(f"{citing}.")]


def _citing(case: Case, claims: Sequence[Claim]) -> str:
    """Name the voices whose word it is; nothing where the reports speak for themselves."""
    voices: dict[str, str] = {}
    for claim in claims:
        if len(claim.voices) > 1:
            name = party(case, speaker(case, claim, claim.voices[-1]))
            voices.setdefault(name_key(name), name)
    if not voices:
        return ""
    named = list(voices.values())[:_MOST_CITED]
    rest = len(voices) - len(named)
    others = [count(rest, "other voice", "other voices")] if rest else []
    return f", citing {listed([*named, *others])}"


def _what(case: Case) -> str:
    """Name the kind of event and its parties: "an armed clash between the army and rebels"."""
    kinds = phrases().lists("kinds")
    noun, both, actor_only, target_only = kinds.get(
        case.event.kind, (case.event.kind.lower(), "", "", "")
    )
    taken = _taken(case)
    if taken:
        noun = noun.replace("territory", taken)
    actors, targets = leading(case)
    most = 1 if actors and targets else _MOST_SIDES
    actor, target = (_named(case, sides[:most]) for sides in (actors, targets))
    alone = actor_only if actor else target_only if target else ""
    joint = both if actor and target else alone
    return noun + joint.replace("{a}", actor).replace("{t}", target)


def _named(case: Case, sides: Sequence[str]) -> str:
    """Name the sides that are told of most; the others are in the table."""
    return listed([party(case, side) for side in sides])


def _taken(case: Case) -> str | None:
    """Count what changed hands, as most claims do: "three districts"."""
    nouns = phrases().lists("nouns")
    counted = [
        (said.figure.best, said.figure.measure)
        for said in case.said()
        if said.figure.measure in nouns and said.figure.measure != "casualties"
    ]
    known = [(best, measure) for best, measure in counted if best is not None]
    if not known:
        return None
    best, measure = max(sorted(set(known)), key=known.count)
    one, several = nouns[measure]
    return count(best, one, several)


def _where(event: Event) -> str:
    country = country_name(event.place.country) if event.place else None
    named = place(event.place, country)
    ending = "," if named and "," in named else ""
    return f" in {named}{ending}" if named else ""


def _when(event: Event) -> str:
    first, last = day(event.start), day(event.end)
    if first is None or last is None or first == last:
        return f" on {first or last}" if first or last else ""
    days = period(event.start, event.end) or ""
    return f" between {first} and {last}" if "–" in days else f" in {days}"


def _single_origin(case: Case) -> Iterator[Sentence]:
    """Say when several reports are really one voice."""
    if case.event.origins == 1 and len(case.accounts) - _copies(case) > 1:
        yield [Phrase("All of it goes back to one origin.")]


def _copies(case: Case) -> int:
    return sum(1 for account in case.accounts if account.copied_from)


def _uncounted(case: Case) -> Iterator[Sentence]:
    """Quote what is told of losses without a number."""
    told = uncounted(case)
    if not told:
        return
    quotes = [Phrase(_uncounted_words(case, said), (said.claim.id,)) for said in told]
    spaced = [part for quote in quotes for part in (Phrase(", "), quote)][1:]
    yield [Phrase("Told, but not counted: "), *spaced, Phrase(".")]


def _uncounted_words(case: Case, said: Said) -> str:
    """Quote the clause where it is short, else the figure alone."""
    clause = case.library.quote(said.claim.report, said.claim.span).rstrip(".")
    if len(clause) <= _LONGEST_CLAUSE:
        return f"“{clause}”"
    measure = said.figure.measure
    thing = phrases().lists("nouns").get(measure, (measure, measure))[1]
    wording = " ".join(said.figure.wording.split())
    return f"“{wording}”" if thing in wording else f"“{wording}” {thing}"


def _corrections(case: Case) -> Iterator[Sentence]:
    """Say what was taken back."""
    for found in case.event.contradictions:
        if found.aspect == "correction":
            claims = tuple(claim for position in found.positions for claim in position.claims)
            yield [Phrase(found.explanation, claims)]


def _disputes(case: Case) -> Iterator[Sentence]:
    """Say on what else of weight the accounts differ; the rest is in the list below."""
    aspects = phrases().pairs("aspects")
    for contradiction in case.event.contradictions:
        if contradiction.aspect not in _TOLD:
            continue
        parts = [Phrase(f"The accounts differ on {aspects[contradiction.aspect]}: ")]
        for index, position in enumerate(contradiction.positions):
            parts += [Phrase(", or ")] if index else []
            parts.append(Phrase(position.value, position.claims))
        yield [*parts, Phrase(".")]


def _responses(case: Case) -> Iterator[Sentence]:
    """Say who denies what others tell, and which of the other parties have not commented."""
    denials = _disputed_denials(case)
    denying = {
        name_key(side)
        for claim in denials
        for side in (claim.voices[-1].name, claim.voices[-1].side)
        if side
    }
    sentence: Sentence = []
    for denied, claim in _distinct((_denied(case, each), each) for each in denials).items():
        sentence += [Phrase("; ")] if sentence else []
        sentence.append(Phrase(denied, (claim.id,)))
    silent = [claim for claim in case.claims if claim.certainty == "no comment"]
    parties = _distinct(
        (party(case, side), claim)
        for claim in silent
        for participant in claim.participants
        if (side := case.side_of(participant)) != "unknown" and name_key(side) not in denying
    )
    if parties:
        sentence += [Phrase("; ")] if sentence else []
        sentence.append(Phrase(f"{listed(list(parties))} had not commented", _ids(silent)))
    if sentence:
        first, *rest = sentence
        yield [Phrase(capital(first.text), first.claims), *rest, Phrase(".")]


def _disputed_denials(case: Case) -> list[Claim]:
    disputed = {
        claim
        for contradiction in case.event.contradictions
        if contradiction.aspect == "denial"
        for position in contradiction.positions
        for claim in position.claims
    }
    return [
        claim
        for claim in case.claims
        if claim.certainty == "denied" and claim.id in disputed and claim.voices[1:]
    ]


def _denied(case: Case, claim: Claim) -> str:
    """Say "the Reds denied that dozens of their fighters had been killed"."""
    who = party(case, speaker(case, claim, claim.voices[-1]))
    for figure in claim.figures:
        if figure.measure in phrases().words("participles"):
            counted = figure.wording
            if figure.of is not None and figure.of < len(claim.participants):
                counted = claim.participants[figure.of].name
            return f"{who} denied that {counted} had been {figure.measure}"
    return f"{who} denied it"


def _neutrality(case: Case) -> Iterator[Sentence]:
    """Say when nobody outside the fight stands behind any figure."""
    counted = [said for toll in tolls(case) for _, figures in toll.by_side for said in figures]
    neutral = phrases().words("neutral")
    if any(map(is_counted, counted)) and not any(
        voice.kind in neutral for said in counted for voice in said.claim.voices[1:]
    ):
        yield [Phrase("No neutral source confirms any figure.")]


def _distinct(named: Iterator[tuple[str, Claim]]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for name, claim in named:
        found.setdefault(name, claim)
    return found


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)
