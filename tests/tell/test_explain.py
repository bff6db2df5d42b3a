"""An explained report loses no word, and what it quotes cannot harm."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from rashomon.read import Explained, Explanation, Reason
from rashomon.tell.explain import (
    claim_list,
    claim_reasons,
    claim_views,
    explain_page,
    explain_record,
    legend,
    marked_text,
)
from rashomon.tell.explain.marks import steps
from rashomon.values import (
    Attribution,
    Claim,
    Figure,
    Participant,
    Passage,
    Place,
    Reading,
    Report,
    Span,
    Time,
    Voice,
    When,
)
from tests.factory import claim, span
from tests.tell.made import HOSTILE

TEXT = "Police said raiders killed three herders near Orla on Friday.\n\nAlso read: Hills"


def explained(text: str = TEXT, **fields: object) -> tuple[Report, Explained]:
    report = Report(id="r1", text=text, language="en", **fields)  # type: ignore[arg-type]
    trigger = span(text, "killed")
    one: Claim = claim(
        trigger=trigger,
        span=span(text, "raiders killed three herders near Orla on Friday"),
        voices=(Voice(None, "publisher"), Voice("Police", "official", span(text, "Police"))),
        participants=(
            Participant("actor", "raiders", span(text, "raiders"), "raiders"),
            Participant("victim", "herders", span(text, "herders"), "civilians"),
        ),
        figures=(
            Figure(
                measure="killed", low=3, best=3, high=3, wording="three", span=span(text, "three")
            ),
        ),
        place=Place(span=span(text, "Orla"), name="Orla", country="XX", precision=1),
        date=When("2021-08-20", "2021-08-20", 1, span(text, "Friday")),
    )
    reading = Reading(
        report="r1",
        times=(Time(span(text, "Friday"), "DATE", "2021-08-20"),),
        places=(Place(span=span(text, "Orla"), name="Orla"),),
        attributions=(
            Attribution(
                (span(text, "Police"),), (span(text, "said"),), (Span(12, one.span.end),), None
            ),
        ),
        claims=(one,),
    )
    reason = Reason("kind", "the verb is of the lexicon", (trigger,), "happenings: verbs", 0.875)
    reasons = (Explanation("kind", None, (reason,)), Explanation("reality", None, ()))
    return report, Explained(reading, {one.id: reasons})


def printed(*parts: object, width: int = 80, **options: object) -> str:
    out = StringIO()
    Console(file=out, width=width, highlight=False, **options).print(*parts, sep="\n")  # type: ignore[arg-type]
    return out.getvalue()


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends)))


@given(st.text(min_size=30, max_size=30), st.lists(SPANS.filter(lambda s: s.end > s.start)))
def test_brackets_are_nested_and_no_character_is_lost(text: str, marked: list[Span]) -> None:
    opened: list[Span] = []
    at = 0
    for step in steps(text, marked):
        for each in step.closed:
            assert opened.pop() == each
        opened += step.opened
        assert set(opened) == {each for each in marked if each.start <= at < each.end}
        assert tuple(opened) == step.inside
        assert text[at : at + len(step.text)] == step.text
        at += len(step.text)
    assert not opened
    assert at == len(text)


@pytest.mark.parametrize("width", [30, 200])
def test_brackets_say_what_colours_say(width: int) -> None:
    report, of = explained(passages=(Passage(Span(63, 79), "teaser"),))
    shown = printed(marked_text(report, of.reading, claim_views(report, of)), width=width)
    plain = " ".join(shown.split())
    assert plain == (
        "[w:Police] [s:said] {[x:raiders] [#1:killed] [n:three] [x:herders] near [p:Orla] on "
        "[t:Friday]}. [-:Also read: Hills]"
    )
    assert max(map(len, shown.splitlines())) <= width
    assert "#1:" in printed(legend())


def test_a_claim_is_listed_with_number_and_id() -> None:
    report, of = explained()
    shown = printed(*claim_list(claim_views(report, of)), width=120)
    (one,) = of.reading.claims
    assert "#1 Armed clash: “killed”" in shown
    assert one.id in shown
    assert "told by nobody named < Police; 3 killed; 20 August 2021; Orla" in shown


def test_reasons_are_shown_with_words_lexicon_and_probability() -> None:
    report, of = explained()
    (view,) = claim_views(report, of)
    shown = printed(*claim_reasons(view), width=120)
    assert (
        "because the verb is of the lexicon: “killed” at 20 [happenings: verbs] p = 0.88" in shown
    )
    assert "no reason was noted" in shown


def test_a_record_points_at_the_words() -> None:
    report, of = explained()
    record = json.loads(json.dumps(explain_record(report, of)))
    ((kind, reality),) = record["reasons"].values()
    assert kind["because"][0]["seen"] == [{"span": [20, 26], "words": "killed"}]
    assert reality == {"part": "reality", "index": None, "because": []}
    assert record["reading"]["report"] == "r1"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self.ids |= {found["id"] or ""} if "id" in found else set()
        self.targets |= {(found["href"] or "")[1:]} if "href" in found else set()


def test_the_page_links_reasons_to_words_and_words_to_claims() -> None:
    page = _Page()
    page.feed(explain_page(*explained()))
    assert page.targets <= page.ids
    assert {"claim-1", "r-r1-20"} <= page.targets


def test_what_others_wrote_stays_text() -> None:
    report, of = explained(f"{TEXT} {HOSTILE} [bold]", title=None, publisher=HOSTILE)
    page = _Page()
    page.feed(html := explain_page(report, of))
    assert not {"script", "img"} & {*page.tags}
    assert "\u202e" not in html
    assert "\x00" not in html
    shown = printed(marked_text(report, of.reading, claim_views(report, of)), width=200)
    assert "[bold]" in shown
    assert not any(char in shown for char in "\x00\x1b\u202e")
