"""Decide which stretches of a text name places.

The gazetteer and the words beside a name outrank the tagger, which takes towns it never met for
persons; but a person's or an organisation's name that is also a town's stays what it is. Kinds of
weak evidence that were right less than about four times in ten on half of the texts of `places`
are left out: accepting them would lower F1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from rashomon.gazetteer import Gazetteer, Row
from rashomon.read.page import Page, span_of
from rashomon.read.places.chunks import Chunk, chunks_of, cued_names, mostly_upper
from rashomon.read.places.evidence import Sight, bare, is_strong, key_of
from rashomon.read.places.words import Words
from rashomon.text.folding import fold
from rashomon.values import Span

__all__ = ["Mention", "find_mentions"]

_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_TOWN = 5_000  # people from which a town within a longer unknown name is meant itself
_POSTAL = 2  # letters of the post's abbreviations, which are also words: "IN", "OR", "ME"
_PROVINCES = frozenset({"ADM1", "PPLC"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a place in a text: where, what to look up, what kind of place the words ask for."""

    span: Span
    key: str
    kind: str | None = None
    is_people: bool = False


def find_mentions(page: Page, gazetteer: Gazetteer, words: Words) -> tuple[Mention, ...]:
    """Find the names of places of a page, in the order of the text, none inside another."""
    sentences = list(page.sentences)
    chunks = [list(chunks_of(sentence, words)) for sentence in sentences]
    cued = [cued_names(sentence, words) for sentence in sentences]
    sight = _sight(page, gazetteer, words, [chunk for group in chunks for chunk in group])
    beside_kind = {bounds for names in cued for bounds in names}
    trusted = frozenset(
        key_of(chunk.text, words)
        for group in chunks
        for chunk in group
        if (chunk.first, chunk.last) in beside_kind or sight.shows_place(chunk)
    )
    sight = replace(sight, trusted=trusted)
    return tuple(
        mention
        for group, names in zip(chunks, cued, strict=True)
        for mention in _in_sentence(group, names, sight)
    )


def _sight(page: Page, gazetteer: Gazetteer, words: Words, chunks: list[Chunk]) -> Sight:
    texts = {chunk.text for chunk in chunks}
    sight = Sight(
        doc=page.doc,
        words=words,
        gazetteer=gazetteer,
        rows=gazetteer.find_all(words.abbreviations.get(text, text) for text in texts),
        is_upper=mostly_upper(page.doc),
        entities={token.i: entity for entity in page.doc.ents for token in entity},
        persons=_surnames(page.doc),
    )
    return replace(sight, homes=_homes(chunks, sight))


def _surnames(doc: Doc) -> frozenset[str]:
    """Collect the last words of full names of persons: "Hilton" of "Paris Hilton"."""
    people = [bare(entity) for entity in doc.ents if entity.label_ == "PERSON"]
    return frozenset(fold(doc[last - 1].text) for first, last in people if last - first > 1)


def _homes(chunks: Iterable[Chunk], sight: Sight) -> frozenset[str]:
    """Collect the countries that the text names, or whose people or provinces it names."""
    homes = set()
    for chunk in chunks:
        key = key_of(chunk.text, sight.words)
        homes.add(sight.words.peoples.get(key, ""))
        if sight.is_plain_word(chunk):
            continue  # "Northern" and "Central" are provinces somewhere
        for row in sight.fitting(chunk):
            if row.is_country or (row.feature == "ADM1" and fold(row.name) == key):
                homes.add(str(row.country))
    return frozenset(home for home in homes if sight.gazetteer.country(home))


