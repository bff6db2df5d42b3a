"""What speaks for a name as a place's: its rows, its neighbours, the tagger, the report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from rashomon.gazetteer import Gazetteer, Row
from rashomon.read.page import span_of
from rashomon.read.places.chunks import Chunk, is_upper
from rashomon.read.places.dateline import is_capital_dateline
from rashomon.read.places.words import Words
from rashomon.text.folding import fold

__all__ = ["Sight", "bare", "is_strong", "key_of"]

_WELL_KNOWN = 200_000  # people from which a town is known to readers everywhere
_CODE = 3  # letters up to which a name must have the capitals that the text has: "US", "UAE"


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a document when its names are judged.

    `rows` answers every stretch of it by folded name; `homes` are the countries it speaks of,
    `persons` the surnames of its persons, `trusted` the names that it shows to be places.
    """

    doc: Doc
    words: Words
    gazetteer: Gazetteer
    rows: Mapping[str, tuple[Row, ...]]
    is_upper: bool
    entities: Mapping[int, Tokens]
    homes: frozenset[str] = field(default=frozenset())
    persons: frozenset[str] = field(default=frozenset())
    trusted: frozenset[str] = field(default=frozenset())

    def fitting(self, chunk: Chunk) -> tuple[Row, ...]:
        """Return the rows of a name, without those its letters speak against: "Us" no country."""
        key = key_of(chunk.text, self.words)
        rows = self.rows.get(key, ())
        if len(key) > _CODE:
            return rows
        if chunk.text.isupper():
            return tuple(row for row in rows if row.is_country or row.feature_class == "L")
        return tuple(row for row in rows if fold(row.name) == key) if len(key) == _CODE else ()

    def spelt_otherwise(self, chunk: Chunk) -> tuple[Row, ...]:
        """Return places of the report's one country whose name is spelt nearly so."""
        word = self.doc[chunk.first]
        if len(self.homes) != 1 or word.pos_ != "PROPN" or word.lower_ in self.words.common:
            return ()
        (home,) = self.homes
        if home in self.words.speaking:
            return ()
        return self.gazetteer.near_spelling(key_of(chunk.text, self.words), home)

    def is_home(self, rows: Collection[Row]) -> bool:
        """Tell whether a row lies in a country that the report speaks of."""
        return any(row.country in self.homes for row in rows)

    def is_located(self, chunk: Chunk) -> bool:
        """Tell whether "in", "near", ... stand before the name, also "in northern X"."""
        return self.follows(chunk, self.words.locating)

    def follows(self, chunk: Chunk, prepositions: Collection[str]) -> bool:
        """Tell whether one of `prepositions` stands before the name, past "the" and "northern"."""
        at = chunk.first - 1
        while at >= 0 and (
            self.doc[at].lower_ in self.words.directional or self.doc[at].pos_ == "DET"
        ):
            at -= 1
        return at >= 0 and self.doc[at].lower_ in prepositions

    def is_taken(self, chunk: Chunk) -> bool:
        """Tell whether the name is the object of a verb such as "capture", "enter", "shell"."""
        root = self.doc[chunk.first : chunk.last].root
        return root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_ in self.words.taking

    def has_parent(self, chunk: Chunk) -> bool:
        """Tell whether ", Texas" or ", Afghanistan" follows: a comma and a larger place."""
        doc, last = self.doc, chunk.last
        if last + 1 >= len(doc) or doc[last].text != ",":
            return False
        if doc[last + 1].text in self.words.abbreviations:
            return True
        return any(
            row.is_country or row.feature == "ADM1"
            for width in (1, 2)
            for row in self.rows.get(fold(doc[last + 1 : last + 1 + width].text), ())
        )

    def has_police(self, chunk: Chunk) -> bool:
        """Tell whether "police", "sheriff", ... follow, to whom only a place gives its name."""
        return chunk.last < len(self.doc) and self.doc[chunk.last].lower_ in self.words.police

    def has_people(self, chunk: Chunk) -> bool:
        """Tell whether its police or people follow: "X police", "an X man", "two X teens"."""
        if self.has_police(chunk):
            return True
        doc = self.doc
        if chunk.last >= len(doc) or doc[chunk.last].lower_ not in self.words.dwellers:
            return False
        return chunk.first == doc[chunk.first].sent.start or (
            doc[chunk.first - 1].pos_ in {"DET", "NUM"}
        )

    def is_part_of_town(self, chunk: Chunk) -> bool:
        """Tell whether only a part of it is meant or what lies beside it: "midtown X"."""
        doc, at = self.doc, chunk.first - 1
        if at >= 0 and doc[at].lower_ in self.words.directional:
            return doc[at].is_lower
        aside = at > 0 and doc[at].lower_ in self.words.joining
        return aside and doc[at - 1].lower_ in self.words.directions

    def is_street(self, chunk: Chunk) -> bool:
        """Tell whether a name is only the first words of a street's: the X of "X Drive"."""
        behind = self.doc[chunk.last] if chunk.last < len(self.doc) else None
        if behind is None or self.is_upper or not is_upper(behind):
            return False
        return behind.lower_.rstrip(".") in self.words.streets

    def is_dateline(self, chunk: Chunk) -> bool:
        """Tell whether the name is set off at the start of a line: "EXAMPLETON (AP) -- "."""
        return is_capital_dateline(self.doc.text, span_of(self.doc[chunk.first : chunk.last]))

    def is_titled(self, chunk: Chunk) -> bool:
        """Tell whether the name is that of a person: after a title, or a surname known here."""
        if fold(chunk.text) in self.persons:
            return True
        title = self.doc[chunk.first - 1].lower_.rstrip(".") if chunk.first else ""
        return title in self.words.titles

    def is_plain_word(self, chunk: Chunk) -> bool:
        """Tell whether a name is a single word that is common in small letters: "Federal"."""
        word, words = self.doc[chunk.first].lower_, self.words
        plain = word in words.common or word in words.kinds
        plain = plain or word in words.directional or word in words.directions
        return chunk.last - chunk.first == 1 and plain

    def is_before_plain_word(self, chunk: Chunk) -> bool:
        """Tell whether a common word follows in capitals: "Exampleville Fire Department"."""
        return chunk.last < len(self.doc) and self.doc[chunk.last].lower_ in self.words.common

    def shows_place(self, chunk: Chunk) -> bool:
        """Tell whether this one use of a name shows that it is a place's, so that all uses are."""
        if not self.fitting(chunk) or self.is_plain_word(chunk):
            return False
        if self.is_titled(chunk):
            return False
        if self.has_people(chunk) or self.is_part_of_town(chunk) or self.is_dateline(chunk):
            return True
        entity = self.entities.get(chunk.first)
        if entity is not None and bare(entity) != (chunk.first, chunk.last):
            return False
        tagged = entity is not None and entity.label_ in {"GPE", "LOC"}
        return tagged or self.is_located(chunk) or self.has_parent(chunk)


def is_strong(row: Row) -> bool:
    """Tell whether readers everywhere know a place: a country, a province, a capital, a city."""
    return (
        row.is_country
        or row.feature in {"ADM1", "PPLC"}
        or row.feature_class == "L"
        or row.population >= _WELL_KNOWN
    )


def key_of(text: str, words: Words) -> str:
    """Return the folded name to look up, abbreviations written out."""
    return fold(words.abbreviations.get(text, text))


def bare(entity: Tokens) -> tuple[int, int]:
    """Return the tokens of an entity without an article before and a possessive behind it."""
    first, last = entity.start, entity.end
    while first < last - 1 and entity.doc[first].pos_ == "DET":
        first += 1
    while last - 1 > first and entity.doc[last - 1].tag_ == "POS":
        last -= 1
    return first, last
