"""What a run gives to a notebook."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

import rashomon
from rashomon.api import Events
from rashomon.errors import UsageError
from rashomon.tell.exports import ucdp
from rashomon.values import Dossier, Event, Report
from tests.tell import made

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "baghlan"
# What a fragment may consist of: nothing that runs, loads, leads away or restyles the page.
TAGS = {
    *("div", "p", "b", "bdi", "q", "mark", "small", "span", "ul", "li", "table", "thead", "tbody"),
    *("tr", "th", "td"),
}
ATTRIBUTES = {"style", "title", "dir", "lang", "scope"}


def events(dossier: Dossier) -> Events:
    return Events(dossier, b"secret")


class Checked(HTMLParser):
    """Collects the tags and attributes of a fragment, and its text; tags must be nested."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.opened.append(tag)
        self.attributes.update(name for name, _ in attrs)
        assert not any("url(" in (value or "") for name, value in attrs if name == "style")

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(value: object) -> Checked:
    html = value._repr_html_()  # type: ignore[attr-defined]
    assert isinstance(html, str)
    checked = Checked()
    checked.feed(html)
    checked.close()
    assert checked.opened == []
    return checked


def test_events_are_a_sequence_of_events() -> None:
    found = events(made.dossier())
    (event,) = found
    assert isinstance(event, Event)
    assert found[0] == event == found.event(event.id)
    assert found.events == found[:] == (event,)
    assert (len(found), found.dossier) == (1, made.dossier())
    assert found == events(made.dossier())
    assert found != events(made.empty())
    assert {getattr(event, name) for name in ("id", "kind")} == {"9f3c2a7788b1d004", "Armed clash"}


def test_reports_are_found_by_id() -> None:
    found = events(made.dossier())
    report = found.report("bridge")
    assert isinstance(report, Report)
    assert report.content == made.dossier().reports[1].content
    assert [each.id for each in found.reports] == ["ambush", "bridge", "copy"]
    with pytest.raises(KeyError):
        found.report("none")


def test_names_in_one_line() -> None:
    found = events(made.dossier())
    assert repr(found) == "<Events: 1 in 3 reports>"
    assert repr(found[0]).startswith("<Event 9f3c2a7788b1d004: 20 to 90 raiders")
    assert repr(found.report("bridge")).startswith("<Report bridge: Guards hold")


def test_an_event_shows_its_figures_rules_and_marked_words() -> None:
    text = shown(events(made.dossier())[0]).text
    for words in ("20 to 90 raiders", "contested", "The sum over the sides.", "nearly 20"):
        assert words in text
    html = events(made.dossier())[0]._repr_html_()
    assert re.search(r'<mark [^>]*title="figure"[^>]*>nearly 20</mark>', html)


def test_a_report_shows_all_its_words() -> None:
    found = events(made.dossier())
    report = found.report("bridge")
    text = " ".join(shown(report).text.split())
    assert " ".join(report.text.split()[:40]) in text
    assert "not read" in text


@pytest.mark.parametrize("dossier", [made.dossier(), made.hostile(), made.empty()])
def test_what_is_shown_is_safe_in_a_page_that_is_not_ours(dossier: Dossier, tmp_path: Path) -> None:
    found = events(dossier)
    path = tmp_path / "ged.csv"
    path.write_text(ucdp.events_csv(made.dossier()), encoding="utf-8")
    for value in (found, *found, *found.reports, found.compare(path)):
        checked = shown(value)
        assert checked.seen <= TAGS
        assert checked.attributes <= ATTRIBUTES
        assert "\u202e" not in checked.text


def test_frames_by_name() -> None:
    found = events(made.dossier())
    assert found.to_polars()["event"].to_list() == ["9f3c2a7788b1d004"]
    assert len(found.to_pandas("claims")) == len(found.claims())
    with pytest.raises(UsageError, match="the tables are events, claims"):
        found.to_polars("people")  # type: ignore[arg-type]


def test_formats_are_written(tmp_path: Path) -> None:
    (path,) = events(made.dossier()).write(tmp_path / "deep", ["ucdp"])
    assert path.read_text(encoding="utf-8") == ucdp.events_csv(made.dossier())


def test_a_comparison_is_shown_and_written(tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    path.write_text(ucdp.events_csv(made.dossier()), encoding="utf-8")
    compared = events(made.dossier()).compare(path)
    assert repr(compared) == "<Compared with ged.csv: 1 matched, 0 only ours, 0 only theirs>"
    assert compared.write(tmp_path / "c.csv").read_text("utf-8") == compared.to_csv()
    assert "<!doctype html>" in compared.write(tmp_path / "c.html").read_text("utf-8")


def test_names_are_hidden_alike_every_time() -> None:
    report = Report(id="r", text="Gunmen shot the farmer Tobin Rask, 40.", language="en")
    found = events(replace(made.empty(), reports=(report,)))
    assert "Rask" not in found.redacted().reports[0].text
    assert found.redacted() == found.redacted()


def test_importing_waits_for_no_parser() -> None:
    code = "import sys, rashomon; print({'spacy', 'polars', 'pandas', 'jinja2'} & {*sys.modules})"
    loaded = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "set()\n"
    assert set(rashomon.__all__) <= set(dir(rashomon))


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no store"):
        rashomon.open_events(tmp_path / "none.db")


@pytest.mark.slow
def test_a_run_leaves_nothing_unless_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = rashomon.run(EXAMPLE)
    assert len(found) == 2
    assert list(tmp_path.iterdir()) == []
    kept = rashomon.run([EXAMPLE], db="kept.db")
    assert kept.dossier.events == found.dossier.events
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".db"] == ["kept.db"]
    assert rashomon.open_events("kept.db").dossier.events == found.dossier.events
    written = rashomon.run([EXAMPLE], "out", redact=True)
    assert "Habibullah" not in (tmp_path / "out" / "report.html").read_text("utf-8")
    assert written.dossier.reports != found.dossier.reports
