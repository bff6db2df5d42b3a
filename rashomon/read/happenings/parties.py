"""Name those who take part in a happening and the side they are on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.read.happenings.triggers import longest
from rashomon.read.happenings.words import Words
from rashomon.values import Role, Span

__all__ = ["Part", "anaphor", "camp", "is_definite", "is_ground", "named", "side_of"]

_NAMING = {"compound", "nmod", "amod", "poss", "nummod"}
_GROUPS = {"NORP", "ORG", "GPE"}
_OF_LONGEST = 8  # tokens of an "of" phrase that still belongs to a name


@dataclass(frozen=True, slots=True)
class Part:
    """A participant before it has a name: its role and the head of its noun phrase."""

    role: Role
    head: Token
    owner: Token | None = None  # whose people they are: the subject of "lost 15 fighters"


def named(head: Token, words: Words) -> Span:
    """Return the characters of a noun phrase without article, number and trailing clauses."""
    first = _first(head, words)
    last = head
    for child in head.children:
        describes = words.noun_first and child.dep_ in {"amod", "nmod"}
        if describes and child.left_edge.i == last.i + 1:
            last = child
        if child.i > head.i and words.among(child, "of") and child.dep_ == "prep":
            edge = _of_edge(child)
            if edge is not None and edge.i - head.i <= _OF_LONGEST:
                last = edge
    return Span(first.idx, last.idx + len(last.text))


def _first(head: Token, words: Words) -> Token:
    """Return the first word of a noun phrase that belongs to the name; an age does."""
    first = head
    for child in reversed([c for c in head.children if c.i < head.i]):
        if child.text == "-":
            continue
        if child.is_punct:
            break
        if _is_age(child, words):
            first = child.left_edge
            break
        if child.dep_ in {"det", "predet", "quantmod"} or child.tag_ == "CD" or child.dep_ == "cc":
            break
        if child.dep_ not in _NAMING or child.left_edge.tag_ in {"CD", "WRB"}:
            break
        first = child.doc[child.left_edge.i]
    while (
        first.i < head.i
        and first.nbor().text != "-"
        and (first.tag_ in {"DT", "CD", "PRP$", "PDT", "POS", "RB"} or first.is_punct)
    ):
        first = first.nbor()
    return first


def _is_age(modifier: Token, words: Words) -> bool:
    """Tell whether a noun's modifier is its age: "17-year-old boy", "17-year-old"."""
    aged = words.among(modifier, "olds") or words.among(modifier.head, "olds")
    return aged and modifier.left_edge.tag_ == "CD" and modifier.left_edge.i < modifier.i


def _of_edge(preposition: Token) -> Token | None:
    for child in preposition.children:
        if child.dep_ == "pobj":
            return child
    return None


def camp(token: Token, words: Words) -> str | None:
    """Tell a noun phrase's camp: state, rebel, civilian; None where it does not say."""
    beside = tuple(_beside(token))

    def marked(group: str) -> bool:
        return any(words.among(other, group) for other in beside)

    if marked("rebel_marks"):
        return "rebel"
    if words.among(token, "fighters"):
        return "state" if marked("state_marks") or marked("state_forces") else "rebel"
    if any(words.among(token, g) for g in ("state_forces", "rulers")) or marked("state_forces"):
        return "state"
    if words.among(token, "bodies") and (marked("state_marks") or marked("armed_marks")):
        return "state"
    if words.among(token, "human") and marked("armed_marks"):
        return "rebel"
    return "civilian" if words.among(token, "civilians") else None


def side_of(token: Token, role: Role, words: Words) -> str | None:
    """Name the party that a noun phrase belongs to, as the phrase itself gives it."""
    if token.pos_ == "PRON" or token.tag_ == "CD":
        return None
    kind = camp(token, words)
    if kind == "civilian" and role != "actor":
        return words.names["civilians"]
    name = _known(token, words) or _proper(token, words)
    if kind == "state" and (name is None or _is_generic(name, words)):
        is_police = any(words.among(other, "police") for other in (token, *_beside(token)))
        name = words.names["police" if is_police else "state"]
    return name or _common(token, kind, words)


def _common(token: Token, kind: str | None, words: Words) -> str | None:
    """Name a side by its common noun: "rebels", "resistance forces"; None for "a man"."""
    marked = any(words.among(t, "rebel_marks") for t in _beside(token))
    if token.pos_ == "PROPN" or (words.among(token, "nameless") and not marked):
        return None
    is_many = token.tag_ in {"NNS", "NNPS"} or words.among(token, "collectives")
    return _plain(token, words) if kind in {"civilian", "rebel"} and is_many else None


def _is_generic(name: str, words: Words) -> bool:
    """Tell whether a state's body is named by its kind alone, as the "Office" of a sheriff."""
    return name.lower() in words.groups["organisations"]


def anaphor(token: Token, words: Words) -> str | None:
    """Tell what a noun phrase without a name points back to: "group", "they", "speaker" or None."""
    if words.among(token, "first_person"):
        return "speaker"
    if words.among(token, "third_person"):
        return "they"
    if (
        is_definite(token, words)
        and token.tag_ in {"NN", "NNS"}
        and words.among(token, "groups")
        and not _proper(token, words)
    ):
        return "group"
    return None


