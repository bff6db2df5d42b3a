"""Decide which stretches of a text name places.

The gazetteer and the words beside a name outrank the tagger, which takes towns it never met for
persons; but a person's or an organisation's name that is also a town's stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from rashomon.gazetteer import Gazetteer, Row
from rashomon.read.page import Page, span_of
from rashomon.read.places.chunks import Chunk, chunks_of, cued_names, mostly_upper
from rashomon.read.places.words import Words
from rashomon.text.folding import fold
from rashomon.values import Span

__all__ = ["Mention", "find_mentions"]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WELL_KNOWN = 200_000  # people from which a town needs no other evidence than its name
_TOWN = 5_000  # people from which a town may lend its name to an organisation
_CODE = 3  # letters of names that must be in capitals as they are in the text: "US", "UAE"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a place in a text: where, what to look up, what kind of place the words ask for."""

    span: Span
    key: str
    first: int
    last: int
    kind: str | None = None
    is_people: bool = False


@dataclass
class _Sight:
    """What is known of a document before its names are judged."""

    doc: Doc
    words: Words
    rows: Mapping[str, tuple[Row, ...]]
    is_upper: bool
    homes: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    entities: dict[int, Tokens] = field(default_factory=dict)


def find_mentions(page: Page, gazetteer: Gazetteer, words: Words) -> tuple[Mention, ...]:
    """Find the names of places of a page, in the order of the text, none inside another."""
    sentences = list(page.sentences())
    chunks = {sentence.start: list(chunks_of(sentence, words)) for sentence in sentences}
    texts = {chunk.text for group in chunks.values() for chunk in group}
    keys = {text: _key(text, words) for text in texts}
    sight = _Sight(
        doc=page.doc,
        words=words,
        rows=gazetteer.find_all(keys.values()),
        is_upper=mostly_upper(page.doc),
        entities={token.i: entity for entity in page.doc.ents for token in entity},
    )
    sight.persons = _surnames(page.doc)
    sight.homes = _homes(chunks.values(), sight, gazetteer)
    return tuple(
        mention
        for sentence in sentences
        for mention in _in_sentence(sentence, chunks[sentence.start], sight)
    )


def _in_sentence(sentence: Tokens, chunks: list[Chunk], sight: _Sight) -> Iterator[Mention]:
    cued = cued_names(sentence, sight.words)
    taken = sentence.start
    for chunk in _with_cued(chunks, cued, sight):
        if chunk.first < taken:
            continue
        kind = cued.get((chunk.first, chunk.last))
        mention = _judge(chunk, kind, sight)
        if mention is not None:
            taken = mention.last
            yield mention


def _with_cued(
    chunks: list[Chunk], cued: Mapping[tuple[int, int], str], sight: _Sight
) -> list[Chunk]:
    """Put names that only a cue or the tagger shows among the others, the longest first."""
    known = {(chunk.first, chunk.last) for chunk in chunks}
    extra = [
        Chunk(first, last, sight.doc[first:last].text)
        for first, last in cued
        if (first, last) not in known
    ]
    return sorted([*chunks, *extra], key=lambda chunk: (chunk.first, -chunk.last))


def _judge(chunk: Chunk, kind: str | None, sight: _Sight) -> Mention | None:
    words, key = sight.words, _key(chunk.text, sight.words)
    lowered = chunk.text.lower()
    rows = _fitting(chunk, key, sight)
    if lowered in words.never or fold(chunk.text) in words.never:
        return None
    if fold(chunk.text) in words.peoples:
        return _mention(chunk, fold(chunk.text), None, sight, is_people=True)
    if chunk.text in words.abbreviations:
        follows = chunk.first > 0 and sight.doc[chunk.first - 1].text == ","
        return _mention(chunk, key, None, sight) if follows or "." in chunk.text else None
    own = sight.doc[chunk.last - 1].lower_
    if kind is None and chunk.last - chunk.first > 1 and own in words.kinds:
        kind = own if rows or own in words.part_of_name else None
    if kind is not None and (rows or kind in words.telling):
        return _mention(chunk, key, kind, sight)
    if _is_place(chunk, rows, sight):
        return _mention(chunk, key, kind, sight)
    return None


def _is_place(chunk: Chunk, rows: tuple[Row, ...], sight: _Sight) -> bool:
    if sight.is_upper:
        return bool(rows) and _is_place_in_capitals(chunk, rows, sight)
    entity = sight.entities.get(chunk.first)
    if entity is None:
        return bool(rows) and _is_untagged_place(chunk, rows, sight)
    exact = _bare(entity) == (chunk.first, chunk.last)
    if entity.label_ in _PLACES:
        return exact or (bool(rows) and entity.end >= chunk.last)
    if not rows:
        return False
    strong = any(map(_is_strong, rows))
    if entity.label_ == "PERSON":
        located = _is_located(chunk, sight) or _has_parent(chunk, sight)
        at_home = strong or any(row.country in sight.homes for row in rows)
        return exact and not _is_titled(chunk, sight) and located and at_home
    if entity.label_ in {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}:
        return strong
    if exact:
        return strong or _is_located(chunk, sight) or any(r.country in sight.homes for r in rows)
    starts = entity.start == chunk.first or sight.doc[entity.start].lower_ == "the"
    ends = entity[-1].lower_ not in sight.words.organisations
    return ends and (strong or (starts and any(row.population >= _TOWN for row in rows)))


