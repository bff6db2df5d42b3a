"""Which happenings a report is about, which are history, and which are other news.

METHODS 2.4: signs of the past are added up first; what is not history belongs to the report's own
event (its lead) as far as position, day, place, parties and kind say so, else to another event.
All weights are set by hand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Span as Tokens

from rashomon.lexicon import KINDS, section
from rashomon.read.happening import Happening
from rashomon.read.history import History, history
from rashomon.read.page import Page, span_of
from rashomon.read.reasons import about, because, weighed
from rashomon.text.days import as_day
from rashomon.text.phrases import Phrases, phrases
from rashomon.values import Currency, Place, Reality, Span, When

__all__ = ["Draft", "currencies"]

_LEAD_SENTENCES = 3  # the inverted pyramid: news stands first
_PAST = 2.0  # signs of history from which a happening is background
_PAST_IN_LEAD = 3.0  # in the lead, one weak sign is not enough: "had been killed" may be news there
_NEWS = 1.0  # signs of the report's own event from which a happening is news
_OLD = timedelta(days=30)
_FRESH = timedelta(days=4)  # "since the group entered five days earlier" is no news
_OLD_DATE = 3.0
_AFTER_HISTORY = 1.0  # no day of its own, in the paragraph of a background sentence, right after it

_IN_LEAD = 2.0
_SAME_DAY = 1.0
_SAME_PLACE = 1.0
_EACH_PARTY = 0.5  # at most two count
_COUNTED = 0.5
_SAME_CLASS = 1.0
_OTHER_DAY = -2.0
_OTHER_PLACE = -1.0
_SAME = 1.0
_SEPARATE = -2.0
_ELSEWHERE = -0.5

_NEAR = "{:.1f} points tie it to the report's first news: {:.1f} or more are of one event"
_FAR = "only {:.1f} points tie it to the report's first news: {:.1f} are asked for"

_DISTRICT, _WIDE = 3, 7  # UCDP's where_prec: up to a district; sea, air or unknown

# Kinds that go together in one event. Statements belong to whatever they stand beside.
_TALK = frozenset({"Agreement", "Change to group/activity", "Other", "Displacement", "Diplomacy"})
_CROWD = frozenset({"Protests", "Riots"})
_STATEMENT = "Statement only"


@dataclass(frozen=True, slots=True)
class Draft:
    """A happening with what was read about it so far."""

    happening: Happening
    date: When | None = None
    place: Place | None = None
    reality: Reality = "actual"


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the report's own event is known to be."""

    kind: str
    days: tuple[date, date] | None
    place: Place | None
    parties: frozenset[str]
    bygone: frozenset[Span] = frozenset()  # mentions of the places of history


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything about the page that each draft is compared with."""

    page: Page
    history: History
    turns: Phrases[float]
    published: date | None
    starts: tuple[int, ...]  # of the body's sentences
    is_digest: bool = False  # the report is of several incidents alike

    def sentence(self, draft: Draft) -> int:
        """Return the position of the draft's sentence in the body; -1 in the headline."""
        return bisect_right(self.starts, draft.happening.root.sent.start_char) - 1

    def is_lead(self, draft: Draft) -> bool:
        return self.sentence(draft) < _LEAD_SENTENCES or self.page.in_headline(
            draft.happening.trigger
        )


def currencies(page: Page, drafts: Sequence[Draft]) -> tuple[Currency, ...]:
    """Decide for every draft, in the order given; the decisions do not depend on that order."""
    if not drafts:
        return ()
    scene = _scene(page)
    order = sorted(range(len(drafts)), key=lambda index: drafts[index].happening.root.i)
    aside = {index for index in order if scene.history.is_aside(drafts[index].happening.root)}
    told = [index for index in order if index not in aside]
    past = _past(scene, [drafts[index] for index in told])
    history = [drafts[index] for index, is_past in zip(told, past, strict=True) if is_past]
    current = [drafts[index] for index, is_past in zip(told, past, strict=True) if not is_past]
    lead = _lead(scene, current or [drafts[index] for index in order])
    bygone = _places_of_history(history, lead)
    lead = replace(lead, bygone=frozenset().union(*bygone.values()))
    gone = aside | {
        index
        for index, is_past in zip(told, past, strict=True)
        if is_past or (_is_where(drafts[index], bygone) and not scene.is_lead(drafts[index]))
    }
    roots = {drafts[index].happening.root.i for index in gone}
    return tuple(
        _currency(scene, draft, lead, is_gone=index in gone or _hangs_on(draft, roots))
        for index, draft in enumerate(drafts)
    )


