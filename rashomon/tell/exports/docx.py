"""A situation report as a Word document: the same dossier gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from rashomon.tell.exports.docx_parts import (
    CELL,
    blank,
    bookmark,
    bytes_of,
    link,
    page_number,
    ruled,
)
from rashomon.tell.exports.situation import Part, Section, Situation, Source, situation
from rashomon.values import Dossier

__all__ = ["report"]

_NUMBERS = frozenset({"", "Low", "Best", "High", "Origins"})  # columns that stand to the right


def report(dossier: Dossier) -> bytes:
    """Return the report as the bytes of a `.docx` file."""
    told = situation(dossier)
    document = blank(told.title, told.day)
    document.add_paragraph(told.title, style="Title")
    document.add_paragraph(told.about)
    if told.sections:
        _summary(document, told)
    for section in told.sections:
        _event(document, section)
    if told.sources:
        document.add_heading("Sources", level=1)
        for source in told.sources:
            _source(document, source)
    document.add_heading("How to read this", level=1)
    document.add_paragraph(told.method)
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
    document.add_paragraph("Low, best and high: killed, all together.", style=CELL)


def _event(document: Document, section: Section) -> None:
    document.add_heading(f"{section.number}. {section.title}", level=1)
    for name, value in section.facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(1)
        line.add_run(f"{name}: ").bold = True
        line.add_run(value)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(6)
    for part in section.paragraph:
        _part(paragraph, part)
    if section.amounts:
        document.add_heading("Figures", level=2)
        heads = ("Counted", "Low", "Best", "High", "Rule", "Sources")
        rows = [(a.heading, a.low, a.best, a.high, a.rule, a.sources) for a in section.amounts]
        _table(document, heads, (3.6, 1.3, 1.3, 1.3, 7.0, 2.5), rows)
    if section.disputes:
        document.add_heading("Contradictions", level=2)
    for dispute in section.disputes:
        bullet = document.add_paragraph(style="List Bullet")
        bullet.add_run(f"{dispute.aspect}: ").bold = True
        for index, position in enumerate(dispute.positions):
            bullet.add_run(", or " if index else "")
            _part(bullet, position)
        bullet.add_run(f". {dispute.explanation}")
    document.add_heading(f"Grade: {section.grade}, {section.meaning}", level=2)
    _list(document, section.reasons)
    if section.doubts:
        document.add_heading("Doubts", level=2)
        _list(document, section.doubts)


def _list(document: Document, sentences: Sequence[str]) -> None:
    for sentence in sentences:
        document.add_paragraph(sentence, style="List Bullet")


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
    line = document.add_paragraph()
    line.paragraph_format.left_indent = Cm(0.9)
    line.paragraph_format.first_line_indent = Cm(-0.9)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    bookmark(line, f"source{source.number}", source.number)
    line.add_run(f"{source.number}.\t{source.words}")
    if source.url:
        line.add_run(" ")
        link(line, source.url, url=source.url)


def _table(
    document: Document,
    heads: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[Sequence[str | Sequence[int]]],
) -> None:
    """Add a table; a cell of numbers holds sources. Widths are centimetres."""
    table = document.add_table(rows=1 + len(rows), cols=len(heads))
    for line, cells in zip(table.rows, (heads, *rows), strict=True):
        for cell, head, content in zip(line.cells, heads, cells, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = CELL
            if head in _NUMBERS:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if isinstance(content, str):
                paragraph.add_run(content)
            else:
                _numbers(paragraph, content)
    ruled(table, widths)
    document.add_paragraph(style=CELL)
