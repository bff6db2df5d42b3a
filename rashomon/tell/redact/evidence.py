"""What stands beside a name in a text: an office, or something that only private people have."""

from __future__ import annotations

import re
from itertools import takewhile

from rashomon.tell.redact.atoms import Run, Text
from rashomon.tell.redact.words import callings, phrases

__all__ = ["holds_office", "is_addressed", "is_private"]

_FAR = 8  # words of an explanation beside a name that are looked at
_AGE = re.compile(
    r"\.?\s{0,2}(?:,\s{0,2}(?:aged?\s|âgée?\sde\s)?|\(\s?(?:aged?\s)?|\saged?\s|\sâgée?\sde\s)"
    r"(?:1[01]|[1-9])?[0-9](?:\sans)?(?=\s?[,;.)—–]|\sof\s|\sfrom\s|$)"
)
_YOUNG = re.compile(r"\b(?:1[01]|[1-9])?[0-9]-(?:year|month)s?-old(?:\s[a-z-]+){0,2}\s$")
_OPENS = re.compile(r"\.?\s{0,2}(?:,|\(|\s[-–—])\s{0,2}(?:[\"“”'‘’]\s?)?")
_CLOSES = re.compile(r"\s?[,;:.!?)\n–—\"”]|\s-\s|$")
_PLAIN = re.compile(r"[ \t\u00a0]{1,2}|[ \t]?\n(?=\S)|[-‐‑]|\.[ \t\u00a0]{1,2}")
_BARE = 2  # words of an office without an article: "deputy governor"


def holds_office(text: Text, run: Run) -> bool:
    """Tell whether the words beside a name give its bearer an office or followers."""
    return (
        _is_office(text, _before(text, run.first))
        or _is_office(text, _explained_after(text, run))
        or _is_office(text, _explained_before(text, run))
        or _leads(text, run)
    )


def is_private(text: Text, run: Run) -> bool:
    """Tell whether an age, a calling, kin, or "a boy named" stands beside a name."""
    before = _before(text, run.first)
    start, end = text.span(run)
    return (
        _AGE.match(text.content, end) is not None
        or _YOUNG.search(text.content[max(start - 40, 0) : start]) is not None
        or _is_calling(text, before)
        or any(tuple(before[-len(each) :]) == each for each in phrases("naming", text.language))
        or _is_calling(text, _explained_after(text, run))
        or _is_calling(text, _explained_before(text, run))
    )


def _is_calling(text: Text, told: list[str]) -> bool:
    """Tell whether what is told of somebody ends in a calling, or of several: "the sisters"."""
    return any({word, word.removesuffix("s")} & callings(text.language) for word in told[-1:])


def is_addressed(text: Text, run: Run) -> bool:
    """Tell whether a name is a person's: behind "Mr" or "Governor", before "a former officer,"."""
    titles = text.words("courtesy") | text.words("offices")
    explained = (_explained_after(text, run), _explained_before(text, run))
    return bool(titles.intersection(_before(text, run.first)[-1:])) or any(
        text.words("offices").intersection(told[-1:]) for told in explained
    )


def _is_office(text: Text, told: list[str]) -> bool:
    """Tell whether what is told of somebody ends in an office that he still holds."""
    while told and told[-1] in text.words("courtesy") and told[-1] not in text.words("offices"):
        told = told[:-1]
    if any(tuple(told[-len(each) :]) == each for each in phrases("long_offices", text.language)):
        return not text.words("former").intersection(told)
    if not told or not ({told[-1], told[-1].removesuffix("s")} & text.words("offices")):
        return False
    return told[-1] in text.words("lasting") or not text.words("former").intersection(
        told[-_FAR:-1]
    )


def _before(text: Text, at: int) -> list[str]:
    """Return the words before a word that nothing parts from it, in the order of the text."""
    found: list[str] = []
    while at > 0 and len(found) < _FAR:
        atom = text.atoms[at - 1]
        gap = text.gap(at - 1)
        ends = gap.startswith(".") and not text.is_abbreviated(at - 1)
        if not _PLAIN.fullmatch(gap) or ends or (atom.owns and not found):
            break
        found.append(atom.fold)
        at -= 1
        if atom.owns:
            break
    return found[::-1]


def _head(text: Text, told: list[str]) -> list[str]:
    """Cut an explanation behind its head: "a commander of the local force"."""
    return list(takewhile(lambda word: word not in text.words("onward"), told))


def _explanation(text: Text, told: list[str]) -> list[str]:
    """Keep what can explain a name: "a former police commander", "mother"; no other clause."""
    bare = 1 if callings(text.language).intersection(told[-1:]) else _BARE
    return told if told[:1] and (told[0] in text.words("plain") or len(told) <= bare) else []


def _explained_after(text: Text, run: Run) -> list[str]:
    """Return "the provincial governor" behind "NAME, ": empty where it may go on with a list."""
    if not _OPENS.fullmatch(text.gap(run.last)):
        return []
    told: list[str] = []
    for at in range(run.last + 1, min(run.last + 1 + 2 * _FAR, len(text.atoms))):
        atom = text.atoms[at]
        heads = len(_head(text, told)) == len(told)
        if atom.fold in text.words("both") or (atom.owns and heads and not told):
            return []
        if not (atom.owns and heads):  # "the agency's country director" directs
            told.append(atom.fold)
        if _CLOSES.match(text.gap(at)):
            return _explanation(text, _head(text, told))
    return []


def _explained_before(text: Text, run: Run) -> list[str]:
    """Return "a spokesman" of "a spokesman for the army, NAME,"."""
    first = run.first
    while (
        first > 0
        and text.joined(first - 1)
        and text.atoms[first - 1].fold in text.words("courtesy")
    ):
        first -= 1
    if first == 0 or not _OPENS.fullmatch(text.gap(first - 1)):
        return []
    at = first - 1
    told = _last_named(text, [*_before(text, at), text.atoms[at].fold])
    if not _CLOSES.match(text.gap(run.last)) and (
        run.last + 1 < len(text.atoms) and text.atoms[run.last + 1].fold in text.words("both")
    ):
        head = _head(text, told)  # a list: of several, "two patients, NAME and NAME"
        return _explanation(text, head) if head[-1:] and head[-1].endswith("s") else []
    return [] if text.words("both").intersection(told) else _explanation(text, _head(text, told))


def _last_named(text: Text, told: list[str]) -> list[str]:
    """Cut "guests said a cousin" to "a cousin"; "a commander of the local force" is one."""
    begins = [
        at
        for at, word in enumerate(told)
        if word in text.words("plain") - text.words("onward")
        and (at == 0 or told[at - 1] not in text.words("onward") - text.words("both"))
    ]
    return told[begins[-1] :] if begins else told


def _leads(text: Text, run: Run) -> bool:
    """Tell whether somebody has fighters: "NAME's men", "forces loyal to NAME"."""
    behind = [atom.fold for atom in text.atoms[run.last + 1 : run.last + 3]]
    if text.atoms[run.last].owns and text.words("followers").intersection(behind):
        return True
    before = _before(text, run.first)
    for phrase in phrases("following", text.language):
        if tuple(before[-len(phrase) :]) == phrase:
            ahead = before[-len(phrase) - 2 : -len(phrase)]
            return bool(text.words("followers").intersection(ahead))
    return False
