"""The paragraph that a careful editor would sign: who says what, with which figure, and who not.

Each phrase carries the claims that it rests on, so that every number leads to its words. Where
nothing is known, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, Said
from rashomon.tell.countries import country_name
from rashomon.tell.parties import leading, party, speaker
from rashomon.tell.tolls import Toll, is_counted, people_measures, tolls, uncounted
from rashomon.tell.words import (
    capital,
    count,
    day,
    interval,
    listed,
    name_key,
    period,
    phrases,
    place,
)
from rashomon.values import Claim, Event

__all__ = ["Phrase", "paragraph", "plain"]

_TOLD_APART = frozenset({"denial", "certainty"})  # in a sentence of its own, or in the list
_MOST_SPEAKERS = 5  # beyond these the sentence gives the range and leaves the rest to the table
_MOST_SIDES = 2  # of each part
_MOST_CITED = 2  # voices named for the event as a whole
_LONGEST_CLAUSE = 70  # characters of a clause that is quoted whole
_NUMERAL = re.compile(r"(?:[A-Za-z]+ ){0,3}\d[\d,.]*", re.ASCII)  # "nearly 40", "1,200"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of our own words and the ids of the claims that it rests on."""

    text: str
    claims: tuple[str, ...] = ()


Sentence = list[Phrase]


def plain(told: Sequence[Phrase]) -> str:
    """Return the paragraph without its footnotes."""
    return "".join(phrase.text for phrase in told)


def paragraph(case: Case) -> tuple[Phrase, ...]:
    """Tell an event in plain language."""
    teller = (_happening, _voices, _figures, _uncounted, _disputes, _denials, _silence, _neutrality)
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
    reports = count(len(case.accounts), "report tells of", "reports tell of")
    text = f"{capital(reports)} {_what(case)}{_where(case.event)}{_when(case.event)}".rstrip(",")
    yield [Phrase(text, told), Phrase(f"{_citing(case, of_kind)}.")]


def _citing(case: Case, claims: Sequence[Claim]) -> str:
    """Name the voices whose word it is; nothing where the reports speak for themselves."""
    voices: dict[str, str] = {}
    for claim in claims:
        if len(claim.voices) > 1:
            name = speaker(case, claim, claim.voices[-1])
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
    actor, target = (_named(case, sides) for sides in leading(case))
    alone = actor_only if actor else target_only if target else ""
    joint = both if actor and target else alone
    return noun + joint.replace("{a}", actor).replace("{t}", target)


def _named(case: Case, sides: Sequence[str]) -> str:
    """Name the sides that are told of most; the others are in the table."""
    named = [party(case, side) for side in sides[:_MOST_SIDES]]
    return listed([*named, "others"] if len(sides) > _MOST_SIDES else named)


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


def _voices(case: Case) -> Iterator[Sentence]:
    """Say when several reports are really one voice."""
    copies = sum(1 for account in case.accounts if account.copied_from)
    if copies:
        yield [Phrase(f"{capital(count(copies, 'of them is a copy', 'of them are copies'))}.")]
    if case.event.origins == 1 and len(case.accounts) - copies > 1:
        yield [Phrase("All of it goes back to one origin.")]


def _figures(case: Case) -> Iterator[Sentence]:
    """Say who gives which figure, each voice once."""
    told = tolls(case)
    if not told:
        return
    sentence: Sentence = []
    for toll in told[:_MOST_SPEAKERS]:
        text = _toll(case, toll)
        sentence.append(Phrase(f"; {text}" if sentence else capital(text), toll.claims))
    yield [*sentence, Phrase(".")]
    if rest := told[_MOST_SPEAKERS:]:
        yield from _range(rest)