def _in_sentence(
    chunks: list[Chunk], cued: Mapping[tuple[int, int], str], sight: Sight
) -> Iterator[Mention]:
    """Take the longest place at every word, names that only a cue shows among the others."""
    known = {(chunk.first, chunk.last) for chunk in chunks}
    unknown = [Chunk(*bounds, sight.doc[slice(*bounds)].text) for bounds in {*cued} - known]
    taken = 0
    for chunk in sorted([*chunks, *unknown], key=lambda chunk: (chunk.first, -chunk.last)):
        if chunk.first >= taken:
            mention = _judge(chunk, cued.get((chunk.first, chunk.last)), sight)
            if mention is not None:
                taken = chunk.last
                yield mention


def _judge(chunk: Chunk, beside: str | None, sight: Sight) -> Mention | None:
    """Make a mention of a stretch that is a place's name; `beside` is the kind beside it."""
    words, key = sight.words, key_of(chunk.text, sight.words)
    if key in words.never or chunk.text.lower() in words.never or sight.is_street(chunk):
        return None
    mention = Mention(span_of(sight.doc[chunk.first : chunk.last]), key)
    if key in words.peoples:
        return replace(mention, is_people=True)
    if chunk.text in words.abbreviations:
        follows = chunk.first > 0 and sight.doc[chunk.first - 1].text == ","
        written_out = len(chunk.text) == _POSTAL and not follows
        return None if written_out else mention
    if beside is None and _ends_in_kind(chunk, sight):
        return None
    kind = beside or _own_kind(chunk, sight)
    rows = sight.fitting(chunk)
    if not rows and kind is None and sight.is_located(chunk):
        rows = sight.spelt_otherwise(chunk)
    if not rows and _has_shorter_name(chunk, kind, sight):
        return None
    cue = kind is not None and (bool(rows) or _is_telling(chunk, kind, sight))
    return replace(mention, kind=kind) if cue or _is_place(chunk, rows, sight) else None


def _own_kind(chunk: Chunk, sight: Sight) -> str | None:
    """Return the kind that a name ends in: the county of "Adams County"."""
    own = sight.doc[chunk.last - 1].lower_
    return own if chunk.last - chunk.first > 1 and own in sight.words.part_of_name else None


def _ends_in_kind(chunk: Chunk, sight: Sight) -> bool:
    """Tell whether a known name stands before a kind that is no part of it: "Herat Province"."""
    doc, words = sight.doc, sight.words
    own = doc[chunk.last - 1].lower_
    if chunk.last - chunk.first == 1 or own in words.part_of_name or own in words.plurals:
        return False
    area = words.kinds.get(own, "").startswith("ADM")
    return area and bool(sight.rows.get(key_of(doc[chunk.first : chunk.last - 1].text, words)))


def _is_telling(chunk: Chunk, kind: str, sight: Sight) -> bool:
    """Tell whether a kind makes a place of a name that the gazetteer lacks.

    A capital makes an organisation of it ("Transport Department"), unless it is part of the name.
    """
    doc, words = sight.doc, sight.words
    if kind not in words.telling or doc[chunk.first].lower_ in words.never:
        return False
    if _own_kind(chunk, sight):
        entity = sight.entities.get(chunk.first)
        return entity is None or entity.label_ != "ORG" or entity.end <= chunk.last
    behind = doc[chunk.last].text if chunk.last < len(doc) else kind
    capital = behind.lower() == kind and behind != kind
    return not capital or sight.is_upper or sight.is_located(chunk)


def _has_shorter_name(chunk: Chunk, kind: str | None, sight: Sight) -> bool:
    """Tell whether an unknown name begins with a known one: "Adams County" of "... County Jail"."""
    if kind is not None and kind in sight.words.telling:
        return False
    return any(
        is_strong(row) or row.feature == "ADM2" or row.population >= _TOWN
        for last in range(chunk.first + 1, chunk.last)
        for row in sight.rows.get(key_of(sight.doc[chunk.first : last].text, sight.words), ())
    )


