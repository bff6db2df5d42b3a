"""Who was killed or hurt, told one by one: how many different people, and how many of them lived.

One person is told of many times ("a man", "Tom Brown, 34", "he"), so two mentions are of different
people only where they cannot be of the same: other names, ages or sexes, "another man", or side by
side in one claim. What is counted is therefore a least number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.text.folding import fold
from rashomon.values import Claim, Figure, Participant, Report
from rashomon.weigh.tolls import counts
from rashomon.weigh.words import lexicon, name_words, stems, titles

__all__ = ["People", "told_people"]

_HURT = frozenset({"killed", "wounded", "casualties"})
_RECENT = 100  # people among whom one is looked for, so that a long list costs no square
_CHILD, _ADULT = 13, 19  # years: younger is a child, older an adult
_AGE = re.compile(r"[\s,(]{0,3}([1-9][0-9]?)(?=[\s,).;])")  # "Tom Brown, 34," and "(34)"
_OWN_AGE = re.compile(r"\b([1-9][0-9]?)-")  # "17-year-old boy"


@dataclass(frozen=True, slots=True)
class People:
    """How many different people a group of claims tells of one by one, and how many of them died.

    `claims` are the claims that tell of them.
    """

    hurt: int
    killed: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    claim: str
    report: str
    measure: str
    name: tuple[str, ...]
    age: str | None
    sex: str | None
    grown: str | None  # "child" or "adult"
    said_one: bool  # "1 hurt": not who is told of as dead beside it
    further: str | None  # "another", "third": not one of those told of before


@dataclass(slots=True)
class _Person:
    reports: set[str] = field(default_factory=set)
    claims: set[tuple[str, str]] = field(default_factory=set)
    name: tuple[str, ...] = ()
    age: str | None = None
    sex: str | None = None
    grown: str | None = None
    lived_in: set[str] = field(default_factory=set)  # reports that count the person as hurt only
    died_in: set[str] = field(default_factory=set)
    further: str | None = None
    died: bool = False

    def can_be(self, other: _Mention) -> bool:
        """Tell whether a mention can be of this person."""
        return (
            (other.claim, other.measure) not in self.claims
            and self._is_as_far(other)
            and (not self.name or not other.name or _alike(self.name, other.name))
            and (self.age is None or other.age is None or self.age == other.age)
            and (self.sex is None or other.sex is None or self.sex == other.sex)
            and (self.grown is None or other.grown is None or self.grown == other.grown)
            and not (other.measure == "killed" and other.report in self.lived_in)
            and not (other.said_one and other.measure == "wounded" and other.report in self.died_in)
        )

    def _is_as_far(self, other: _Mention) -> bool:
        """Tell whether "a third man" can be this person: one so called, or another report's."""
        if other.further is None:
            return True
        if other.report not in self.reports:
            return self.further is not None
        return self.further == other.further and other.further not in lexicon("another")

    def nearness(self, other: _Mention) -> tuple[bool, ...]:
        """Say how well a mention fits: by name, by age, by being told of in the same report."""
        named = bool(self.name and other.name)
        aged = self.age is not None and self.age == other.age
        return named, aged, other.report in self.reports

    def meet(self, other: _Mention) -> None:
        """Take in what a mention tells."""
        self.reports.add(other.report)
        self.claims.add((other.claim, other.measure))
        self.name = max(self.name, other.name, key=len)
        self.age = self.age or other.age
        self.sex = self.sex or other.sex
        self.grown = self.grown or other.grown
        if other.measure == "killed":
            self.died_in.add(other.report)
        elif other.said_one and other.measure == "wounded":
            self.lived_in.add(other.report)
        self.further = self.further or other.further
        self.died = self.died or other.measure == "killed"


def told_people(claims: Sequence[Claim], reports: Mapping[str, Report]) -> People:
    """Count the people whom `claims` tell of one by one, each only once."""
    people: list[_Person] = []
    for mention in _mentions(claims, reports):
        fitting = [person for person in reversed(people[-_RECENT:]) if person.can_be(mention)]
        if fitting:
            max(fitting, key=lambda person: person.nearness(mention)).meet(mention)
        else:
            people.append(_Person())
            people[-1].meet(mention)
    told = sorted({claim for person in people for claim, _ in person.claims})
    return People(len(people), sum(person.died for person in people), tuple(told))


def _mentions(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Iterator[_Mention]:
    """Yield every count of one, report by report as they were published, in the order of words."""
    actual = [claim for claim in claims if counts(claim) and claim.reality == "actual"]
    days = {c.report: reports[c.report].published or "" for c in actual if c.report in reports}
    bodies = {claim.report for claim in actual if claim.figures and not claim.headline}
    told = (claim for claim in actual if not (claim.headline and claim.report in bodies))
    for claim in sorted(told, key=lambda c: (days.get(c.report, ""), c.report, c.trigger, c.id)):
        content = reports[claim.report].content if claim.report in reports else ""
        for figure in claim.figures:
            of = figure.of
            is_one = figure.low == figure.best == figure.high == 1
            if (
                is_one
                and figure.measure in _HURT
                and of is not None
                and of < len(claim.participants)
                and claim.participants[of].role != "other"  # counted with those before
            ):
                yield _mention(claim, figure, claim.participants[of], content)


def _mention(claim: Claim, figure: Figure, participant: Participant, content: str) -> _Mention:
    words = frozenset(stems(participant.name))
    own = _OWN_AGE.search(participant.name)
    after = _AGE.match(content, participant.span.end) if participant.span is not None else None
    sexes = [sex for sex in ("male", "female") if words & lexicon(sex)]
    proper = tuple(word for word in name_words(participant.name) if word not in titles())
    is_named = bool(proper) and stems(participant.name)[-1:] == proper[-1:]
    found = own or after
    grown = _stage(words, int(found[1]) if found else None)
    said = frozenset(fold(figure.wording).split())
    return _Mention(
        claim=claim.id,
        report=claim.report,
        measure=figure.measure,
        name=proper if is_named and not sexes and not claim.headline else (),
        age=found[1] if found else None,
        sex=sexes[0] if len(sexes) == 1 else None,
        grown=grown,
        said_one=bool(said & lexicon("one")),
        further=min((words | said) & lexicon("further"), default=None),
    )


def _stage(words: frozenset[str], age: int | None) -> str | None:
    """Tell a child from an adult; between the two ages a person may be called either."""
    if age is not None:
        return "child" if age < _CHILD else "adult" if age > _ADULT else None
    stages = [stage for stage in ("child", "adult") if words & lexicon(stage)]
    return stages[0] if len(stages) == 1 else None


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two names can be one person's: a surname alone, or the same first name."""
    shorter, longer = sorted((left, right), key=len)
    return set(shorter) <= set(longer) or left[0] == right[0]
