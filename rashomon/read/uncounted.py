"""Numbers that count nothing: ages, days and years, money, measures, scores, names, telephones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.counts import Count

__all__ = ["Uncounted", "uncounted"]

_OLDEST = 120  # nobody counted as ", 34," is older
_LAST_HOUR = 24
_MIDNIGHT = 2400
_YEARS = range(1900, 2100)  # four digits without a comma: a year, unless a round count of a noun
_ROUND = 50
_NAMED = frozenset({"TIME", "PERCENT", "MONEY", "ORDINAL"})  # entity labels of such numbers
_CLOSING = frozenset({",", ")", ".", ";", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted:
    """The words of one language that tell that a number beside them counts nothing."""

    measures: frozenset[str]
    money: frozenset[str]
    ages: frozenset[str]
    labels: frozenset[str]
    put_at: frozenset[str]
    hours: frozenset[str]
    clock_at: frozenset[str]
    and_or: frozenset[str]
    scores: frozenset[str]
    months: frozenset[str]
    names: frozenset[str]
    nouns: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    no_before: frozenset[str]
    vague_after: dict[str, tuple[str, ...]]
    noun_needed: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]

    def holds(self, sentence: Tokens, count: Count, noun: Token | None) -> bool:
        """Tell whether the words of `count` in `sentence` are no count of anything."""
        place = _Place(sentence, count, noun)
        if count.worded:
            return self._is_idiom(place) or self._is_measure(place)
        return (
            place.word(place.count.body) in self.names
            or self._is_measure(place)
            or self._is_age(place)
            or self._is_day_or_year(place)
            or self._is_hour(place)
            or self._is_label(place)
            or self._is_score(place)
            or self._is_pronoun(place)
            or (place.before in self.range_from and place.after in self.range_to)
            or _is_glued(place)
            or _is_numbering(place)
        )

    def _is_measure(self, place: _Place) -> bool:
        beside = {place.word(place.count.end), place.word(place.count.stop)}
        if place.noun is not None:
            beside |= {place.noun.lower_, place.noun.lemma_.lower()}
        return (
            bool(beside & self.measures)
            or bool({place.word(place.count.body - 1), place.before} & self.money)
            or place.head.ent_type_ in _NAMED
        )

    def _is_age(self, place: _Place) -> bool:
        """Match "aged 12", "ages of 5 and 12", "Jane Doe, 34," and "Jane Doe (34)"."""
        at = place.count.start - 1
        if place.before in self.ages or place.word(at - 1) in self.ages or self._is_listed(place):
            return True
        is_small = place.is_digits(place.count.body) and place.count.point <= _OLDEST
        if not is_small or place.after not in _CLOSING | self.and_or:
            return False
        is_named = place.tag(at - 1) in {"NNP", "NNPS", "NN"}
        is_beside = place.head.dep_ == "appos" and place.word(at - 1) == ","  # "a boy, also 15,"
        return is_beside or (place.before in {",", "("} and is_named)

    def _is_listed(self, place: _Place) -> bool:
        """Match the later of "ages 25, 34 and 23"."""
        at = place.count.start - 1
        first = at
        between = self.and_or | self.range_to | {",", "-"}
        while place.is_digits(at) or place.word(at) in between:
            at -= 1
        if at < first and self.ages & {place.word(at), place.word(at - 1)}:
            return True  # also "between the ages of 5 and 12"
        last = place.count.end
        while place.is_digits(last) or place.word(last) in between - {","}:
            last += 1
        is_list = last > place.count.end or at < first - 1
        is_apart = place.word(at + 1) == "," and place.word(last) in {",", ")"}
        return is_list and is_apart and place.tag(at) == "NNS"  # "two men, 20 and 22, were"

    def _is_day_or_year(self, place: _Place) -> bool:
        """Match "20 August", "August 20" unless a noun is counted, and years."""
        end = place.count.end
        if place.word(end) in self.months and place.tag(end) != "MD":
            return True
        is_plural = place.noun is not None and place.noun.tag_.endswith("S")
        if place.before in self.months and place.tag(place.count.start - 1) != "MD":
            return not is_plural
        if place.count.point not in _YEARS or not place.is_digits(place.count.body):
            return False
        return not (is_plural and place.count.point % _ROUND == 0 and not place.has_comma)

    def _is_hour(self, place: _Place) -> bool:
        at = place.count.start - 1
        digits = place.word(place.count.body)
        if len(digits) == len("0400") and digits.isdigit() and int(digits) < _MIDNIGHT:
            # "at 1000", "until 0400": the army's way to write hours
            return digits.startswith("0") or (place.before in self.hours and place.noun is None)
        return (
            place.before in self.clock_at
            and place.noun is None
            and place.count.point <= _LAST_HOUR
            and not {place.word(at - 1), place.word(at - 2), place.word(at - 3)} & self.put_at
        )

    def _is_label(self, place: _Place) -> bool:
        """Match "Highway 1" and "No. 4", but not "in Kunduz district 12 people"."""
        if place.count.start == 0 or (place.noun is not None and place.noun.tag_.endswith("S")):
            return False
        former = place.sentence[place.count.start - 1]
        is_name = place.head.dep_ == "nummod" and place.head.head == former
        label = place.word(place.count.start - 1 - (place.before == "."))
        return label in self.labels or (is_name and former.pos_ == "PROPN")

    def _is_score(self, place: _Place) -> bool:
        """Match "3-1" near a word of winning, and 555-1234, where no noun is counted."""
        if not place.count.ranged or place.noun is not None:
            return False
        last = place.word(place.count.stop - 1)
        return (len(last) == len("1234") and last.isdigit()) or any(
            token.lower_ in self.scores for token in place.sentence
        )

    def _is_pronoun(self, place: _Place) -> bool:
        if place.count.end - place.count.start != 1 or place.count.point != 1:
            return False
        if place.is_digits(place.count.body):
            return False
        return (
            place.after in self.one_before
            or place.before in self.one_after
            or place.head.tag_ == "PRP"
        )

    def _is_idiom(self, place: _Place) -> bool:
        """Match "no longer", "how many", "the last few" and words that modify no noun."""
        count = place.count
        phrase = " ".join(place.word(at) for at in range(count.body, count.stop))
        return (
            (place.noun is None and phrase in self.noun_needed)
            or (count.high == 0 and place.after in self.no_before)
            or place.before in self.vague_after.get(phrase, ())
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """A count in its sentence, with safe looks to both sides."""

    sentence: Tokens
    count: Count
    noun: Token | None

    def word(self, at: int) -> str:
        return self.sentence[at].lower_ if 0 <= at < len(self.sentence) else ""

    def tag(self, at: int) -> str:
        return self.sentence[at].tag_ if 0 <= at < len(self.sentence) else ""

    def is_digits(self, at: int) -> bool:
        return self.word(at)[:1].isdigit()

    def is_age(self, at: int) -> bool:
        """Tell whether the number at `at` starts "17-year-olds"."""
        return self.word(at + 1) == self.word(at + 3) == "-"

    @property
    def before(self) -> str:
        return self.word(self.count.start - 1)

    @property
    def after(self) -> str:
        return self.word(self.count.end)

    @property
    def head(self) -> Token:
        return self.sentence[self.count.stop - 1]

    @property
    def has_comma(self) -> bool:
        return "," in self.word(self.count.body)


def _is_glued(place: _Place) -> bool:
    """Match "20-man squad", "AK-47", "3-1", and a run of numbers such as a telephone number."""
    sentence, start, end = place.sentence, place.count.start, place.count.end
    if place.after == "-" and not sentence[end - 1].whitespace_ and not sentence[end].whitespace_:
        return True
    if place.before == "-" and start > 1 and not sentence[start - 2].whitespace_:
        return not sentence[start - 1].whitespace_
    return any(
        place.is_digits(at)
        and not place.is_age(at)
        and not (place.word(at).isdigit() and int(place.word(at)) in _YEARS)
        for at in (start - 1, end)
    )


def _is_numbering(place: _Place) -> bool:
    """Match "1." alone and "(1)" at the start of a line."""
    words = [token.text for token in place.sentence if not token.is_space]
    if len(words) <= 2 and place.is_digits(0) and words[-1] in {".", ")"}:  # noqa: PLR2004
        return True
    return place.before == "(" and place.count.start == 1 and place.after == ")"


@cache
def uncounted(language: str) -> Uncounted:
    """Load the words of a language from `numbers.yml`."""
    words = section(language, "numbers")
    return Uncounted(
        measures=words.words("measures"),
        money=words.words("money"),
        ages=words.words("ages"),
        labels=words.words("labels"),
        put_at=words.words("put_at"),
        hours=words.words("hours"),
        clock_at=words.words("clock_at"),
        and_or=words.words("and_or"),
        scores=words.words("scores"),
        months=words.words("months"),
        names=words.words("names"),
        nouns=words.words("uncounted"),
        one_before=words.words("one_not_before"),
        one_after=words.words("one_not_after"),
        no_before=words.words("no_not_before"),
        vague_after=words.lists("vague_not_after"),
        noun_needed=words.words("noun_needed"),
        range_from=words.words("range_from"),
        range_to=words.words("range_to"),
    )
