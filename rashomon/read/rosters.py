"""People listed by name: "a farmer was killed along with his wife, Ana Bo, and two sons".

Parsers lose the grammar of long lists of names, ages and kin. So lists are read word by word, from
whoever the parse gives as a victim: what stands in one list with a victim is a victim too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from rashomon.lexicon import section
from rashomon.read.happening import Happening
from rashomon.read.page import Page
from rashomon.read.quantities import Quantity
from rashomon.read.reasons import because
from rashomon.values import Figure, Participant, Role, Span

__all__ = ["Listed", "listed_with"]

_PEOPLE = ("civilians", "persons", "fighters", "state_forces")
_MEASURES = frozenset({"killed", "wounded"})
_NOT_PERSONS = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "EVENT"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PARTICIPLES = frozenset({"VBN", "VBG", "IN"})  # "named", "including", also taken for one
_DESCRIBING = frozenset({"amod", "compound"})
_OPEN, _CLOSED = "([", ")]"
_ASIDE = 7  # tokens in brackets that are passed over: "(33 years old)", "(mother of Omar)"
_SEPARATORS = frozenset({",", ";", ":", "-", "–", "—"})
_RULE = "who stands in one list with a victim is one"


@dataclass(frozen=True, slots=True)
class Listed:
    """The people that a list adds to a happening, and the counts of them."""

    happening: Happening
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language that lists of people are made of."""

    people: frozenset[str]
    kin: frozenset[str]
    linking: frozenset[str]
    owners: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    beside: frozenset[str]
    having: frozenset[str]
    naming: frozenset[str]
    likewise: frozenset[str]
    among: frozenset[str]
    families: frozenset[str]
    olds: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]

    def joins(self, token: Token) -> bool:
        """Tell whether a word can stand inside a list of people."""
        lower = token.lower_
        return (
            lower in self.linking
            or lower in self.of
            or _is_name(token)
            or self.is_human(token)
            or token.tag_ in {"CD", "POS"}
            or token.text in _SEPARATORS
            or _is_glued(token)
            or lower in self.articles
            or lower in self.particles
            or lower in self.families
            or (token.dep_ in _DESCRIBING and self.is_human(token.head))
        )

    def is_human(self, token: Token) -> bool:
        """Tell whether a word is a noun for people, rather than "injured" or "dead"."""
        return token.pos_ in _NOUNS and bool({token.lower_, token.lemma_.lower()} & self.people)


@dataclass(slots=True)
class _Unit:
    """One person of a list, or a number of them: `head` is the word that says who.

    A `count` of 0 is a noun that only describes who is named beside it: "the teacher, Ana Bo".
    """

    first: Token
    head: Token
    count: int
    part: bool = False
    named: bool = False
    called: tuple[Span, ...] = ()  # the noun that a name stands beside: "his wife, Ana Bo"

    @property
    def span(self) -> Span:
        return Span(self.first.idx, self.head.idx + len(self.head))


def listed_with(
    page: Page, happening: Happening, figures: tuple[Figure, ...], quantities: Sequence[Quantity]
) -> Listed:
    """Add the people who stand in a list with the victims of a happening.

    Names after a number of people ("three sons: Ali, Omar and Zaid") are parts of that number.
    """
    if happening.measure not in _MEASURES or page.in_headline(happening.trigger):
        return Listed(happening, figures)
    words = _words(page.language)
    participants, found = list(happening.participants), list(figures)
    taken = [each.span for each in participants if each.span is not None]
    taken += [each.span for each in figures if each.span is not None]
    for tokens, is_naming in _regions(page, happening, words):
        is_counted = any((each.best or 0) > 1 for each in found)
        for unit in _units(tokens, happening, quantities, words):
            counted = _count(unit, quantities)
            at = counted.span if counted else unit.span
            if any(span.meets(other) for span in (unit.span, at) for other in taken):
                continue
            is_told = any(noun.meets(other) for noun in unit.called for other in taken)
            is_part = unit.part or is_told or (is_naming and is_counted)
            role: Role = "other" if is_part else "victim"
            taken.append(unit.span)
            person = Participant(role, unit.span.of(page.content), unit.span)
            participants.append(because(person, "participant", _RULE, unit.head, at=unit.span))
            figure = Figure(
                measure=happening.measure,
                low=counted.low if counted else 1,
                best=counted.best if counted else 1,
                high=counted.high if counted else 1,
                wording=at.of(page.content),
                span=at,
                of=len(participants) - 1,
            )
            found.append(because(figure, "figure", _RULE, unit.head, at=at))
    return Listed(replace(happening, participants=tuple(participants)), tuple(found))


def _count(unit: _Unit, quantities: Sequence[Quantity]) -> Quantity | None:
    if unit.count == 1:
        return None
    return next((each for each in quantities if each.noun == unit.head), None)


