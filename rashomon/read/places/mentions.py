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

_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
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
    gazetteer: Gazetteer
    homes: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    trusted: frozenset[str] = frozenset()
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
        gazetteer=gazetteer,
        is_upper=mostly_upper(page.doc),
        entities={token.i: entity for entity in page.doc.ents for token in entity},
    )
    sight.persons = _surnames(page.doc)
    everything = [chunk for group in chunks.values() for chunk in group]
    sight.homes = _homes(everything, sight, gazetteer)
    cued = {sentence.start: cued_names(sentence, words) for sentence in sentences}
    beside_kind = {bounds for names in cued.values() for bounds in names}
    sight.trusted = frozenset(
        _key(chunk.text, words)
        for chunk in everything
        if (chunk.first, chunk.last) in beside_kind or _is_surely_placed(chunk, sight)
    )
    return tuple(
        mention
        for sentence in sentences
        for mention in _in_sentence(chunks[sentence.start], cued[sentence.start], sight)
    )


def _in_sentence(
    chunks: list[Chunk], cued: Mapping[tuple[int, int], str], sight: _Sight
) -> Iterator[Mention]:
    taken = 0
    for chunk in _with_cued(chunks, cued, sight):
        if chunk.first >= taken:
            mention = _judge(chunk, cued.get((chunk.first, chunk.last)), sight)
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
    words, folded, key = sight.words, fold(chunk.text), _key(chunk.text, sight.words)
    rows = _fitting(chunk, key, sight)
    if chunk.text.lower() in words.never or folded in words.never:
        return None
    if folded in words.peoples:
        return _mention(chunk, folded, None, sight, is_people=True)
    if chunk.text in words.abbreviations:
        follows = chunk.first > 0 and sight.doc[chunk.first - 1].text == ","
        return _mention(chunk, key, None, sight) if follows or "." in chunk.text else None
    if kind is None:
        kind = _own_kind(chunk, sight)
    if not rows and not kind and _is_located(chunk, sight):
        rows = _spelt_otherwise(chunk, key, sight)
    if _has_shorter_name(chunk, kind, rows, sight):
        return None
    if kind is not None and (rows or _is_telling(chunk, kind, sight)):
        return _mention(chunk, key, kind, sight)
    if _is_place(chunk, key, rows, sight):
        return _mention(chunk, key, kind, sight)
    return None


def _own_kind(chunk: Chunk, sight: _Sight) -> str | None:
    """Return the kind that a name ends in: the county of "Adams County"."""
    own = sight.doc[chunk.last - 1].lower_
    return own if chunk.last - chunk.first > 1 and own in sight.words.part_of_name else None


def _is_telling(chunk: Chunk, kind: str, sight: _Sight) -> bool:
    """Tell whether a kind makes a place of a name that the gazetteer lacks.

    A capital makes an organisation of it ("Transport Department"), unless it is part of the name.
    """
    if sight.doc[chunk.first].lower_ in sight.words.never:
        return False
    if _own_kind(chunk, sight):
        entity = sight.entities.get(chunk.first)
        inside = entity is not None and entity.label_ == "ORG" and entity.end > chunk.last
        return kind in sight.words.telling and not inside
    behind = sight.doc[chunk.last] if chunk.last < len(sight.doc) else None
    capital = behind is not None and behind.lower_ == kind and behind.text != kind
    organisation = capital and not sight.is_upper and not _is_located(chunk, sight)
    return kind in sight.words.telling and not organisation


def _has_shorter_name(
    chunk: Chunk, kind: str | None, rows: tuple[Row, ...], sight: _Sight
) -> bool:
    """Tell whether an unknown name begins with a known one: "Adams County" of "... County Jail"."""
    if rows or (kind is not None and kind in sight.words.telling):
        return False
    return any(
        _is_strong(row) or row.feature == "ADM2" or row.population >= _TOWN
        for last in range(chunk.first + 1, chunk.last)
        for row in sight.rows.get(_key(sight.doc[chunk.first : last].text, sight.words), ())
    )


