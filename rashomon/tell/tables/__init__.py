"""A dossier as flat tables: one layout for workbooks, Parquet and data frames."""

from __future__ import annotations

from rashomon.tell.case import Case, Library
from rashomon.tell.tables.claims import claims_table, figures_table
from rashomon.tell.tables.events import events_table
from rashomon.tell.tables.findings import accounts_table, contradictions_table, findings_table
from rashomon.tell.tables.layout import Field, Table, Type, Value, as_day
from rashomon.tell.tables.sources import sources_table
from rashomon.values import Dossier

__all__ = ["Field", "Table", "Type", "Value", "as_day", "cases_of", "events_table", "tables"]


def cases_of(dossier: Dossier) -> tuple[Library, tuple[Case, ...]]:
    """Return the library of a dossier and the case of each event, in the order of the events."""
    library = Library.of(dossier)
    return library, tuple(Case.of(event, library) for event in dossier.events)


def tables(dossier: Dossier) -> dict[str, Table]:
    """Lay out a dossier.

    Returns:
        The tables events, claims, figures, findings, accounts, contradictions and sources, under
        their names. Ids join them: `event`, `claim` and `report` mean the same in each.
    """
    library, cases = cases_of(dossier)
    made = (
        events_table(cases),
        claims_table(cases, library),
        figures_table(cases),
        findings_table(cases),
        accounts_table(cases),
        contradictions_table(cases),
        sources_table(cases, library, dossier.readings),
    )
    return {table.name: table for table in made}
