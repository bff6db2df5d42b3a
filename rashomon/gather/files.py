"""Readers of single files: plain text, web pages, and reports in JSON Lines."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import IO

from pydantic import ValidationError
from trafilatura import bare_extraction
from trafilatura.settings import Document

from rashomon.gather.encoding import decode, is_binary, is_mojibake, mend
from rashomon.gather.given import Given
from rashomon.values import Issue

__all__ = ["READERS", "Found", "read_html", "read_jsonl", "read_text"]

_LARGEST = 20_000_000  # bytes of a text or a page; the largest report has 4 MB in UTF-8
_LONGEST_LINE = 10_000_000  # bytes: a report of a million characters, escaped, fits
_SHORTEST = 8  # words of an article: menus, of which trafilatura keeps a label or two, have fewer
_HEADER = frozenset({"title", "publisher", "url", "published", "byline", "language", "id"})

Found = tuple[Given | Issue, str]  # with the place it was found at


def read_text(path: Path, as_of: date | None) -> Iterator[Found]:
    """Read a text file; lines of known keys above the first blank line tell of it."""
    del as_of
    where = f"{path}:1"
    text, issue = _whole(path, where)
    if issue is not None:
        yield issue, where
    if text is None:
        return
    fields, body = _header(text.replace("\r\n", "\n").replace("\r", "\n"))
    yield Given(text=body, **fields), where


def read_html(path: Path, as_of: date | None) -> Iterator[Found]:
    """Take the article out of a web page, with its title, date, site, author and address."""
    where = f"{path}:1"
    text, issue = _whole(path, where)
    if issue is not None:
        yield issue, where
    if text is None:
        return
    page = _article(text, as_of)
    body, _ = mend((page and page.text) or "")
    if page is None or len(body.split()) < _SHORTEST:
        message = "No article was found in the page. Save the article's text as a .txt file."
        yield Issue("no-article", message, where=where), where
        return
    yield (
        Given(
            text=_without_title(body, page.title),
            title=page.title,
            url=page.url,
            publisher=page.sitename,
            byline=page.author,
            published=page.date,
            language=page.language,
        ),
        where,
    )


def read_jsonl(path: Path, as_of: date | None) -> Iterator[Found]:
    """Read one report a line, from a plain or gzipped file; a bad line stops no other."""
    del as_of
    opened: Callable[[Path], IO[bytes]] = gzip.open if path.suffix == ".gz" else Path.open  # type: ignore[assignment]
    number = 0
    try:
        with opened(path, "rb") as file:  # type: ignore[call-arg]
            while line := file.readline(_LONGEST_LINE + 1):
                number += 1
                where = f"{path}:{number}"
                if len(line) > _LONGEST_LINE and not line.endswith(b"\n"):
                    _skip_line(file)
                    message = (
                        f"The line has more than {_LONGEST_LINE:,} bytes. Expected one report a "
                        "line: is the file one JSON array?"
                    )
                    yield Issue("line-too-long", message, where=where), where
                elif line.strip():
                    yield from ((found, where) for found in _report_of(line, where))
    except (OSError, EOFError, zlib.error) as error:
        where = f"{path}:{number + 1}"
        message = f"The file cannot be read on: {error}. Get an unbroken copy."
        yield Issue("unreadable", message, where=where), where


def _report_of(line: bytes, where: str) -> Iterator[Given | Issue]:
    text, was_broken = decode(line)
    if was_broken:
        yield _repaired(where)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"The line is no JSON ({error}). Expected one object a line."
        yield Issue("bad-json", message, where=where)
        return
    if not isinstance(data, dict):
        message = f"The line holds a {type(data).__name__}. Expected an object with a text."
        yield Issue("not-an-object", message, where=where)
        return
    try:
        given = Given.model_validate(data)
    except ValidationError as error:
        yield Issue("bad-report", _told(error), where=where)
        return
    if is_mojibake(given.text):
        # spans point into the text as its owner has it, so it is not rewritten here
        message = "The text looks decoded with the wrong encoding. It is kept: repair it before."
        yield Issue("encoding-suspect", message, where=where)
    yield given


def _told(error: ValidationError) -> str:
    parts = [
        f"{'.'.join(str(key) for key in each['loc'])}: {each['msg'].lower()}"
        for each in error.errors(include_url=False, include_input=False)
    ]
    return f"The report is not as docs/contract.md says: {'; '.join(parts)}."


def _whole(path: Path, where: str) -> tuple[str | None, Issue | None]:
    """Read a whole file as text, with an issue where it is none or had to be repaired."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _LARGEST else b""
    except OSError as error:
        return None, Issue("unreadable", f"The file cannot be read: {error}.", where=where)
    if size > _LARGEST:
        message = f"The file has {size:,} bytes; at most {_LARGEST:,} are read. Split it."
        return None, Issue("file-too-large", message, where=where)
    if is_binary(data):
        message = "The file holds binary data. Expected text: convert it first."
        return None, Issue("binary-file", message, where=where)
    decoded, was_broken = decode(data)
    text, was_mended = mend(decoded)
    return text, _repaired(where) if was_broken or was_mended else None


def _repaired(where: str) -> Issue:
    message = (
        "The text is not valid UTF-8, or was decoded wrongly before. It was repaired; what is "
        "quoted comes from the repaired text."
    )
    return Issue("encoding-repaired", message, where=where)


def _skip_line(file: IO[bytes]) -> None:
    while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _header(text: str) -> tuple[dict[str, str], str]:
    """Split off the header; a first paragraph with any other line in it is no header."""
    head, blank, body = text.partition("\n\n")
    fields: dict[str, str] = {}
    for line in head.split("\n"):
        key, colon, value = line.partition(":")
        name = key.strip().lower()
        if not colon or name not in _HEADER or name in fields:
            return {}, text
        fields[name] = value.strip()
    return (fields, body.lstrip("\n")) if blank else ({}, text)


def _article(text: str, as_of: date | None) -> Document | None:
    latest = {"max_date": as_of.isoformat()} if as_of is not None else {}
    days = {"original_date": True, "extensive_search": False, **latest}
    try:
        found = bare_extraction(
            text, with_metadata=True, include_comments=False, date_extraction_params=days
        )
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, Document) else None


def _without_title(text: str, title: str | None) -> str:
    """Drop a first line that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and first.strip() == title.strip() and rest else text


# Suffix and reader; the longest suffix that fits is taken.
READERS: tuple[tuple[str, Callable[[Path, date | None], Iterator[Found]]], ...] = (
    (".jsonl.gz", read_jsonl),
    (".jsonl", read_jsonl),
    (".html", read_html),
    (".htm", read_html),
    (".txt", read_text),
)