def is_definite(token: Token, words: Words) -> bool:
    """Tell whether a noun phrase points to something known: "the leader"."""
    return any(
        child.dep_ == "det" and child.lower_ in words.groups["definite"] for child in token.children
    )


def is_ground(token: Token, words: Words) -> bool:
    """Tell whether a noun phrase is a place rather than somebody."""
    return words.among(token, "places") or (
        token.ent_type_ in {"GPE", "LOC", "FAC"} and token.dep_ != "nsubj"
    )


def _beside(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"compound", "amod", "nmod", "poss"}:
            yield child
            yield from child.conjuncts


def _proper(token: Token, words: Words) -> str | None:
    """Return the name within a noun phrase: "Taliban" in "Taliban fighters"."""
    if token.pos_ == "PROPN" and not _is_word_of_the_lexicon(token, words):
        if token.ent_type_ == "PERSON" and not any(
            words.among(token, g) for g in ("fighters", "state_forces")
        ):
            return _affiliation(token, words)
        return _run(token, words)
    modifier = next((other for other in _beside(token) if _names(other, token, words)), None)
    if modifier is not None:
        name = _run(modifier, words)
        is_state, is_land = camp(token, words) == "state", modifier.ent_type_ == "GPE"
        if is_land and not is_state and _is_one(token, words):
            return None  # "an Ardan man" is no party
        if is_state or is_land:
            own = token.text if not token.text.isupper() else token.text.lower()
            return f"{name} {own}"
        return name
    bodies = (owner for owner in _owners(token, words) if _is_body(owner, words))
    return next((_run(body, words) for body in bodies), None)


def _is_one(token: Token, words: Words) -> bool:
    """Tell whether a noun is of one person."""
    is_many = token.tag_ in {"NNS", "NNPS"} or words.among(token, "collectives")
    return not is_many and words.among(token, "human")


def _is_body(owner: Token, words: Words) -> bool:
    """Tell whether a name after "of" or "from" is a party's, not a place's or a person's."""
    is_other = owner.ent_type_ in {"GPE", "LOC", "PERSON", "DATE"}
    return owner.pos_ == "PROPN" and not is_other and not words.among(owner, "shadings")


def _known(token: Token, words: Words) -> str | None:
    """Return the party that a noun phrase names by a common noun: "les combattants talibans"."""
    if not words.named_groups:
        return None
    owners = tuple(_owners(token, words))
    beside = (other for owner in owners for other in _beside(owner))
    own = (token, *_beside(token), *owners, *beside)
    found = (longest(each, words.named_groups, words) for each in own)
    return next((phrase.value for phrase in found if phrase is not None), None)


def _names(modifier: Token, head: Token, words: Words) -> bool:
    """Tell whether a word before a noun is the name of a party: a group, a people, a country."""
    if modifier.pos_ != "PROPN" and modifier.ent_type_ not in _GROUPS:
        return False
    # taggers take many a group's name for a person's
    is_person = modifier.ent_type_ == "PERSON" and not words.among(head, "fighters")
    is_date = modifier.ent_type_ == "DATE"
    return not (is_person or is_date or _is_word_of_the_lexicon(modifier, words))


def _owners(token: Token, words: Words) -> Iterator[Token]:
    """Yield whose people somebody is: "fighters of X", "from X"."""
    for child in token.children:
        if child.dep_ == "prep" and (words.among(child, "of") or words.among(child, "from")):
            yield from child.children


def _affiliation(token: Token, words: Words) -> str | None:
    for child in _beside(token):
        if child.ent_type_ in {"NORP", "ORG"} and child.pos_ == "PROPN":
            return _run(child, words)
    return None


def _is_word_of_the_lexicon(token: Token, words: Words) -> bool:
    """Tell whether a word is a common noun set in capitals."""
    return any(
        words.among(token, g) for g in ("human", "shadings", "rebel_marks", "state_marks", "places")
    )


def _run(token: Token, words: Words) -> str:
    """Return the run of name words around `token`, in their own capitals."""
    doc, first, last = token.doc, token.i, token.i
    while first > token.sent.start and _is_name(doc[first - 1], words):
        first -= 1
    while (
        last + 1 < token.sent.end
        and _is_name(doc[last + 1], words)
        and doc[last + 1].dep_ != "ROOT"
    ):
        last += 1
    while first < last and (doc[first].text == "-" or doc[first].ent_type_ == "ORDINAL"):
        first += 1
    return str(doc[first : last + 1].text)


def _is_name(token: Token, words: Words) -> bool:
    if token.text == "-":
        return not token.whitespace_
    return (
        token.pos_ == "PROPN" and not token.is_space and not _is_word_of_the_lexicon(token, words)
    )


def _plain(token: Token, words: Words) -> str:
    """Return a nameless party's words without what shades them: "rebels", "tribal fighters"."""
    kept = [
        t.lower_
        for t in token.children
        if t.dep_ in {"compound", "amod", "nmod"}
        and (t.i > token.i) == words.noun_first
        and not words.among(t, "shadings")
        and t.tag_ != "CD"
        and t.text.isalpha()
    ]
    return " ".join([token.lower_, *kept] if words.noun_first else [*kept, token.lower_])
