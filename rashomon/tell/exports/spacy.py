"""Texts as a spaCy DocBin, with everything that was read in them as spans.

A span of spaCy begins and ends with tokens, a mark with characters. Texts are split as spaCy's
tokenizer splits them, which is what a trained pipeline will meet; a mark that cuts a token becomes
the span of the tokens it touches. Its exact characters stand in `doc.user_data["marks"]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from rashomon.tell.exports.marks import Mark, texts
from rashomon.values import Dossier, Report

__all__ = ["SPANS_KEY", "doc_bin", "docs"]

SPANS_KEY = "sc"  # where spaCy's span categorizer looks unless told otherwise
_LONG = frozenset({"CLAIM", "CONTENT"})  # hold other marks, so that they can be no named entities
_KEPT = ("ENT_IOB", "ENT_TYPE")  # of a token, beside its letters: nobody has tagged or parsed it
_ANY_LANGUAGE = "xx"


def doc_bin(dossier: Dossier) -> bytes:
    """Return the texts as the bytes of a `.spacy` file."""
    return DocBin(attrs=_KEPT, docs=docs(dossier), store_user_data=True).to_bytes()


def docs(dossier: Dossier) -> Iterator[Doc]:
    """Yield one document a report, in the order of the dossier."""
    return (_doc(report, marks) for report, marks in texts(dossier))


def _doc(report: Report, marks: tuple[Mark, ...]) -> Doc:
    text = report.content.encode("utf-8", "replace").decode()  # a lone surrogate becomes one "?"
    doc = _pipeline(report.language or _ANY_LANGUAGE).make_doc(text)
    spans = _spans(doc, marks)
    doc.spans[SPANS_KEY] = spans
    doc.ents = filter_spans(span for span in spans if span.label_ not in _LONG)
    doc.user_data.update(
        report=report.id,
        publisher=report.publisher,
        published=report.published,
        url=report.url,
        language=report.language,
        marks=[[each.label, each.span.start, each.span.end, each.note] for each in marks],
    )
    return doc


def _spans(doc: Doc, marks: tuple[Mark, ...]) -> list[Span]:
    """Return for each mark the tokens that it touches, each label once on the same tokens."""
    found = (doc.char_span(*m.span, label=m.label, alignment_mode="expand") for m in marks)
    distinct = {(span.start, span.end, span.label_): span for span in found if span is not None}
    return list(distinct.values())


@cache
def _pipeline(language: str) -> Language:
    """Return the tokenizer of a language; of no language in particular where spaCy has none."""
    try:
        return spacy.blank(language)
    except ImportError:
        return spacy.blank(_ANY_LANGUAGE)
