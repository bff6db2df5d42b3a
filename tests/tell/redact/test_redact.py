"""Private persons' names are hidden everywhere, and every span still points at its words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codec import encode
from rashomon.tell.redact import redact
from rashomon.values import (
    Account,
    Attribution,
    Dossier,
    Issue,
    Participant,
    Place,
    Reading,
    Report,
    Span,
    Time,
    Voice,
)
from tests.factory import claim, figure, span
from tests.tell import made

SECRET = b"kept in the store"
TEXT = """Shopkeeper Oskar Dellin, 34, was killed with his brother Amil when a shell hit Orla.

"My son Yosif ran out," said Halma Noorin, the boys' mother. Dr. Laila Hadden treated nine people.

The dead were named as Jan Okelo, Gracia Adon and 7-year-old Piet Opio. Governor Ilse Brandt \
condemned the attack. Dellin was buried on Friday.

Army spokesman Col. Viktor Lund denied it. Mr Noorin wept. Oskar's shop was burnt."""
HIDDEN = ("Oskar", "Dellin", "Amil", "Yosif", "Halma", "Noorin", "Hadden", "Okelo", "Adon", "Opio")
SHOWN = ("Orla", "Ilse Brandt", "Viktor Lund", "Governor", "Shopkeeper", "Friday", "The dead")


def told(*texts: str, seen: tuple[str, ...] = (), **fields: object) -> list[str]:
    """Redact reports of their own; `seen` are names that a pipeline finds wherever they stand."""
    reports = tuple(
        Report(id=f"r{number}", text=text, language="en", **fields)  # type: ignore[arg-type]
        for number, text in enumerate(texts)
    )
    found = {
        report.id: tuple(
            Span(*place.span())
            for name in seen
            for place in re.finditer(re.escape(name), report.content)
        )
        for report in reports
    }
    redacted = redact(Dossier(reports=reports, readings=(), events=()), found, SECRET)
    return [report.content for report in redacted.reports]


def test_private_names_go_and_officials_stay() -> None:
    (text,) = told(TEXT, seen=("Oskar Dellin", "Laila Hadden", "Halma Noorin", "Ilse Brandt"))
    assert [name for name in HIDDEN if name in text] == []
    assert [name for name in SHOWN if name not in text] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Farmer Tobin Rask was shot.", "Tobin Rask"),
        ("A stone hit her head. Tobin Rask, 26, and Elva Brun, 26, were hurt.", "Tobin Rask"),
        ("They told the chief. Tobin Rask, 26, was hurt.", "Tobin Rask"),
        ("A boy named Arvo was hurt.", "Arvo"),
        ("Tobin Rask, 61, died there.", "Tobin Rask"),
        ("Tobin Rask (61) died there.", "Tobin Rask"),
        ("Tobin Rask, aged 61, died there.", "Tobin Rask"),
        ("They found 6-year-old Tobin Rask alive.", "Tobin Rask"),
        ("Her husband Tobin Rask fled.", "Tobin Rask"),
        ("Tobin Rask, a teacher, fled.", "Tobin Rask"),
        ("A nurse at the clinic, Tobin Rask, said so.", "Tobin Rask"),
        ("Guests said a cousin, Tobin, fired.", "Tobin"),
        ("It burnt and a guard, Tobin, lost a leg.", "Tobin"),
        ("Her two sisters, Elva and Tobin, fled.", "Tobin"),
        ("Sisters Elva and Tobin Rask fled.", "Elva"),
        ("He gave his name as Tobin.", "Tobin"),
        ("Tobin R., 19, was hurt.", "Tobin"),
        ("Tobin Rask, a former police chief, fled.", "Tobin Rask"),
        ("The governor's driver, Tobin Rask, was killed.", "Tobin Rask"),
        ("Tobin Rask, the driver of the governor, was killed.", "Tobin Rask"),
        ("Tobin Rask, whose uncle is the mayor, a teacher, fled. Mr Rask is ill.", "Rask"),
        ("Mrs Rask wept.", "Rask"),
        ("They were identified as Tobin Rask, Ella Brun and Mina Toll.", "Mina Toll"),
        ("Mohammad Rask was shot.", "Mohammad Rask"),
        ("TEACHER TOBIN RASK, 40, KILLED", "RASK"),
        ("Villager d’Arvo Rask, 40, fled.", "Rask"),
        ("The villager Tobi\u00adn Rask, 40, fled. Tobin Rask was hurt.", "Tobin"),
    ],
)
def test_what_stands_beside_a_name_makes_it_private(text: str, name: str) -> None:
    (redacted,) = told(text)
    assert name not in redacted
    assert "Person " in redacted


