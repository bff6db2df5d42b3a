"""Load the lexicon's YAML files and hand out their entries with types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import NoneType
from typing import TypeGuard

import yaml

from rashomon.errors import DataError, MissingPartError

__all__ = ["Section", "languages", "section"]

_ROOT = files("rashomon.lexicon")
_ALL = "*"  # in a list of absent keys: the whole file
_WORDS = "words alone (quote yes, no, on, off and numbers)"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Section:
    """One YAML file of one language. Every getter names the file and key when an entry is wrong."""

    name: str
    entries: Mapping[str, object]
    absent: frozenset[str] = frozenset()  # keys that the language declares not to need

    def words(self, key: str) -> frozenset[str]:
        """Return a list of words or phrases as a set."""
        return frozenset(self.ordered(key))

    def ordered(self, key: str) -> tuple[str, ...]:
        """Return a list of words or phrases in the order of the file."""
        value = self._get(key, [])
        if not _is_list_of_words(value):
            raise self._wrong(key, f"a list of {_WORDS}")
        return tuple(value)

    def pairs(self, key: str) -> dict[str, str]:
        """Return a mapping from word to word, in the order of the file."""
        value = self._get(key, {})
        if not isinstance(value, dict) or not all(
            isinstance(part, str) for pair in value.items() for part in pair
        ):
            raise self._wrong(key, "a mapping from words to words")
        return dict(value)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a mapping from a word to a list of words."""
        value = self._get(key, {})
        if not isinstance(value, dict) or not all(
            isinstance(word, str) and _is_list_of_words(own) for word, own in value.items()
        ):
            raise self._wrong(key, f"a mapping from words to lists of {_WORDS}")
        return {word: tuple(own) for word, own in value.items()}

    def numbers(self, key: str) -> dict[str, tuple[int | None, ...]]:
        """Return a mapping from a word to a row of whole numbers, null for none."""
        value = self._get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a mapping from words to numbers")
        rows: dict[str, tuple[int | None, ...]] = {}
        for word, row in value.items():
            cells = row if isinstance(row, list) else [row]
            are_whole = all(type(cell) in {int, NoneType} for cell in cells)
            if not isinstance(word, str) or not are_whole:
                raise self._wrong(key, f"whole numbers or null for {word!r}")
            rows[word] = tuple(cells)
        return rows

    def _get(self, key: str, empty: object) -> object:
        if key in self.entries:
            return self.entries[key]
        if {key, _ALL} & self.absent:
            return empty
        raise self._wrong(key, "to be there, or declared absent in language.yml")

    def _wrong(self, key: str, expected: str) -> DataError:
        found = type(self.entries.get(key)).__name__
        return DataError(f"lexicon/{self.name}.yml: {key!r} is {found}, expected {expected}")


def _is_list_of_words(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


@cache
def section(language: str, name: str) -> Section:
    """Load `lexicon/<language>/<name>.yml`.

    What the language declares absent in its `language.yml` (a key, or "*" for the whole file) is
    empty.

    Raises:
        MissingPartError: no such file, with the languages that are there.
        DataError: the file is not a mapping.
    """
    declared = _entries(language, "language").get("absent", {})
    absent = frozenset(declared.get(name, ())) if isinstance(declared, dict) else frozenset()
    entries = {} if _ALL in absent else _entries(language, name)
    return Section(f"{language}/{name}", entries, absent)


@cache
def _entries(language: str, name: str) -> Mapping[str, object]:
    path = _ROOT / language / f"{name}.yml"
    if not path.is_file():
        known = ", ".join(languages())
        msg = f"no lexicon {language}/{name}.yml; languages with a lexicon: {known}"
        raise MissingPartError(msg)
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  safe loader, in C where built
    if not isinstance(entries, dict):
        msg = f"lexicon/{language}/{name}.yml: expected a mapping, found {type(entries).__name__}"
        raise DataError(msg)
    return entries


@cache
def languages() -> tuple[str, ...]:
    """List the ISO 639-1 codes of the languages that a lexicon covers."""
    return tuple(sorted(entry.name for entry in _ROOT.iterdir() if len(entry.name) == 2))  # noqa: PLR2004  ISO 639-1 codes have two letters
