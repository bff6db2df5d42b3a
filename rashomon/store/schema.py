"""The tables. Reports and readings are only ever added; events are a view that is computed again.

A row keeps its value as one JSON record in the shape of the data contract; beside it stand only
the columns that a query needs.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

__all__ = ["SCHEMA_VERSION", "about", "events", "metadata", "readings", "reports"]

SCHEMA_VERSION = 1

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("schema_version", Integer, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("made_by", String, nullable=False),
    Column("record", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", Text, nullable=False),
)