def _toll(case: Case, toll: Toll) -> str:
    counts = listed([_counted(case, side, figures) for side, figures in toll.by_side])
    if toll.origin is None:
        report = case.library.letters[toll.first.report]
        return f"{counts}, according to report {report}, which names no source"
    joint = phrases().pairs("told").get(toll.first.certainty, "according to {v}")
    return f"{counts}, {joint.replace('{v}', speaker(case, toll.first, toll.origin))}"


def _counted(case: Case, side: str, figures: Sequence[Said]) -> str:
    """Say "nearly 40 were killed and at least 15 wounded among the Taliban"."""
    nouns = phrases().lists("nouns")
    parts: list[str] = []
    for said in figures:
        amount, measure = _quantity(said), said.figure.measure
        if measure in nouns:
            one, several = nouns[measure]
            parts.append(f"{amount} {one if said.figure.best == 1 else several}")
        elif parts:
            parts.append(f"{amount} {measure}")
        else:
            verb = "was" if said.figure.low == said.figure.high == 1 else "were"
            parts.append(f"{amount} {verb} {measure}")
    among = "" if side in {"unknown", "total"} else f" among {party(case, side)}"
    return listed(parts) + among


def _quantity(said: Said) -> str:
    """Write a figure for a sentence: the report's numerals, or an exact number in ours."""
    figure = said.figure
    wording = " ".join(figure.wording.split())
    if _NUMERAL.fullmatch(wording):
        return wording[:1].lower() + wording[1:]
    if figure.low is not None and figure.low == figure.high:
        return count(figure.low, "", "").strip()
    return f"“{wording}”" if wording else interval(figure.low, figure.high)


def _range(rest: Sequence[Toll]) -> Iterator[Sentence]:
    """Sum up the voices for which the sentence has no room."""
    said = [each for toll in rest for _, figures in toll.by_side for each in figures]
    killed = [each.figure.best for each in said if each.figure.measure == "killed"]
    known = [best for best in killed if best is not None]
    if not known:
        return
    voices = capital(count(len(rest), "further voice gives", "further voices give"))
    span = interval(min(known), max(known)).replace("–", " to ")
    yield [Phrase(f"{voices} {span} killed", tuple(each.claim.id for each in said)), Phrase(".")]


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


def _disputes(case: Case) -> Iterator[Sentence]:
    """Say on what else the accounts differ; numbers have been told with who gives them."""
    numbers = {*people_measures(), *phrases().lists("nouns")}
    aspects = phrases().pairs("aspects")
    for contradiction in case.event.contradictions:
        if contradiction.aspect in numbers or contradiction.aspect in _TOLD_APART:
            continue
        aspect = aspects.get(contradiction.aspect, contradiction.aspect)
        parts = [Phrase(f"The accounts differ on {aspect}: ")]
        for index, position in enumerate(contradiction.positions):
            parts += [Phrase(", or ")] if index else []
            parts.append(Phrase(position.value, position.claims))
        yield [*parts, Phrase(".")]


def _denials(case: Case) -> Iterator[Sentence]:
    """Say who denies what others tell of this event."""
    disputed = {
        claim
        for contradiction in case.event.contradictions
        if contradiction.aspect == "denial"
        for position in contradiction.positions
        for claim in position.claims
    }
    denials = [
        claim for claim in case.claims if claim.certainty == "denied" and claim.id in disputed
    ]
    voices = _distinct(
        (speaker(case, claim, claim.voices[-1]), claim) for claim in denials if claim.voices[1:]
    )
    if voices:
        yield [Phrase(f"A denial comes from {listed(list(voices))}", _ids(denials)), Phrase(".")]


def _silence(case: Case) -> Iterator[Sentence]:
    """Say who has not commented."""
    silent = [claim for claim in case.claims if claim.certainty == "no comment"]
    parties = _distinct(
        (party(case, case.side_of(participant)), claim)
        for claim in silent
        for participant in claim.participants
        if participant.side
    )
    if parties:
        text = f"{capital(listed(list(parties)))} had not commented"
        yield [Phrase(text, _ids(silent)), Phrase(".")]


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
