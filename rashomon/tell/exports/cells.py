"""Cells of tables that spreadsheets open: CSV and workbooks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from rashomon.tell.visible import printable

__all__ = ["Cell", "joined", "one_line", "runs", "safe", "to_csv"]

Cell: TypeAlias = str | int | float | None

# Spreadsheets take a cell that starts so for a formula (in some languages the wide signs too); a
# quotation mark before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# Unseen, but part of how Persian, Arabic and Indic words are written.
_JOINERS = "\u200c\u200d\u200e\u200f"


def safe(cell: Cell) -> Cell:
    """Keep text cells from being run as formulas; numbers, negative ones too, stay numbers.

    What cannot be printed becomes a space; None becomes an empty cell.
    """
    if not isinstance(cell, str):
        return "" if cell is None else cell
    shown = printable(cell, kept=_JOINERS)
    return f"'{shown}" if runs(cell) else shown


def runs(text: str) -> bool:
    """Tell whether a spreadsheet might run a text as a formula."""
    return text.startswith(_FORMULA)


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """Return rows as CSV, header first, lines ended by a newline, every cell safe.

    A column that a row lacks is empty there.
    """
    table = io.StringIO()
    writer = csv.DictWriter(table, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: safe(cell) for name, cell in row.items()} for row in rows)
    return table.getvalue()


def joined(parts: Iterable[str | None]) -> str:
    """Join texts with semicolons; those within a text become commas."""
    return ";".join(one_line(part).replace(";", ",") for part in parts)


def one_line(text: str | None) -> str:
    """Return a text on one line, each run of space, and of what cannot be printed, as one."""
    return " ".join(printable(text or "", kept=_JOINERS).split())
