"""Claims and reviews of claims in schema.org's vocabulary, as JSON-LD.

A claim is what a report says, with who says it. A review is made only where the reports themselves
decide something: where they contradict each other, or where the grade is more than "not settled".
Its rating is the grade in words: there is no number, since a grade is no measure of truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.tell.case import Case, Library
from rashomon.tell.exports.linked import to_jsonld, without_none
from rashomon.tell.exports.names import Names
from rashomon.tell.exports.plain import plain
from rashomon.tell.links import followable, urn
from rashomon.tell.sentence import paragraph
from rashomon.tell.sentence import plain as told
from rashomon.tell.tables import cases_of
from rashomon.tell.words import capital, count, day, phrases, voice_name
from rashomon.tell.words import place as place_words
from rashomon.values import Claim, Contradiction, Dossier, EventPlace, Report, Voice

__all__ = ["CONTEXT", "graph"]

CONTEXT = "https://schema.org"
_SETTLED = frozenset({"confirmed", "contested", "discounted"})  # grades that decide something
_BODIES = frozenset({"publisher", "agency", "outlet", "ngo"})  # kinds of voices that are no person
_COARSEST_POINT = 3  # where_prec of a district: a province's middle is no place where anything was
_ASPECT = "how far the reports bear it out, not whether it is true"


def graph(dossier: Dossier) -> str:
    """Return reports, events, claims and reviews; the text can stand inside a page's script."""
    library, cases = cases_of(dossier)
    return to_jsonld({"@context": CONTEXT}, "@graph", _nodes(library, cases))


def _nodes(library: Library, cases: Sequence[Case]) -> Iterator[dict[str, object]]:
    originals = {
        account.report: account.copied_from
        for case in cases
        for account in case.accounts
        if account.copied_from in library.reports
    }
    cited = {account.report for case in cases for account in case.accounts}
    names = {report: Names(library.reports[report]) for report in cited}
    yield from (_article(library.reports[r], originals) for r in library.reports if r in cited)
    for case in cases:
        yield _event(case)
        yield from (
            _claim(case, claim, names[claim.report], originals)
            for claim in case.claims
            if claim.certainty != "no comment" and claim.report in names
        )
        yield from _reviews(case)


def _article(report: Report, originals: dict[str, str | None]) -> dict[str, object]:
    publisher = plain(report.publisher)
    original = originals.get(report.id)
    return without_none(
        **{"@type": "NewsArticle", "@id": urn("report", report.id)},
        headline=plain(report.title),
        url=followable(report.url),
        publisher={"@type": "Organization", "name": publisher} if publisher else None,
        creditText=plain(report.byline),
        datePublished=_day(report),
        inLanguage=report.language,
        isBasedOn={"@id": urn("report", original)} if original else None,
    )


def _event(case: Case) -> dict[str, object]:
    event = case.event
    return without_none(
        **{"@type": "Event", "@id": urn("event", event.id)},
        name=plain(event.title) or plain(event.kind),
        description=plain(told(paragraph(case))),
        startDate=event.start,
        endDate=event.end,
        location=_place(event.place) if event.place else None,
    )


def _place(where: EventPlace) -> dict[str, object]:
    """Name a place; its point only where it is known to the district."""
    fine = (where.precision or _COARSEST_POINT) <= _COARSEST_POINT
    known = fine and where.lat is not None and where.lon is not None
    point = {"@type": "GeoCoordinates", "latitude": where.lat, "longitude": where.lon}
    return without_none(
        **{"@type": "Place"},
        name=plain(place_words(where) or where.name),
        description=phrases().pairs("where").get(str(where.precision)),
        geo=point if known else None,
    )


