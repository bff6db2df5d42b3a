"""The formats in which events can be told to people and programs: one plain table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

from rashomon.errors import MissingPartError, UsageError
from rashomon.values import Dossier

__all__ = ["ALWAYS", "FORMATS", "Files", "Format", "choose"]

Files: TypeAlias = Iterator[tuple[str, bytes]]
"""What a format writes: the name and the content of one file after the other."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to tell a dossier.

    `source` names the function that makes it, as "module:function" under `rashomon.tell`: it is
    loaded when it is used, for it may need packages that take a while to load or are not there.
    The function returns the text or bytes of `file`; where `file` is None, those of several files
    by name. It may also return pairs of a name and a content, one after the other, where all
    files are too much for the memory; the first of them is then `file`.
    """

    name: str
    what: str
    file: str | None
    source: str

    def make(self, dossier: Dossier) -> Files:
        """Make the files of a dossier, each when it is asked for.

        A lone surrogate is escaped as JSON escapes it.

        Raises:
            MissingPartError: the format needs a package that is not installed.
        """
        module, _, function = self.source.partition(":")
        made = getattr(self._load(f"rashomon.tell.{module}"), function)(dossier)
        if isinstance(made, str | bytes):
            made = {self.file or self.name: made}
        files = made.items() if isinstance(made, Mapping) else made
        return ((name, _bytes(content)) for name, content in files)

    def _load(self, module: str) -> ModuleType:
        try:
            return import_module(module)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("rashomon"):
                raise
            msg = f"the format {self.name} needs {error.name}: pip install 'rashomon[formats]'"
            raise MissingPartError(msg) from error


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content


FORMATS: tuple[Format, ...] = (
    Format("html", "the report page", "report.html", "page:render_page"),
    Format("jsonl", "readings and events, with JSON Schemas", None, "exports.records:files"),
    Format("ucdp", "rows of UCDP GED, 49 columns", "events.csv", "exports.ucdp:events_csv"),
    Format("acled", "rows of ACLED, 31 columns", "acled.csv", "exports.acled:events_csv"),
    Format("hxl", "a spreadsheet with HXL's tag row", "hxl.csv", "exports.hxl:events_csv"),
    Format("xlsx", "a workbook, with quotations and links", "events.xlsx", "exports.xlsx:workbook"),
    Format("geojson", "events on the map, with a JSON Schema", None, "exports.geojson:files"),
    Format("atlos", "incidents for import into Atlos", "atlos.csv", "exports.atlos:events_csv"),
    Format("parquet", "all tables, typed and described", None, "exports.parquet:files"),
    Format("timemap", "events for the TimeMap viewer", None, "exports.timemap:files"),
    Format("ftm", "entities of FollowTheMoney", None, "exports.ftm:files"),
    Format("claimreview", "schema.org claims", "claims.jsonld", "exports.claimreview:graph"),
    Format("annotations", "W3C Web Annotations", None, "exports.annotations:files"),
    Format("labelstudio", "marked texts for Label Studio", None, "exports.labelstudio:files"),
    Format("spacy", "marked texts to train spaCy with", "texts.spacy", "exports.spacy:doc_bin"),
    Format("markdown", "a situation report", "situation.md", "exports.markdown:report"),
    Format("docx", "a situation report for Word", "situation.docx", "exports.docx:report"),
    Format("bibtex", "the reports as BibTeX", "sources.bib", "exports.bibtex:bibliography"),
    Format("csl", "the reports as CSL-JSON", "sources.csl.json", "exports.csl:bibliography"),
)

ALWAYS = ("html", "jsonl", "ucdp")  # what a run writes unasked


def choose(names: Iterable[str]) -> tuple[Format, ...]:
    """Return the formats with these names, each once, in the order of `FORMATS`.

    Raises:
        UsageError: no format has one of the names.
    """
    wanted = set(names)
    known = {each.name for each in FORMATS}
    if unknown := sorted(wanted - known):
        msg = f"no format {unknown[0]!r}: the formats are {', '.join(sorted(known))}"
        raise UsageError(msg)
    return tuple(each for each in FORMATS if each.name in wanted)
