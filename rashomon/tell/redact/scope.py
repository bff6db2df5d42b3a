"""Which names are hidden in a text, and where they stand in it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from rashomon.tell.redact.atoms import Run, Text
from rashomon.tell.redact.mentions import Mention, fronts
from rashomon.tell.words import phrases
from rashomon.text.folding import skeleton
from rashomon.values import Span

__all__ = ["Elsewhere", "Hidden", "Key", "Scope", "bones_of", "key_of", "pseudonym"]

Key: TypeAlias = tuple[str, ...]
"""Who somebody is: the consonants of each word of the name, or, behind "=", its letters."""

_LONGEST = 6  # words of a name that is looked for
# Letters that spell no word and pass for no number: 20 of them, 5 in a pseudonym, give 3.2 million.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_CODE = 5


@dataclass(frozen=True, slots=True)
class Hidden:
    """Characters that a pseudonym takes the place of."""

    span: Span
    pseudonym: str


def key_of(name: Key, told_apart: AbstractSet[Key]) -> Key:
    """Return who bears a name: spellings with the same consonants are one person's.

    Those in `told_apart` stand in one report beside another spelling, as brothers' names do.
    """
    bones = tuple(map(bones_of, name))
    return ("=", *name) if bones in told_apart else bones


@lru_cache(maxsize=1 << 16)
def bones_of(word: str) -> str:
    """Return a word's consonants; a word without any stands for itself."""
    return skeleton(word) or word


def pseudonym(key: Key, secret: bytes) -> str:
    """Return a person's pseudonym: from the secret alone, it cannot be guessed from the name."""
    digest = hmac.new(secret, "\0".join(key).encode("utf-8", "surrogatepass"), hashlib.sha256)
    number = int.from_bytes(digest.digest()[:8])
    code = ""
    for _ in range(_CODE):
        number, letter = divmod(number, len(_LETTERS))
        code += _LETTERS[letter]
    return f"{phrases().pairs('redaction')['person']} {code}"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Who is hidden in any report: another one may name them where nobody saw it.

    `spelled` are the spellings that were seen, `firsts` the consonants of first words.
    """

    names: Mapping[Key, str] = field(default_factory=dict)
    spelled: AbstractSet[Key] = frozenset()
    firsts: AbstractSet[str] = frozenset()


@dataclass(slots=True)
class Scope:
    """The people of a report, or of an event's reports: pseudonyms, None for who stays named.

    `names` are found by their key, `shorts` by one word of the name; `firsts` are the consonants
    of first words. `secret` makes the pseudonyms of relatives who are found by a shared surname.
    """

    secret: bytes
    told_apart: AbstractSet[Key] = frozenset()
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    names: dict[Key, str | None] = field(default_factory=dict)
    shorts: dict[str, str | None] = field(default_factory=dict)
    spelled: set[Key] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)

    def add(self, name: Key, hidden: str | None) -> None:
        """Take in a person; who was taken in first keeps the words that several share."""
        self.names.setdefault(key_of(name, self.told_apart), hidden)
        self.spelled.add(name)
        self.firsts.add(bones_of(name[0]))
        for word in name:
            self.shorts.setdefault(word, hidden)

    def join(self, other: Scope) -> None:
        """Take in the people of another scope; who is hidden in one is hidden in both."""
        self.spelled |= other.spelled
        self.firsts |= other.firsts
        for name, hidden in other.names.items():
            self.names[name] = self.names.get(name) or hidden
        for word, hidden in other.shorts.items():
            self.shorts[word] = self.shorts.get(word) or hidden

    def hidden(
        self,
        text: Text,
        told: Mapping[int, tuple[Mention, str | None]] | None = None,
        protected: Iterable[Span] = (),
    ) -> Iterator[Hidden]:
        """Yield what is hidden in a text, in order.

        `told` gives the pseudonyms of the names whose places are known, by their first words. A
        single word means whoever bore it last, and is no person's within `protected` places.
        """
        sight = _Sight(
            text,
            told or {},
            {at for span in protected if (run := text.run_at(span)) for at in _range(run)},
            dict(self.shorts),
        )
        at = 0
        while at < len(text.atoms):
            run, hidden = self._told(sight, at) or self._known(sight, at) or self._short(sight, at)
            if hidden is not None:
                yield Hidden(text.span(run), hidden)
            at = run.last + 1

    def _told(self, sight: _Sight, at: int) -> _Found | None:
        """Return the name whose place is known; a single word of it is the last bearer's."""
        if at not in sight.told:
            return None
        mention, hidden = sight.told[at]
        if len(mention.words) > 1 or mention.office:
            sight.latest.update(dict.fromkeys(mention.words, hidden))
        else:
            hidden = sight.latest.get(mention.words[0], hidden)
        return mention.run, hidden

    def _known(self, sight: _Sight, at: int) -> _Found | None:
        """Return the longest known name that begins here."""
        text, last, bones = sight.text, at, sight.text.atoms[at].bones
        if bones not in self.firsts and bones not in self.elsewhere.firsts:
            return None
        while last - at + 1 < _LONGEST and text.joined(last) and last + 1 not in sight.told:
            last += 1
        for end in range(last, at, -1):
            run = Run(at, end)
            name = text.folds(run)
            key = key_of(name, self.told_apart)
            spelled = name in self.spelled or name in self.elsewhere.spelled
            if not spelled and not (text.atoms[at].capital and text.atoms[end].capital):
                continue
            if key in self.names:
                hidden = self.names[key]
            elif key in self.elsewhere.names and at not in sight.safe:  # no place spelled alike
                hidden = self.elsewhere.names[key]
            else:
                continue
            sight.latest.update(dict.fromkeys(name, hidden))
            return run, hidden
        return None

    def _short(self, sight: _Sight, at: int) -> _Found:
        """Return a single word of a name, or an unknown name that shares one: a relative's."""
        text, alone = sight.text, Run(at, at)
        if (
            at in sight.safe
            or not text.atoms[at].capital
            or text.atoms[at].fold in fronts(text.language)
        ):
            return alone, None
        last = at
        while text.joined(last) and text.goes_on(last + 1) and sight.is_free(last + 1):
            last += 1
        if text.atoms[last].fold in text.words("named_after") and last > at:
            return Run(at, last), None
        if not any(sight.latest.get(text.atoms[each].fold) for each in range(at, last + 1)):
            return alone, None
        if last == at or not text.can_name(at):
            return alone, sight.latest.get(text.atoms[at].fold)
        key = key_of(text.folds(Run(at, last)), self.told_apart)
        return Run(at, last), pseudonym(key, self.secret)


_Found: TypeAlias = tuple[Run, str | None]


@dataclass(frozen=True, slots=True)
class _Sight:
    text: Text
    told: Mapping[int, tuple[Mention, str | None]]
    safe: AbstractSet[int]
    latest: dict[str, str | None]  # who bore a word last

    def is_free(self, at: int) -> bool:
        return at not in self.safe and at not in self.told


def _range(run: Run) -> range:
    return range(run.first, run.last + 1)
