"""The tables of a gazetteer file, and how rows with their names are written into them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from importlib.resources import files

from rashomon.gazetteer.rows import Row
from rashomon.text.folding import fold, skeleton

__all__ = ["COLUMNS", "VERSION", "create", "joined_skeleton", "keys_of", "write"]

VERSION = 1  # PRAGMA user_version: a file of another version is built again
COLUMNS = (
    "id", "name", "ascii", "feature_class", "feature", "country", "admin1", "admin1_name",
    "admin2", "admin2_name", "lat", "lon", "population", "derived", "names",
)  # fmt: skip
_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, ascii TEXT NOT NULL,
    feature_class TEXT NOT NULL, feature TEXT NOT NULL, country TEXT,
    admin1 TEXT, admin1_name TEXT, admin2 TEXT, admin2_name TEXT,
    lat REAL, lon REAL, population INTEGER NOT NULL, derived INTEGER NOT NULL,
    names INTEGER NOT NULL
);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE spelling (
    country TEXT, skeleton TEXT, place INTEGER, key TEXT,
    PRIMARY KEY (country, skeleton, place, key)
) WITHOUT ROWID;
"""
_LONGEST = 80  # characters of a name: what is longer is an address or a mistake
_SHORTEST_CODE = 4  # "KBL": alternate names in capitals this short are codes, not names
_INSERT = (
    f"INSERT OR REPLACE INTO place ({', '.join(COLUMNS)}) "  # noqa: S608  names of our own columns
    f"VALUES ({', '.join('?' for _ in COLUMNS)})"
)
_GENERICS = frozenset(
    line
    for line in (files("rashomon.gazetteer") / "generics.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
# The Arabic article as GeoNames writes it, which news drops: "Al Qāmishlī" is found as "Qamishli".
_ARTICLES = ("al ", "ad ", "adh ", "an ", "ar ", "as ", "ash ", "at ", "ath ", "az ", "el ")
_MOST_WORDS = max(generic.count(" ") + 1 for generic in _GENERICS)


def create(connection: sqlite3.Connection) -> None:
    """Make the empty tables."""
    connection.executescript(_TABLES)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def write(connection: sqlite3.Connection, places: Iterable[tuple[Row, Iterable[str]]]) -> None:
    """Write rows with the keys of their names; a row that is there already is replaced.

    The keys are sorted first: they go into a tree, and in order they go in three times as fast.
    """
    rows, names, spellings = [], [], []
    for row, keys in places:
        rows.append(tuple(getattr(row, column) for column in COLUMNS))
        for key in keys:
            names.append((key, row.id))
            if row.country and key.isascii():
                spellings.append((row.country, joined_skeleton(key), row.id, key))
    names.sort()
    spellings.sort()
    connection.executemany(_INSERT, rows)
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", names)
    connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?)", spellings)


def keys_of(names: Iterable[str], *, is_area: bool) -> frozenset[str]:
    """Fold every name, also without an article or the kind of an area.

    "Al Qāmishlī" is found as "Qamishli", "Herat Province" as "Herat".
    """
    keys = {
        fold(name)
        for name in names
        if len(name) <= _LONGEST and not (name.isupper() and len(name) < _SHORTEST_CODE)
    }
    keys |= {key.split(" ", 1)[1] for key in keys if key.startswith(_ARTICLES)}
    if is_area:
        keys |= {bare for key in keys for bare in _without_kind(key)}
    return frozenset(keys - {""})


def joined_skeleton(key: str) -> str:
    """Return the skeleton without the spaces, which clerks set as they like ("Lashkar Gah")."""
    return skeleton(key).replace(" ", "")


def _without_kind(key: str) -> Iterable[str]:
    words = key.split()
    for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        if " ".join(words[:count]) in _GENERICS:
            yield " ".join(words[count:])
        if " ".join(words[-count:]) in _GENERICS:
            yield " ".join(words[:-count])
