"""Statements of FollowTheMoney: one value of one property of one entity, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from rashomon.tell.exports.plain import plain
from rashomon.text.days import as_day
from rashomon.text.folding import fold
from rashomon.values import JSONScalar, Report, identify

__all__ = ["OWN", "Entity", "Origin", "Statement", "day", "entities", "name", "origin_in", "stated"]

_LANGUAGES = {"en": "eng", "fr": "fra"}  # ISO 639-3, as the library has them; those that are read
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 384  # characters; what is longer the library takes for no name
_QUOTES = "\"'“”‘’«»„‚ "


class Entity(NamedTuple):
    """An entity by its id, which is the same in every run, and its schema."""

    id: str
    schema: str

    @staticmethod
    @lru_cache(maxsize=1 << 16)
    def of(schema: str, kind: str, *parts: JSONScalar) -> Entity:
        """Name an entity by what kind of thing it is here and what tells it from others."""
        return Entity(f"{kind}-{identify('ftm', *parts)}", schema)


class Origin(NamedTuple):
    """Where a statement comes from.

    `dataset` is the publisher, as a name of a data set; `chain` the voices behind it, the
    innermost first; `seen` the day of publication; `language` an ISO 639-3 code.
    """

    dataset: str
    chain: str
    seen: str | None = None
    language: str | None = None


OWN = Origin("rashomon", "rashomon")  # what rashomon concludes


class Statement(NamedTuple):
    """One value of one property, and the words of the text where they are others."""

    entity: Entity
    prop: str
    value: str
    origin: Origin
    original: str | None = None

    def fields(self) -> dict[str, object]:
        """Lay it out as the library does.

        The id holds the origin and the words too: two voices that say the same in one paper are
        two statements.
        """
        origin, original = self.origin, self.original if self.original != self.value else None
        return {
            "canonical_id": self.entity.id,
            "entity_id": self.entity.id,
            "prop": self.prop,
            "schema": self.entity.schema,
            "value": self.value,
            "dataset": origin.dataset,
            "lang": origin.language,
            "original_value": original,
            "first_seen": origin.seen,
            "last_seen": origin.seen,
            "external": False,
            "origin": origin.chain,
            "id": identify(
                origin.dataset, self.entity.id, self.prop, self.value, origin.chain, original
            ),
        }


Values: TypeAlias = str | Iterable[str | None] | None


def stated(
    entity: Entity, origin: Origin, original: str | None = None, /, **properties: Values
) -> Iterator[Statement]:
    """Yield a statement for each value that is there."""
    for prop, values in properties.items():
        for value in (values,) if isinstance(values, str) or values is None else values:
            if value:
                yield Statement(entity, prop, value, origin, original)


def entities(statements: Iterable[Statement]) -> list[dict[str, object]]:
    """Put statements together to entities, in order of id; each value once, in order."""
    schemas: dict[str, str] = {}
    values: dict[str, dict[str, set[str]]] = {}
    datasets: dict[str, set[str]] = {}
    for each in statements:
        schemas[each.entity.id] = each.entity.schema
        values.setdefault(each.entity.id, {}).setdefault(each.prop, set()).add(each.value)
        datasets.setdefault(each.entity.id, set()).add(each.origin.dataset)
    return [
        {
            "id": found,
            "schema": schemas[found],
            "properties": {prop: sorted(values[found][prop]) for prop in sorted(values[found])},
            "datasets": sorted(datasets[found]),
        }
        for found in sorted(schemas)
    ]


def origin_in(report: Report, chain: Iterable[str] = ()) -> Origin:
    """Say that a report makes a statement, on the word of the voices of a chain."""
    return Origin(
        dataset=_dataset(report),
        chain=" < ".join(filter(None, map(plain, chain))) or plain(report.publisher) or "unknown",
        seen=day(report.published),
        language=_LANGUAGES.get(report.language or ""),
    )


def name(text: str | None) -> str | None:
    """Return a name as the library has them: without quotation marks around it, not too long."""
    return plain(text).strip(_QUOTES)[:_LONGEST_NAME].strip(_QUOTES) or None


def day(iso: str | None) -> str | None:
    """Return the day of a date or date-time; None where it is none."""
    found = as_day(iso)
    return None if found is None else found.isoformat()


def _dataset(report: Report) -> str:
    """Name a data set by its publisher, in letters that every program takes."""
    letters = _NO_LETTER.sub("_", fold(plain(report.publisher))).strip("_")
    if letters:
        return letters
    return f"publisher_{identify(report.publisher)}" if report.publisher else "unknown"