def _is_place(chunk: Chunk, rows: tuple[Row, ...], sight: Sight) -> bool:
    if sight.is_upper:
        return bool(rows) and _is_place_in_capitals(chunk, rows, sight)
    entity = sight.entities.get(chunk.first)
    if entity is None:
        return bool(rows) and not sight.is_plain_word(chunk) and _is_untagged(chunk, rows, sight)
    exact = bare(entity) == (chunk.first, chunk.last)
    if entity.label_ in {"GPE", "LOC"}:
        shown = sight.is_located(chunk) or sight.has_parent(chunk)
        within = entity.end >= chunk.last and not sight.is_plain_word(chunk)
        return (exact or within) if rows else (exact and shown)
    if entity.label_ == "FAC" and exact:
        return bool(rows) or sight.is_located(chunk)
    if not rows or sight.is_plain_word(chunk):
        return False
    lived_in = exact and entity.label_ not in _NUMBERS and _is_lived_in(chunk, sight)
    return lived_in or _is_mistagged(chunk, rows, entity, sight)


def _is_untagged(chunk: Chunk, rows: tuple[Row, ...], sight: Sight) -> bool:
    """Judge a known name that the tagger left out."""
    well_known = any(row.is_country or row.feature == "ADM1" for row in rows)
    return _is_placed(chunk, rows, sight) or (well_known and sight.is_home(rows))


def _is_mistagged(chunk: Chunk, rows: tuple[Row, ...], entity: Tokens, sight: Sight) -> bool:
    """Judge a known name that the tagger takes for something else, or for a part of it."""
    exact = bare(entity) == (chunk.first, chunk.last)
    strong = any(map(is_strong, rows))
    if entity.label_ in _NUMBERS:
        return strong and exact
    if entity.label_ == "PERSON" and (exact or not sight.is_before_plain_word(chunk)):
        shown = strong or sight.doc[chunk.last - 1].dep_ == "compound"
        shown = shown or _is_placed(chunk, rows, sight)
        at_home = sight.is_home(rows) or sight.is_located(chunk)
        return exact and shown and at_home and not sight.is_titled(chunk)
    if exact:
        area = any(row.is_country or row.feature == "ADM1" for row in rows)
        return area or _is_placed(chunk, rows, sight)
    if entity[-1].lower_ in sight.words.organisations:
        return False
    trusted = key_of(chunk.text, sight.words) in sight.trusted
    if bare(entity)[0] == chunk.first:
        return strong or trusted
    return trusted and strong and sight.is_home(rows) and entity.label_ in {"ORG", "FAC"}


def _is_lived_in(chunk: Chunk, sight: Sight) -> bool:
    """Tell whether it is a place's name, and no person's, by who lives there or which part."""
    known = sight.has_people(chunk) or sight.is_part_of_town(chunk)
    return known and not sight.is_titled(chunk)


def _is_placed(chunk: Chunk, rows: tuple[Row, ...], sight: Sight) -> bool:
    """Tell whether words beside the name, or another use of it, say that it is a place's."""
    if sight.is_located(chunk) or sight.has_parent(chunk):
        return True
    if key_of(chunk.text, sight.words) in sight.trusted:
        return True
    known = sight.is_home(rows) or any(map(is_strong, rows))
    return known and (sight.follows(chunk, sight.words.prepositions) or sight.is_taken(chunk))


def _is_place_in_capitals(chunk: Chunk, rows: tuple[Row, ...], sight: Sight) -> bool:
    """Judge a name of a text set in capitals, where neither case nor tagger is any help."""
    words = [word.lower() for word in chunk.text.split()]
    if words[0] in sight.words.never or all(word in sight.words.common for word in words):
        return False
    if sight.is_plain_word(chunk):
        return False
    key = key_of(chunk.text, sight.words)
    if any(row.is_country or (row.feature in _PROVINCES and fold(row.name) == key) for row in rows):
        return True
    # an area without its kind ("CAPITAL" of a Capital District) is a word, not a name, abroad
    return sight.is_home(rows) and (sight.is_located(chunk) or sight.has_parent(chunk))
