"""An explained report on a terminal: brackets and letters say all that the colours say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from rashomon.tell.explain.claims import ClaimView, PartView, ReasonView
from rashomon.tell.explain.marks import Mark, marks_of, steps
from rashomon.tell.visible import printable
from rashomon.tell.words import phrases
from rashomon.values import Reading, Report

__all__ = ["claim_list", "claim_reasons", "legend", "marked_text"]

# What is written at the opening bracket, and the style of the words; content has braces.
_SHOWN = {
    "v": ("w", "bold cyan"),
    "c": ("s", "italic green"),
    "q": ("", ""),
    "h": ("#", "bold red"),
    "x": ("x", "underline"),
    "f": ("n", "bold yellow"),
    "t": ("t", "magenta"),
    "p": ("p", "blue"),
    "s": ("-", "dim"),
    "headline": ("=", "bold"),
}
_BRACKETS = {"q": "{}"}
_BRACKET = "dim"


def legend() -> Text:
    """Name the marks, each in the form in which the text has it."""
    shown = Text()
    for letter, label in phrases().pairs("marks").items():
        mark = Mark(letter, 1 if letter == "h" else None)
        opening, closing = _brackets([mark])
        shown.append(opening, _BRACKET).append(label, _SHOWN[letter][1]).append(closing, _BRACKET)
        shown.append("  ")
    return shown


def marked_text(report: Report, reading: Reading, claims: tuple[ClaimView, ...]) -> Text:
    """Write a report's content with its marks; blank lines are written as one."""
    marks = {span: sorted(own) for span, own in marks_of(report, reading, claims).items()}
    shown = Text()
    for step in steps(report.content, marks):
        for span in step.closed:
            shown.append(_brackets(marks[span])[1], _BRACKET)
        for span in step.opened:
            shown.append(_brackets(marks[span])[0], _BRACKET)
        style = " ".join(_SHOWN[mark.letter][1] for span in step.inside for mark in marks[span])
        shown.append(printable(step.text, kept="\n"), style)
    return shown


def claim_list(claims: Iterable[ClaimView]) -> Iterator[Text | Padding]:
    """Write each claim under its number: what it is, how and by whom it is told, its id."""
    for view in claims:
        shown = Text(f"#{view.number} ", "bold red")
        shown.append(_line(view.claim.kind), "bold")
        yield shown.append(f": “{_line(view.trigger)}”")
        yield _indented(Text(_line(view.summary)), 3)
        yield _indented(Text(f"id {view.claim.id}", "dim"), 3)


def claim_reasons(view: ClaimView) -> Iterator[Text | Padding]:
    """Write one claim with the reasons for each of its parts."""
    title = Text(f"#{view.number} ", "bold red").append(_line(view.claim.kind), "bold")
    yield title.append(f"  id {view.claim.id}", "dim")
    yield _indented(Text(f"“{_line(view.words)}”"), 3)
    for part in view.parts:
        yield from _part(part)


def _part(part: PartView) -> Iterator[Padding]:
    yield _indented(Text(f"{part.name}: ", "bold").append(_line(part.value), "default"), 3)
    for reason in part.reasons:
        yield _indented(_reason(reason), 5)
    if not part.reasons:
        yield _indented(Text("no reason was noted", "dim"), 5)


def _indented(text: Text, width: int) -> Padding:
    return Padding(text, (0, 0, 0, width), expand=False)


def _reason(reason: ReasonView) -> Text:
    shown = Text(reason.rule if reason.points is not None else f"because {reason.rule}")
    for index, (words, span) in enumerate(reason.seen):
        shown.append(": " if index == 0 else ", ")
        shown.append(f"“{_line(words)}”", "cyan").append(f" at {span.start}", "dim")
    if reason.entry:
        shown.append(f" [{reason.entry}]", "green")
    if reason.points is not None:
        shown.append(f" {reason.points:+.1f}", "magenta")
    if reason.p is not None:
        shown.append(f" p = {reason.p:.2f}", "magenta")
    return shown


def _brackets(marks: Sequence[Mark]) -> tuple[str, str]:
    """Return what opens and closes a stretch under all of these marks."""
    braces = "".join(_BRACKETS.get(mark.letter, "") for mark in marks)
    codes = [_code(mark) for mark in marks if mark.letter not in _BRACKETS]
    square = (f"[{','.join(codes)}:", "]") if codes else ("", "")
    return braces[:1] + square[0], square[1] + braces[1:2]


def _code(mark: Mark) -> str:
    return f"{_SHOWN[mark.letter][0]}{mark.number if mark.number is not None else ''}"


def _line(text: str) -> str:
    """Keep the terminal's control characters out of what others wrote, and on one line."""
    return " ".join(printable(text).split())
