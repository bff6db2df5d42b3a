"""The sentence on losses: for each side the figure best borne out, then who tells another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.tell.case import Case, Said
from rashomon.tell.counts import Count, counts_by_side
from rashomon.tell.parties import is_civil, party, speaker
from rashomon.tell.phrase import Phrase, Sentence
from rashomon.tell.words import (
    capital,
    count,
    interval,
    listed,
    number,
    phrases,
    quantity,
    voice_name,
)

__all__ = ["losses"]

_MOST_SIDES = 2
_MOST_OTHERS = 4  # figures beside the one best borne out; beyond them the range is given
_MOST_NAMED = 2  # voices named for one figure
_FEW = 6  # voices of whom each is told by itself, with all that it counts
_ITSELF = "the report itself"
_STOP = Phrase(".")


def losses(case: Case) -> Iterator[Sentence]:
    """Say what each side lost, on whose word, and who says otherwise."""
    by_side = counts_by_side(case)
    counts = [each for of in by_side.values() for each in of]
    if len({id(each.toll) for each in counts}) == 1:
        yield [Phrase(capital(_by_one(case, by_side)), _claims(counts)), _STOP]
        return
    ordered = sorted(by_side, key=lambda side: (side is None, -_most(by_side[side])))
    sentence: Sentence = []
    for side in ordered[:_MOST_SIDES]:
        told = _side(case, side, by_side[side])
        sentence += [Phrase("; "), *told] if sentence else told
    if sentence:
        first, *rest = sentence
        yield [Phrase(capital(first.text), first.claims), *rest, _STOP]


def _by_one(case: Case, by_side: Mapping[str | None, Sequence[Count]]) -> str:
    """Say what a single voice counts of every side."""
    ordered = sorted(by_side, key=lambda side: (side is None, -_most(by_side[side])))
    counts = [by_side[side][0] for side in ordered]
    amounts = (
        _counted(each.figures) + _among(case, s) for each, s in zip(counts, ordered, strict=True)
    )
    told = _given(case, counts[:1], listed(list(amounts)))
    return told.replace(_ITSELF, "it", 1) if counts[0].toll.origin is None else told


def _most(counts: Sequence[Count]) -> int:
    return max(each.first[1] for each in counts)


def _among(case: Case, side: str | None) -> str:
    return f" among {party(case, side)}" if side else ""


def _side(case: Case, side: str | None, counts: Sequence[Count]) -> Sentence:
    """Say the figure best borne out, the others of that measure, then the other measures."""
    if len(counts) > _FEW:
        counts = [part for each in counts for part in each.parts()]
    lead, *others = _agreeing(_ranked(case, side, counts))
    measure, among = lead[0].first[0], _among(case, side)
    same = [each for each in others if each[0].first[0] == measure]
    more = [each for each in others if each[0].first[0] != measure]
    told = [(lead, f"{_counted(lead[0].figures)}{among}")]
    told += [(each, _shortly(each[0].figures)) for each in same[:_MOST_OTHERS]]
    parts = [Phrase(_given(case, each, amount), _claims(each)) for each, amount in told]
    if rest := [each for alike in same[_MOST_OTHERS:] for each in alike]:
        parts.append(Phrase(_range(rest), _claims(rest)))
    for each in more[:_MOST_OTHERS]:
        amount = f"{_counted(each[0].figures)}{among}"
        parts.append(Phrase(_given(case, each, amount), _claims(each)))
    return [piece for part in parts for piece in (Phrase("; "), part)][1:]


def _ranked(case: Case, side: str | None, counts: Sequence[Count]) -> list[Count]:
    """Put the figure that the finding bears out first, then the others from low to high."""
    order = list(phrases().ordered("participles"))
    supported = {
        claim
        for finding in case.event.findings
        if finding.of == side or side is None or is_civil(side)
        for claim in finding.supporting
        if finding.measure == "killed"
    }

    def rank(each: Count) -> tuple[object, ...]:
        measure, size = each.first
        later = order.index(measure) if measure in order else len(order)
        return later, not supported & set(each.claims), size, each.claims

    return sorted(counts, key=rank)


def _agreeing(counts: Sequence[Count]) -> list[list[Count]]:
    """Put voices together that count the same and are as sure of it.

    What a report tells on nobody's word is put behind the first voice that counts the same.
    """
    found: dict[tuple[object, ...], list[Count]] = {}
    for each in sorted(counts, key=lambda each: not each.is_attributed):
        same = [key for key in found if key[0] == each.numbers]
        sure = each.toll.first.certainty if each.is_attributed else each.toll.origin is None
        key = (each.numbers, sure) if each.is_attributed or not same else same[0]
        found.setdefault(key, []).append(each)
    order = {id(each): index for index, each in enumerate(counts)}
    return sorted(found.values(), key=lambda alike: min(order[id(each)] for each in alike))


def _claims(counts: Sequence[Count]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for each in counts for claim in each.claims))


def _counted(figures: Sequence[Said]) -> str:
    """Say "nearly 40 killed and at least 15 wounded"."""
    nouns = phrases().lists("nouns")
    parts = []
    for said in figures:
        amount, measure = quantity(said.figure), said.figure.measure
        one, several = nouns.get(measure, (measure, measure))
        parts.append(f"{amount} {one if said.figure.best == 1 else several}")
    return listed(parts)


def _shortly(figures: Sequence[Said]) -> str:
    """Say "300", of the measure told before; further measures are named."""
    first, *more = figures
    return _counted(figures) if more else quantity(first.figure)


def _given(case: Case, alike: Sequence[Count], amount: str) -> str:
    """Say who gives an amount, and through whom: "a doctor, quoted by X, reported 11"."""
    named = [each for each in alike if each.is_attributed]
    bare = [each for each in alike if each.toll.origin is None]
    joint = phrases().pairs("told")
    if not named:
        return _bare(case, bare, amount) if bare else joint["nobody"].replace("{n}", amount)
    first = named[0].toll.first.certainty
    told = joint.get(first, "{v} reported {n}").replace("{v}", _voices(case, named))
    if bare and len(case.accounts) > 1:
        amount += f", as did {count(len(bare), 'report that names', 'reports that name')} no source"
    return told.replace("{n}", amount)


def _voices(case: Case, named: Sequence[Count]) -> str:
    """Name some voices; of a single one also the relay by which it was heard."""
    names = list(dict.fromkeys(_voice(case, each) for each in named))
    rest = len(names) - _MOST_NAMED
    others = [count(rest, "other voice", "other voices")] if rest > 0 else []
    if len(names) > 1:
        return listed([*names[:_MOST_NAMED], *others])
    relays = [voice_name(hop) for hop in named[0].toll.first.voices[1:-1]]
    return f"{names[0]}, quoted by {relays[-1]}," if relays else names[0]


def _voice(case: Case, each: Count) -> str:
    origin = each.toll.origin
    return speaker(case, each.toll.first, origin) if origin else ""


def _bare(case: Case, bare: Sequence[Count], amount: str) -> str:
    """Say that reports give an amount on their own word: "a report by Morning Lantern gives"."""
    if len(case.accounts) == 1:
        return f"{_ITSELF} gives {amount} and names no source"
    reports = [case.library.reports[each.toll.first.report] for each in bare]
    named = list(
        dict.fromkeys(" ".join(each.publisher.split()) for each in reports if each.publisher)
    )
    by = f" by {listed(named)}" if len(named) == len(bare) <= _MOST_NAMED else ""
    if len(bare) == 1:
        return f"a report{by} gives {amount} and names no source"
    several = "reports" if by else count(len(bare), "", "reports")
    return f"{several}{by} give {amount} and name no source"


def _range(rest: Sequence[Count]) -> str:
    """Sum up the voices for which the sentence has no room."""
    known = [each.first[1] for each in rest]
    low, high = min(known), max(known)
    span = count(low, "", "").strip()
    if low != high:
        span = interval(low, high).replace("–", " to ") if low else f"up to {number(high)}"
    return f"{span} according to {count(len(rest), 'further voice', 'further voices')}"
