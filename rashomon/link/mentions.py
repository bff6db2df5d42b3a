"""Linking single words for happenings: which mentions, in which reports, mean one event.

Coarser than `link`, which needs claims: here nothing is known but the word and its report. Two
mentions are one event when their words are of one family and their reports hang together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.lexicon import languages, section
from rashomon.link.blocks import candidates
from rashomon.link.cluster import agglomerate
from rashomon.link.features import compare
from rashomon.link.judge import probability
from rashomon.link.portraits import portray
from rashomon.link.tellings import Telling
from rashomon.link.words import tokenize
from rashomon.values import Report, Span, identify

__all__ = ["Mention", "cluster_mentions", "family"]

# Chosen on the developer side of the coref benchmark (ECB+ and the Gun Violence Corpus together).
_CUT = 0.08
_SHORT = 4  # words up to this length keep their endings
_LONG = 7  # stems from this length on lost no mute e
_VOWEL = re.compile(r"[aeiouy]")
_MUTE_E = re.compile(r"(?:[^aeiou][aeiou][bcdgkmstvz]|[cgsvuz]|[aeiou][^aeiou]l|bl|tl|dl)$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or a few that name a happening in a report."""

    id: str
    report: str
    span: Span | None
    text: str


def cluster_mentions(reports: Mapping[str, Report], mentions: Iterable[Mention]) -> dict[str, str]:
    """Give each mention the id of its event, by mention id; the order of mentions is no matter."""
    families: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention in sorted(mentions, key=lambda mention: mention.id):
        families[family(mention.text) or mention.id][mention.report].append(mention.id)
    near = _nearness([reports[name] for name in sorted(reports)])
    clusters = {}
    for word, members in families.items():
        names = sorted(members)
        pairs = {
            (i, j): near[left, right]
            for i, left in enumerate(names)
            for j, right in enumerate(names[i + 1 :], start=i + 1)
            if (left, right) in near
        }
        for group in agglomerate(len(names), pairs, (), _CUT)[0]:
            cluster = identify("mention", word, names[group[0]])
            for index in group:
                clusters.update(dict.fromkeys(members[names[index]], cluster))
    return clusters


def _nearness(reports: list[Report]) -> dict[tuple[str, str], float]:
    """Return the chance that two reports tell of one incident, for pairs worth comparing."""
    portraits = [portray(Telling(report.id, report, ())) for report in reports]
    return {
        (reports[i].id, reports[j].id): probability(compare(portraits[i], portraits[j], 0.0))
        for i, j in candidates(portraits)
    }


@cache
def family(text: str) -> str:
    """Return the plainest word for what a mention names; "" where it holds no word."""
    words = [_lemma(word) for word in tokenize(text)]
    phrase = " ".join(words)
    return next((found for name in (phrase, *words) if (found := _families().get(name))), phrase)


def _lemma(word: str) -> str:
    """Strip the ending of an English word, roughly: only equality of the results matters."""
    if word in _irregular():
        return _irregular()[word]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(word) > _SHORT and _VOWEL.search(stem):
            return _restore(stem)
    if word.endswith("ies") and len(word) > _SHORT:
        return word[:-3] + "y"
    if re.search(r"(?:s|x|z|ch|sh)es$", word):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith("ss") and len(word) >= _SHORT
    return word[:-1] if plural else word


def _restore(stem: str) -> str:
    if stem[-1] == stem[-2] and len(stem) >= _SHORT:
        return stem if stem[-1] in "lsz" else stem[:-1]
    if stem[-1] == "i":
        return stem[:-1] + "y"
    return stem + "e" if _MUTE_E.search(stem) and len(stem) < _LONG else stem


@cache
def _families() -> Mapping[str, str]:
    return {
        word: name
        for language in languages()
        for name, others in section(language, "mentions").lists("families").items()
        for word in (name, *others)
    }


@cache
def _irregular() -> Mapping[str, str]:
    return {
        form: word
        for language in languages()
        for form, word in section(language, "mentions").pairs("irregular").items()
    }
