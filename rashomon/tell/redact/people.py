"""Who is named in a dossier, and whose name is a private person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rashomon.tell.redact.atoms import Run, Text
from rashomon.tell.redact.mentions import Mention, mentions
from rashomon.tell.redact.scope import Elsewhere, Hidden, Key, Scope, bones_of, key_of, pseudonym
from rashomon.tell.redact.words import kin, particles
from rashomon.values import Dossier, Reading, Report, Span

__all__ = ["People", "people_of"]

_BODIES = frozenset({"publisher", "agency", "outlet", "ngo", "document"})
_LONGEST = 40  # words of a voice's name or of a byline
_CROWD = frozenset({"resident", "witness", "medic"})


@dataclass(frozen=True, slots=True)
class People:
    """What is hidden in each report, and the names to hide in what is told of reports."""

    hidden: Mapping[str, tuple[Hidden, ...]]
    scopes: Mapping[str, Scope]

    def scope(self, reports: Iterable[str]) -> Scope:
        """Return the people of several reports; who is hidden in one is hidden in all."""
        scopes = [self.scopes[each] for each in reports if each in self.scopes]
        if not scopes:
            return Scope(b"")
        first = scopes[0]
        joined = Scope(first.secret, first.told_apart, first.elsewhere)
        for scope in scopes:
            joined.join(scope)
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
        each.report.id: _scope(
            each, Scope(secret, apart, everywhere), (beside[each.report.id], public)
        )
        for each in told
    }
    for event in dossier.events:
        _share(scopes, event.reports)
    hidden = {each.report.id: tuple(_hidden(each, scopes[each.report.id])) for each in told}
    return People(hidden, scopes)


def _told(
    report: Report, reading: Reading | None, seen: Iterable[Span], kept: AbstractSet[Key]
) -> _Told:
    text = Text(report.content, report.language)
    suffering = list(_suffering(reading, text, kept)) if reading else []
    found = mentions(text, [*seen, *suffering], kept)
    runs = [run for span in suffering if (run := text.run_at(span))]
    harmed = {at for run in runs for at in range(run.first, run.last + 1)}
    speaking = set(_speaking(report, reading))
    return _Told(report, reading, text, tuple(_judged(each, harmed, speaking) for each in found))


def _judged(mention: Mention, suffering: AbstractSet[int], speaking: AbstractSet[Key]) -> Mention:
    """Add what the reading tells: who suffered is private, who speaks for a party is not."""
    words = range(mention.run.first, mention.run.last + 1)
    return replace(
        mention,
        private=mention.private or not suffering.isdisjoint(words),
        office=mention.office or (mention.words in speaking and not mention.private),
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


def _speaking(report: Report, reading: Reading | None) -> Iterator[Key]:
    """Yield the names of those who speak for a party, and of the authors, in whole and in part."""
    voices = {
        voice.name
        for claim in (reading.claims if reading else ())
        for voice in claim.voices
        if voice.kind == "party"
        and voice.side
        and voice.name
        and _folds(voice.side) != _folds(voice.name)  # nobody is a party by himself
    }
    for name in (*voices, report.byline or ""):
        words = _folds(name)[:_LONGEST]
        for first in range(len(words)):
            yield from (words[first:end] for end in range(first + 1, len(words) + 1))


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
    """Yield the names of places, their consonants too: the next report spells them otherwise.

    What no gazetteer knows may be a person's name as well.
    """
    contents = {report.id: report.content for report in dossier.reports}
    for reading in dossier.readings:
        told = [claim.place for claim in reading.claims if claim.place]
        for place in (each for each in (*reading.places, *told) if each.geonameid is not None):
            for name in (place.name, place.span.of(contents.get(reading.report, ""))):
                folds = _folds(name)
                yield folds
                yield tuple(map(bones_of, folds))


def _told_apart(told: Iterable[_Told]) -> frozenset[Key]:
    """Return the consonants that names of one report share, so that they are of several people."""
    apart: set[Key] = set()
    for each in told:
        spellings = defaultdict(set)
        for mention in each.mentions:
            spellings[tuple(map(bones_of, mention.words))].add(mention.words)
        apart.update(bones for bones, names in spellings.items() if len(names) > 1)
    return frozenset(apart)


def _office(told: _Told, apart: frozenset[Key]) -> frozenset[Key]:
    """Return who has an office, a side or a byline by the words of a report."""
    return frozenset(key_of(each.words, apart) for each in told.mentions if each.office)


def _scope(told: _Told, scope: Scope, public: tuple[frozenset[Key], frozenset[Key]]) -> Scope:
    """Decide who of a report is hidden: full names first, so that single words find theirs.

    `public` are those with an office in a report of the same event, and in any report.
    """
    apart = scope.told_apart
    private = {key_of(each.words, apart) for each in told.mentions if each.private}
    beside, anywhere = public
    for mention in sorted(told.mentions, key=lambda each: (len(each.words) == 1, each.run)):
        key = key_of(mention.words, apart)
        named = key in beside or (key in anywhere and key not in private)
        scope.add(mention.words, None if named else pseudonym(key, scope.secret))
    return scope


def _everywhere(
    told: Sequence[_Told], apart: AbstractSet[Key], public: AbstractSet[Key], secret: bytes
) -> Elsewhere:
    """Return the full names that are hidden in every report, also where nobody saw them."""
    full = {mention.words for each in told for mention in each.mentions if mention.words[1:]}
    names = {
        key: pseudonym(key, secret)
        for key in (key_of(name, apart) for name in full)
        if key not in public
    }
    return Elsewhere(names, full, {bones_of(name[0]) for name in full})


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
