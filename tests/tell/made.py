"""A made-up dossier: two reports that disagree, one that copies, and one that means harm."""

from __future__ import annotations

from rashomon.values import (
    Account,
    Attribution,
    Claim,
    Contradiction,
    Dossier,
    Doubt,
    Event,
    EventPlace,
    Figure,
    Finding,
    Grade,
    Issue,
    Participant,
    Passage,
    Place,
    Position,
    Reading,
    Report,
    Side,
    Span,
    Time,
    Voice,
    When,
)
from tests.factory import span

__all__ = ["HOSTILE", "dossier", "empty", "hostile"]

_BRIDGE = """Herders and village guards fought at the Orla bridge on Tuesday, the Lowland Courier \
reported, quoting villagers.

The villagers said the guards had killed nearly 20 raiders and wounded at least 6. The raiders \
have not commented.

Also read: Ten places to see in the hills"""

_AMBUSH = """The raiders were ambushed near Orla, leaving 90 raiders dead.

A nurse at Orla clinic said she had treated 11 wounded raiders. Two villagers were also killed, \
according to mayor Ilse Brandt. Sources spoke of heavy losses among the guards."""

HOSTILE = '</title><script>alert(1)</script><img src=x onerror="x()">\u202egpj\x00'


def _account(
    report: str, claims: tuple[str, ...], origin: str, copied: str | None = None
) -> Account:
    return Account(report=report, claims=claims, origin=origin, copied_from=copied)


def _finding(
    measure: str,
    of: str,
    bounds: tuple[int | None, int | None, int | None],
    rule: str,
    claims: tuple[tuple[str, ...], tuple[str, ...]],
) -> Finding:
    low, best, high = bounds
    supporting, dissenting = claims
    return Finding(
        measure=measure,
        of=of,
        low=low,
        best=best,
        high=high,
        rule=rule,
        supporting=supporting,
        dissenting=dissenting,
        origins=2,
    )


def _claim(report: Report, words: str, trigger: str, **fields: object) -> Claim:
    clause = span(report.content, words)
    start = report.content.index(trigger, clause.start)
    values: dict[str, object] = {
        "id": f"{report.id}-{start}",
        "kind": "Armed clash",
        "trigger": Span(start, start + len(trigger)),
        "span": clause,
        "made_by": "test",
        **fields,
    }
    return Claim(report=report.id, **values)  # type: ignore[arg-type]


def _count(report: Report, words: str, best: int | None, **fields: object) -> Figure:
    bounds: dict[str, object] = {"low": best, "high": best, "measure": "killed", "of": 0}
    return Figure(
        best=best,
        wording=words,
        span=span(report.content, words),
        **{**bounds, **fields},  # type: ignore[arg-type]
    )


def _raiders(report: Report, words: str, role: str = "victim") -> Participant:
    return Participant(role, words, span(report.content, words), "raiders")  # type: ignore[arg-type]


def _bridge() -> tuple[Report, Reading]:
    title = "Guards hold Orla bridge against raiders"
    content = f"{title}\n\n{_BRIDGE}"
    teaser = span(content, "Also read: Ten places to see in the hills")
    report = Report(
        id="bridge",
        title=title,
        text=_BRIDGE,
        publisher="Hill Post",
        url="https://hillpost.example/orla?a=1&b=2",
        byline="Ada Fell",
        language="en",
        published="2023-03-15",
        passages=(Passage(Span(0, len(title)), "headline"), Passage(teaser, "teaser")),
    )
    courier = Voice("the Lowland Courier", "agency", span(content, "the Lowland Courier"))
    villagers = Voice("The villagers", "resident", span(content, "The villagers"))
    fought = _claim(
        report,
        "Herders and village guards fought at the Orla bridge on Tuesday",
        "fought",
        voices=(
            Voice("Hill Post", "publisher"),
            courier,
            Voice("villagers", "resident", span(content, "villagers")),
        ),
        certainty="claimed",
        participants=(
            Participant("actor", "village guards", span(content, "village guards"), "guards"),
            _raiders(report, "raiders", "target"),
        ),
        place=Place(
            span=span(content, "Orla", 1),
            name="Orla",
            lat=13.52,
            lon=2.11,
            country="NE",
            admin1="Tessaoua",
            precision=2,
        ),
        date=When("2023-03-14", "2023-03-14", 1, span(content, "Tuesday")),
    )
    killed = _claim(
        report,
        "had killed nearly 20 raiders and wounded at least 6",
        "killed",
        certainty="claimed",
        voices=(Voice("Hill Post", "publisher"), courier, villagers),
        participants=(_raiders(report, "raiders"),),
        figures=(
            _count(report, "nearly 20", 20, low=18),
            _count(report, "at least 6", 6, high=None, measure="wounded"),
        ),
    )
    silent = _claim(
        report,
        "The raiders have not commented",
        "commented",
        kind="Statement only",
        certainty="no comment",
        voices=(Voice("Hill Post", "publisher"),),
        participants=(_raiders(report, "The raiders", "actor"),),
    )
    said = Attribution(
        source=(villagers.span or Span(0, 0),),
        cue=(span(content, "said"),),
        content=(killed.span,),
    )
    times = (Time(span(content, "Tuesday"), "DATE", "2023-03-14"),)
    return report, Reading(
        report="bridge",
        times=times,
        places=(fought.place,) if fought.place else (),
        attributions=(said,),
        claims=(fought, killed, silent),
        issues=(Issue("odd-quote", "A quotation is opened and never closed.", Span(0, 1)),),
    )


