"""Days, numbers, figures and voices in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from rashomon.lexicon import SPOKEN, Section, section
from rashomon.tell.countries import country_name
from rashomon.text.days import as_day
from rashomon.text.folding import fold
from rashomon.values import Event, EventPlace, Figure, Voice

__all__ = [
    "UNKNOWN",
    "capital",
    "count",
    "day",
    "days_told",
    "either_day",
    "fitted",
    "interval",
    "is_nobody",
    "killed",
    "kind_beside",
    "letter",
    "listed",
    "name_key",
    "number",
    "period",
    "phrases",
    "place",
    "quantity",
    "short_day",
    "voice_kind",
    "voice_name",
]

UNKNOWN = "–"
_NUMERAL = re.compile(r"(?:[A-Za-z]+ ){0,3}\d[\d,.]*", re.ASCII)  # "nearly 40", "1,200"
_ISO_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?")
_LONGEST_NAME = 90  # characters of a voice's name that a sentence carries


def phrases() -> Section:
    """Return the lexicon of telling."""
    return section(SPOKEN, "telling")


@cache
def _ordered(key: str) -> tuple[str, ...]:
    return phrases().ordered(key)


@cache
def _pairs(key: str) -> dict[str, str]:
    return phrases().pairs(key)


def number(value: int) -> str:
    """Write a number with its thousands set apart: 12,500."""
    return f"{value:,}"


def count(value: int, one: str, several: str) -> str:
    """Write "one report", "three reports", "12 reports"."""
    small = _ordered("small_numbers")
    written = small[value] if 0 <= value < len(small) else number(value)
    return f"{written} {one if value == 1 else several}"


def capital(text: str) -> str:
    """Start with a capital letter and leave the rest alone."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Join parts as in "a, b and c"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def day(iso: str | None) -> str | None:
    """Write a day as "20 August 2021"; None where the text is no ISO date."""
    found = as_day(iso)
    return None if found is None else f"{found.day} {_month(found)} {found.year}"


def short_day(iso: str | None) -> str | None:
    """Write a day without its year, for where there is little room: "20 Aug"."""
    found = as_day(iso)
    return None if found is None else f"{found.day} {_month(found)[:3]}"


def period(start: str | None, end: str | None) -> str | None:
    """Write the first and the last day: "20–21 August 2021", "August 2021", "2021"."""
    first, last = as_day(start), as_day(end)
    if first is None or last is None or first >= last:
        return day(start) or day(end)
    if first.year != last.year:
        return f"{day(start)} – {day(end)}"
    if first.month != last.month:
        is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return str(first.year) if is_year else f"{first.day} {_month(first)} – {day(end)}"
    if first.day == 1 and _ends_month(last):
        return f"{_month(first)} {first.year}"
    return f"{first.day}–{last.day} {_month(first)} {first.year}"


def days_told(text: str) -> str:
    """Write the ISO days of a text as people do: "2021-08-20 to 2021-08-21" as "20–21 August"."""
    return _ISO_DAYS.sub(lambda found: period(found[1], found[2] or found[1]) or found[0], text)


def either_day(start: str | None, end: str | None) -> str | None:
    """Write two days that follow each other as "19 or 20 August 2014"; None for any others."""
    first, last = as_day(start), as_day(end)
    if first is None or last is None or last.toordinal() - first.toordinal() != 1:
        return None
    if first.month == last.month:
        return f"{first.day} or {day(end)}"
    of_year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {_month(first)}{of_year} or {day(end)}"


def _month(value: date) -> str:
    return _ordered("months")[value.month - 1]


def _ends_month(value: date) -> bool:
    return date.fromordinal(value.toordinal() + 1).day == 1 if value < date.max else True


def interval(low: int | None, high: int | None) -> str:
    """Write bounds as "36–40", "15 or more", "up to 9", "40"; a dash where both are unknown."""
    if low is None and high is None:
        return UNKNOWN
    if low is None:
        return f"up to {number(high or 0)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def quantity(figure: Figure) -> str:
    """Write a figure for a sentence: an exact number in our words, or the report's "nearly 40"."""
    wording = " ".join(figure.wording.split())
    if _NUMERAL.fullmatch(wording) and not wording.isdigit():
        return wording[:1].lower() + wording[1:]
    if figure.low is not None and figure.low == figure.high:
        return count(figure.low, "", "").strip()
    return f"“{wording}”" if wording else interval(figure.low, figure.high)


def killed(event: Event) -> tuple[str, str, str]:
    """Write low, best and high of all the killed; a dash for what is not known."""
    for finding in event.findings:
        if finding.measure == "killed" and finding.of == "total":
            bounds = (finding.low, finding.best, finding.high)
            low, best, high = (UNKNOWN if value is None else number(value) for value in bounds)
            return low, best, high
    return UNKNOWN, UNKNOWN, UNKNOWN


def place(where: EventPlace | None) -> str | None:
    """Write a place with the province and the country that hold it, each name once."""
    if where is None:
        return None
    names = [where.name, where.admin2, where.admin1, country_name(where.country)]
    shown: list[str] = []
    for name in names:
        if name and fold(name) not in map(fold, shown):
            shown.append(name)
    return ", ".join(shown) or None


def voice_name(voice: Voice) -> str:
    """Name a voice, or say in words that it has no name."""
    name = " ".join((voice.name or "").split())
    if not name or is_nobody(voice):
        return _pairs("unnamed").get(voice.kind, voice.kind)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def is_nobody(voice: Voice) -> bool:
    """Tell whether a voice is only a way of saying that something is said: "was reportedly"."""
    words = (voice.name or "").casefold().split()
    return voice.kind == "unnamed" and (not words or words[0] in _ordered("nobody"))


def fitted(label: str, longest: int) -> str:
    """Shorten a label to `longest` characters: what follows a comma goes first, then the middle.

    In English the name stands at the end of a title ("former minister Ada Fell").
    """
    label = " ".join(label.split())
    if len(label) > longest:
        label = label.split(",", maxsplit=1)[0]
    if len(label) <= longest:
        return label
    words = label.split()
    head, tail = words[:1], words[-1:]
    for word in reversed(words[1:-1]):
        if len(" ".join([*head, "…", word, *tail])) > longest:
            break
        tail.insert(0, word)
    short = " ".join([*head, "…", *tail])
    return short if len(short) <= longest else f"{label[: longest - 1].rstrip()}…"


def name_key(name: str) -> str:
    """Return what tells a name from others: no case, no article, no stray spaces."""
    words = name.casefold().split()
    if len(words) > 1 and words[0] in _ordered("articles"):
        words = words[1:]
    return " ".join(words)


def kind_beside(voice: Voice) -> str:
    """Say what kind of voice a name is of; "" where nobody is named or the name says it itself."""
    kind = voice_kind(voice)
    return "" if not voice.name or kind in voice.name.casefold() else kind


def voice_kind(voice: Voice) -> str:
    """Say in plain words what kind of voice it is."""
    return _pairs("voices").get(voice.kind, voice.kind)


def letter(index: int) -> str:
    """Name reports A to Z, then AA, AB and so on, as columns of a sheet are named."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