def _is_untagged_place(chunk: Chunk, rows: tuple[Row, ...], sight: _Sight) -> bool:
    strong = any(map(_is_strong, rows))
    token = sight.doc[chunk.first]
    if chunk.last - chunk.first == 1 and token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        return False
    if token.is_sent_start and token.lower_ in sight.words.common:
        return False
    return strong or _has_parent(chunk, sight) or _is_located(chunk, sight)


def _is_place_in_capitals(chunk: Chunk, rows: tuple[Row, ...], sight: _Sight) -> bool:
    """Judge a name of a text set in capitals, where neither case nor tagger is any help."""
    if all(word.lower() in sight.words.common for word in chunk.text.split()):
        return False
    if any(row.is_country or row.feature == "ADM1" or row.feature == "PPLC" for row in rows):
        return True
    at_home = any(row.country in sight.homes for row in rows)
    return at_home and (_is_located(chunk, sight) or _has_parent(chunk, sight))


def _fitting(chunk: Chunk, key: str, sight: _Sight) -> tuple[Row, ...]:
    """Leave out rows that the letters of the text speak against: "Us" is no country."""
    rows = sight.rows.get(fold(key), ())
    if len(key) > _CODE:
        return rows
    if chunk.text.isupper():
        return tuple(row for row in rows if row.is_country or fold(row.name) != key)
    return tuple(row for row in rows if fold(row.name) == key) if len(key) == _CODE else ()


def _is_strong(row: Row) -> bool:
    return (
        row.is_country
        or row.feature in {"ADM1", "PPLC"}
        or row.feature_class == "L"
        or row.population >= _WELL_KNOWN
    )


def _is_located(chunk: Chunk, sight: _Sight) -> bool:
    """Tell whether "in", "near", ... stand before the name, also "in northern X"."""
    at = chunk.first - 1
    while at >= 0 and (
        sight.doc[at].lower_ in sight.words.directional or sight.doc[at].lower_ == "the"
    ):
        at -= 1
    return at >= 0 and sight.doc[at].lower_ in sight.words.locating


def _has_parent(chunk: Chunk, sight: _Sight) -> bool:
    """Tell whether ", Texas" or ", Afghanistan" follows: a comma and a larger place."""
    doc, last = sight.doc, chunk.last
    if last + 1 >= len(doc) or doc[last].text != ",":
        return False
    if doc[last + 1].text in sight.words.abbreviations:
        return True
    return any(
        row.is_country or row.feature == "ADM1"
        for width in (1, 2)
        for row in sight.rows.get(fold(doc[last + 1 : last + 1 + width].text), ())
    )


def _is_titled(chunk: Chunk, sight: _Sight) -> bool:
    before = sight.doc[chunk.first - 1] if chunk.first else None
    return (
        fold(chunk.text) in sight.persons
        or (before is not None and before.lower_.rstrip(".") in sight.words.titles)
    )


def _surnames(doc: Doc) -> frozenset[str]:
    """Collect the last words of full names of persons: "Hilton" of "Paris Hilton"."""
    people = [_bare(entity) for entity in doc.ents if entity.label_ == "PERSON"]
    return frozenset(fold(doc[last - 1].text) for first, last in people if last - first > 1)


def _homes(
    groups: Iterator[list[Chunk]] | object, sight: _Sight, gazetteer: Gazetteer
) -> frozenset[str]:
    """Collect the countries that the text names, or whose people or provinces it names."""
    homes = set()
    for chunk in (chunk for group in groups for chunk in group):  # type: ignore[attr-defined]
        people = sight.words.peoples.get(fold(chunk.text))
        if people is not None:
            homes.add(people)
        key = _key(chunk.text, sight.words)
        for row in _fitting(chunk, key, sight):
            if row.is_country or (row.feature == "ADM1" and fold(row.name) == key):
                homes.add(str(row.country))
    return frozenset(home for home in homes if gazetteer.country(home))


def _bare(entity: Tokens) -> tuple[int, int]:
    """Return the tokens of an entity without an article before and a possessive behind it."""
    first, last = entity.start, entity.end
    while first < last - 1 and entity.doc[first].lower_ in {"the", "a", "an"}:
        first += 1
    while last - 1 > first and entity.doc[last - 1].tag_ == "POS":
        last -= 1
    return first, last


def _key(text: str, words: Words) -> str:
    return fold(words.abbreviations.get(text, text))


def _mention(
    chunk: Chunk, key: str, kind: str | None, sight: _Sight, *, is_people: bool = False
) -> Mention:
    span = span_of(sight.doc[chunk.first : chunk.last])
    return Mention(span, key, chunk.first, chunk.last, kind, is_people)