def _currency(scene: _Scene, draft: Draft, lead: _Lead, *, is_gone: bool) -> Currency:
    root = draft.happening.root
    about(draft.happening.trigger)
    if is_gone:
        return because(
            "background", "currency", "signs of history prevail, or it hangs on history", root
        )
    nearness = _nearness(scene, draft, lead)
    if nearness >= _NEWS:
        return because("news", "currency", _NEAR.format(nearness, _NEWS), root)
    return because("other", "currency", _FAR.format(nearness, _NEWS), root)


# --- history ---


def _past(scene: _Scene, drafts: Sequence[Draft]) -> list[bool]:
    """Tell of each draft, in the order of the text, whether signs of history prevail."""
    found: list[bool] = []
    former: Draft | None = None
    for draft in drafts:
        is_lead = scene.is_lead(draft)
        year = scene.published.year if scene.published is not None else None
        about(draft.happening.trigger)
        weight = scene.history.weight(draft.happening.root, year, is_lead=is_lead)
        follows = former is not None and not _is_dated(draft) and _follows(scene, former, draft)
        signs = (
            (-_OLD_DATE * _is_dated_now(scene, draft), "its clause names a day of the news"),
            (_OLD_DATE * _is_old(scene, draft), "its day is long past"),
            (_AFTER_HISTORY * follows, "the sentence before it told history"),
        )
        weight += sum(weighed(points, "currency", f"history: {rule}") for points, rule in signs)
        is_past = weight >= (_PAST_IN_LEAD if is_lead else _PAST)
        found.append(is_past)
        former = draft if is_past else None
    return found


def _is_old(scene: _Scene, draft: Draft) -> bool:
    days = _days(draft.date)
    return days is not None and scene.published is not None and days[1] < scene.published - _OLD


def _is_dated_now(scene: _Scene, draft: Draft) -> bool:
    """Tell whether the clause names a day near the report's own: it outweighs one sign."""
    days = _days(draft.date)
    if days is None or scene.published is None or draft.date is None or not _is_dated(draft):
        return False
    near = scene.published - _FRESH <= days[1] and days[0] <= scene.published + _FRESH
    return near and draft.date.precision <= 2  # noqa: PLR2004  a day or a few, in UCDP's scale


def _follows(scene: _Scene, former: Draft, draft: Draft) -> bool:
    """Tell whether `draft` stands in the sentence after `former`, in the same paragraph."""
    apart = scene.sentence(draft) - scene.sentence(former)
    between = scene.page.content[former.happening.trigger.end : draft.happening.trigger.start]
    return apart == 1 and "\n" not in between


def _hangs_on(draft: Draft, roots: set[int]) -> bool:
    """Tell whether an undated happening is part of a background clause, or told by one.

    "Killed in an attack" and "an attack that killed ten last May" are of one time.
    """
    if _is_dated(draft):
        return False
    root = draft.happening.root
    return any(parent.i in roots for parent in root.ancestors) or any(
        child.i in roots and child.dep_ == "relcl" for child in root.children
    )


def _places_of_history(past: Iterable[Draft], lead: _Lead) -> Mapping[str, frozenset[Span]]:
    """Name the places where only history happened, to see an undated repeat as such.

    With each the mentions beside which history is told. Provinces and countries are too wide to
    tell events apart.
    """
    spans: dict[str, frozenset[Span]] = {}
    for draft in past:
        name, place = _name(draft.place), draft.place
        if place is None or name is None or (place.precision or _WIDE) > _DISTRICT:
            continue
        if name != _name(lead.place):
            own = {place.span} if _is_in_sentence(place.span, draft) else set()
            spans[name] = spans.get(name, frozenset()) | own
    return spans


def _is_where(draft: Draft, bygone: Mapping[str, frozenset[Span]]) -> bool:
    """Tell whether an undated happening is where history happened.

    Not where it only shares the mention with a clause of its own sentence.
    """
    place = draft.place
    if place is None or _is_dated(draft):
        return False
    spans = bygone.get(place.name.casefold())
    return spans is not None and not (place.span in spans and _is_in_sentence(place.span, draft))


# --- the report's own event ---


def _lead(scene: _Scene, drafts: Sequence[Draft]) -> _Lead:
    """Gather what is known of the first real happening from it and its like."""
    real = [draft for draft in drafts if draft.reality == "actual"] or list(drafts)
    told = [draft for draft in real if draft.happening.kind != _STATEMENT] or real
    first = told[0]
    alike = [draft for draft in told if _class(draft) == _class(first)]
    days = (_days(draft.date) for draft in alike if _is_dated(draft))
    return _Lead(
        kind=first.happening.kind,
        days=next((each for each in days if each is not None), None)
        or (None if scene.published is None else (scene.published, scene.published)),
        place=next((draft.place for draft in alike if draft.place is not None), None),
        parties=frozenset().union(
            *(_parties(draft) for draft in alike if scene.is_lead(draft)), _parties(first)
        ),
    )


