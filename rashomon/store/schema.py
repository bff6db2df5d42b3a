"""The tables. Reports and readings are only ever added; events are a view that is computed again.

What linking remembers (`prints`, `marks`, `copies`, `portraits`, `told`, `judgements`) can be
computed again from reports and readings; `history` is only ever added to.

A row keeps its value as one JSON record in the shape of the data contract; beside it stand only
the columns that a query needs.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

__all__ = [
    "SCHEMA_VERSION",
    "about",
    "copies",
    "events",
    "held_claims",
    "history",
    "judgements",
    "marks",
    "metadata",
    "people",
    "portraits",
    "prints",
    "readings",
    "reports",
    "secrets",
    "told",
]

SCHEMA_VERSION = 2

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("schema_version", Integer, nullable=False),
    Column("linked_by", String),
)

secrets = Table(  # what pseudonyms are made with; a copy of the store makes the same ones
    "secrets",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)

people = Table(  # the persons' names that were found in a report; none where it has no lexicon
    "people",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("found_by", String, nullable=False),
    Column("spans", Text),
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
    Column("linked", Boolean, nullable=False, default=False, index=True),
    Column("record", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", Text, nullable=False),
)


held_claims = Table(
    "held_claims",
    metadata,
    Column("claim", String, primary_key=True),
    Column("event", String, nullable=False, index=True),
)

history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("change", String, nullable=False),  # merged, split
    Column("event", String, nullable=False, index=True),
    Column("into", String, nullable=False),
)


def _index(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column("name", String, primary_key=True),
        Column("day", Integer),
        sqlite_with_rowid=False,
    )


prints, marks = _index("prints"), _index("marks")

copies = Table(
    "copies",
    metadata,
    Column("report", String, primary_key=True),
    Column("original", String, primary_key=True, index=True),
    Column("kind", String, nullable=False),
    Column("overlap", Float, nullable=False),
)

portraits = Table(
    "portraits",
    metadata,
    Column("telling", String, primary_key=True),
    Column("record", Text, nullable=False),
)

told = Table(  # which reports' claims a telling bears
    "told",
    metadata,
    Column("report", String, primary_key=True),
    Column("telling", String, primary_key=True, index=True),
)

judgements = Table(
    "judgements",
    metadata,
    Column("left", String, primary_key=True),
    Column("right", String, primary_key=True, index=True),
    Column("p", Float),
    Column("episode", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_by", String, nullable=False),
)