def _is_surely_placed(chunk: Chunk, sight: _Sight) -> bool:
    """Tell whether this one use of a name shows that it is a place's, so that other uses are."""
    if not _fitting(chunk, _key(chunk.text, sight.words), sight) or _is_plain_word(chunk, sight):
        return False
    entity = sight.entities.get(chunk.first)
    exact = entity is None or _bare(entity) == (chunk.first, chunk.last)
    if not exact or _is_titled(chunk, sight):
        return False
    tagged = entity is not None and entity.label_ in {"GPE", "LOC"}
    return tagged or _is_located(chunk, sight) or _has_parent(chunk, sight)


def _is_place(chunk: Chunk, key: str, rows: tuple[Row, ...], sight: _Sight) -> bool:
    if sight.is_upper:
        return bool(rows) and _is_place_in_capitals(chunk, rows, sight)
    entity = sight.entities.get(chunk.first)
    placed = _is_located(chunk, sight) or _has_parent(chunk, sight)
    if not rows:
        tagged = entity is not None and entity.label_ in {"GPE", "LOC"}
        return placed and tagged and _bare(entity) == (chunk.first, chunk.last)
    label = entity.label_ if entity is not None else ""
    exact = entity is not None and _bare(entity) == (chunk.first, chunk.last)
    if label in {"GPE", "LOC"} or (label == "FAC" and exact):
        return exact or entity.end >= chunk.last
    if _is_plain_word(chunk, sight):
        return False
    strong = any(map(_is_strong, rows))
    home = any(row.country in sight.homes for row in rows)
    placed = placed or key in sight.trusted
    placed = placed or ((strong or home) and _follows(chunk, sight, sight.words.prepositions))
    if entity is None:
        return placed or (home and any(row.is_country or row.feature == "ADM1" for row in rows))
    if label in _NUMBERS:
        return strong and exact
    if label == "PERSON" and (exact or not _is_followed_by_word(chunk, sight)):
        modifies = sight.doc[chunk.last - 1].dep_ == "compound" or strong
        return exact and home and (placed or modifies) and not _is_titled(chunk, sight)
    if exact:
        return placed or any(row.is_country or row.feature == "ADM1" for row in rows)
    starts = _bare(entity)[0] == chunk.first
    ends = entity[-1].lower_ not in sight.words.organisations
    if starts:
        return ends and (strong or key in sight.trusted)
    return ends and strong and home and key in sight.trusted and label in {"ORG", "FAC"}


def _is_plain_word(chunk: Chunk, sight: _Sight) -> bool:
    """Tell whether a name is a single word that is common in lower case: "Federal", "Airport"."""
    word = sight.doc[chunk.first].lower_
    words = sight.words
    common = word in words.common or word in words.kinds or word in words.directional
    return chunk.last - chunk.first == 1 and common


def _is_followed_by_word(chunk: Chunk, sight: _Sight) -> bool:
    """Tell whether a common word follows in capitals, as in "Exampleville Fire Department"."""
    return chunk.last < len(sight.doc) and sight.doc[chunk.last].lower_ in sight.words.common


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


def _spelt_otherwise(chunk: Chunk, key: str, sight: _Sight) -> tuple[Row, ...]:
    """Look for a place of the text's one country whose name is spelt nearly so."""
    word = sight.doc[chunk.first]
    if len(sight.homes) != 1 or word.pos_ != "PROPN" or word.lower_ in sight.words.common:
        return ()
    (home,) = sight.homes
    return sight.gazetteer.near_spelling(key, home)


def _is_strong(row: Row) -> bool:
    return (
        row.is_country
        or row.feature in {"ADM1", "PPLC"}
        or row.feature_class == "L"
        or row.population >= _WELL_KNOWN
    )


def _is_located(chunk: Chunk, sight: _Sight) -> bool:
    """Tell whether "in", "near", ... stand before the name, also "in northern X"."""
    return _follows(chunk, sight, sight.words.locating)


def _follows(chunk: Chunk, sight: _Sight, prepositions: frozenset[str]) -> bool:
    at = chunk.first - 1
    while at >= 0 and (
        sight.doc[at].lower_ in sight.words.directional or sight.doc[at].lower_ == "the"
    ):
        at -= 1
    return at >= 0 and sight.doc[at].lower_ in prepositions


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


def _homes(chunks: list[Chunk], sight: _Sight, gazetteer: Gazetteer) -> frozenset[str]:
    """Collect the countries that the text names, or whose people or provinces it names."""
    homes = set()
    for chunk in chunks:
        homes.add(sight.words.peoples.get(fold(chunk.text), ""))
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