def _ambush(report_id: str, publisher: str, published: str | None) -> tuple[Report, Reading]:
    report = Report(
        id=report_id,
        text=_AMBUSH,
        publisher=publisher,
        language="en",
        published=published,
        url="javascript:alert(1)",
    )
    own = Voice(publisher, "publisher")
    nurse = Voice("A nurse at Orla clinic", "medic", span(_AMBUSH, "A nurse at Orla clinic"))
    mayor = Voice("mayor Ilse Brandt", "official", span(_AMBUSH, "mayor Ilse Brandt"))
    sources = Voice("Sources", "unnamed", span(_AMBUSH, "Sources"))
    ambushed = _claim(
        report,
        "The raiders were ambushed near Orla, leaving 90 raiders dead",
        "ambushed",
        voices=(own,),
        participants=(_raiders(report, "The raiders", "target"),),
        figures=(_count(report, "90", 90),),
        place=Place(span=span(_AMBUSH, "Orla"), name="Orla", country="NE", precision=2),
    )
    treated = _claim(
        report,
        "she had treated 11 wounded raiders",
        "wounded",
        voices=(own, nurse),
        participants=(_raiders(report, "raiders"),),
        figures=(_count(report, "11", 11, measure="wounded"),),
    )
    villagers = Participant("victim", "villagers", span(_AMBUSH, "villagers"), "civilians")
    others = _claim(
        report,
        "Two villagers were also killed",
        "killed",
        voices=(own, mayor),
        participants=(villagers,),
        figures=(_count(report, "Two", 2),),
    )
    heavy = _claim(
        report,
        "heavy losses among the guards",
        "losses",
        certainty="hearsay",
        voices=(own, sources),
        participants=(Participant("victim", "guards", span(_AMBUSH, "guards"), "guards"),),
        figures=(_count(report, "heavy losses", None, measure="casualties"),),
    )
    return report, Reading(report=report_id, claims=(ambushed, treated, others, heavy))


