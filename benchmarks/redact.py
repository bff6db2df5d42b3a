"""Measure how many private names a redaction hides, and how many that should stay.

    python -m benchmarks.redact

The reports of `benchmarks/redaction/reports.txt` are made up; square brackets stand around private
names, braces around those that stay. Each report is an event of its own. A name counts as hidden
where nothing of it is left.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.api import open_reader
from rashomon.gather import prepare
from rashomon.pipeline import events_of, read
from rashomon.read import Pipelines, find_people
from rashomon.tell.redact.people import people_of
from rashomon.values import Dossier, Report, Span

__all__ = ["main", "marked_reports", "measure"]

_GOLD = Path(__file__).parent / "redaction" / "reports.txt"
_MARK = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")
_SECRET = b"for measuring only"


@dataclass(frozen=True, slots=True)
class _Marked:
    """A report without its marks, and where private names and those that stay are."""

    report: Report
    private: tuple[Span, ...]
    kept: tuple[Span, ...]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=["odd", "even"], help="only every other report")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    parts = {"odd": slice(0, None, 2), "even": slice(1, None, 2), None: slice(None)}
    for name, share in measure(list(marked_reports())[parts[options.half]], show=options.show):
        print(f"{name:28} {share}")


def marked_reports() -> Iterator[_Marked]:
    """Yield the reports with their marks taken out."""
    lines = _GOLD.read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("#"))
    for number, whole in enumerate(text.split("---\n")):
        title, _, body = whole.strip().partition("\n")
        yield _unmarked(f"made-{number}", f"{title}\n\n{body}")


def _unmarked(name: str, marked: str) -> _Marked:
    plain, done = "", 0
    private: list[Span] = []
    kept: list[Span] = []
    for found in _MARK.finditer(marked):
        plain += marked[done : found.start()]
        words = found[1] or found[2]
        (private if found[1] else kept).append(Span(len(plain), len(plain) + len(words)))
        plain += words
        done = found.end()
    title, _, text = (plain + marked[done:]).partition("\n\n")
    report = Report(id=name, title=title, text=text, language="en", published="2024-05-06")
    return _Marked(prepare(report), tuple(private), tuple(kept))


def measure(gold: list[_Marked], *, show: bool) -> Iterator[tuple[str, str]]:
    """Yield recall and precision by mention, and the share of names that stayed as they should."""
    hidden = _hidden([each.report for each in gold])
    found = missed = wrong = lost = stayed = 0
    for each in gold:
        spans = hidden[each.report.id]
        whole = [_is_hidden(each.report.content, span, spans) for span in each.private]
        found, missed = found + sum(whole), missed + len(whole) - sum(whole)
        cut = [any(_meet(span, part) for part in spans) for span in each.kept]
        lost, stayed = lost + sum(cut), stayed + len(cut) - sum(cut)
        stray = [part for part in spans if not any(_meet(part, span) for span in each.private)]
        wrong += len(stray)
        if show:
            content, kept = each.report.content, zip(each.kept, cut, strict=True)
            shown = [span for span, is_gone in zip(each.private, whole, strict=True) if not is_gone]
            print(each.report.id, "missed", [span.of(content) for span in shown])
            print("   hidden wrongly", [part.of(content) for part in stray])
            print("   should stay", [span.of(content) for span, is_cut in kept if is_cut])
    yield "private names hidden", _share(found, found + missed)
    yield "of what is hidden, private", _share(found, found + wrong)
    yield "names that stay", _share(stayed, stayed + lost)


def _hidden(reports: list[Report]) -> dict[str, list[Span]]:
    reader, pipelines = open_reader(), Pipelines()
    readings = tuple(read(reports, reader))
    events = tuple(
        event
        for report, reading in zip(reports, readings, strict=True)
        for event in events_of([report], [reading], (), lambda *_: None)
    )
    dossier = Dossier(reports=tuple(reports), readings=readings, events=events)
    seen = {report.id: names or () for report, names in find_people(reports, pipelines)}
    people = people_of(dossier, seen, _SECRET)
    return {name: [each.span for each in found] for name, found in people.hidden.items()}


def _is_hidden(content: str, name: Span, spans: list[Span]) -> bool:
    """Tell whether no letter of a name is left."""
    return not any(
        content[at].isalpha() and not any(span.start <= at < span.end for span in spans)
        for at in range(name.start, name.end)
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / whole:.1f} %" if whole else "none"


if __name__ == "__main__":
    main()
