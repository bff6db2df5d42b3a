"""Events as a CSV that Atlos imports: an incident an event, to be investigated there.

The columns are those that Atlos's import knows without a project's own attributes (its bulk import
and its attributes, read in its public code; `docs/formats/atlos.md` tells what was inferred).
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.tell.case import Case
from rashomon.tell.exports.cells import Cell, one_line, to_csv
from rashomon.tell.links import followable
from rashomon.tell.sentence import paragraph, plain
from rashomon.tell.tables import cases_of
from rashomon.tell.words import period, phrases, place
from rashomon.text.days import as_day
from rashomon.values import Dossier, Event

__all__ = ["events_csv"]

_COLUMNS = (
    "description",
    "status",
    "sensitive",
    "date",
    "location",
    "latitude",
    "longitude",
    "geolocation_resolution",
    "more_info",
    "tags",
)
_DESCRIPTION = (8, 240)  # characters that Atlos takes
_MORE_INFO = 3000
_MOST_SOURCES = 20  # addresses an incident; Atlos archives each of them
_EXACT = 1  # where_prec; anything coarser is no place that a person could confirm by eye


def events_csv(dossier: Dossier) -> str:
    """Return all events as CSV, header first, with as many columns of sources as are needed."""
    _, cases = cases_of(dossier)
    sources = [_sources(case) for case in cases]
    most = max(map(len, sources), default=0)
    columns = (*_COLUMNS, *(f"source_{number}" for number in range(1, most + 1)))
    return to_csv(columns, map(_row, cases, sources))


def _row(case: Case, sources: Sequence[str]) -> dict[str, Cell]:
    event = case.event
    day = as_day(event.start)
    return {
        "description": _description(event),
        "status": "To Do",
        "sensitive": "Not Sensitive",
        "date": day.isoformat() if day and event.end in (None, event.start) else None,
        **_location(event),
        "more_info": _shortened(_more(case), _MORE_INFO),
        "tags": ", ".join(_tag(each) for each in ("rashomon", event.kind, event.grade.word)),
        **{f"source_{number}": url for number, url in enumerate(sources, start=1)},
    }


def _description(event: Event) -> str:
    """Return the title, which must not be too short for Atlos."""
    least, most = _DESCRIPTION
    title = one_line(event.title)
    if len(title) < least:
        title = f"{title} (event {one_line(event.id)})".strip()
    return _shortened(title, most)


def _location(event: Event) -> dict[str, Cell]:
    """Give a point only where the place itself is known: elsewhere it is named in the text."""
    where = event.place
    if where is None or where.precision != _EXACT or where.lat is None or where.lon is None:
        return {}
    return {
        "location": f" {where.lat}, {where.lon}",  # Atlos trims; a bare "-" would be a formula
        "latitude": where.lat,
        "longitude": where.lon,
        "geolocation_resolution": "Locality",
    }


def _more(case: Case) -> str:
    """Tell the event, how finely day and place are known, and where it came from."""
    event = case.event
    named = place(event.place)
    finely = phrases().pairs("where").get(str(event.place.precision)) if event.place else None
    parts = (
        plain(paragraph(case)),
        f"Day: {period(event.start, event.end) or 'not known'}.",
        f"Place: {named or 'not known'}{f' ({finely})' if finely else ''}.",
        f"Grade: {event.grade.word}. rashomon event {event.id}",
    )
    return one_line(" ".join(parts))


def _tag(word: str) -> str:
    return one_line(word).replace(",", " ")


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _sources(case: Case) -> list[str]:
    """Return the addresses of the reports, those that are no copies first."""
    ordered = sorted(case.accounts, key=lambda account: account.copied_from is not None)
    urls = (followable(case.library.reports[account.report].url) for account in ordered)
    return list(dict.fromkeys(url for url in urls if url))[:_MOST_SOURCES]