def _event(readings: tuple[Reading, ...]) -> Event:
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    of = {reading.report: tuple(claim.id for claim in reading.claims) for reading in readings}
    fought, killed, _ = of["bridge"]
    ambushed, treated, villagers, heavy = of["ambush"]
    return Event(
        id="9f3c2a7788b1d004",
        kind="Armed clash",
        title="20 to 90 raiders said killed in clashes, Orla",
        episode="9f3c2a7788b1d004",
        start="2023-03-14",
        end="2023-03-14",
        date_precision=1,
        place=EventPlace(
            name="Orla", country="NE", admin1="Tessaoua", lat=13.52, lon=2.11, precision=2
        ),
        sides=(
            Side("guards", "actor", ("village guards",)),
            Side("raiders", "target"),
            Side("civilians", "victim"),
        ),
        reports=("ambush", "bridge", "copy"),
        claims=tuple(claims),
        accounts=(
            _account("ambush", of["ambush"], "o-ambush"),
            _account("bridge", of["bridge"], "o-bridge"),
            _account("copy", of["copy"], "o-ambush", "ambush"),
        ),
        findings=(
            _finding(
                "killed",
                "raiders",
                (0, 20, 90),
                "Best: the lowest figure with a name to it.",
                ((killed,), (ambushed,)),
            ),
            _finding("killed", "civilians", (2, 2, 2), "One figure.", ((villagers,), ())),
            _finding(
                "killed",
                "total",
                (2, 22, 92),
                "The sum over the sides.",
                ((killed, villagers), (ambushed,)),
            ),
            _finding(
                "wounded", "raiders", (6, 11, None), "A neutral voice.", ((treated, killed), ())
            ),
            _finding("wounded", "total", (6, 11, None), "One side.", ((treated, killed), ())),
        ),
        contradictions=(
            Contradiction(
                "killed",
                (Position("18–20", (killed,), 1), Position("90", (ambushed,), 1)),
                "The figures exclude each other; nobody is named for the larger one.",
            ),
        ),
        origins=2,
        grade=Grade("contested", ("the number killed is contradicted", "two origins")),
        doubts=(
            Doubt("may be two events", ((fought,), (ambushed, heavy)), 0.5, "clash and ambush"),
        ),
    )


def dossier() -> Dossier:
    """Make the dossier: reports bridge and ambush disagree, copy repeats ambush."""
    made = (
        _ambush("ambush", "Plains Radio", "2023-03-16T08:00:00+01:00"),
        _bridge(),
        _ambush("copy", "Plains Mirror", None),
    )
    readings = tuple(reading for _, reading in made)
    return Dossier(
        reports=tuple(report for report, _ in made),
        readings=readings,
        events=(_event(readings),),
        issues=(Issue("bad-record", "expected an object, received a list", where="in.jsonl:7"),),
    )


def hostile() -> Dossier:
    """Make a dossier whose every text tries to break out of where it is shown."""
    text = f"=cmd|' /C calc'!A0 killed 3 {HOSTILE}\n\n{HOSTILE}"
    report = Report(
        id='"><script>alert(2)</script>',
        title=HOSTILE,
        text=text,
        publisher=f"={HOSTILE}",
        byline=HOSTILE,
        url='https://x.example/"onmouseover="alert(1)',
        published="not a date",
    )
    content = report.content
    at = content.index("killed")
    claim = Claim(
        id="<b>",
        report=report.id,
        kind=HOSTILE,
        trigger=Span(at, at + 6),
        span=Span(at, len(content)),
        voices=(Voice(None, "publisher"), Voice(HOSTILE, "unnamed", Span(0, 5))),
        participants=(Participant("victim", HOSTILE, Span(0, 3), HOSTILE),),
        figures=(Figure(measure="killed", low=3, best=3, high=3, wording=HOSTILE, of=0),),
        place=Place(span=Span(0, 5), name=HOSTILE, country="<i>"),
        date=When("9999-99-99", "9999-99-99", 1, Span(0, 5)),
    )
    event = Event(
        id="</section>",
        kind=HOSTILE,
        title=HOSTILE,
        episode="e",
        start=None,
        end=None,
        date_precision=None,
        place=EventPlace(name=f"@{HOSTILE}", country="<i>"),
        sides=(Side(HOSTILE, "actor"),),
        reports=(report.id,),
        claims=(claim.id,),
        accounts=(_account(report.id, (claim.id,), "o"),),
        findings=(_finding("killed", "total", (3, 3, 3), HOSTILE, ((claim.id,), ())),),
        contradictions=(Contradiction(HOSTILE, (Position(HOSTILE, (claim.id,), 1),), HOSTILE),),
        origins=1,
        grade=Grade("weak", (HOSTILE,)),
        doubts=(Doubt(HOSTILE, ((claim.id,),), None, HOSTILE),),
    )
    reading = Reading(report=report.id, claims=(claim,), issues=(Issue("x", HOSTILE),))
    return Dossier(
        reports=(report,),
        readings=(reading,),
        events=(event,),
        issues=(Issue(HOSTILE, HOSTILE, where=HOSTILE),),
    )


def empty() -> Dossier:
    """Make a dossier of a run that read nothing."""
    return Dossier(reports=(), readings=(), events=())
