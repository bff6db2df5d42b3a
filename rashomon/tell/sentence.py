"""The paragraph that a careful editor would sign: who says what, with which figure, and who not.

Each phrase carries the claims that it rests on, so that every number leads to its words. Where
nothing is known, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.tell.case import Case, Said
from rashomon.tell.losses import losses
from rashomon.tell.opening import copies, opening
from rashomon.tell.parties import party, speaker
from rashomon.tell.phrase import Phrase, Sentence
from rashomon.tell.tolls import tolls, uncounted
from rashomon.tell.words import capital, days_told, listed, name_key, phrases
from rashomon.values import Claim

__all__ = ["Phrase", "paragraph", "plain"]

_TOLD = frozenset({"responsibility", "status", "place", "date"})  # the list tells the others
_LONGEST_CLAUSE = 70  # characters of a clause that is quoted whole


def plain(told: Sequence[Phrase]) -> str:
    """Return the paragraph without its footnotes."""
    return "".join(phrase.text for phrase in told)


def paragraph(case: Case) -> tuple[Phrase, ...]:
    """Tell an event in plain language."""
    teller = (
        opening,
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


def _single_origin(case: Case) -> Iterator[Sentence]:
    """Say when several reports are really one voice."""
    if case.event.origins == 1 and len(case.accounts) - copies(case) > 1:
        yield [Phrase("All of it goes back to one origin.")]


def _uncounted(case: Case) -> Iterator[Sentence]:
    """Quote what is told of losses without a number."""
    told = uncounted(case)
    if not told:
        return
    quotes = [Phrase(_uncounted_words(case, said), (said.claim.id,)) for said in told]
    spaced = [part for quote in quotes for part in (Phrase(", "), quote)][1:]
    yield [Phrase("Told, but not counted: "), *spaced, Phrase(".")]


def _uncounted_words(case: Case, said: Said) -> str:
    """Quote the clause where it is short and stands by itself, else the figure alone."""
    clause = case.library.quote(said.claim.report, said.claim.span).rstrip(".")
    leans = clause.split(maxsplit=1)[0].casefold() in phrases().words("relatives")
    if len(clause) <= _LONGEST_CLAUSE and not leans:
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
        last = len(contradiction.positions) - 1
        for index, position in enumerate(contradiction.positions):
            parts += [Phrase(" or " if index == last else ", ")] if index else []
            parts.append(Phrase(days_told(position.value), position.claims))
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
    """Say when figures are a party's or mere claims, and nobody outside the fight bears any out."""
    counted = [said for toll in tolls(case) for _, figures in toll.by_side for said in figures]
    voices = [voice for said in counted for voice in said.claim.voices[1:]]
    neutral = phrases().words("neutral")
    partial = any(voice.kind == "party" or voice.side for voice in voices) or any(
        said.claim.certainty == "claimed" for said in counted
    )
    if partial and not any(voice.kind in neutral for voice in voices):
        yield [Phrase("No neutral source confirms any figure.")]


def _distinct(named: Iterator[tuple[str, Claim]]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for name, claim in named:
        found.setdefault(name, claim)
    return found


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)
