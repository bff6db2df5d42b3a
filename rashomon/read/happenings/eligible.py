"""Which noun phrases can take part in a happening at all."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.read.happenings.arguments import in_dateline
from rashomon.read.happenings.parties import Part, camp, is_ground
from rashomon.read.happenings.triggers import in_group, is_aged, longest
from rashomon.read.happenings.words import Words

__all__ = ["can_act", "fights", "is_party", "is_time"]

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
_NO_VICTIMS = ("weapons", "lifeless")


def can_act(token: Token, words: Words) -> bool:
    """Tell whether a noun phrase can do something: a person, a force, a name; no bomb, no blast."""
    if in_group(token, "human", words) or token.pos_ == "PRON":
        return True
    if longest(token, words.phrases, words):
        return False
    return token.pos_ == "PROPN" or token.ent_type_ == "ORG" or words.among(token, "sides")


def fights(token: Token, words: Words) -> bool:
    """Tell whether a noun phrase is of an armed camp."""
    return camp(token, words) in {"state", "rebel"}


def is_party(part: Part, words: Words) -> bool:
    """Tell whether a phrase in an argument's place is somebody, or something that is attacked."""
    token = part.head
    is_nobody = token.pos_ not in _NOMINAL or is_time(token) or in_dateline(token)
    if is_nobody or is_aged(token, words):
        return is_aged(token, words)  # "17-year-old" is a date to the parser
    # "AT" in a text set in capitals, but not "the US" or "the Green Front"
    is_function_word = token.pos_ == "PROPN" and token.is_stop and not token.ent_type_
    is_nobody = token.lower_ in words.groups["expletives"] or _is_both_sides(token, words)
    if is_function_word or is_nobody:
        return False
    if in_group(token, "human", words):
        return True
    if longest(token, words.phrases, words):
        return False
    if part.role == "victim" and (
        is_ground(token, words) or any(words.among(token, group) for group in _NO_VICTIMS)
    ):
        return False
    return part.role not in {"victim", "actor"} or (
        (token.pos_ in {"PROPN", "PRON", "NOUN", "NUM"} or words.among(token, "counting"))
        and not words.among(token, "lifeless")
    )


def is_time(token: Token) -> bool:
    """Tell whether a word is part of a date or a time of day."""
    return token.ent_type_ in {"DATE", "TIME"}


def _is_both_sides(token: Token, words: Words) -> bool:
    return words.among(token, "sides") and any(words.among(c, "everybody") for c in token.children)
