"""Events, sources and associations for TimeMap, Forensic Architecture's viewer.

The files are what datasheet-server serves to it, and have only fields that the viewer's own
schemas know: it drops what has another. Every value there is text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.lexicon import KINDS
from rashomon.tell.case import Case, Library
from rashomon.tell.links import followable
from rashomon.tell.sentence import paragraph
from rashomon.tell.sentence import plain as told
from rashomon.tell.tables import cases_of
from rashomon.tell.words import capital, day, period, phrases
from rashomon.tell.words import place as place_words
from rashomon.text.days import as_day
from rashomon.values import Dossier, Event, EventPlace, Report

__all__ = ["files"]

_COARSEST_POINT = 3  # where_prec of a district: a province's middle is no place where anything was


def files(dossier: Dossier) -> dict[str, str]:
    """Return what the viewer fetches: events, associations and sources."""
    library, cases = cases_of(dossier)
    narratives = _narratives(dossier.events)
    joined = [{str(each["id"]): each for each in _associations(case, narratives)} for case in cases]
    associations = {key: each for of_one in joined for key, each in of_one.items()}
    sources = {each.id: _source(each, library) for each in library.reports.values()}
    return {
        "timemap-events.json": _json(
            [_event(case, list(of_one)) for case, of_one in zip(cases, joined, strict=True)]
        ),
        "timemap-associations.json": _json([associations[each] for each in sorted(associations)]),
        "timemap-sources.json": _json(sources),
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _event(case: Case, associations: list[str]) -> dict[str, object]:
    event = case.event
    latitude, longitude = _point(event.place)
    return {
        "id": event.id,
        "description": told(paragraph(case)) or event.title,
        "date": _date(event.start),
        "time": "",
        "time_precision": phrases().pairs("when").get(str(event.date_precision), ""),
        "time_display": period(event.start, event.end) or "",
        "location": _location(event.place),
        "latitude": latitude,
        "longitude": longitude,
        "type": event.kind,
        "category": _category(event),
        "associations": associations,
        "sources": [account.report for account in case.accounts],
        "comments": _comments(event),
    }


def _point(where: EventPlace | None) -> tuple[str, str]:
    """Return latitude and longitude; empty where only a province or less is known."""
    if where is None or where.lat is None or where.lon is None:
        return "", ""
    if (where.precision or _COARSEST_POINT) > _COARSEST_POINT:
        return "", ""
    return f"{where.lat:g}", f"{where.lon:g}"


def _date(iso: str | None) -> str:
    """Write a day as MM/DD/YYYY, the viewer's format unless it is told another."""
    found = as_day(iso)
    return "" if found is None else f"{found:%m/%d/%Y}"


def _location(where: EventPlace | None) -> str:
    if where is None:
        return ""
    named = place_words(where) or where.name
    precision = phrases().pairs("where").get(str(where.precision))
    return f"{named} ({precision})" if precision else named


def _comments(event: Event) -> str:
    """Say the grade, its reasons, and on what the accounts differ, in sentences."""
    aspects = phrases().pairs("aspects")
    said = [f"Grade: {event.grade.word}", *map(capital, event.grade.reasons)]
    for each in event.contradictions:
        positions = " or ".join(position.value for position in each.positions)
        said.append(f"The accounts differ on {aspects.get(each.aspect, each.aspect)}: {positions}")
    return " ".join(f"{sentence.rstrip('.')}." for sentence in said)


def _category(event: Event) -> str:
    kind = KINDS.get(event.kind)
    return kind.event_type if kind else event.kind


def _narratives(events: Iterable[Event]) -> dict[str, str]:
    """Name the episodes of more than one event by their first event's title."""
    events = tuple(events)
    sizes = Counter(event.episode for event in events)
    first: dict[str, str] = {}
    for event in events:
        if sizes[event.episode] > 1:
            first.setdefault(event.episode, event.title)
    return first


def _associations(case: Case, narratives: dict[str, str]) -> Iterator[dict[str, object]]:
    """Yield what an event can be grouped by: its category, grade and sides, and its episode."""
    event = case.event
    grades = phrases().pairs("grades")
    category = _category(event)
    yield _association(f"category/{category}", category, "CATEGORY")
    yield _filter("Grade", event.grade.word, grades.get(event.grade.word, ""))
    for side in event.sides:
        yield _filter("Side", side.name)
    if event.episode in narratives:
        title = narratives[event.episode]
        yield _association(f"episode/{event.episode}", title, "NARRATIVE")


def _filter(group: str, value: str, what: str = "") -> dict[str, object]:
    made = _association(f"{group.lower()}/{value}", value, "FILTER", what)
    return {**made, "filter_paths": [group, value]}


def _association(key: str, title: str, mode: str, what: str = "") -> dict[str, object]:
    return {"id": key, "title": title, "desc": what, "mode": mode}


def _source(report: Report, library: Library) -> dict[str, object]:
    letter = library.letters[report.id]
    return {
        "id": report.id,
        "title": report.title or f"{report.publisher or 'Report'} ({letter})",
        "thumbnail": "",
        "paths": [],
        "type": "Article",
        "url": followable(report.url) or "",
        "description": report.publisher or "",
        "author": report.byline or "",
        "date": day(report.published) or "",
        "notes": f"report {letter}",
    }
