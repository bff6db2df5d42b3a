"""A made conflict: a wire story and its reprint, a report that quotes, a correction, a party."""

from __future__ import annotations

from rashomon.values import Claim, Group, Participant, Place, Side, Span, When
from tests.factory import claim, figure, report, voice

__all__ = ["EVENT", "REPORTS", "TEXTS", "enemy", "group", "killed", "place", "when"]

PUBLISHER = voice(None, "publisher")
REDS = Side("Red Front", "actor", ("Reds", "Red fighters"))
ARMY = Side("Varn army", "actor", ("army", "government troops"))
SIDES = (REDS, ARMY, Side("civilians", "victim"))

TEXTS = {
    "wire": ("Norwire", "2022-03-05T08:00", "Nine people died when fighters entered Alder Mill."),
    "reprint": ("Varn Post", "2022-03-05T12:00", "Nine people died when fighters entered Alder."),
    "quoting": ("Daily Harbour", "2022-03-06", "A hospital counted eleven bodies in Alder Mill."),
    "correction": ("Norwire", "2022-03-07", "Eleven people died at Alder Mill, Norwire now says."),
    "party": ("Voice of Varn", "2022-03-06", "The army said it had killed sixty of the Reds."),
}
REPORTS = {
    name: report(text, id=name, publisher=publisher, published=published)
    for name, (publisher, published, text) in TEXTS.items()
}


def place(name: str, number: int | None, precision: int = 1, **fields: object) -> Place:
    """Make a place of the made province of Osk."""
    values: dict[str, object] = {"country": "VN", "admin1": "Osk", "admin2": "Alder", **fields}
    return Place(span=Span(0, 1), name=name, geonameid=number, precision=precision, **values)  # type: ignore[arg-type]


def when(start: str, end: str | None = None, precision: int = 1) -> When:
    """Make a day, or a span of days."""
    return When(start, end or start, precision)


def enemy(side: str | None, name: str = "fighters") -> tuple[Participant, ...]:
    """Make the participant whom a figure counts; none without a side."""
    return (Participant("victim", name, None, side),)


def killed(report_id: str, count: int | None, side: str | None = None, **fields: object) -> Claim:
    """Make a claim that so many of a side were killed."""
    values: dict[str, object] = {
        "slot": 0,
        "voices": (PUBLISHER,),
        "participants": enemy(side),
        "figures": (figure(count, of=0),),
        **fields,
    }
    slot = values.pop("slot")
    return claim(report_id, slot, **values)  # type: ignore[arg-type]


def group(*claims: Claim, copies: tuple[tuple[str, str], ...] = (), **fields: object) -> Group:
    """Make a group of the made conflict's sides."""
    values: dict[str, object] = {"id": "e1", "episode": "p1", "sides": SIDES, **fields}
    return Group(claims=claims, copies=copies, **values)  # type: ignore[arg-type]


MILL = place("Alder Mill", 7)
DAY = when("2022-03-04")
EVENT = group(
    killed("wire", 9, place=MILL, date=DAY),
    killed("reprint", 9, place=MILL, date=DAY),
    killed(
        "quoting",
        11,
        voices=(PUBLISHER, voice("the district hospital", "medic")),
        place=MILL,
        date=DAY,
    ),
    killed("correction", 11, place=MILL, date=DAY),
    killed("party", 60, "Reds", voices=(PUBLISHER, voice("an army spokesman", "official"))),
    copies=(("reprint", "wire"),),
)
