"""What python-docx leaves to its users: links, bookmarks, header rows, fixed bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

__all__ = ["CELL", "blank", "bookmark", "bytes_of", "link", "page_number", "ruled"]

CELL = "Table Text"  # the style of what stands in tables

_INK, _QUIET = RGBColor(0x1C, 0x1B, 0x19), RGBColor(0x5B, 0x57, 0x50)
_FONT = "Arial"  # on every machine that opens such files, or one of its measures
_LANGUAGE = "en-GB"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # stands for a day that nobody knows
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can hold
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


def link(paragraph: Paragraph, text: str, *, url: str | None = None, anchor: str = "") -> None:
    """Add a link to a web address, or to a bookmark of the document."""
    element = OxmlElement("w:hyperlink")
    if url is not None:
        relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element.set(qn("r:id"), relation)
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


def ruled(table: Table, widths: Sequence[float]) -> None:
    """Give a table thin lines between its rows, columns of some centimetres, and a header.

    The first row is bold and comes again on every page; every row stays on one page.
    """
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=str(_QUIET)))
    table._tbl.tblPr.append(borders)  # noqa: SLF001
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(_element("w:cantSplit", val="true"))
        if index == 0:
            properties.append(_element("w:tblHeader", val="true"))
            for run in (run for cell in row.cells for run in cell.paragraphs[0].runs):
                run.bold = True


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
