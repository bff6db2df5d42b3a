"""Patterns over classes of words, compiled from the lexicon.

Each word of a text becomes one letter that stands for the set of classes the word is in, so that a
pattern over classes is a plain regular expression over a short string. Finding takes a few scans of
that string, needs no parse, and knows no word of any language.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.errors import DataError
from rashomon.lexicon import section
from rashomon.read.times.words import KINDS, Word, words_of
from rashomon.values import Span

__all__ = ["Found", "Grammar", "grammar"]

_FIRST_LETTER = 0x4E00  # a block of letters that mean nothing in a regular expression
_NAME = re.compile(r"(?<![a-z_])(<)?([a-z][a-z_0-9]+)(?(1)>)")
_CONTINUED = "continued"  # the form of what only goes on from the expression before it
_SCALES = frozenset({100.0, 1000.0})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as found: its form, its characters, and its fields.

    A field's value is the lexicon's where the lexicon gives one, else the words themselves.
    """

    form: str
    span: Span
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled lexicon of one language.

    `letters` gives the letter of a word by its spelling with a capital (`True`) or without, `kinds`
    that of any other word by its kind; `phrases` are the entries of several words by their first.
    """

    values: Mapping[str, Mapping[str, str]]
    numeric_orders: tuple[str, ...]
    letters: Mapping[tuple[str, bool], str]
    kinds: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    promising: re.Pattern[str]
    rules: tuple[tuple[str, re.Pattern[str]], ...]

    def find(self, text: str) -> tuple[Found, ...]:
        """Find the expressions of a text in order, without overlap, at each place the longest."""
        words, letters = self._promising(tuple(self._joined(tuple(words_of(text)))))
        hits = sorted(
            (match.start(), -match.end(), rank)
            for rank, (_, rule) in enumerate(self.rules)
            for match in rule.finditer(letters)
        )
        found: list[Found] = []
        free = 0
        for start, end, rank in hits:
            if start >= free:
                form, rule = self.rules[rank]
                fields = self._fields(rule.match(letters, start), words)
                if form == _CONTINUED:
                    fields = (
                        _continued(found[-1].fields, fields) if found and start == free + 1 else {}
                    )
                    if not fields:
                        continue
                    form = found[-1].form
                free = -end
                span = Span(words[start].start, words[-end - 1].end)
                found.append(Found(form, span, fields))
        return tuple(found)

    def _promising(self, words: tuple[Word, ...]) -> tuple[tuple[Word, ...], str]:
        """Keep the runs of known words around a word of time, with a neighbour on either side."""
        letters = "".join(self._letter(word) for word in words)
        runs = [
            slice(max(run.start() - 1, 0), run.end() + 1)
            for run in self.promising.finditer(letters)
        ]
        kept = tuple(itertools.chain.from_iterable(words[run] for run in runs))
        return kept, "".join(letters[run] for run in runs)

    def number(self, said: str) -> float | None:
        """Read a number in digits or words ("twenty-four", "1,200", "a"); None if vague."""
        total = 0.0
        for word in said.replace("-", " ").split():
            value = self._value_of(word)
            if value in _SCALES and total:
                total *= value
            else:
                total += value
        return total or None

    def _value_of(self, word: str) -> float:
        digits = word.replace(",", "")
        upper, slash, lower = digits.partition("/")
        if slash and lower.strip("0"):
            return int(upper) / int(lower)
        if digits.replace(".", "", 1).isdecimal():
            return float(digits)
        names = ("numword", "article", "ordinal")
        return next((float(self.values[n][word]) for n in names if word in self.values[n]), 0.0)

    def _letter(self, word: Word) -> str:
        known = self.letters.get((word.text, word.capital))
        return self.kinds[word.kind] if known is None else known

    def _joined(self, words: tuple[Word, ...]) -> Iterator[Word]:
        """Put the words of a phrase together into one."""
        free = 0
        for index, word in enumerate(words):
            if index < free:
                continue
            for phrase in self.phrases.get(word.text, ()):
                free = index + len(phrase)
                if tuple(each.text for each in words[index:free]) == phrase:
                    yield word._replace(text=" ".join(phrase), end=words[free - 1].end)
                    break
            else:
                free = index + 1
                yield word

    def _fields(self, match: re.Match[str] | None, words: tuple[Word, ...]) -> dict[str, str]:
        fields: dict[str, str] = {}
        for group, value in match.groupdict().items() if match else ():
            name = group.partition("__")[0]
            if value is not None and match:
                said = " ".join(word.text for word in words[slice(*match.span(group))])
                fields[name] = self.values.get(name, {}).get(said, said)
        return fields


def _continued(before: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    """Complete the end of a range with what its beginning told: "April 6-7", "1915-17".

    Nothing where the two make no range.
    """
    if "tail" not in fields:
        first, second = before.get("day", ""), fields.get("day") or ""
        rising = first.isdecimal() and second.isdecimal() and int(second) > int(first)
        return {**before, **fields} if rising else {}
    year, tail = before.get("year") or before.get("modern") or "", fields["tail"]
    if "month" in before or len(tail) != len(year[2:]) or int(tail) <= int(year[2:]):
        return {}
    return {"year": year[:2] + tail}


@cache
def grammar(language: str) -> Grammar:
    """Compile the lexicon file `times.yml` of a language.

    Raises:
        DataError: a pattern names a class or macro that is not there.
        MissingPartError: the language has no lexicon.
    """
    lexicon = section(language, "times")
    values = {name: _by_word(lexicon.lists(name)) for name in lexicon.ordered("valued")}
    classes: dict[str, set[str]] = {}
    for name, words in values.items():
        for word in words:
            classes.setdefault(word, set()).add(name)
    for name, listed in lexicon.lists("plain").items():
        for word in listed:
            classes.setdefault(_spelled(word), set()).add(name)
    letters, kinds, members = _letters(classes, lexicon.words("capital"))
    macros = lexicon.pairs("macros")
    rules = tuple(
        (form, _compiled(pattern, macros, members))
        for form, patterns in lexicon.lists("patterns").items()
        for pattern in patterns
    )
    core = "".join(members[name] for name in lexicon.ordered("core"))
    strange = "".join(kinds[kind] for kind in ("word", "name", "mark", "break"))
    promising = re.compile(f"[^{strange}]*[{core}][^{strange}]*")
    orders = lexicon.ordered("numeric_orders")
    return Grammar(values, orders, letters, kinds, _phrases(classes), promising, rules)


def _spelled(entry: str) -> str:
    return " ".join(word.text for word in words_of(entry))


def _by_word(words_of_value: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {_spelled(word): value for value, words in words_of_value.items() for word in words}


def _phrases(entries: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        words = tuple(entry.split())
        if len(words) > 1:
            phrases.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(each, key=len, reverse=True)) for word, each in phrases.items()}


def _letters(
    classes: Mapping[str, set[str]], names: frozenset[str]
) -> tuple[dict[tuple[str, bool], str], dict[str, str], dict[str, str]]:
    """Give a letter to every set of classes, and list for every class the letters it is in."""
    sets: dict[frozenset[str], str] = {}

    def letter(of: Iterable[str]) -> str:
        return sets.setdefault(frozenset(of), chr(_FIRST_LETTER + len(sets)))

    kinds = {kind: letter((kind, "year") if kind == "modern" else (kind,)) for kind in KINDS}
    letters: dict[tuple[str, bool], str] = {}
    for word, of in classes.items():
        kind = next(words_of(word)).kind
        letters[word, True] = letter(of | {"name" if kind == "word" else kind})
        letters[word, False] = letter((of - names) | {kind})
    members: dict[str, str] = {}
    for of_letter, char in sets.items():
        for name in of_letter:
            members[name] = members.get(name, "") + char
    return letters, kinds, members


def _compiled(
    pattern: str, macros: Mapping[str, str], members: Mapping[str, str]
) -> re.Pattern[str]:
    """Turn a pattern over class names into one over letters.

    Raises:
        DataError: a name is neither a class nor a macro.
    """
    numbers = itertools.count()

    def expanded(part: str) -> str:
        return _NAME.sub(one, part)

    def one(match: re.Match[str]) -> str:
        captured, name = match[1], match[2]
        if name in macros:
            inner = f"(?:{expanded(macros[name])})"
        elif name in members:
            inner = f"[{members[name]}]"
        else:
            msg = f"times.yml: {name!r} in pattern {pattern!r} is no class and no macro"
            raise DataError(msg)
        return f"(?P<{name}__{next(numbers)}>{inner})" if captured else inner

    ungrouped = re.sub(r"\((?!\?)", "(?:", expanded(pattern))
    return re.compile(ungrouped.replace(" ", ""))
