"""Events as entities and statements of FollowTheMoney.

What rashomon concludes is stated by the data set `rashomon`; what a report says, by its
publisher's, with the chain of voices as origin and the report's words as original value. The
entities are the statements put together.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.tell.case import Case
from rashomon.tell.countries import countries
from rashomon.tell.exports.ftm_actors import media, participant, side, voice
from rashomon.tell.exports.ftm_statements import (
    OWN,
    Entity,
    Origin,
    Statement,
    day,
    entities,
    name,
    origin_in,
    stated,
)
from rashomon.tell.exports.marks import counted
from rashomon.tell.exports.names import Names
from rashomon.tell.exports.plain import plain, shortened
from rashomon.tell.findings import heading, told_findings
from rashomon.tell.links import followable
from rashomon.tell.sentence import paragraph
from rashomon.tell.sentence import plain as told
from rashomon.tell.tables import cases_of
from rashomon.tell.words import interval, phrases, voice_kind, voice_name
from rashomon.tell.words import place as place_words
from rashomon.values import Claim, Dossier, EventPlace, Report, Span

__all__ = ["files", "statements"]

_LONGEST_TEXT = 65_000  # characters of a text, 1,024 of a string, 250 of an address
_LONGEST_STRING = 1_024
_LONGEST_ADDRESS = 250
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def files(dossier: Dossier) -> dict[str, bytes]:
    """Return the entities and the statements they are made of, as JSON lines."""
    found = sorted(_settled(set(statements(dossier))), key=_order)
    return {
        "entities.ftm.json": _lines(entities(found)),
        "statements.ftm.json": _lines(each.fields() for each in found),
    }


def _settled(found: set[Statement]) -> set[Statement]:
    """Give every entity one schema: a person anywhere is a person everywhere."""
    schemas: dict[str, str] = {}
    for (name_, schema), *_ in found:
        schemas[name_] = max(schema, schemas.get(name_, ""))  # LegalEntity, Organization, Person
    return {each._replace(entity=Entity(each.entity.id, schemas[each.entity.id])) for each in found}


def _order(statement: Statement) -> tuple[str, ...]:
    entity, prop, value, origin, original = statement
    return (*entity, prop, value, *(part or "" for part in origin), original or "")


def _lines(told: Iterable[dict[str, object]]) -> bytes:
    """Write one a line; a large dossier has hundreds of megabytes, so nothing is held twice."""
    written = io.BytesIO()
    for each in told:
        written.write(_encoded(each).encode("utf-8", "backslashreplace"))
        written.write(b"\n")
    return written.getvalue()


def statements(dossier: Dossier) -> Iterator[Statement]:
    """Yield every statement of a dossier; some come twice."""
    library, cases = cases_of(dossier)
    for report in library.reports.values():
        yield from _article(report)
    names = {report.id: Names(report) for report in library.reports.values()}
    for case in cases:
        yield from _event(case)
        yield from _accounts(case)
        for claim in case.claims:
            yield from _claim(case, claim, names[claim.report])


def _report(report: str) -> Entity:
    return Entity.of("Article", "report", report)


def _happening(case: Case) -> Entity:
    return Entity.of("Event", "event", case.event.id)


def _article(report: Report) -> Iterator[Statement]:
    """State a report, and its publisher as an organisation."""
    origin, article = origin_in(report), _report(report.id)
    raw = report.content.encode("utf-8", "replace")
    yield from stated(
        article,
        origin,
        title=_string(report.title),
        author=_string(report.byline),
        publisher=_string(report.publisher),
        publishedAt=day(report.published),
        sourceUrl=followable(report.url),
        language=origin.language,
        bodyText=plain(report.text)[:_LONGEST_TEXT],
        contentHash=hashlib.sha1(raw, usedforsecurity=False).hexdigest(),
    )
    if publisher := name(report.publisher):
        yield from stated(media(publisher), origin, name=publisher)


def _event(case: Case) -> Iterator[Statement]:
    """State what rashomon concludes of an event."""
    event, entity = case.event, _happening(case)
    start, end = day(event.start), day(event.end)
    yield from stated(
        entity,
        OWN,
        name=name(event.title) or name(event.kind) or event.id,
        summary=plain(told(paragraph(case)))[:_LONGEST_TEXT],
        startDate=start,
        endDate=end,
        date=start if start == end else None,
        keywords=_string(event.kind),
        recordId=_string(event.id),
        notes=[_grade(case), *_findings(case), *_contradictions(case)],
        proof=[_report(account.report).id for account in case.accounts],
    )
    if event.place is not None:
        yield from _place(entity, event.place)
    for each in event.sides:
        own = side(case, each.name)
        if own is not None:
            yield from stated(own, OWN, name=name(each.name), alias=map(name, each.aliases))
            yield from stated(entity, OWN, involved=own.id)


def _place(event: Entity, where: EventPlace) -> Iterator[Statement]:
    """State where it was; the address says how exact its point is."""
    country = where.country if where.country in countries() else None
    full = plain(place_words(replace(where, country=country)))[:_LONGEST_ADDRESS]
    code = country.lower() if country else None
    address = Entity.of("Address", "place", where.geonameid, full, where.precision)
    yield from stated(event, OWN, location=full, country=code, addressEntity=address.id)
    yield from stated(
        address,
        OWN,
        full=full,
        state=_string(where.admin1),
        country=code,
        latitude=f"{where.lat:g}" if where.lat is not None else None,
        longitude=f"{where.lon:g}" if where.lon is not None else None,
        remarks=phrases().pairs("where").get(str(where.precision)),
    )


def _grade(case: Case) -> str:
    grade = case.event.grade
    meaning = phrases().pairs("grades").get(grade.word, "")
    return plain(f"Grade: {grade.word} ({meaning}). {' '.join(grade.reasons)}")


def _findings(case: Case) -> Iterator[str]:
    for each in told_findings(case):
        best = "unknown" if each.best is None else each.best
        bounds = interval(each.low, each.high)
        yield plain(f"{heading(each)}: {bounds}, best {best}. {each.rule}")


def _contradictions(case: Case) -> Iterator[str]:
    aspects = phrases().pairs("aspects")
    for each in case.event.contradictions:
        positions = " or ".join(position.value for position in each.positions)
        aspect = aspects.get(each.aspect, each.aspect)
        yield plain(f"The accounts differ on {aspect}: {positions}. {each.explanation}")


def _accounts(case: Case) -> Iterator[Statement]:
    """State that a report documents the event, as an account or as a copy."""
    for account in case.accounts:
        report = case.library.reports[account.report]
        origin = origin_in(report)
        entity = Entity.of("Documentation", "account", case.event.id, report.id)
        yield from stated(
            entity,
            origin,
            document=_report(report.id).id,
            entity=_happening(case).id,
            role="copy" if account.copied_from else "account",
            date=day(report.published),
            publisher=_string(report.publisher),
            sourceUrl=followable(report.url),
        )
        if account.copied_from in case.library.reports:
            yield from stated(entity, OWN, proof=_report(account.copied_from or "").id)


def _claim(case: Case, claim: Claim, names: Names) -> Iterator[Statement]:
    """State what a claim says of the event, each value with the words that say it."""
    report = case.library.reports[claim.report]
    origin = origin_in(report, map(voice_name, reversed(claim.voices)))
    entity = _happening(case)
    yield from _participants(case, claim, names, origin)
    yield from _speakers(case, claim, names, origin)
    if claim.reality != "actual" or claim.certainty in {"denied", "no comment"}:
        return
    yield from stated(entity, origin, _words(report, claim.trigger), keywords=_string(claim.kind))
    if claim.place is not None:
        words = _words(report, claim.place.span)
        location = plain(claim.place.name)[:_LONGEST_ADDRESS]
        yield from stated(entity, origin, words, location=location)
    if claim.date is not None and claim.date.start == claim.date.end:
        words = _words(report, claim.date.span)
        yield from stated(entity, origin, words, date=day(claim.date.start))
    for figure in claim.figures:
        words = _words(report, figure.span or claim.trigger)
        yield from stated(entity, origin, words, notes=plain(counted(claim, figure)))


def _participants(case: Case, claim: Claim, names: Names, origin: Origin) -> Iterator[Statement]:
    """State who took part, and where the report names them."""
    report = case.library.reports[claim.report]
    for each in claim.participants:
        who = participant(case, each, names)
        if who is None:
            continue
        if claim.reality == "actual" and each.role != "other":
            words = _words(report, each.span)
            yield from stated(_happening(case), origin, words, involved=who.id)
        yield from _mention(report, who, each.name, each.span, origin)


def _speakers(case: Case, claim: Claim, names: Names, origin: Origin) -> Iterator[Statement]:
    """State who tells of the event, as what, and for which side they speak."""
    report = case.library.reports[claim.report]
    proof = _report(report.id).id
    for each in claim.voices[1:]:
        who = voice(case, each, names)
        if who is None:
            continue
        yield from _mention(report, who, each.name or "", each.span, origin)
        yield from stated(
            Entity.of("UnknownLink", "word", case.event.id, who.id),
            origin,
            subject=who.id,
            object=_happening(case).id,
            role=f"told of it, as {voice_kind(each)}",
            proof=proof,
            date=day(report.published),
        )
        spoken_for = side(case, _known_side(case, each.side))
        if spoken_for is not None and spoken_for != who:
            yield from stated(
                Entity.of("UnknownLink", "speaks", who.id, spoken_for.id),
                origin,
                subject=who.id,
                object=spoken_for.id,
                role="speaks for",
                proof=proof,
            )


def _known_side(case: Case, spoken_for: str | None) -> str:
    """Return the event's name of the side that a voice speaks for; "" where it has none."""
    wanted = (spoken_for or "").casefold()
    for each in case.event.sides:
        if wanted in {each.name.casefold(), *(alias.casefold() for alias in each.aliases)}:
            return each.name
    return ""


def _mention(
    report: Report, who: Entity, called: str, span: Span | None, origin: Origin
) -> Iterator[Statement]:
    """State a name and where it stands; sides and media have their names already."""
    said = name(called)
    if said is None:
        return
    if who.id.startswith(("actor-", "media-")):
        yield from stated(who, origin, name=said)
    if span is not None:
        mention = Entity.of("Mention", "mention", report.id, who.id, said)
        yield from stated(
            mention,
            origin,
            document=_report(report.id).id,
            name=said,
            resolved=who.id,
            detectedSchema=who.schema,
        )


def _words(report: Report, span: Span | None) -> str | None:
    return plain(span.of(report.content)) if span else None


def _string(text: str | None) -> str | None:
    return shortened(plain(text), _LONGEST_STRING) or None