def _regions(page: Page, happening: Happening, words: _Words) -> Iterator[tuple[Tokens, bool]]:
    """Yield the stretches of words in which victims are listed, none twice.

    With each goes whether it names those who are told of, rather than further people.
    """
    doc, sentence = page.doc, happening.root.sent
    seen = set[int]()
    naming = {*_before(happening.root, words), *_named_after(happening.root, words)}
    for anchor in (*_anchors(page, happening, words), *sorted(naming)):
        if anchor in seen or not sentence.start <= anchor < sentence.end:
            continue
        first = anchor
        while first > sentence.start and _goes_back(doc[first - 1], words):
            first -= 1
        if first > sentence.start and doc[first - 1].pos_ == "ADP":  # "according to A, a man"
            first = next((i + 1 for i in range(first, anchor) if doc[i].text == ","), first)
        last = _right(anchor, sentence.end, doc, words)
        if last < sentence.end and _begins_clause(doc[last], happening.root):
            last = max((i for i in range(anchor, last) if doc[i].text == ","), default=last)
        seen.update(range(first, last))
        yield doc[first:last], anchor in naming


def _goes_back(token: Token, words: _Words) -> bool:
    """Tell whether a list can have begun before a word; nothing before a colon is in it."""
    return words.joins(token) and token.text != ":"


def _begins_clause(token: Token, root: Token) -> bool:
    """Tell whether a word is the verb of another clause, whose subject is no victim."""
    return token.tag_ in _FINITE and token != root and token not in root.children


def _right(at: int, end: int, doc: Doc, words: _Words) -> int:
    while at < end:
        if doc[at].text in _OPEN:
            closed = next(
                (i for i in range(at, min(end, at + _ASIDE)) if doc[i].text in _CLOSED), None
            )
            if closed is None:
                return at
            at = closed
        elif not words.joins(doc[at]):
            return at
        at += 1
    return end


def _anchors(page: Page, happening: Happening, words: _Words) -> Iterator[int]:
    """Yield where lists can begin: at a victim, after "along with" and "as were"."""
    for each in happening.participants:
        if each.role == "victim" and each.span is not None:
            token = page.tokens(each.span).root
            if _is_name(token) or words.is_human(token):
                yield token.i
    doc, root = page.doc, happening.root
    for token in doc[root.i + 1 : root.sent.end]:
        if token.lower_ in words.beside or (token.lower_ in words.having and token.i == root.i + 1):
            yield token.i + 1
        elif token.lower_ in words.likewise:
            yield from _after(token.i + 1, root.sent, words.naming)


def _named_after(root: Token, words: _Words) -> Iterator[int]:
    """Yield where lists begin behind "those killed were" and "were killed, including"."""
    if root.pos_ == "VERB":
        yield from _after(root.i + 1, root.sent, words.naming)
    for token in root.doc[root.i + 2 : root.sent.end]:
        is_apart = token.nbor(-1).text in _SEPARATORS and token.tag_ in _PARTICIPLES
        is_killer = any(each.dep_ == "agent" for each in token.ancestors)
        if (is_apart or token.text == ":") and token.lower_ in words.naming and not is_killer:
            yield from _after(token.i, root.sent, words.naming)


def _before(root: Token, words: _Words) -> Iterator[int]:
    """Yield where the list ends that stands before "were among those killed"."""
    sentence = root.sent
    at = max(sentence.start, root.i - _ASIDE)
    found = next((t.i for t in root.doc[at : root.i] if t.lower_ in words.among), None)
    if found is None:
        return
    while found > sentence.start and (
        root.doc[found - 1].lower_ in words.naming or root.doc[found - 1].pos_ == "ADV"
    ):
        found -= 1
    while found > sentence.start and root.doc[found - 1].text == ",":
        found -= 1
    if found > sentence.start:
        yield found - 1


def _after(at: int, sentence: Tokens, naming: frozenset[str]) -> Iterator[int]:
    """Yield where the words of naming that begin at a place have ended: "were identified as"."""
    end = at
    while end < sentence.end and sentence.doc[end].lower_ in naming:
        end += 1
    if at < end < sentence.end:
        yield end


def _units(
    tokens: Tokens, happening: Happening, quantities: Sequence[Quantity], words: _Words
) -> Iterator[_Unit]:
    """Yield the people of a list in order."""
    pending = 0
    kin: _Unit | None = None
    for segment in _segments(tokens):
        unit = _unit(segment, happening, words)
        if unit is None:
            continue
        if unit.named and pending:
            unit.part = True
            pending -= 1
        elif kin is not None and unit.named and segment[0].pos_ != "CCONJ":
            unit.called = (kin.span,)
            kin = None
        if kin is not None and kin.count:
            yield kin
        kin = None
        if unit.count > 1:
            counted = _count(unit, quantities)
            pending = (counted.best if counted else None) or unit.count
        if unit.count > 1 or unit.named:
            yield unit
        elif not pending:
            kin = unit
    if kin is not None and kin.count:
        yield kin