@pytest.mark.parametrize(
    "text",
    [
        "Governor Tobin Rask said so.",
        "Deputy Defence Minister Tobin Rask said so.",
        "Tobin Rask, the governor of Orla, said so.",
        "Tobin Rask, a commander of the guards, said so.",
        "A spokesman for the guards, Tobin Rask, said so.",
        "Fighters loyal to Tobin Rask came.",
        "Tobin Rask's forces came.",
        "Former president Tobin Rask said so.",
        "The mayor, Tobin Rask, fled. Rask said so.",
        "They met in Tobin Rask Street.",
        "Tobin Rask, the agency's country director, said so.",
        "The ministry's spokesman, Dr. Tobin Rask, said so.",
        "District Attorney Tobin Rask said so.",
        "Orla, 34 kilometres away, was hit.",
        "On Friday, 20, 30 or 40 came. May, 12, was cold.",
    ],
)
def test_offices_followers_and_things_stay(text: str) -> None:
    assert told(text, seen=("Tobin Rask",)) == [text]


def test_a_group_is_not_its_name() -> None:
    assert told("Arden fighters came.", seen=("Arden",)) == ["Arden fighters came."]


def test_authors_and_publishers_stay() -> None:
    text = "By Ada Fell. The Hill Post met farmer Tobin Rask."
    (redacted,) = told(
        text, seen=("Ada Fell", "Hill Post"), byline="Ada Fell", publisher="Hill Post"
    )
    assert redacted.startswith("By Ada Fell. The Hill Post met farmer Person ")


def test_one_person_has_one_pseudonym_in_all_reports_and_forms() -> None:
    first, second = told(
        "Farmer Mohammad Rask, 40, was shot. Rask had come home. Mohammad's field was burnt.",
        "Mohammed Rask is dead. They mourn mohammad rask.",
    )
    codes = re.findall(r"Person [A-Z]{5}", f"{first} {second}")
    assert len(codes) == 5
    assert len(set(codes)) == 1
    assert "mohammad" not in second


def test_brothers_whose_names_sound_alike_stay_two() -> None:
    (text,) = told("Farmer Omar Rask, 40, and farmer Amir Rask, 30, were shot.")
    assert len(set(re.findall(r"Person [A-Z]{5}", text))) == 2


def test_a_relative_with_the_surname_is_somebody_else() -> None:
    (text,) = told("Farmer Tobin Rask, 40, was shot. Elva Rask and Orla saw it.")
    codes = re.findall(r"Person [A-Z]{5}", text)
    assert len(codes) == len(set(codes)) == 2
    assert "Elva" not in text


def test_a_surname_is_whose_bearer_was_told_of_last() -> None:
    (text,) = told(
        "Governor Ilse Rask spoke. Rask was calm. Farmer Tobin Rask, 40, was shot. Rask is dead."
    )
    assert re.sub("Person [A-Z]{5}", "P", text) == (
        "Governor Ilse Rask spoke. Rask was calm. Farmer P, 40, was shot. P is dead."
    )


def test_another_secret_gives_other_pseudonyms() -> None:
    dossier = Dossier(reports=(Report(id="r", text=TEXT, language="en"),), readings=(), events=())
    texts = {redact(dossier, {}, secret).reports[0].text for secret in (SECRET, b"other", SECRET)}
    assert len(texts) == 2


def test_a_report_that_could_not_be_searched_is_withheld() -> None:
    report = Report(id="r", title="Tobin", text="Tobin Rask", url="https://x.example/tobin-rask")
    reading = Reading(report="r", claims=(claim("r"),))
    hidden = redact(Dossier(reports=(report,), readings=(reading,), events=()), {"r": None}, SECRET)
    assert "obin" not in str(encode(hidden))
    assert hidden.readings[0].claims == ()
    assert [issue.code for issue in hidden.readings[0].issues] == ["withheld"]


def read(text: str) -> Dossier:
    """Make a dossier of one report in which every kind of span and text names somebody."""
    report = Report(
        id="tobin-rask-1",
        title="Rask shot",
        text=text,
        language="en",
        url="https://x.example/2023/tobin-rask-shot?id=1",
    )
    content = report.content
    who = span(content, "Tobin Rask")
    made_claim = claim(
        report.id,
        span=Span(0, len(content)),
        trigger=span(content, "shot"),
        voices=(
            Voice("Hill Post", "publisher"),
            Voice("Tobin Rask", "resident", who, "Rask family"),
        ),
        participants=(Participant("victim", "Tobin Rask", who, "civilians"),),
        figures=(figure(1, wording="Tobin Rask, 40", span=span(content, "Tobin Rask, 40")),),
        place=Place(span=span(content, "Orla"), name="Orla", geonameid=1),
    )
    reading = Reading(
        report=report.id,
        times=(Time(span(content, "Friday"), "DATE", "2023-03-14"),),
        attributions=(Attribution((who,), (span(content, "said"),), (Span(0, 4),)),),
        claims=(made_claim,),
        issues=(Issue("odd", "Rask is odd", who, "report tobin-rask-1"),),
    )
    event = replace(
        made.dossier().events[0],
        title="Tobin Rask shot, Orla",
        reports=(report.id,),
        claims=(made_claim.id,),
        accounts=(),
        doubts=(),
    )
    return Dossier(
        reports=(report,),
        readings=(reading,),
        events=(event,),
        issues=(Issue("bad", "no Rask", where="/home/tobin-rask/in.jsonl:7"),),
    )


