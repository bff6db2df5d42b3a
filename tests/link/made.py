"""Made reports and readings for linking: short news in few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.values import (
    Claim,
    Figure,
    Participant,
    Place,
    Reading,
    Report,
    Span,
    When,
    identify,
)

__all__ = ["MARKET", "RIVERTON", "Made", "day", "made", "place"]


@dataclass(frozen=True, slots=True)
class Made:
    """A report with its reading."""

    report: Report
    reading: Reading


def place(name: str, geonameid: int, *, lat: float = 34.0, lon: float = 66.0) -> Place:
    """Make a town known to the district, in one province of Afghanistan."""
    return Place(
        span=Span(0, 0),
        name=name,
        geonameid=geonameid,
        lat=lat,
        lon=lon,
        country="AF",
        admin1="Norden",
        admin2=f"{name} District",
        precision=3,
    )


RIVERTON = place("Riverton", 1)
MARKET = place("Marktown", 2, lat=34.5)


def day(date: str) -> When:
    """Make an exact day."""
    return When(date, date, 1)


def made(name: str, text: str, *claims: Mapping[str, object], **fields: object) -> Made:
    """Make a report and its claims.

    A claim gives `words` (the clause, found in the text), and what else it is about; `dead` is a
    number of killed and `sides` the parties.
    """
    report = Report(id=name, text=text, language="en", **fields)  # type: ignore[arg-type]
    read = tuple(_claim(report, slot, dict(claim)) for slot, claim in enumerate(claims))
    return Made(report, Reading(report=name, claims=read))


def _claim(report: Report, slot: int, given: dict[str, object]) -> Claim:
    words = str(given.pop("words", report.content[:5]))
    start = report.content.index(words)
    span = Span(start, start + len(words))
    dead = given.pop("dead", None)
    sides = given.pop("sides", ())
    values: dict[str, object] = {
        "kind": "Armed clash",
        "trigger": span,
        "span": span,
        "figures": (_toll(dead),) if isinstance(dead, int) else (),
        "participants": tuple(
            Participant(role="actor", name=side, side=side)
            for side in sides  # type: ignore[attr-defined]  # a tuple of names
        ),
        **given,
    }
    return Claim(id=identify(report.id, slot), report=report.id, **values)  # type: ignore[arg-type]


def _toll(dead: int) -> Figure:
    return Figure(measure="killed", low=dead, best=dead, high=dead, wording=str(dead))