def _nearness(scene: _Scene, draft: Draft, lead: _Lead) -> float:
    """Add up what ties a happening to the report's own event."""
    shared = min(2, len(_parties(draft) & lead.parties))
    is_alike = draft.happening.kind == _STATEMENT or _class_of(lead.kind) == _class(draft)
    signs = (
        (_IN_LEAD * scene.is_lead(draft), "it stands in the lead"),
        (_COUNTED * bool(draft.happening.counted), "somebody or something is counted"),
        (_EACH_PARTY * shared, "a party of the first news takes part"),
        (_SAME_CLASS * is_alike, "its kind goes with that of the first news"),
        (_by_day(draft, lead), "its day"),
        (_by_place(draft, lead), "its place"),
        (_by_words(scene, draft), "words that tie it to the news, or set it apart"),
    )
    return sum(weighed(points, "currency", f"news: {rule}") for points, rule in signs)


def _by_day(draft: Draft, lead: _Lead) -> float:
    days = _days(draft.date)
    if days is None or lead.days is None or draft.date is None or not _is_dated(draft):
        return 0.0
    gap = max(days[0] - lead.days[1], lead.days[0] - days[1])
    if gap <= timedelta(0):
        return _SAME_DAY
    return _OTHER_DAY if draft.date.precision == 1 else 0.0


def _by_place(draft: Draft, lead: _Lead) -> float:
    here, there = draft.place, lead.place
    if here is None or there is None or here.span in lead.bygone:
        return 0.0
    is_row = here.geonameid is not None and here.geonameid == there.geonameid
    if is_row or here.name.casefold() == there.name.casefold():
        return _SAME_PLACE
    elsewhere = _OTHER_PLACE if _is_in_sentence(here.span, draft) else 0.0
    if here.country is None or there.country is None:
        return 0.0
    if here.country != there.country:
        return elsewhere
    if here.admin1 is None or there.admin1 is None:
        return 0.0
    return _SAME_PLACE if here.admin1 == there.admin1 else elsewhere


def _by_words(scene: _Scene, draft: Draft) -> float:
    """Weigh "during the operation" and, but in a digest, "in a separate incident"."""
    words = [token.lower_ for token in draft.happening.root.sent]
    turns = (scene.turns.longest(words, at) for at in range(len(words)))
    found = {turn[1] for turn in turns if turn is not None}
    return sum(weight for weight in found if weight > 0 or not scene.is_digest)


def _class(draft: Draft) -> str:
    return _class_of(draft.happening.kind)


def _class_of(kind: str) -> str:
    known = KINDS.get(kind)
    if kind in _TALK or known is None:
        return "talk"
    return "crowd" if known.event_type in _CROWD else "force"


def _parties(draft: Draft) -> frozenset[str]:
    return frozenset(
        (participant.side or participant.name).casefold()
        for participant in draft.happening.participants
    )


def _name(place: Place | None) -> str | None:
    return place.name.casefold() if place is not None else None


def _is_dated(draft: Draft) -> bool:
    """Tell whether a day stands in the happening's own sentence, not carried on from another."""
    if draft.date is None or draft.date.span is None:
        return False
    return _is_in_sentence(draft.date.span, draft)


def _is_in_sentence(span: Span, draft: Draft) -> bool:
    sentence = draft.happening.root.sent
    return sentence.start_char <= span.start < sentence.end_char


def _days(when: When | None) -> tuple[date, date] | None:
    if when is None:
        return None
    start, end = as_day(when.start), as_day(when.end)
    return None if start is None or end is None else (start, end)


def _scene(page: Page) -> _Scene:
    language = page.language
    sentences = page.sentences
    body = [
        sentence
        for sentence in sentences
        if not page.in_headline(span_of(sentence))
        and any(token.pos_ in {"VERB", "AUX"} for token in sentence)  # no dateline, no byline
    ]
    heads = [sentence for sentence in sentences if page.in_headline(span_of(sentence))]
    return _Scene(
        page,
        history(language),
        _turns(language),
        as_day(page.report.published),
        tuple(sentence.start_char for sentence in body),
        _tells_several([*heads, *body[:_LEAD_SENTENCES]], _digests(language)),
    )


def _tells_several(lead: Iterable[Tokens], digests: Phrases[str]) -> bool:
    """Tell whether headline or lead announce several incidents: "a series of attacks"."""
    return any(
        digests.longest(words, at) is not None
        for words in ([token.lower_ for token in sentence] for sentence in lead)
        for at in range(len(words))
    )


@cache
def _turns(language: str) -> Phrases[float]:
    words = section(language, "currency")
    weights = {"same": _SAME, "separate": _SEPARATE, "elsewhere": _ELSEWHERE}
    return Phrases(
        {phrase: weight for key, weight in weights.items() for phrase in words.ordered(key)}
    )


@cache
def _digests(language: str) -> Phrases[str]:
    return phrases(section(language, "currency").words("digests"))
