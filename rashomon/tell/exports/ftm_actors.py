"""Who is an entity of its own among the voices and the people of an event, and of which schema.

Within an event one name is one entity, as weighing has it; media are known by name everywhere.
Nobody is taken for one with somebody of another event: that is for a person to decide.
"""

from __future__ import annotations

from functools import cached_property

from rashomon.tell.case import Case
from rashomon.tell.exports.ftm_statements import Entity
from rashomon.tell.exports.plain import plain
from rashomon.tell.parties import is_civil
from rashomon.tell.redact.atoms import Text
from rashomon.tell.redact.mentions import mentions
from rashomon.tell.words import name_key
from rashomon.values import Participant, Report, Span, Voice

__all__ = ["Names", "media", "participant", "side", "voice"]

_MEDIA = frozenset({"publisher", "agency", "outlet"})
_BODIES = frozenset({"ngo"})


class Names:
    """The names of one report: which of its words name a person, and which name anybody."""

    def __init__(self, report: Report) -> None:
        """Look up names when they are asked for."""
        self._text = Text(report.content, report.language)

    @cached_property
    def _people(self) -> tuple[Span, ...]:
        found = mentions(self._text, (), frozenset())
        return tuple(self._text.span(each.run) for each in found)

    def person(self, span: Span) -> bool:
        """Tell whether a person's name stands there."""
        return any(span.meets(each) for each in self._people)

    def proper(self, span: Span) -> bool:
        """Tell whether every word there is one that names are made of."""
        run = self._text.run_at(span)
        return run is not None and all(map(self._text.can_name, range(run.first, run.last + 1)))


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
