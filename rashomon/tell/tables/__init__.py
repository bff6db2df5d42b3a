"""A dossier as flat tables: one layout for workbooks, Parquet and data frames."""

from __future__ import annotations

from collections.abc import Callable, Collection

from rashomon.tell.case import Case, Library
from rashomon.tell.tables.claims import claims_table, figures_table
from rashomon.tell.tables.events import events_table
from rashomon.tell.tables.findings import accounts_table, contradictions_table, findings_table
from rashomon.tell.tables.layout import Field, Table, Type, Value
from rashomon.tell.tables.sources import sources_table
from rashomon.values import Dossier

__all__ = [
    "TABLES",
    "Field",
    "Table",
    "Type",
    "Value",
    "cases_of",
    "events_table",
    "tables",
]


TABLES = ("events", "claims", "figures", "findings", "accounts", "contradictions", "sources")


def cases_of(dossier: Dossier) -> tuple[Library, tuple[Case, ...]]:
    """Return the library of a dossier and the case of each event, in the order of the events."""
    library = Library.of(dossier)
    return library, tuple(Case.of(event, library) for event in dossier.events)


def tables(dossier: Dossier, names: Collection[str] = TABLES) -> dict[str, Table]:
    """Lay out a dossier.

    Returns:
        The tables of these names, in the order of `TABLES`. Ids join them: `event`, `claim` and
        `report` mean the same in each.
    """
    library, cases = cases_of(dossier)
    makers: dict[str, Callable[[], Table]] = {
        "events": lambda: events_table(cases),
        "claims": lambda: claims_table(cases, library),
        "figures": lambda: figures_table(cases),
        "findings": lambda: findings_table(cases),
        "accounts": lambda: accounts_table(cases),
        "contradictions": lambda: contradictions_table(cases),
        "sources": lambda: sources_table(cases, library, dossier.readings),
    }
    return {name: makers[name]() for name in TABLES if name in names}