def test_a_name_is_gone_from_every_field() -> None:
    before = read("Farmer Tobin Rask, 40, was shot on Friday in Orla, Rask said.")
    after = redact(before, {}, SECRET)
    told_of = str(encode(after))
    assert "ask" not in told_of.replace("asks", "")
    assert "obin" not in told_of
    (report,), (reading,), (event,) = after.reports, after.readings, after.events
    assert reading.report == report.id == event.reports[0]
    assert reading.claims[0].report == report.id
    assert reading.issues[0].where == f"report {report.id}"
    assert report.url == "https://x.example/"
    assert event.place is not None
    assert event.place.name == "Orla"


def test_names_cannot_be_tried_against_the_ids_of_origins() -> None:
    before = read("Farmer Tobin Rask, 40, was shot on Friday in Orla, Rask said.")
    accounts = tuple(Account(report="tobin-rask-1", claims=(), origin=each) for each in "aab")
    named = replace(before, events=(replace(before.events[0], accounts=accounts),))
    first, second, other = (each.origin for each in redact(named, {}, SECRET).events[0].accounts)
    assert first == second != other
    assert {first, other}.isdisjoint({"a", "b"})


def test_spans_point_at_their_words() -> None:
    after = redact(
        read("Farmer Tobin Rask, 40, was shot on Friday in Orla, Rask said."), {}, SECRET
    )
    content = after.reports[0].content
    (reading,) = after.readings
    (told_claim,) = reading.claims
    assert told_claim.trigger.of(content) == "shot"
    assert reading.times[0].span.of(content) == "Friday"
    assert reading.attributions[0].cue[0].of(content) == "said"
    assert told_claim.place is not None
    assert told_claim.place.span.of(content) == "Orla"
    (name,) = {each.span.of(content) for each in told_claim.participants if each.span}
    assert name == told_claim.participants[0].name == told_claim.voices[1].name
    (count,) = told_claim.figures
    assert count.span is not None
    assert count.wording == count.span.of(content) == f"{name}, 40"


@pytest.mark.parametrize("dossier", [made.dossier(), made.hostile(), made.empty()])
def test_what_names_nobody_stays_as_it_is(dossier: Dossier) -> None:
    assert redact(dossier, {}, SECRET) == dossier


WORDS = st.sampled_from(
    (
        *("The farmer Tobin Rask, 40,", "Rask", "Tobin", "Mr", "Governor Ilse Brandt", "was"),
        *(
            "shot",
            "\n\n",
            "Elva",
            "and",
            "in Orla",
            "'s",
            "“",
            "…",
            "\U0001f600",
            "d'",
            "-",
            "(34)",
        ),
        *("(34)", "\u202e", "\x00"),
    )
)


@given(st.lists(WORDS, max_size=20), st.data())
def test_all_spans_resolve_to_the_old_words_redacted(words: list[str], data: st.DataObject) -> None:
    title, text = " ".join(words[:4]) or None, " ".join(["x", *words[4:]])
    report = Report(id="r", title=title, text=text, language="en")
    content = report.content
    ends = st.integers(0, len(content))
    spans = tuple(
        Span(*sorted((data.draw(ends), data.draw(ends))))
        for _ in range(data.draw(st.integers(0, 5)))
    )
    reading = Reading(report="r", times=tuple(Time(each, "DATE", None) for each in spans))
    names = tuple(Span(*each.span()) for each in re.finditer("Tobin Rask|Elva", content))
    seen = {"r": data.draw(st.sampled_from([(), names]))}
    after = redact(Dossier(reports=(report,), readings=(reading,), events=()), seen, SECRET)
    new = after.reports[0].content
    for old, moved in zip(spans, after.readings[0].times, strict=True):
        assert 0 <= moved.span.start <= moved.span.end <= len(new)
        plain = re.sub("Person [A-Z]{5}", "\0", moved.span.of(new))
        wanted = re.escape(plain).replace(re.escape("\0"), ".*?")
        # a name that the span cuts is taken in whole, so the old words may only be shorter there
        assert re.fullmatch(wanted, old.of(content), re.DOTALL) or "\0" in plain
    if "The farmer Tobin Rask, 40," in words:
        assert "Tobin Rask" not in new
