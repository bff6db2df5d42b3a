"""Tables as a workbook: events, claims with their quotations, findings, contradictions, sources.

Every text is stored as text, never as a formula, word for word. Ids lead to the sheet that explains
them, addresses to the web. The same dossier gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.writer.excel import ExcelWriter

from rashomon.errors import UsageError
from rashomon.tell.exports.archives import StillZip
from rashomon.tell.exports.cells import runs
from rashomon.tell.links import followable
from rashomon.tell.tables import Field, Table, Type, Value, tables
from rashomon.tell.visible import visible
from rashomon.values import Dossier

__all__ = ["workbook"]

_SHEETS: Mapping[str, str] = {
    "events": "Events",
    "claims": "Claims",
    "findings": "Findings",
    "contradictions": "Contradictions",
    "sources": "Sources",
    "dictionary": "Data dictionary",
}
_HOMES: Mapping[str, str] = {"event": "events", "report": "sources"}  # where an id is explained
_LINKED = frozenset({"url", *_HOMES})
# The texts are longer than a cell holds; the rest is for programs, which have other formats.
_LEFT_OUT = frozenset({"content", "span_start", "span_end", "geonameid", "made_by"})
_WIDTHS: Mapping[Type, float] = {"text": 18, "texts": 30, "integer": 11, "number": 11, "day": 12}
_WIDE: Mapping[str, float] = dict.fromkeys(("title", "quotation", "rule", "meaning"), 60)
# Excel's limits (support.microsoft.com, "Excel specifications and limits").
_MOST_ROWS = 1_048_576
_MOST_LINKS = 65_530  # on one sheet; what comes after stays plain text
_LONGEST = 32_767  # characters of a cell
_LONGEST_LINK = 2_079  # characters of an address
_FIRST_YEAR = 1900  # Excel's calendar starts there: days before it stay text
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  the format has no zone; no clock, so that bytes agree
_HEAD, _HEAD_FILL = Font(bold=True), PatternFill("solid", fgColor="E8E8E8")
_LINK = Font(color="0563C1", underline="single")


def workbook(dossier: Dossier) -> bytes:
    """Return the workbook.

    Raises:
        UsageError: a table has more rows than a sheet holds.
    """
    laid = {name: _fitting(each) for name, each in tables(dossier, _SHEETS).items()}
    laid["dictionary"] = _dictionary(laid.values())
    book = Workbook(write_only=True)
    book.properties.creator = "rashomon"
    book.properties.created = book.properties.modified = _MADE
    cells = {field: _cells_of(laid[home], field) for field, home in _HOMES.items()}
    for name, table in laid.items():
        own = {field: found for field, found in cells.items() if _HOMES[field] != name}
        _Sheet(book.create_sheet(_SHEETS[name]), table, own).write()
    file = io.BytesIO()
    ExcelWriter(book, StillZip(file)).save()
    return file.getvalue()


def _fitting(table: Table) -> Table:
    """Leave out what no cell holds, and refuse what no sheet holds."""
    if len(table.rows) >= _MOST_ROWS:
        msg = (
            f"{len(table.rows)} {table.name} are more rows than a sheet holds: use --format parquet"
        )
        raise UsageError(msg)
    kept = [index for index, field in enumerate(table.fields) if field.name not in _LEFT_OUT]
    if len(kept) == len(table.fields):
        return table
    return replace(
        table,
        fields=tuple(table.fields[index] for index in kept),
        rows=tuple(tuple(row[index] for index in kept) for row in table.rows),
    )


def _dictionary(laid: Iterable[Table]) -> Table:
    """Say what a row of each sheet is, and what its columns hold."""
    names = ("sheet", "column", "type", "meaning")
    rows: list[tuple[Value, ...]] = []
    for table in laid:
        rows.append((_SHEETS[table.name], None, None, table.about))
        rows += [(_SHEETS[table.name], each.name, each.type, each.about) for each in table.fields]
    fields = tuple(Field(name, "text", "") for name in names)
    return Table("dictionary", "", fields, tuple(rows))


def _cells_of(table: Table, field: str) -> dict[str, str]:
    """Find the cell in which each id stands first."""
    sheet = _SHEETS[table.name]
    found: dict[str, str] = {}
    for row, each in enumerate(table.column(field), start=2):
        found.setdefault(str(each), f"'{sheet}'!A{row}")
    return found


@dataclass(slots=True)
class _Sheet:
    """A sheet that is being written; `homes` has the cells of ids that other sheets explain."""

    sheet: Any  # openpyxl has no types
    table: Table
    homes: Mapping[str, Mapping[str, str]]
    links: int = _MOST_LINKS  # that may still be made
    _blue: Any = None  # the style of links

    def __post_init__(self) -> None:
        """Make the style of links once."""
        cell = WriteOnlyCell(self.sheet)
        cell.font = _LINK
        self._blue = cell._style  # noqa: SLF001

    def write(self) -> None:
        """Write the head, then the rows, with the head in view and a filter on every column."""
        fields = self.table.fields
        last = get_column_letter(len(fields))
        self.sheet.freeze_panes = "B2"
        self.sheet.auto_filter.ref = f"A1:{last}{len(self.table.rows) + 1}"
        for number, field in enumerate(fields, start=1):
            width = _WIDE.get(field.name, _WIDTHS.get(field.type, 11))
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.append([self._head(field.name) for field in fields])
        for row in self.table.rows:
            self.sheet.append(list(map(self._cell, fields, row)))

    def _head(self, name: str) -> object:
        cell = WriteOnlyCell(self.sheet, name)
        cell.font, cell.fill = _HEAD, _HEAD_FILL
        return cell

    def _cell(self, field: Field, value: Value) -> object:
        """Make what the sheet takes: a bare value where that is enough, which is much faster."""
        shown = _shown(value)
        if not isinstance(shown, str):
            return shown
        link = self._link(field, value) if field.name in _LINKED else None
        bent = runs(shown) or shown.startswith("#")  # openpyxl takes "#REF!" for an error
        if link is None and not bent:
            return shown or None
        cell = WriteOnlyCell(self.sheet, shown)
        cell.data_type = "s"
        if link is not None:
            cell.hyperlink, cell._style = link, copy(self._blue)  # noqa: SLF001  fonts are slow to set
            self.links -= 1
        if bent:
            cell.quotePrefix = True  # stays text when it is edited, too
        return cell

    def _link(self, field: Field, value: Value) -> Hyperlink | None:
        if self.links <= 0 or not isinstance(value, str):
            return None
        if field.name == "url":
            address = followable(value) or ""
            return Hyperlink(ref="", target=address) if 0 < len(address) <= _LONGEST_LINK else None
        cell = self.homes.get(field.name, {}).get(value)
        return Hyperlink(ref="", location=cell) if cell else None


def _shown(value: Value) -> str | float | bool | date | None:
    """Turn a value into what a cell holds; a text too long for one is cut, and ends in "…"."""
    if isinstance(value, tuple):
        value = "; ".join(value)
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        return value.isoformat()
    if not isinstance(value, str):
        return value
    shown = visible(value).replace("\r", "\ufffd")  # which XML reads as a newline
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
