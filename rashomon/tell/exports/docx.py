"""A situation report as a Word document: the same dossier gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from rashomon.tell.exports.docx_parts import (
    CELL,
    add,
    blank,
    bookmark,
    bytes_of,
    grid,
    link,
    page_number,
)
from rashomon.tell.exports.situation import Part, Section, Situation, Source, situation
from rashomon.values import Dossier

__all__ = ["report"]


def report(dossier: Dossier) -> bytes:
    """Return the report as the bytes of a `.docx` file."""
    told = situation(dossier)
    document = blank(told.title, told.day)
    add(document, "Title", told.title)
    add(document, None, told.about)
    if told.sections:
        _summary(document, told)
    for section in told.sections:
        _event(document, section)
    if told.sources:
        add(document, "Heading1", "Sources")
        for source in told.sources:
            _source(document, source)
    add(document, "Heading1", "How to read this")
    add(document, None, told.method)
    page_number(document)
    return bytes_of(document)


def _summary(document: Document, told: Situation) -> None:
    heads = ("", "Event", "When", "Where", "Low", "Best", "High", "Origins", "Grade")
    rows = [
        (
            str(each.number),
            each.title,
            each.days,
            each.where,
            *each.killed,
            str(each.origins),
            each.grade,
        )
        for each in told.sections
    ]
    _table(document, heads, (0.8, 4.2, 2.6, 2.8, 1.1, 1.1, 1.1, 1.5, 1.8), rows)
    add(document, CELL, "Low, best and high: killed, all together.")


def _event(document: Document, section: Section) -> None:
    add(document, "Heading1", f"{section.number}. {section.title}")
    for name, value in section.facts:
        line = add(document)
        line.paragraph_format.space_after = Pt(1)
        line.add_run(f"{name}: ").bold = True
        line.add_run(value)
    paragraph = add(document)
    paragraph.paragraph_format.space_before = Pt(6)
    for part in section.paragraph:
        _part(paragraph, part)
    if section.amounts:
        add(document, "Heading2", "Figures")
        heads = ("Counted", "Low", "Best", "High", "Rule", "Sources")
        rows = [(a.heading, a.low, a.best, a.high, a.rule, a.sources) for a in section.amounts]
        _table(document, heads, (3.6, 1.3, 1.3, 1.3, 7.0, 2.5), rows)
    if section.disputes:
        add(document, "Heading2", "Contradictions")
    for dispute in section.disputes:
        bullet = add(document, "ListBullet")
        bullet.add_run(f"{dispute.aspect}: ").bold = True
        for index, position in enumerate(dispute.positions):
            bullet.add_run(", or " if index else "")
            _part(bullet, position)
        bullet.add_run(f". {dispute.explanation}")
    add(document, "Heading2", f"Grade: {section.grade}, {section.meaning}")
    _list(document, section.reasons)
    if section.doubts:
        add(document, "Heading2", "Doubts")
        _list(document, section.doubts)


def _list(document: Document, sentences: Sequence[str]) -> None:
    for sentence in sentences:
        add(document, "ListBullet", sentence)


def _part(paragraph: Paragraph, part: Part) -> None:
    """Add words with their sources right behind them, before the space that follows."""
    words = part.text.rstrip()
    paragraph.add_run(words)
    if part.sources:
        paragraph.add_run(" ")
        _numbers(paragraph, part.sources)
    paragraph.add_run(part.text[len(words) :])


def _numbers(paragraph: Paragraph, sources: Sequence[int]) -> None:
    """Add "[1, 3]", each number a link to its source."""
    for index, number in enumerate(sources):
        paragraph.add_run(", " if index else "[")
        link(paragraph, str(number), anchor=f"source{number}")
    paragraph.add_run("]" if sources else "")


def _source(document: Document, source: Source) -> None:
    line = add(document)
    line.paragraph_format.left_indent = Cm(0.9)
    line.paragraph_format.first_line_indent = Cm(-0.9)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    bookmark(line, f"source{source.number}", source.number)
    line.add_run(f"{source.number}.\t{source.words}")
    if source.url:
        line.add_run(" ")
        link(line, source.url, anchor=f"source{source.number}", url=source.url)


def _table(
    document: Document,
    heads: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[Sequence[str | Sequence[int]]],
) -> None:
    """Add a table; a cell of numbers holds sources. Widths are centimetres."""
    lines = grid(document, heads, widths, len(rows))
    for line, cells in zip(lines, rows, strict=True):
        for paragraph, content in zip(line, cells, strict=True):
            if isinstance(content, str):
                paragraph.add_run(content)
            else:
                _numbers(paragraph, content)
    add(document, CELL)
