"""Names that come after the deed: "the victim was identified as Ana Bo", "the suspect, Tom Vell".

News says first that "a man" was killed and, sentences later, who he was. What says so is no deed of
its own, so the name joins the participants of the deed that was told of last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.happening import Happening
from rashomon.read.happenings.arguments import arguments_of
from rashomon.read.page import Page, span_of
from rashomon.read.reasons import about, because
from rashomon.values import Participant, Role, Span

__all__ = ["named_later"]

_HURT = frozenset({"killed", "wounded", "casualties"})
_NOT_PERSONS = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "EVENT"})
_VERBS = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_CALLING = frozenset({"NOUN", "PROPN", "ADJ"})
_BEFORE_NAME = frozenset({"ADP", "CCONJ", "SCONJ"})
_ENDS = frozenset({'"', "“", "”", ".", "?", "!"})
_FEWEST = 2  # words of a name: one alone may be anybody's, or a place
_AHEAD = 9  # tokens that may stand before the first name: ", a 19-year-old student,"
_APART = 14  # and between two of a list: ", 19, of the 200 block of North Road, and"
_BACK = 60  # tokens in which it is looked for whom "they" means, in "they were identified as"
_RULE = "a later sentence gives the name"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language that names of victims and suspects are given with."""

    victims: frozenset[str]
    suspects: frozenset[str]
    identifying: frozenset[str]
    marks: frozenset[str]
    joints: frozenset[str]
    offices: frozenset[str]
    people: frozenset[str]
    saying: frozenset[str]

    def role(self, token: Token) -> Role | None:
        """Return the part of whom a word calls a victim or a suspect."""
        forms = {token.lower_, token.lemma_.lower()}
        if not self.victims.isdisjoint(forms):
            return "victim"
        return None if self.suspects.isdisjoint(forms) else "actor"


def named_later(
    page: Page, happenings: Sequence[Happening], *, news: Sequence[bool]
) -> list[Happening]:
    """Return the happenings of a report, in the order of its text, with names given elsewhere.

    A name goes to the last happening of `news` before it that somebody was hurt in, to the first
    after it where there is none before; nobody is named twice.
    """
    named = list(happenings)
    homes = [at for at, each in enumerate(named) if news[at] and each.measure in _HURT]
    starts = [named[at].trigger.start for at in homes]
    people = (each for happening in named for each in happening.participants)
    taken = {at for each in people if each.span is not None for at in _characters(each.span)}
    for role, name in _namings(page) if homes else ():
        span = span_of(name)
        if not taken.isdisjoint(_characters(span)):
            continue
        home = homes[max(bisect_left(starts, span.start) - 1, 0)]
        about(named[home].trigger)
        person = because(
            Participant(role, span.of(page.content), span), "participant", _RULE, name, at=span
        )
        taken.update(_characters(span))
        if all(other.name != person.name for other in named[home].participants):
            named[home] = replace(named[home], participants=(*named[home].participants, person))
    return named


def _characters(span: Span) -> range:
    return range(span.start, span.end)


def _namings(page: Page) -> Iterator[tuple[Role, Tokens]]:
    """Yield every name that is said to be a victim's or a suspect's."""
    words = _words(page.language)
    for sentence in page.sentences:
        if page.in_headline(span_of(sentence)):
            continue
        for at, role in _announcements(sentence, words):
            for name in _names(sentence, at, words):
                yield role, name


def _announcements(sentence: Tokens, words: _Words) -> Iterator[tuple[int, Role]]:
    """Yield where names can begin that say who a victim or suspect was.

    After "identified as", after "the victim is", and beside the word itself: "the victim, Ana Bo".
    """
    for token in sentence[:-1]:
        following = token.nbor(1)
        role = None
        if token.lower_ in words.marks:
            role = _identified(token, words)
        elif token.pos_ in _CALLING and following.tag_ != "POS":  # not "the victim's mother"
            role = words.role(token)
        if role is not None:
            yield _after_being(following, sentence), role


def _identified(mark: Token, words: _Words) -> Role | None:
    """Return the part of whom a verb before "as" identifies.

    "They" and "the boy" are whoever was called a victim or a suspect last.
    """
    before = mark.doc[max(mark.sent.start, mark.i - _APART) : mark.i]
    verb = next((token for token in reversed(before) if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in words.identifying:
        return None
    for each in arguments_of(verb, transitive=True).objects:
        role = words.role(each)
        if role is not None:
            return role
        if each.pos_ == "PRON" or each.lemma_.lower() in words.people:
            earlier = mark.doc[max(0, verb.i - _BACK) : mark.i]
            return next((role for token in reversed(earlier) if (role := words.role(token))), None)
    return None


def _after_being(token: Token, sentence: Tokens) -> int:
    """Skip the verb of "the victim is Ana Bo"; "the victim was taken" names nobody."""
    return int(token.i + 1 if token.pos_ == "AUX" and token.i + 1 < sentence.end else token.i)


def _names(sentence: Tokens, start: int, words: _Words) -> Iterator[Tokens]:
    """Yield the names of a list that begins at `start`; ages and homes stand between them."""
    doc, at, limit = sentence.doc, start, start + _AHEAD
    is_first = True
    while at < min(sentence.end, limit):
        token = doc[at]
        if token.pos_ in _VERBS or token.tag_ in _RELATIVE or token.text in _ENDS:
            return
        if not _is_name(token):
            if is_first and token.pos_ in _BEFORE_NAME:
                return  # "the suspect in the death of Ana Bo"
            at += 1
            continue
        end = _end_of_name(sentence, at, words)
        if _is_person(doc[at:end], words):
            if not _speaks(doc[at:end], words):
                yield doc[at:end]
            is_first, limit = False, end + _APART
        elif is_first:
            return
        at = end


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _end_of_name(sentence: Tokens, at: int, words: _Words) -> int:
    doc, end = sentence.doc, at + 1
    while end < sentence.end and (
        _is_name(doc[end])
        or (
            (doc[end].lower_ in words.joints or doc[end].text == "-")
            and end + 1 < sentence.end
            and _is_name(doc[end + 1])
        )
    ):
        end += 1
    return end


def _is_person(name: Tokens, words: _Words) -> bool:
    """Tell whether a run of capitals is the name of somebody whose office is not told."""
    if sum(token.is_alpha for token in name) < _FEWEST:
        return False
    before = name[0].nbor(-1) if name[0].i else None
    if before is not None and before.pos_ == "ADP" and before.lower_ not in words.marks:
        return False  # "of Ana Bo", "with Ana Bo"
    following = name.doc[name.end] if name.end < len(name.doc) else None
    if following is not None and following.tag_ == "POS":
        return False
    return not any(
        token.ent_type_ in _NOT_PERSONS or token.lower_ in words.offices for token in name
    )


def _speaks(name: Tokens, words: _Words) -> bool:
    """Tell whether a name is that of a speaker: "seized the suspect, Ana Bo said"."""
    verb = name.root.head
    return name.root.dep_ == "nsubj" and verb.lemma_.lower() in words.saying and verb.i >= name.end


@cache
def _words(language: str) -> _Words:
    parties = section(language, "parties")
    return _Words(
        victims=parties.words("called_victims"),
        suspects=parties.words("called_suspects"),
        identifying=parties.words("identifying"),
        marks=parties.words("identified_as"),
        joints=parties.words("name_joints"),
        offices=parties.words("state_forces") | parties.words("persons"),
        people=parties.words("civilians") | parties.words("persons") | parties.words("kin"),
        saying=section(language, "cues").words("clause"),
    )
