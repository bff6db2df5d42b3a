"""Look places up by name, by spelling inside a country, by id."""

from __future__ import annotations

import os
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from rashomon.batches import batched
from rashomon.errors import MissingPartError
from rashomon.gazetteer.rows import COUNTRY, FIRST, SECOND, Row
from rashomon.gazetteer.tables import COLUMNS, VERSION, joined_skeleton
from rashomon.text.folding import fold

__all__ = ["Gazetteer", "default_path"]

T = TypeVar("T")
_REMEMBERED = 20_000  # names kept in memory; a 500-word report asks for about 150
_AT_ONCE = 400  # values in one query; SQLite allows 999 at least
_SHORTEST = 5  # letters of a name that may be spelt otherwise: shorter ones meet by chance
_LIKE = 0.6  # share of letters that two names with equal skeletons must have in common
_ALMOST = 0.7  # the same where the skeletons differ by one consonant that clerks confuse
_ONE_EDIT = 5  # letters from which one wrong letter is a slip and not another name
_CONFUSED = ("zj", "sS", "kh", "pb", "dt", "gh", "wf")  # consonants that clerks take for another
_LETTERS = "bdfghjklmnprstwxzSC"


def default_path() -> Path:
    """Return where the gazetteer is kept unless a caller says otherwise: the user's cache."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(cache) if cache.startswith("/") else Path.home() / ".cache"
    return home / "rashomon" / "gazetteer.sqlite"


class Gazetteer:
    """Places by name. Use `Gazetteer.open`; look-ups are remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from an open connection."""
        self._connection = connection
        self._found: OrderedDict[str, tuple[Row, ...]] = OrderedDict()
        self._near: OrderedDict[tuple[str, str], tuple[Row, ...]] = OrderedDict()
        self._countries: dict[str, Row] = {
            str(row.country): row for row in self._rows("feature = ?", (COUNTRY,))
        }
        self._provinces: dict[tuple[str, str], Row] = {
            (str(row.country), str(row.admin1)): row for row in self._rows("feature = ?", (FIRST,))
        }

        self._districts: dict[str, dict[tuple[str, str], Row]] = {}

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """Open the gazetteer file at `path` for reading.

        Raises:
            MissingPartError: there is none, or it is of another version.
        """
        remedy = f"`rashomon gazetteer build --gazetteer {path}` makes one in about half a minute"
        if not path.is_file():
            msg = f"no gazetteer at {path}: {remedy}"
            raise MissingPartError(msg)
        uri = f"{path.resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == VERSION:
                return cls(connection)
        except sqlite3.DatabaseError as error:
            version = error
        connection.close()
        msg = f"{path} is no gazetteer of version {VERSION} (found {version}): {remedy}"
        raise MissingPartError(msg)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def find(self, name: str, country: str | None = None) -> tuple[Row, ...]:
        """Return every place of that name, in any spelling of `fold`, the most populous first."""
        rows = self.find_all([name])[fold(name)]
        return tuple(row for row in rows if country is None or row.country == country)

    def find_all(self, names: Iterable[str]) -> dict[str, tuple[Row, ...]]:
        """Look many names up at once; the answer is keyed by the folded name."""
        keys = dict.fromkeys(fold(name) for name in names)
        answer = {key: _recall(self._found, key) for key in keys}
        missing = [key for key, rows in answer.items() if rows is None]
        for batch in batched(missing, _AT_ONCE):
            found: dict[str, list[Row]] = {key: [] for key in batch}
            for key, row in self._named(batch):
                found[key].append(row)
            for key, rows in found.items():
                answer[key] = _remember(self._found, key, tuple(sorted(rows, key=_prominence)))
        return {key: rows or () for key, rows in answer.items()}

    def near_spelling(self, name: str, country: str) -> tuple[Row, ...]:
        """Return places of one country whose name may be `name` spelt otherwise, nearest first.

        Equal skeletons, a skeleton with one consonant that clerks confuse, or one wrong letter.
        The name itself counts as a spelling. World-wide this would be far too loose.
        """
        key = fold(name)
        asked = (key, country)
        rows = _recall(self._near, asked)
        return _remember(self._near, asked, self._spelt(key, country)) if rows is None else rows

    def country(self, iso: str) -> Row | None:
        """Return the country of an ISO 3166-1 alpha-2 code."""
        return self._countries.get(iso)

    def province(self, iso: str, admin1: str) -> Row | None:
        """Return the first-level area of a country by its GeoNames code."""
        return self._provinces.get((iso, admin1))

    def district(self, iso: str, admin1: str, admin2: str) -> Row | None:
        """Return the second-level area of a country by its GeoNames codes."""
        if iso not in self._districts:
            rows = self._rows("country = ? AND feature = ?", (iso, SECOND))
            self._districts[iso] = {(str(row.admin1), str(row.admin2)): row for row in rows}
        return self._districts[iso].get((admin1, admin2))

    def _spelt(self, key: str, country: str) -> tuple[Row, ...]:
        bones = joined_skeleton(key)
        if len(key) < _SHORTEST or not key.isascii() or not bones:
            return ()
        nearest: dict[int, float] = {}
        for place, other, its_bones in self._spellings(country, _one_edit_away(bones)):
            likeness = _likeness(key, bones, other, its_bones)
            if likeness > nearest.get(place, 0.0):
                nearest[place] = likeness
        rows = self._by_id(sorted(nearest, key=lambda place: (-nearest[place], place)))
        return tuple(sorted(rows, key=lambda row: (-nearest[row.id], _prominence(row))))

    def _named(self, keys: Sequence[str]) -> Iterable[tuple[str, Row]]:
        columns = ", ".join(f"place.{column}" for column in COLUMNS)
        query = (
            f"SELECT name.key, {columns} FROM name JOIN place ON place.id = name.place "  # noqa: S608
            f"WHERE name.key IN ({_marks(keys)})"
        )
        for key, *cells in self._connection.execute(query, keys):
            yield key, _row(cells)

    def _spellings(self, country: str, bones: list[str]) -> list[tuple[int, str, str]]:
        query = (
            "SELECT place, key, skeleton FROM spelling "  # noqa: S608  question marks only
            f"WHERE country = ? AND skeleton IN ({_marks(bones)})"
        )
        return self._connection.execute(query, [country, *bones]).fetchall()

    def _by_id(self, ids: Sequence[int]) -> list[Row]:
        wanted = ids[:_AT_ONCE]
        return list(self._rows(f"id IN ({_marks(wanted)})", wanted))

    def _rows(self, condition: str, values: Iterable[object]) -> Iterable[Row]:
        query = f"SELECT {', '.join(COLUMNS)} FROM place WHERE {condition}"  # noqa: S608
        return map(_row, self._connection.execute(query, list(values)))


def _row(cells: Iterable[object]) -> Row:
    values = dict(zip(COLUMNS, cells, strict=True))
    values["derived"] = bool(values["derived"])
    return Row(**values)  # type: ignore[arg-type]  # the columns are the fields


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _prominence(row: Row) -> tuple[int, int, int]:
    return (-row.population, -row.names, row.id)


def _likeness(key: str, bones: str, other: str, its_bones: str) -> float:
    """Return how surely two keys spell one name: 0 for not at all, 1 for the same key."""
    alike = Levenshtein.normalized_similarity(key.replace(" ", ""), other.replace(" ", ""))
    if bones == its_bones and alike >= _LIKE:
        return 0.9 + 0.1 * alike
    if alike >= _ALMOST and _is_confusion(bones, its_bones):
        return 0.8 * alike
    if len(key) >= _ONE_EDIT and Levenshtein.distance(key, other, score_cutoff=1) == 1:
        return 0.7 * alike
    return 0.0


def _is_confusion(one: str, other: str) -> bool:
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return (
        len(one) == len(other)
        and len(pairs) == 1
        and any(set(pairs[0]) == set(confused) for confused in _CONFUSED)
    )


def _one_edit_away(bones: str) -> list[str]:
    cuts = [(bones[:at], bones[at:]) for at in range(len(bones) + 1)]
    dropped = {left + right[1:] for left, right in cuts if right}
    changed = {left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS}
    added = {left + letter + right for left, right in cuts for letter in _LETTERS}
    return sorted(({bones} | dropped | changed | added) - {""})[:_AT_ONCE]


K = TypeVar("K")


def _recall(memory: OrderedDict[K, T], key: K) -> T | None:
    if key in memory:
        memory.move_to_end(key)
    return memory.get(key)


def _remember(memory: OrderedDict[K, T], key: K, value: T) -> T:
    memory[key] = value
    if len(memory) > _REMEMBERED:
        memory.popitem(last=False)
    return value
