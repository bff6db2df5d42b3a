"""Put together what was read about each happening: claims, who tells them and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version

from spacy.tokens import Token

from rashomon.lexicon import KINDS, section
from rashomon.read.clauses import auxiliaries, is_infinitive
from rashomon.read.currency import Draft, currencies
from rashomon.read.figures import figures_of
from rashomon.read.happening import Happening
from rashomon.read.happenings import find_happenings
from rashomon.read.naming import named_later
from rashomon.read.page import Page, span_of
from rashomon.read.places import Seat, Whereabouts
from rashomon.read.pronouns import introduced
from rashomon.read.quantities import Quantity, find_quantities
from rashomon.read.reality import reality_of
from rashomon.read.reasons import about, because
from rashomon.read.rosters import listed_with
from rashomon.read.times import date_claims
from rashomon.read.voices import Told, Voices
from rashomon.values import (
    Attribution,
    Claim,
    Currency,
    Figure,
    Participant,
    Place,
    Reality,
    Span,
    Time,
    Voice,
    When,
    identify,
)

__all__ = ["MADE_BY", "claims_of"]

MADE_BY = f"rashomon-rules {version('rashomon')}"
_STATEMENT = "Statement only"
_HERE = "its own sentence names it as where it may have happened"
_BEFORE = "its own sentence names no fitting place: the one told last before it is taken, if any"
_NEAR = 2  # UCDP where_prec of what is in a town or about it
_COUNTRY = 6  # UCDP where_prec
_BESIDE = 2  # words between a list of places and the word for what they are: "districts of A and B"
_GROUND = {"Government regains territory", "Non-state actor overtakes territory"}


@dataclass(frozen=True, slots=True)
class _Reading:
    """A happening or statement with everything that was read about it but its currency."""

    happening: Happening
    told: Told
    reality: Reality = "actual"
    figures: tuple[Figure, ...] = ()
    date: When | None = None
    places: tuple[Place | None, ...] = (None,)


def claims_of(
    page: Page,
    times: Sequence[Time],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
) -> tuple[Claim, ...]:
    """Return the claims of a report in the order of the text.

    A happening that names several places as taken makes one claim for each. What is said without
    a happening in it is a claim of kind "Statement only"; so is silence, with its own certainty.
    """
    about(None)
    voices = Voices(page, attributions)
    whereabouts = Whereabouts(page, places)
    found = [*_happenings(page, times, whereabouts, attributions, voices)]
    triggers = [each.happening.trigger for each in found if _is_told_as_event(each)]
    said = {each.happening.trigger.start for each in found}
    found += (
        each
        for each in (*_statements(page, attributions, voices, triggers), *_silences(page, voices))
        if each.happening.trigger.start not in said
    )
    found.sort(key=lambda each: (each.happening.trigger, each.happening.kind))
    drafts = [Draft(each.happening, each.date, each.places[0], each.reality) for each in found]
    currency = tuple(currencies(page, drafts))
    scene = _scene(found, places, whereabouts.seat)
    return tuple(
        claim
        for each, when in zip(_with_names(page, found, currency), currency, strict=True)
        for claim in _claims(page, each, when, scene)
    )


def _with_names(
    page: Page, found: Sequence[_Reading], currency: Sequence[Currency]
) -> Iterator[_Reading]:
    """Give the people of the news the names that come later in the report."""
    is_news = [
        each.reality == "actual" and when == "news"
        for each, when in zip(found, currency, strict=True)
    ]
    named = named_later(page, [each.happening for each in found], news=is_news)
    for each, happening in zip(found, named, strict=True):
        yield replace(each, happening=happening)


def _scene(found: Sequence[_Reading], places: Sequence[Place], seat: Seat | None) -> Place | None:
    """Return where the report's news is set, for claims that name no place themselves.

    The first place on the map at which a happening is told; else the seat of the news, if it is
    likely enough; else the place that is named most, of which only the country is sure.
    """
    told = (place for each in found for place in each.places if place is not None)
    first = next((place for place in told if place.lat is not None), None)
    if first is not None:
        return first
    if seat is not None and seat.is_fair:
        return replace(seat.place, precision=_NEAR)
    mapped = [place for place in places if place.lat is not None]
    named = Counter((place.country, place.name) for place in mapped)
    most = max(mapped, key=lambda place: named[place.country, place.name], default=None)
    return replace(most, precision=_COUNTRY) if most is not None else None


def _is_here(happening: Happening, place: Place) -> bool:
    return span_of(happening.root.sent).holds(place.span)


def _placed(happening: Happening, place: Place | None, scene: Place) -> Place | None:
    """Set a claim where the news is set if it names no place, or one of which nothing is known.

    A place of its own sentence does not come back that way: there it was not where it happened.
    """
    known = place is not None and (place.lat is not None or place.country is not None)
    if known or _is_here(happening, scene):
        return place
    return because(scene, "place", "the report's first happening is told there", scene.span)


def _happenings(
    page: Page,
    times: Sequence[Time],
    whereabouts: Whereabouts,
    attributions: Sequence[Attribution],
    voices: Voices,
) -> Iterator[_Reading]:
    happenings = find_happenings(page)
    sides = {each.name: each.side for happening in happenings for each in happening.participants}
    about(None)
    quantities = find_quantities(page)
    dates = date_claims(page, [happening.trigger for happening in happenings], times)
    counted = set[tuple[str, Span | None]]()
    for happening, date in zip(happenings, dates, strict=True):
        about(happening.trigger)
        reality = reality_of(page, happening)
        if reality == "negated" and _is_forbidden(happening.root):
            continue
        where = _places(page, happening, whereabouts)
        told = voices.told(happening.trigger)
        counts = _figures(page, happening, quantities, where)
        listed = listed_with(page, happening, counts, quantities)
        start = happening.root.sent.start_char
        new = tuple(f for f in listed.figures if _is_new(f, start, counted))
        counted.update((each.measure, each.span) for each in listed.figures)
        yield _Reading(
            happening=introduced(page, listed.happening, told, attributions, sides),
            told=told,
            reality=reality,
            figures=new,
            date=date,
            places=where,
        )


def _is_new(figure: Figure, start: int, counted: set[tuple[str, Span | None]]) -> bool:
    """Tell whether a count from before the sentence, that starts at `start`, was not given yet."""
    is_recalled = figure.span is not None and figure.span.end <= start
    return not is_recalled or (figure.measure, figure.span) not in counted


def _is_forbidden(verb: Token) -> bool:
    """Tell whether something is ordered or promised not to happen: "will not surrender"."""
    if not any(child.dep_ == "neg" for child in verb.children):
        return False
    return is_infinitive(verb) or any(each.tag_ == "MD" for each in auxiliaries(verb))


def _figures(
    page: Page,
    happening: Happening,
    quantities: Sequence[Quantity],
    places: Sequence[Place | None],
) -> tuple[Figure, ...]:
    """Return the figures of a happening; places that are listed by name count themselves."""
    figures = figures_of(page, happening, quantities)
    named = [place.span for place in places if place is not None]
    if figures or len(named) < 2 or happening.measure is None:  # noqa: PLR2004  a list
        return figures
    span = Span(named[0].start, named[-1].end)
    words = section(page.language, "parties")
    kinds, adding = words.words("places"), words.words("adding")
    if any(token.lower_ in adding for token in happening.root.sent):
        return ()
    first, *_, last = page.tokens(span)
    beside = page.doc[max(first.i - _BESIDE, first.sent.start) : last.i + _BESIDE]
    if not any(t.tag_ == "NNS" and t.lemma_.lower() in kinds for t in beside):
        return ()  # "Ardan and Bel" are not known to be districts
    count, wording = len(named), span.of(page.content)
    listed = Figure(
        measure=happening.measure, low=count, best=count, high=count, wording=wording, span=span
    )
    return (because(listed, "figure", "places listed by name are counted", *named, at=span),)


def _places(page: Page, happening: Happening, where: Whereabouts) -> tuple[Place | None, ...]:
    """Return where it happened; several where one clause lists the places that were taken."""
    place = where.of(happening.trigger)
    if place is None or happening.kind not in _GROUND:
        return (place,)
    told = {each.span: each for each in (*where.within_sentence(happening.trigger), place)}
    own = [told[span] for span in sorted(told)]
    first = last = own.index(place)
    while first > 0 and _is_list(page, own[first - 1].span, own[first].span):
        first -= 1
    while last + 1 < len(own) and _is_list(page, own[last].span, own[last + 1].span):
        last += 1
    return tuple(own[first : last + 1])


def _is_list(page: Page, before: Span, after: Span) -> bool:
    """Tell whether only commas, "and" or "district" stand between two places."""
    places = section(page.language, "parties").words("places")
    between = page.tokens(Span(before.end, after.start)) if before.end < after.start else ()
    return any(token.is_punct or token.pos_ == "CCONJ" for token in between) and all(
        token.is_punct or token.pos_ == "CCONJ" or token.lemma_.lower() in places
        for token in between
        if not (before.holds(span_of(token)) or after.holds(span_of(token)))
    )


def _is_told_as_event(reading: _Reading) -> bool:
    """Tell whether a happening is more than words: "we will never surrender" is a statement."""
    if reading.happening.kind == _STATEMENT:
        return False
    return reading.reality == "actual" or KINDS[reading.happening.kind].violent


def _statements(
    page: Page, attributions: Sequence[Attribution], voices: Voices, triggers: Sequence[Span]
) -> Iterator[_Reading]:
    """Read what is said where nothing happens in it; of a chain, only what is said at its end."""
    holding = {each.within for each in attributions if each.source and each.content}
    for index, attribution in enumerate(attributions):
        if index in holding or not (attribution.cue and attribution.content):
            continue
        if not attribution.source and not voices.is_hearsay(index):
            continue
        about(attribution.cue[0])
        told = any(piece.meets(trigger) for piece in attribution.content for trigger in triggers)
        chain = None if told else voices.statement(index)
        if chain is not None:
            content = Span(attribution.content[0].start, attribution.content[-1].end)
            yield _said(page, attribution.cue[0], content, chain, chain.voices[-1])
    for trigger, span, chain in voices.continuations():
        if not any(span.holds(each) for each in triggers):
            yield _said(page, trigger, span, chain, chain.voices[-1])


def _silences(page: Page, voices: Voices) -> Iterator[_Reading]:
    for response in voices.responses():
        about(response.trigger)
        yield _said(
            page, response.trigger, response.span, voices.told(response.trigger), response.voice
        )


def _said(page: Page, trigger: Span, span: Span, told: Told, speaker: Voice) -> _Reading:
    about(trigger)
    because(_STATEMENT, "kind", "it only tells that somebody speaks or is silent", trigger)
    because("actual", "reality", "that it is said is so, whatever is said", trigger)
    because(None, "date", "what is only said has no day of its own", trigger)
    because(trigger, "trigger", "it is a word of saying or of silence", trigger, at=trigger)
    actors: tuple[Participant, ...] = ()
    if speaker.span != trigger and _is_party(speaker, told):  # "reportedly" names nobody
        actors = (Participant("actor", speaker.name or "", speaker.span, speaker.side),)
        because(
            actors, "participant", "a party that speaks takes part", speaker.span, at=speaker.span
        )
    happening = Happening(page.tokens(trigger).root, trigger, span, _STATEMENT, actors)
    return _Reading(happening, told)


def _is_party(speaker: Voice, told: Told) -> bool:
    """Tell whether a speaker has a part in what is spoken of, as whoever denies it or is silent.

    A neighbour or an expert who tells of it has none.
    """
    is_answer = told.certainty in {"denied", "no comment"}
    return bool(speaker.name) and (bool(speaker.side) or speaker.kind == "party" or is_answer)


def _dated(happening: Happening, date: When | None, currency: Currency) -> When | None:
    """Return the day of a claim; history takes none from the news around it."""
    if date is None or currency != "background":
        return date
    told = date.span is not None and span_of(happening.root.sent).meets(date.span)
    return date if told else None


def _claims(
    page: Page, reading: _Reading, currency: Currency, scene: Place | None
) -> Iterator[Claim]:
    happening = reading.happening
    is_news = currency == "news" and happening.kind != _STATEMENT
    about(happening.trigger)
    for slot, place in enumerate(reading.places):
        because(place, "place", _HERE if place and _is_here(happening, place) else _BEFORE)
        yield Claim(
            id=identify(page.report.id, happening.trigger.start, happening.trigger.end, slot),
            report=page.report.id,
            kind=happening.kind,
            trigger=happening.trigger,
            span=happening.span,
            reality=reading.reality,
            currency=currency,
            certainty=reading.told.certainty,
            voices=reading.told.voices,
            participants=happening.participants,
            figures=reading.figures if slot == 0 else (),
            place=_placed(happening, place, scene) if scene and is_news else place,
            date=_dated(happening, reading.date, currency),
            headline=page.in_headline(happening.trigger),
            made_by=MADE_BY,
        )
