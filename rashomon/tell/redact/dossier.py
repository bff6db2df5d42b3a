"""A dossier in which private persons' names are pseudonyms."""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast
from urllib.parse import unquote, urlsplit

from rashomon.tell.redact.atoms import Text
from rashomon.tell.redact.people import people_of
from rashomon.tell.redact.rewriting import Rewriting, rewritten
from rashomon.tell.redact.scope import Scope
from rashomon.tell.words import phrases
from rashomon.values import Dossier, EventPlace, Figure, Issue, Place, Reading, Report, Span

__all__ = ["redact"]

T = TypeVar("T")

# Fields of ids, codes and days, and of those who stay named: media and authors.
_LEFT = frozenset(
    {
        "byline", "certainty", "claims", "code", "country", "currency", "dissenting", "end",
        "episode", "feature", "formerly", "id", "kind", "language", "made_by", "measure", "origin",
        "parts", "published", "publisher", "reality", "role", "scope", "start", "supporting",
        "type", "word",
    }
)  # fmt: skip
_REPORTS = frozenset({"report", "reports", "copied_from"})
_DIGITS = 16  # hexadecimal, as ids have


def redact(dossier: Dossier, seen: Mapping[str, Sequence[Span] | None], secret: bytes) -> Dossier:
    """Replace private persons' names everywhere; every span still points at its words.

    Officials, who speaks for a party, authors and publishers keep their names. An address, an id
    or a file's name that holds a hidden name is cut or replaced.

    Args:
        dossier: what is known.
        seen: by report, the persons' names that its language's pipeline found; None where the
            report could not be searched: its words are withheld.
        secret: what the pseudonyms are made with. The same one gives the same name the same
            pseudonym in every run; without it, no name can be tried against a pseudonym.
    """
    people = people_of(dossier, {name: spans or () for name, spans in seen.items()}, secret)
    everybody = people.scope(people.scopes)
    rewritings = {
        report.id: rewritten(report.content, people.hidden[report.id]) for report in dossier.reports
    }
    withheld = {name for name, spans in seen.items() if spans is None}
    ids = {
        report.id: _id(report.id, people.scopes[report.id], secret) for report in dossier.reports
    }
    readings = (
        Reading(report=each.report, issues=(_unsearched(),)) if each.report in withheld else each
        for each in dossier.readings
    )
    return Dossier(
        reports=tuple(
            _report(each, rewritings[each.id], _Walk(people.scopes[each.id], ids))
            if each.id not in withheld
            else _blank(each, ids)
            for each in dossier.reports
        ),
        readings=tuple(
            _Walk(people.scope([each.report]), ids, rewritings.get(each.report)).of(each)
            for each in readings
        ),
        events=tuple(_Walk(people.scope(each.reports), ids).of(each) for each in dossier.events),
        issues=tuple(_Walk(everybody, ids).of(each) for each in dossier.issues),
    )


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through a value: hides names in its texts, moves its spans, renames its reports."""

    scope: Scope
    ids: Mapping[str, str]
    rewriting: Rewriting | None = None  # of the text that spans point into

    def of(self, value: T) -> T:
        """Return a value of the same type with pseudonyms in it."""
        fields = dataclasses.fields(cast("type", type(value)))
        parts = {each.name: self._part(each.name, getattr(value, each.name)) for each in fields}
        if isinstance(value, Place | EventPlace) and value.geonameid is not None:
            # what is on the map bears its own name, whoever it was called after
            parts = {"span": parts["span"]} if "span" in parts else {}
        if isinstance(value, Issue) and value.where is not None:
            parts["where"] = self._where(value.where)
        if isinstance(value, Figure) and value.span is not None and self.rewriting is not None:
            parts["wording"] = cast("Span", parts["span"]).of(self.rewriting.text)
        return cast("T", replace(cast("Issue", value), **parts))  # type: ignore[arg-type]

    def text(self, text: str) -> str:
        """Return a text of ours, or somebody's name, with pseudonyms in it."""
        return rewritten(text, self.scope.hidden(Text(text))).text if self.scope.shorts else text

    def _part(self, name: str, held: object) -> object:
        if isinstance(held, Span):
            return self.rewriting.moved(held) if self.rewriting is not None else held
        if isinstance(held, tuple):
            return tuple(self._part(name, each) for each in held)
        if dataclasses.is_dataclass(held):
            return self.of(held)
        if name == "origin" and isinstance(held, str) and any(self.scope.shorts.values()):
            # a plain hash of whose word it is: names could be tried against it
            return _keyed(held, self.scope.secret)
        if not isinstance(held, str) or name in _LEFT:
            return held
        return self.ids.get(held, held) if name in _REPORTS else self.text(held)

    def _where(self, where: str) -> str:
        """Return where an issue arose; a report by its new id, a file only if it names nobody."""
        known = where.removeprefix("report ")
        if known != where:
            return f"report {self.ids.get(known, known)}"
        return phrases().pairs("redaction")["withheld"] if _names(where, self.scope) else where


def _report(report: Report, rewriting: Rewriting, walk: _Walk) -> Report:
    """Rewrite a report; its title ends where it ended, for no name crosses a blank line."""
    content = rewriting.text
    title, text = report.title, content
    if report.title:
        end = rewriting.moved(Span(0, len(report.title))).end
        title, text = content[:end], content[end + 2 :]
    return replace(
        report,
        id=walk.ids[report.id],
        title=title,
        text=text,
        url=_address(report.url, walk.scope),
        passages=tuple(replace(each, span=rewriting.moved(each.span)) for each in report.passages),
    )


def _blank(report: Report, ids: Mapping[str, str]) -> Report:
    """Withhold a report that could not be searched, and its address, which may tell a name."""
    words = phrases().pairs("redaction")["withheld"]
    return replace(report, id=ids[report.id], title=None, text=words, url=None, passages=())


def _unsearched() -> Issue:
    return Issue("withheld", phrases().pairs("redaction")["unsearched"])


def _address(url: str | None, scope: Scope) -> str | None:
    """Cut an address that holds a hidden name down to its site."""
    if url is None or not _names(url, scope):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}/" if parts.netloc else None


def _id(report: str, scope: Scope, secret: bytes) -> str:
    """Return a report's id, or, where it holds a hidden name, one that tells nothing."""
    if not _names(report, scope):
        return report
    return _keyed(report, secret)


def _keyed(text: str, secret: bytes) -> str:
    told = text.encode("utf-8", "surrogatepass")
    return hmac.new(secret, told, hashlib.sha256).hexdigest()[:_DIGITS]


def _names(slug: str, scope: Scope) -> bool:
    """Tell whether a word of an address, an id or a path is one of a hidden name."""
    return any(scope.shorts.get(atom.fold) for atom in Text(unquote(slug)).atoms)
