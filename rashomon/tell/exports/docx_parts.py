"""What python-docx leaves to its users: links, bookmarks, header rows, fixed bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl, CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

__all__ = ["CELL", "add", "blank", "bookmark", "bytes_of", "grid", "link", "page_number"]

CELL = "TableText"  # the style of what stands in tables

_INK, _QUIET = RGBColor(0x1C, 0x1B, 0x19), RGBColor(0x5B, 0x57, 0x50)
_FONT = "Arial"  # on every machine that opens such files, or one of its measures
_LANGUAGE = "en-GB"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # stands for a day that nobody knows
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can hold
_NUMBERS = frozenset({"", "Low", "Best", "High", "Origins"})  # heads of columns set to the right
_SIZES = {"Title": 20, "Heading 1": 14, "Heading 2": 10.5}


def blank(title: str, day: str | None) -> Document:
    """Return an empty document in our dress, on A4, with its properties."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _dress(document)
    properties = document.core_properties
    on = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else _EPOCH
    properties.title, properties.author, properties.comments = title, "rashomon", ""
    properties.language, properties.last_modified_by = _LANGUAGE, "rashomon"
    properties.created = properties.modified = on
    properties.revision = 1
    return document


def _dress(document: Document) -> None:
    """Set the fonts, sizes and colours of the styles in use, and the language of the text."""
    for name in ("Normal", *_SIZES):
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            continue
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)  # a theme's font would outrank ours
        fonts.set(qn("w:cs"), _FONT)
        style.font.size = Pt(_SIZES.get(name, 10))
        style.font.color.rgb = _INK
    normal = document.styles["Normal"]
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    if isinstance(normal, ParagraphStyle) and isinstance(cell, ParagraphStyle):
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing = 1.15
        cell.base_style = normal
        cell.font.size = Pt(8.5)
        cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    for rule in list(document.styles.element.iter(qn("w:pBdr"))):
        rule.getparent().remove(rule)  # the line under the title
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)


def add(document: Document, style: str | None = None, text: str = "") -> Paragraph:
    """Add a paragraph at the end, in a style given by its id.

    python-docx looks styles up by name and searches the whole body for its end each time, so that
    a long document takes the square of its length.
    """
    element = OxmlElement("w:p")
    document.element.body[-1].addprevious(element)  # the last is the page's size
    return _styled(Paragraph(element, document._body), style, text)  # noqa: SLF001


def _styled(paragraph: Paragraph, style: str | None, text: str) -> Paragraph:
    if style is not None:
        paragraph._p.style = style  # noqa: SLF001
    if text:
        paragraph.add_run(text)
    return paragraph


def link(paragraph: Paragraph, text: str, *, anchor: str, url: str | None = None) -> None:
    """Add a link to a web address, named by `anchor`, or to the bookmark of that name."""
    element = OxmlElement("w:hyperlink")
    if url is not None:
        relations = paragraph.part.rels
        relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, anchor, is_external=True)
        element.set(qn("r:id"), anchor)
    else:
        element.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(text)
    run.font.underline = url is not None
    run.font.color.rgb = _QUIET
    element.append(run._r)  # noqa: SLF001  python-docx has no links of its own to write
    paragraph._p.append(element)  # noqa: SLF001


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph one that links of the document lead to."""
    paragraph._p.append(_element("w:bookmarkStart", id=str(number), name=name))  # noqa: SLF001
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))  # noqa: SLF001


def grid(
    document: Document, heads: Sequence[str], widths: Sequence[float], rows: int
) -> Iterator[list[Paragraph]]:
    """Add a table at the end and yield the empty cells of each row below its head.

    Thin lines between rows, columns of so many centimetres; the head is bold and comes again on
    every page; every row stays on one page.
    """
    table = CT_Tbl.new_tbl(1 + rows, len(heads), Cm(sum(widths)))
    document.element.body[-1].addprevious(table)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=str(_QUIET)))
    look = table.tblPr[-1]  # the last by the schema
    look.addprevious(borders)
    look.addprevious(_element("w:tblLayout", type="fixed"))
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Cm(width)
    for index, row in enumerate(table.tr_lst):
        properties = row.get_or_add_trPr()
        properties.append(_element("w:cantSplit", val="true"))
        cells = [
            _cell(document, cell, head, width)
            for cell, head, width in zip(row.tc_lst, heads, widths, strict=True)
        ]
        if index > 0:
            yield cells
            continue
        properties.append(_element("w:tblHeader", val="true"))
        for cell, head in zip(cells, heads, strict=True):
            cell.add_run(head).bold = True


def _cell(document: Document, cell: CT_Tc, head: str, width: float) -> Paragraph:
    cell.width = Cm(width)
    paragraph = _styled(Paragraph(cell.p_lst[0], document._body), CELL, "")  # noqa: SLF001
    if head in _NUMBERS:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def page_number(document: Document) -> None:
    """Number the pages at their foot."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = _element("w:fldSimple", instr="PAGE")
    field.append(foot.add_run("1")._r)  # noqa: SLF001
    foot._p.append(field)  # noqa: SLF001


def bytes_of(document: Document) -> bytes:
    """Return the file, with the same times in its archive whenever it is written."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _element(tag: str, /, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