def _segments(tokens: Tokens) -> Iterator[list[Token]]:
    """Cut a list at commas and conjunctions; brackets are left out."""
    segment: list[Token] = []
    depth = 0
    for token in tokens:
        depth += (token.text in _OPEN) - (token.text in _CLOSED)
        if depth or token.text in _CLOSED:
            continue
        is_hyphen = token.text == "-" and not token.whitespace_
        if (token.text in _SEPARATORS and not is_hyphen) or token.pos_ == "CCONJ":
            if segment:
                yield segment
            segment = [token] if token.pos_ == "CCONJ" else []
        else:
            segment.append(token)
    if segment:
        yield segment


def _unit(segment: Sequence[Token], happening: Happening, words: _Words) -> _Unit | None:
    """Return whom one piece of a list tells of: by name, else by a noun with an owner or number."""
    of = next((i for i, token in enumerate(segment) if token.lower_ in words.of), len(segment))
    segment = segment[:of]
    after_owner = next((i + 1 for i, token in enumerate(segment) if token.tag_ == "POS"), 0)
    owned = after_owner > 0 or any(token.lower_ in words.owners for token in segment)
    segment = segment[after_owner:]
    run = _run(segment, words)
    is_aged = any(token.lower_ in words.olds for token in segment)
    if run and _names_somebody(run, happening, words, is_aged=is_aged):
        return _Unit(run[0], run[-1], 1, named=True)
    noun = next((token for token in segment if words.is_human(token)), None)
    if noun is None or any(token.lower_ in words.families for token in segment):
        return None
    if noun.tag_ in {"NNS", "NNPS"}:
        is_counted = any(token.tag_ == "CD" for token in segment if token.i < noun.i)
        return _Unit(noun, noun, 2) if is_counted else None
    is_another = owned and noun.lemma_.lower() in words.kin
    return _Unit(noun, noun, 1 if is_another else 0)


def _run(segment: Sequence[Token], words: _Words) -> list[Token]:
    """Return the longest run of name words: "Ana de la Cruz"."""
    best: list[Token] = []
    run: list[Token] = []
    for token in segment:
        inside = token.lower_ in words.particles or token.text == "-"
        if (_is_name(token) and not words.is_human(token)) or (run and inside):
            run.append(token)
        else:
            best, run = max(best, run, key=len), []
    best = max(best, run, key=len)
    while best and (best[0].lower_ in words.titles or best[0].text in {"-", "."}):
        best = best[1:]
    while best and not _is_name(best[-1]):
        best = best[:-1]
    return best


def _names_somebody(
    run: Sequence[Token], happening: Happening, words: _Words, *, is_aged: bool
) -> bool:
    # a hyphen ties a name to its article: "Ahmed al-Kabir"
    apart = (t for t in run if not _is_glued(t) or t.doc[t.i - 2].lower_ in words.particles)
    own = [token for token in apart if _is_name(token)]
    # a name alone may be a place, and one in capitals a dateline
    if len(own) < 2 or all(token.is_upper for token in own):  # noqa: PLR2004
        return False
    following = run[-1].nbor(1) if run[-1].i + 1 < len(run[-1].doc) else None
    if following is not None and (
        following.tag_ == "POS"
        or following.lower_ in words.families | words.of
        or words.is_human(following)
    ):
        return False
    if not is_aged and all(token.ent_type_ in _NOT_PERSONS for token in run):
        return False
    return not any(
        token.dep_ in _SUBJECTS
        and token.head != happening.root
        and token.head.i > run[-1].i
        and token.head.head != happening.root
        for token in run
    )


def _is_glued(token: Token) -> bool:
    """Tell whether a hyphen ties a word to the one before: "law" in "daughter-in-law"."""
    before = token.doc[token.i - 1] if token.i else token
    return before.text == "-" and not before.whitespace_


def _is_name(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper() and token.pos_ not in {"PRON", "VERB", "AUX"}


@cache
def _words(language: str) -> _Words:
    parties, happenings = section(language, "parties"), section(language, "happenings")
    names = section(language, "names")
    kin = parties.words("kin")
    people = frozenset().union(*(parties.words(name) for name in _PEOPLE))
    return _Words(
        people=(people | kin) - happenings.words("of_life"),
        kin=kin,
        linking=parties.words("listing") | parties.words("owners"),
        owners=parties.words("owners"),
        articles=section(language, "numbers").words("articles"),
        of=happenings.words("of"),
        beside=happenings.words("alongside") | parties.words("beside"),
        having=happenings.words("having"),
        naming=parties.words("naming"),
        likewise=parties.words("likewise"),
        among=parties.words("among"),
        families=parties.words("families"),
        olds=parties.words("olds"),
        particles=parties.words("name_joints"),
        titles=names.words("honorifics"),
    )
