import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from os.path import normpath
from pathlib import Path

import pytest

from rashomon.tell.page import render, render_page
from rashomon.values import Claim, Counts, Dossier, Estimate, Finding, Revision, Step
from tests.tell.made import dossier, empty, hostile

_VOID = frozenset({"meta", "br", "img", "input", "link", "hr"})
_SVG_LEAVES = frozenset({"path", "line", "circle", "rect"})
_ROOT = re.compile(r":root \{(.+?)\}", re.DOTALL)
_MADE = [dossier, hostile, empty]


class _Page(HTMLParser):
    """Collect ids, links and tags, and check that tags close in the order in which they open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.headings: list[int] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        found = dict(attrs)
        if found.get("id"):
            self.ids[found["id"] or ""] += 1
        if tag == "a":
            self.links.append(found.get("href") or "")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _SVG_LEAVES
        self.tags[tag] += 1
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _rendered(made: Dossier) -> str:
    ((_, page),) = render_page(made)
    return page


@pytest.fixture(params=_MADE, ids=lambda make: make.__name__)
def page(request: pytest.FixtureRequest) -> _Page:
    made: Dossier = request.param()
    return _Page(_rendered(made))


def test_every_tag_is_closed(page: _Page) -> None:
    assert page.open == []


def test_ids_are_unique(page: _Page) -> None:
    assert [name for name, times in page.ids.items() if times > 1] == []


def test_every_inner_link_arrives(page: _Page) -> None:
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)


def test_outer_links_are_web_pages(page: _Page) -> None:
    outer = [link for link in page.links if not link.startswith("#")]
    assert all(link.startswith(("https://", "http://")) for link in outer)


def test_nothing_is_run_or_fetched(page: _Page) -> None:
    assert not page.tags.keys() & {"img", "iframe", "object", "link", "base", "form"}
    assert page.tags["script"] == 1
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}


def test_headings_skip_no_level(page: _Page) -> None:
    steps = pairwise(page.headings)
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in steps)


def test_the_policy_forbids_all_but_our_style_and_script() -> None:
    html = _rendered(dossier())
    assert "default-src &#39;none&#39;" in html
    assert "style-src &#39;sha256-" in html
    assert "script-src &#39;sha256-" in html
    assert "unsafe" not in html
    assert "url(" not in html
    assert "@import" not in html


def test_control_characters_are_replaced() -> None:
    html = _rendered(hostile())
    assert not re.search(r"[\x00\u202e]", html)
    assert "&lt;script&gt;alert(1)" in html
    assert html.count("<script>") == 1


def test_a_cell_leads_to_the_highlighted_words() -> None:
    html = _rendered(dossier())
    anchor = re.search(r'<q><a href="#(r-bridge-\d+)">nearly 20</a></q>', html)
    assert anchor
    assert re.search(rf'<mark class="[^"]*f[^"]*" id="{anchor[1]}">nearly 20</mark>', html)


def test_unread_passages_say_why() -> None:
    assert "(not read: a pointer to another story)" in _rendered(dossier())


def _again(made: Dossier, time: int) -> Dossier:
    """Return a dossier under other ids, so that several can be told together."""

    def new(old: str) -> str:
        return f"{old}-{time}"

    def claim(old: Claim) -> Claim:
        return replace(old, id=new(old.id), report=new(old.report))

    def finding(old: Finding) -> Finding:
        supporting, dissenting = (
            tuple(map(new, each)) for each in (old.supporting, old.dissenting)
        )
        return replace(old, supporting=supporting, dissenting=dissenting)

    (event,) = made.events
    accounts = tuple(
        replace(
            each,
            report=new(each.report),
            claims=tuple(map(new, each.claims)),
            copied_from=each.copied_from and new(each.copied_from),
        )
        for each in event.accounts
    )
    return Dossier(
        reports=tuple(replace(each, id=new(each.id)) for each in made.reports),
        readings=tuple(
            replace(each, report=new(each.report), claims=tuple(map(claim, each.claims)))
            for each in made.readings
        ),
        events=(
            replace(
                event,
                id=new(event.id),
                reports=tuple(map(new, event.reports)),
                claims=tuple(map(new, event.claims)),
                accounts=accounts,
                findings=tuple(map(finding, event.findings)),
            ),
        ),
    )


def _many(events: int, reports: int) -> Dossier:
    told = [_again(dossier(), time) for time in range(events)]
    held = tuple(each for one in told for each in one.reports)
    more = tuple(replace(held[0], id=f"more-{time}") for time in range(reports - len(held)))
    return Dossier(
        reports=(*held, *more),
        readings=tuple(each for one in told for each in one.readings),
        events=tuple(each for one in told for each in one.events),
    )


def test_a_hundred_reports_and_thirty_events_stay_light() -> None:
    made = _many(30, 100)
    html = _rendered(made)
    assert html.count('<section class="part event"') == 30
    assert html.count('<article class="report"') == 100
    texts = sum(len(report.content.encode()) for report in made.reports)
    assert len(html.encode()) - texts < 2_000_000


def test_the_page_does_not_depend_on_the_order_of_reports() -> None:
    made = dossier()
    turned = replace(made, reports=made.reports[::-1], readings=made.readings[::-1])
    assert _rendered(turned) == _rendered(made)


def _themes() -> list[dict[str, str]]:
    css = (files("rashomon.tell") / "templates" / "page.css").read_text(encoding="utf-8")
    blocks = [dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", each)) for each in _ROOT.findall(css)]
    light, dark, paper = [
        {
            name: colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])
            for name, colour in block.items()
        }
        for block in blocks
    ]
    return [light, {**light, **dark}, {**light, **paper}]


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "paper"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *[
            (t, g)
            for t in ("ink", "soft", "agree", "differ", "silent", "accent")
            for g in ("paper", "card")
        ],
        *[("ink", mark) for mark in ("voice", "cue", "figure", "place", "time")],
    ],
)
def test_contrast(theme: int, text: str, ground: str) -> None:
    colours = _themes()[theme]
    light, dark = sorted(map(_luminance, (colours[text], colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_what_readings_complain_of_stands_in_the_overview() -> None:
    html = _rendered(dossier())
    assert "report A: A quotation is opened and never closed." in html
    assert "in.jsonl:7: expected an object" in html
    assert "What was read; 1 skipped, and why; 1 not understood" in html


def test_a_guess_of_the_model_stands_beside_the_rule_and_says_what_it_is() -> None:
    made = dossier()
    event = made.events[0]
    guessed = tuple(replace(each, estimate=Estimate(4, 13, 37)) for each in event.findings)
    html = _rendered(replace(made, events=(replace(event, findings=guessed), *made.events[1:])))
    assert "takes it to be 13; in 90 of 100 such cases the number lay between 4 and 37." in html
    assert "It is a guess beside the rule, not a finding." in html
    assert "It is a guess beside the rule" not in _rendered(made)


def test_a_count_that_changed_is_shown_as_a_sequence_and_what_stands_behind_as_counts() -> None:
    made = dossier()
    event = made.events[0]
    steps = (
        Step("2022-03-05", 12, 12, 12, ()),
        Step("2022-03-07", 15, 15, None, ()),
    )
    told = tuple(
        replace(each, revisions=(Revision("o", "police", steps),)) for each in event.findings
    )
    counted = replace(event, findings=told, counts=Counts(9, 4, 1, 2, 1, 1, circular=1))
    html = _rendered(replace(made, events=(counted, *made.events[1:])))
    assert "<bdi>police</bdi>, over time:" in html
    assert "<b>12</b> on 5 March 2022" in html
    assert "<b>15 or more</b> on 7 March 2022 (two days later)" in html
    assert "nine mentions, four outlets, one relay and two independent origins; one side" in html
    assert "outlets that only cite each other count as one origin" in html


def test_a_mark_leads_to_its_claim_and_the_claim_to_its_words_and_event() -> None:
    html = _rendered(dossier())
    mark = re.search(
        r'<a class="m" href="#(c-[AB]\d+)" title="claim [AB]\d+">'
        r'<mark class="f" id="(r-[^"]+)">90<',
        html,
    )
    assert mark
    note = re.search(rf'<li id="{mark[1]}">.*?</li>', html, re.DOTALL)
    assert note
    assert "90 killed, raiders" in note[0]
    assert f'href="#{mark[2].rpartition("-")[0]}-' in note[0]
    assert 'href="#e-9f3c2a7788b1d004"' in note[0]


def test_former_names_of_an_event_are_kept() -> None:
    made = dossier()
    event = replace(made.events[0], formerly=("0123456789abcdef",))
    html = _rendered(replace(made, events=(event,)))
    assert "formerly <bdi>0123456789abcdef</bdi>" in html


def test_texts_too_large_for_a_page_get_pages_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(render, "_MOST_CHARACTERS", 100)
    monkeypatch.setattr(render, "_MOST_EVENTS", 0)
    pages = dict(render_page(dossier()))
    assert list(pages) == [
        "report.html",
        "report/event-1.html",
        "report/text-A.html",
        "report/text-B.html",
        "report/text-C.html",
    ]
    read = {path: _Page(html) for path, html in pages.items()}
    for path, page in read.items():
        assert page.open == []
        for link in page.links:
            if not link.startswith(("https:", "http:")):
                file, _, anchor = link.partition("#")
                there = normpath(Path(path).parent / file) if file else path
                assert anchor in read[there].ids, (path, link)
