"""Who is named in a dossier, and whose name is a private person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rashomon.tell.redact.atoms import Run, Text
from rashomon.tell.redact.mentions import Mention, mentions
from rashomon.tell.redact.scope import Hidden, Key, Scope, key_of, pseudonym
from rashomon.tell.redact.words import kin, particles
from rashomon.text.folding import skeleton
from rashomon.values import Dossier, Reading, Report, Span

__all__ = ["People", "people_of"]

_BODIES = frozenset({"publisher", "agency", "outlet", "ngo", "document"})
_CROWD = frozenset({"resident", "witness", "medic"})


@dataclass(frozen=True, slots=True)
class People:
    """What is hidden in each report, and the names to hide in what is told of reports."""

    hidden: Mapping[str, tuple[Hidden, ...]]
    scopes: Mapping[str, Scope]

    def scope(self, reports: Iterable[str]) -> Scope:
        """Return the people of several reports; who is hidden in one is hidden in all."""
        scopes = [self.scopes[each] for each in reports if each in self.scopes]
        joined = replace(scopes[0], names={}, shorts={}, spelled=set()) if scopes else Scope(b"")
        for scope in scopes:
            joined.spelled.update(scope.spelled)
            for name, hidden in scope.names.items():
                joined.names[name] = joined.names.get(name) or hidden
            for word, hidden in scope.shorts.items():
                joined.shorts[word] = joined.shorts.get(word) or hidden
        return joined


@dataclass(frozen=True, slots=True)
class _Told:
    """A report with the names that stand in it."""

    report: Report
    reading: Reading | None
    text: Text
    mentions: tuple[Mention, ...]


def people_of(dossier: Dossier, seen: Mapping[str, Sequence[Span]], secret: bytes) -> People:
    """Find whom a dossier names; `seen` are the names that a pipeline found in each report.

    Somebody is private unless an office, a party's word or a byline says otherwise: in a report
    of the same event, or in any where this one tells nothing private of the name.
    """
    readings = {reading.report: reading for reading in dossier.readings}
    kept = {*_parties(dossier), *_places(dossier)}
    told = [
        _told(report, readings.get(report.id), seen.get(report.id, ()), kept)
        for report in dossier.reports
    ]
    apart = _told_apart(told)
    office = {each.report.id: _office(each, apart) for each in told}
    public = frozenset().union(*office.values())
    beside = dict(office)
    for event in dossier.events:
        shared = frozenset().union(*(office.get(each, ()) for each in event.reports))
        beside.update({each: beside[each] | shared for each in event.reports if each in beside})
    everywhere = _everywhere(told, apart, public, secret)
    scopes = {
        each.report.id: _scope(each, apart, (beside[each.report.id], public), secret)
        for each in told
    }
    for event in dossier.events:
        _share(scopes, event.reports)
    spelled = [mention.words for each in told for mention in each.mentions if mention.words[1:]]
    hidden = {}
    for each in told:
        scope = scopes[each.report.id]
        scope.know(everywhere, spelled)
        hidden[each.report.id] = tuple(_hidden(each, scope))
    return People(hidden, scopes)


def _told(
    report: Report, reading: Reading | None, seen: Iterable[Span], kept: AbstractSet[Key]
) -> _Told:
    text = Text(report.content, report.language)
    suffering = list(_suffering(reading, text, kept)) if reading else []
    found = mentions(text, [*seen, *suffering], kept)
    speaking = _speaking(report, reading)
    return _Told(
        report, reading, text, tuple(_judged(each, text, suffering, speaking) for each in found)
    )


def _judged(
    mention: Mention, text: Text, suffering: Iterable[Span], speaking: Iterable[Key]
) -> Mention:
    """Add what the reading tells: who suffered is private, who speaks for a party is not."""
    span = text.span(mention.run)
    return replace(
        mention,
        private=mention.private or any(span.meets(each) for each in suffering),
        office=mention.office or any(_within(mention.words, each) for each in speaking),
    )


def _suffering(reading: Reading, text: Text, kept: AbstractSet[Key]) -> Iterator[Span]:
    """Yield the names at the end of victims' and bystanders' words: "the tailor Omar Karimi".

    What follows a preposition is where they are from.
    """
    for claim in reading.claims:
        victims = (each.span for each in claim.participants if each.role == "victim")
        crowd = (each.span for each in claim.voices if each.kind in _CROWD)
        for span in (*victims, *crowd):
            run = text.run_at(span) if span else None
            if run is None or not text.can_name(run.last):
                continue
            first = run.last
            while first > run.first and text.joined(first - 1) and text.can_name(first - 1):
                first -= 1
            named = Run(first, run.last)
            is_kept = not kept.isdisjoint({text.folds(named), text.folds(run)})
            if not is_kept and not _is_origin(text, Run(run.first, first)):
                yield text.span(named)


def _is_origin(text: Text, before: Run) -> bool:
    """Tell whether the words up to a name make it that of a place: "an elder in NAME"."""
    told = text.folds(before)[:-1]
    joints = text.words("onward") | particles()
    at = next((at for at, word in enumerate(told) if word in joints), None)
    return at is not None and not kin().intersection(told[:at])


def _speaking(report: Report, reading: Reading | None) -> tuple[Key, ...]:
    """Return the names of those who speak for a party, and of the authors."""
    voices = {
        voice.name
        for claim in (reading.claims if reading else ())
        for voice in claim.voices
        if voice.kind == "party" and voice.side and voice.name
    }
    return tuple(_folds(name) for name in sorted(voices | {report.byline or ""}) if name)


def _parties(dossier: Dossier) -> Iterator[Key]:
    """Yield the names that are no person's: of publishers, media, bodies and parties."""
    for report in dossier.reports:
        yield _folds(report.publisher or "")
    for event in dossier.events:
        for side in event.sides:
            yield from map(_folds, (side.name, *side.aliases))
    for reading in dossier.readings:
        for claim in reading.claims:
            yield from (_folds(voice.name or "") for voice in claim.voices if voice.kind in _BODIES)
            yield from (_folds(each.side or "") for each in claim.participants)


