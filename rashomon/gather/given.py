"""What a stranger gives as a report, checked once at the rim and made into a `Report`."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from pydantic import BaseModel, ConfigDict, Field, field_validator

from rashomon.gather.encoding import without_gaps
from rashomon.values import Issue, Report, identify

__all__ = ["LONGEST", "Given", "admit"]

LONGEST = 1_000_000  # characters; the parser takes no more in one piece
_CLOCKS_DIFFER = timedelta(days=1)  # it may be tomorrow where the report was published
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-]{1,20})?", re.IGNORECASE)


class Given(BaseModel):
    """A report as it is given: one line of `reports.jsonl`, or what was found in a file."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    id: str | None = Field(default=None, max_length=1000)
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None

    @field_validator("*", mode="after")
    @classmethod
    def _storable(cls, value: str | None) -> str | None:
        return without_gaps(value) if value is not None else None

    @field_validator("id", "title", "url", "publisher", "byline", "language", "published")
    @classmethod
    def _none_when_blank(cls, value: str | None) -> str | None:
        return value.strip() or None if value is not None else None


def admit(given: Given, where: str, as_of: date | None) -> tuple[Report | None, list[Issue]]:
    """Make a report of what was given, or say why not; doubtful days become null, with an issue."""
    if not given.text.strip():
        message = "The report has no text: nothing to read. Give a text, or leave the report out."
        return None, [Issue("empty-report", message, where=where)]
    if len(given.text) > LONGEST:
        message = (
            f"The report has {len(given.text):,} characters; at most {LONGEST:,} are read. "
            "Split it into the reports it is made of."
        )
        return None, [Issue("report-too-long", message, where=where)]
    published, issues = _day(given.published, where, as_of)
    content = f"{given.title}\n\n{given.text}" if given.title else given.text
    report = Report(
        # the same words in two outlets are two reports: one may be a copy of the other
        id=given.id or identify(content, given.publisher, given.url),
        text=given.text,
        title=given.title,
        url=given.url,
        publisher=given.publisher,
        byline=given.byline,
        language=_language(given.language),
        published=published,
    )
    return report, issues


def _day(text: str | None, where: str, as_of: date | None) -> tuple[str | None, list[Issue]]:
    """Read a day of publication in ISO 8601 or as mail and feeds write it."""
    if text is None:
        return None, []
    day = _parsed(text)
    if day is None:
        message = (
            f"The day of publication is {text[:80]!r}, which is no date. Expected ISO 8601, such "
            "as 2021-08-20. The report is read without one."
        )
        return None, [Issue("bad-date", message, where=where)]
    plain = day.date() if isinstance(day, datetime) else day
    if as_of is not None and plain > as_of + _CLOCKS_DIFFER:
        message = (
            f"The day of publication, {plain}, lies after {as_of}, the day of this run. Days in "
            "the text would be counted from it, so the report is read without one: correct it."
        )
        return None, [Issue("future-date", message, where=where)]
    return day.isoformat(), []


def _parsed(text: str) -> date | datetime | None:
    for parse in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _language(code: str | None) -> str | None:
    """Keep the two letters of a language code; what is no code is found out from the text."""
    found = _LANGUAGE.fullmatch(code or "")
    return found[1].lower() if found is not None else None
