"""Who is an entity of its own among the voices and the people of an event, and of which schema.

Within an event one name is one entity, as weighing has it; media are known by name everywhere.
Nobody is taken for one with somebody of another event: that is for a person to decide.
"""

from __future__ import annotations

from rashomon.tell.case import Case
from rashomon.tell.exports.ftm_statements import Entity
from rashomon.tell.exports.names import Names
from rashomon.tell.exports.plain import plain
from rashomon.tell.parties import is_civil
from rashomon.tell.words import name_key
from rashomon.values import Participant, Span, Voice

__all__ = ["media", "participant", "side", "voice"]

_MEDIA = frozenset({"publisher", "agency", "outlet"})
_BODIES = frozenset({"ngo"})


def media(name: str) -> Entity:
    """Return a publisher, agency or outlet: the same wherever the name is."""
    return Entity.of("Organization", "media", name_key(plain(name)))


def side(case: Case, name: str) -> Entity | None:
    """Return a side of an event; none for civilians, who are no organisation."""
    known = {each.name for each in case.event.sides}
    if name not in known or is_civil(name):
        return None
    return Entity.of("Organization", "side", case.event.id, name)


def voice(case: Case, each: Voice, names: Names) -> Entity | None:
    """Return who speaks; None for who is only described, such as "residents" or "a doctor"."""
    if not plain(each.name):
        return None
    if each.kind in _MEDIA:
        return media(each.name or "")
    if each.span is None:
        return None
    if own := _side_named(case, each.name or ""):
        return own
    return _named(case, each.name or "", each.span, names, is_body=each.kind in _BODIES)


def participant(case: Case, each: Participant, names: Names) -> Entity | None:
    """Return who took part: a named person, or else the side."""
    if each.span is not None and not (each.side and name_key(each.side) == name_key(each.name)):
        person = names.person(each.span) and _named(case, each.name, each.span, names)
        if person:
            return person
    return side(case, case.side_of(each))


def _side_named(case: Case, name: str) -> Entity | None:
    key = name_key(plain(name))
    for each in case.event.sides:
        if key in {name_key(plain(known)) for known in (each.name, *each.aliases)}:
            return side(case, each.name)
    return None


def _named(
    case: Case, name: str, span: Span, names: Names, *, is_body: bool = False
) -> Entity | None:
    """Return who bears a name: a person, a body, or one of the two, it is not known which."""
    key = name_key(plain(name))
    if names.person(span):
        return Entity.of("Person", "actor", case.event.id, key)
    if names.proper(span):
        schema = "Organization" if is_body else "LegalEntity"
        return Entity.of(schema, "actor", case.event.id, key)
    return None