def _places(dossier: Dossier) -> Iterator[Key]:
    """Yield the names of places, their consonants too: the next report spells them otherwise."""
    contents = {report.id: report.content for report in dossier.reports}
    for reading in dossier.readings:
        told = (claim.place for claim in reading.claims if claim.place)
        for place in (*reading.places, *told):
            for name in (place.name, place.span.of(contents.get(reading.report, ""))):
                folds = _folds(name)
                yield folds
                yield _bones(folds)


def _told_apart(told: Iterable[_Told]) -> frozenset[Key]:
    """Return the consonants that names of one report share, so that they are of several people."""
    apart: set[Key] = set()
    for each in told:
        spellings = defaultdict(set)
        for mention in each.mentions:
            spellings[_bones(mention.words)].add(mention.words)
        apart.update(bones for bones, names in spellings.items() if len(names) > 1)
    return frozenset(apart)


def _office(told: _Told, apart: frozenset[Key]) -> frozenset[Key]:
    """Return who has an office, a side or a byline by the words of a report."""
    return frozenset(key_of(each.words, apart) for each in told.mentions if each.office)


def _scope(
    told: _Told,
    apart: frozenset[Key],
    public: tuple[frozenset[Key], frozenset[Key]],
    secret: bytes,
) -> Scope:
    """Decide who of a report is hidden: full names first, so that single words find theirs.

    `public` are those with an office in a report of the same event, and in any report.
    """
    scope = Scope(secret, apart)
    private = {key_of(each.words, apart) for each in told.mentions if each.private}
    beside, anywhere = public
    for mention in sorted(told.mentions, key=lambda each: (len(each.words) == 1, each.run)):
        key = key_of(mention.words, apart)
        named = key in beside or (key in anywhere and key not in private)
        scope.add(mention.words, None if named else pseudonym(key, secret))
    return scope


def _everywhere(
    told: Iterable[_Told], apart: frozenset[Key], public: frozenset[Key], secret: bytes
) -> dict[Key, str | None]:
    """Return the full names that are hidden in every report, also where nobody saw them."""
    keys = (
        key_of(each.words, apart) for one in told for each in one.mentions if len(each.words) > 1
    )
    return {key: pseudonym(key, secret) for key in keys if key not in public}


def _share(scopes: Mapping[str, Scope], reports: Iterable[str]) -> None:
    """Let a surname of one report of an event be known in the others, whose headlines need it."""
    here = [scopes[each] for each in reports if each in scopes]
    surnames = {
        name[-1]: hidden
        for scope in here
        for name in sorted(scope.spelled)
        if len(name) > 1 and (hidden := scope.names.get(key_of(name, scope.told_apart)))
    }
    for scope in here:
        for word, hidden in surnames.items():
            scope.shorts.setdefault(word, hidden)


def _hidden(told: _Told, scope: Scope) -> Iterator[Hidden]:
    known = {
        each.run.first: (each, scope.names[key_of(each.words, scope.told_apart)])
        for each in told.mentions
    }
    return scope.hidden(told.text, known, _places_in(told))


def _places_in(told: _Told) -> Iterator[Span]:
    """Yield where a report names places; a surname that was taken for one is none."""
    surnames = {word for each in told.mentions if len(each.words) > 1 for word in each.words}
    for place in told.reading.places if told.reading else ():
        run = told.text.run_at(place.span)
        if run is None:
            continue
        before = told.text.folds(Run(run.first - 1, run.first - 1)) if run.first else ()
        if not (
            run.first == run.last
            and surnames.intersection(told.text.folds(run))
            and not told.text.words("onward").intersection(before)
        ):
            yield place.span


def _folds(name: str) -> Key:
    return tuple(atom.fold for atom in Text(name).atoms)


def _bones(name: Key) -> Key:
    return tuple(skeleton(word) or word for word in name)


def _within(name: Key, longer: Key) -> bool:
    return any(longer[at : at + len(name)] == name for at in range(len(longer) - len(name) + 1))
