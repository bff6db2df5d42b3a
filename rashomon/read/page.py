"""A report made ready for reading: its content, parsed, with every offset kept.

Each line is parsed alone and the lines are put together again, so that no sentence crosses a
newline (a headline glued to the next line becomes the subject of its verb) and lines that are not
running text are only cut into tokens, never parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from rashomon.text.shadow import shadow
from rashomon.values import Passage, Report, Span

__all__ = ["Page", "lines_of", "parse", "span_of"]

_BATCH = 64  # lines a batch: larger ones gained nothing on the small pipeline


@dataclass(frozen=True, slots=True)
class Page:
    """A report and its parse. `doc.text` is the shadow of `content`: `token.idx` is an offset."""

    report: Report
    content: str
    doc: Doc

    def skips(self, span: Span) -> bool:
        """Tell whether `span` starts in a passage that is not running text (the headline is)."""
        return any(
            passage.span.start <= span.start < passage.span.end
            for passage in self.report.passages
            if passage.kind != "headline"
        )

    def in_headline(self, span: Span) -> bool:
        """Tell whether `span` starts in the headline."""
        return any(
            passage.span.start <= span.start < passage.span.end
            for passage in self.report.passages
            if passage.kind == "headline"
        )

    def tokens(self, span: Span) -> Tokens:
        """Return the tokens that `span` touches, whole."""
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return found if found is not None else self.doc[0:0]

    def sentences(self) -> Iterator[Tokens]:
        """Yield the sentences of the running text and the headline, without blank ones."""
        if not self.doc.has_annotation("SENT_START"):
            return  # no line is running text, so that none was parsed
        for sentence in self.doc.sents:
            if sentence.text.strip() and not self.skips(span_of(sentence)):
                yield sentence


def span_of(tokens: Tokens | Token) -> Span:
    """Return the characters of a token or of several tokens, edge whitespace left out."""
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens.text))
    words = [token for token in tokens if not token.is_space]
    if not words:
        return Span(tokens.start_char, tokens.start_char)
    return Span(words[0].idx, words[-1].idx + len(words[-1].text))


def lines_of(text: str) -> Iterator[Span]:
    """Yield every line of a shadow with its newline, so that the spans cover the text."""
    breaks = [0, *(index + 1 for index, char in enumerate(text) if char == "\n"), len(text)]
    for start, end in pairwise(breaks):
        if end > start:
            yield Span(start, end)


def parse(reports: Iterable[Report], pipeline: Language) -> Iterator[Page]:
    """Parse reports in order, their lines batched together through `pipeline`."""
    reports = list(reports)
    shadows = [shadow(report.content) for report in reports]
    plans = [
        [
            (text[line.start : line.end], _is_read(text, line, report.passages))
            for line in lines_of(text)
        ]
        for report, text in zip(reports, shadows, strict=True)
    ]
    parsed = pipeline.pipe(
        (line for plan in plans for line, is_read in plan if is_read), batch_size=_BATCH
    )
    for report, plan in zip(reports, plans, strict=True):
        docs = [next(parsed) if is_read else pipeline.make_doc(line) for line, is_read in plan]
        yield Page(report, report.content, _join(docs, pipeline))


def _is_read(text: str, line: Span, passages: tuple[Passage, ...]) -> bool:
    if not text[line.start : line.end].strip():
        return False
    return not any(
        passage.span.start <= line.start < passage.span.end
        for passage in passages
        if passage.kind != "headline"
    )


def _join(docs: list[Doc], pipeline: Language) -> Doc:
    for doc in docs:
        # from_docs stacks tensors, and lines that were not parsed have none of the right width
        doc.tensor = np.zeros((len(doc), 0), dtype="float32")
    joined = Doc.from_docs(docs, ensure_whitespace=False) if docs else None
    return joined if joined is not None else pipeline.make_doc("")