def _claim(
    case: Case, claim: Claim, names: Names, originals: dict[str, str | None]
) -> dict[str, object]:
    report = case.library.reports[claim.report]
    original = originals.get(report.id)
    certainty = phrases().pairs("certainty").get(claim.certainty, claim.certainty)
    chain = ", ".join(plain(voice_name(voice)) for voice in reversed(claim.voices))
    return without_none(
        **{"@type": "Claim", "@id": urn("claim", claim.id)},
        text=plain(claim.span.of(report.content)),
        description=f"{certainty}; {chain}",
        author=_author(claim.voices[-1], names) if claim.voices else None,
        datePublished=_day(report),
        appearance={"@id": urn("report", report.id)},
        firstAppearance={"@id": urn("report", original)} if original else None,
        about={"@id": urn("event", case.event.id)},
        inLanguage=report.language,
    )


def _author(voice: Voice, names: Names) -> object:
    """Say who claims it: a body, a person, or in mere words where it is not known which."""
    name = plain(voice.name)
    if not name:
        return None
    if voice.kind in _BODIES:
        return {"@type": "Organization", "name": name}
    if voice.span is not None and names.person(voice.span):
        return {"@type": "Person", "name": name}
    return name


def _reviews(case: Case) -> Iterator[dict[str, object]]:
    """Yield the review of the event, where the grade decides anything, and of disputed claims."""
    event, contradictions = case.event, case.event.contradictions
    if event.grade.word in _SETTLED or contradictions:
        yield _event_review(case)
    disputes: dict[str, list[str]] = {}
    for found in contradictions:
        for position in found.positions:
            body = f"{_dispute(found)} This claim says {plain(position.value)}."
            for disputed in position.claims:
                disputes.setdefault(disputed, []).append(body)
    for claim in case.claims:
        if claim.id in disputes and claim.certainty != "no comment":
            yield _claim_review(case, claim, disputes[claim.id])


def _event_review(case: Case) -> dict[str, object]:
    event = case.event
    title = plain(event.title) or plain(event.kind)
    reports = [case.library.reports[account.report] for account in case.accounts]
    dated = [each for each in reports if _day(each)]
    meaning = phrases().pairs("grades").get(event.grade.word, "")
    reasons = " ".join(capital(plain(each)).rstrip(".") + "." for each in event.grade.reasons)
    claim = without_none(
        **{"@type": "Claim", "@id": urn("event", event.id, "claim")},
        text=title,
        appearance=[{"@id": urn("report", each.id)} for each in reports],
        firstAppearance={"@id": urn("report", dated[0].id)} if dated else None,
        about={"@id": urn("event", event.id)},
    )
    return {
        "@type": "ClaimReview",
        "@id": urn("event", event.id, "review"),
        "claimReviewed": title,
        "itemReviewed": claim,
        "reviewBody": " ".join(map(_dispute, event.contradictions)) or meaning,
        "reviewRating": _rating(event.grade.word, f"{capital(meaning)}. {reasons}"),
    }


def _claim_review(case: Case, claim: Claim, disputes: Sequence[str]) -> dict[str, object]:
    words = plain(claim.span.of(case.library.reports[claim.report].content))
    return {
        "@type": "ClaimReview",
        "@id": urn("claim", claim.id, "review", case.event.id),
        "claimReviewed": words,
        "itemReviewed": {"@id": urn("claim", claim.id)},
        "reviewBody": " ".join(disputes),
        "reviewRating": _rating("disputed", "Other accounts of the event contradict it."),
    }


def _rating(word: str, why: str) -> dict[str, object]:
    return {
        "@type": "Rating",
        "alternateName": word,
        "ratingExplanation": why.strip(),
        "reviewAspect": _ASPECT,
    }


def _dispute(found: Contradiction) -> str:
    """Say on what accounts differ: "killed: 18–20 (one origin), or 90 (one origin)." and why."""
    aspect = phrases().pairs("aspects").get(found.aspect, found.aspect)
    positions = ", or ".join(
        f"{each.value} ({count(each.origins, 'origin', 'origins')})" for each in found.positions
    )
    return plain(f"The accounts differ on {aspect}: {positions}. {found.explanation}")


def _day(report: Report) -> str | None:
    """Return the day or time of publication as it was given; None where it is no date."""
    return report.published if day(report.published) else None
