"""A report made ready for reading: its content, parsed, with every offset kept.

Each line is parsed alone and the lines are put together again, so that no sentence crosses a
newline (a headline glued to the next line becomes the subject of its verb) and lines that are not
running text are only cut into tokens, never parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from rashomon.lexicon import languages, section
from rashomon.read.reach import language_of
from rashomon.text.casing import Casing, recase
from rashomon.text.shadow import shadow
from rashomon.values import Passage, Report, Span

__all__ = ["Page", "parse", "span_of"]

_BATCH = 128  # lines a batch: 64 took a tenth longer, 512 no less
# Characters of a line parsed at once, ten times a paragraph of news. The parser's memory grows with
# them: a line of 950,000 took 3.2 GB whole and 1.3 GB in pieces of 5,000.
_LONGEST_LINE = 5_000
# Characters between two blanks, more than a link has: the tokenizer's time grows with their square
# (13 s for 10,000 emoji).
_LONGEST_WORD = 300
_UNBROKEN = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_ENDS = re.compile(r"\n| \| ")  # "Ardan | Soldier killed" is two headlines
_STOPS = (". ", "! ", "? ", '." ', "; ")


# by pipeline, as long as somebody has it: 40 MB, and every `rashomon.run` opens one
_came_with: WeakKeyDictionary[Language, frozenset[str]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Page:
    """A report and its parse. `text` is the shadow of `content`, and `token.idx` an offset in both.

    `sentences` are those of the running text and the headline, without blank ones. `headlines` and
    `asides` (passages that are neither headline nor running text) are in order and apart from each
    other, so that asking what a place of the text is costs no walk through them.
    """

    report: Report
    content: str
    text: str
    doc: Doc
    headlines: tuple[Span, ...] = ()
    asides: tuple[Span, ...] = ()
    sentences: tuple[Tokens, ...] = ()

    @property
    def language(self) -> str:
        """The language that the page is read in."""
        return language_of(self.report)

    def skips(self, span: Span) -> bool:
        """Tell whether `span` starts in a passage that is not running text (the headline is)."""
        return _covers(self.asides, span.start)

    def in_headline(self, span: Span) -> bool:
        """Tell whether `span` starts in the headline."""
        return _covers(self.headlines, span.start)

    def tokens(self, span: Span) -> Tokens:
        """Return the tokens that `span` touches, whole."""
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return found if found is not None else self.doc[0:0]


def span_of(tokens: Tokens | Token) -> Span:
    """Return the characters of a token or of several tokens, edge whitespace left out."""
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens))
    doc, first, last = tokens.doc, tokens.start, tokens.end - 1
    while first <= last and doc[first].is_space:
        first += 1
    while first < last and doc[last].is_space:
        last -= 1
    if first > last:
        return Span(tokens.start_char, tokens.start_char)
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def parse(reports: Iterable[Report], pipeline: Language) -> Iterator[Page]:
    """Parse reports in order, their lines batched together through `pipeline`."""
    reports = list(reports)
    texts = [_plain(report, pipeline) for report in reports]
    asides = [_merged(report.passages, headline=False) for report in reports]
    plans = [list(_plan(text, apart)) for text, apart in zip(texts, asides, strict=True)]
    parsed = pipeline.pipe(
        (piece for plan in plans for piece, is_read in plan if is_read), batch_size=_BATCH
    )
    for report, text, apart, plan in zip(reports, texts, asides, plans, strict=True):
        docs = [next(parsed) if is_read else pipeline.make_doc(piece) for piece, is_read in plan]
        yield _page(report, text, apart, _join(docs, pipeline))


def _plain(report: Report, pipeline: Language) -> str:
    """Return the content of a report as the parser's training had it, at the same characters."""
    casing = Casing(_capitals(language_of(report)), _forms(pipeline).__contains__)
    return recase(shadow(report.content), casing)


def _forms(pipeline: Language) -> frozenset[str]:
    """Return the words that a pipeline came with: its store takes in those of every text it reads.

    Asked of the store itself, a report would read otherwise after another one than alone.
    """
    if pipeline not in _came_with:
        _came_with[pipeline] = frozenset(pipeline.vocab.strings)
    return _came_with[pipeline]


@cache
def _capitals(language: str) -> dict[str, float]:
    """Load in which share of their uses words begin with a capital; empty where no one counted."""
    if language not in languages():
        return {}
    tenths = section(language, "capitals").pairs("tenths")
    return {word: int(tenth) / 10 for tenth, words in tenths.items() for word in words.split()}


def _page(report: Report, text: str, asides: tuple[Span, ...], doc: Doc) -> Page:
    sentences = tuple(
        sentence
        for sentence in (doc.sents if doc.has_annotation("SENT_START") else ())
        if not _covers(asides, span_of(sentence).start) and sentence.text.strip()
    )
    headlines = _merged(report.passages, headline=True)
    return Page(report, report.content, text, doc, headlines, asides, sentences)


def _merged(passages: Iterable[Passage], *, headline: bool) -> tuple[Span, ...]:
    """Return the characters of the headlines, or of the other passages, as spans apart."""
    merged: list[Span] = []
    for span in sorted(each.span for each in passages if (each.kind == "headline") == headline):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _covers(spans: tuple[Span, ...], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def _plan(text: str, asides: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    """Yield the text piece by piece, each with whether it is to be parsed."""
    for line in _lines(text):
        is_read = bool(line.of(text).strip()) and not _covers(asides, line.start)
        for piece in _pieces(text, line):
            yield piece.of(text), is_read


def _lines(text: str) -> Iterator[Span]:
    """Yield every line with its newline, so that the spans cover the text; a bar ends one too."""
    breaks = [0, *(found.end() for found in _ENDS.finditer(text)), len(text)]
    for start, end in pairwise(breaks):
        if end > start:
            yield Span(start, end)


def _pieces(text: str, line: Span) -> Iterator[Span]:
    """Cut a line where the pipeline could not cope with it whole; most lines are one piece."""
    inside = (
        cut
        for run in _UNBROKEN.finditer(text, line.start, line.end)
        for cut in range(run.start(), run.end(), _LONGEST_WORD)
    )
    for start, end in pairwise([line.start, *inside, line.end]):
        yield from _shortened(text, Span(start, end))


def _shortened(text: str, line: Span) -> Iterator[Span]:
    """Cut what is too long behind the end of a sentence, else at a blank, else anywhere."""
    start = line.start
    while line.end - start > _LONGEST_LINE:
        limit = start + _LONGEST_LINE
        ends = [at + len(stop) for stop in _STOPS if (at := text.rfind(stop, start, limit)) >= 0]
        end = max(ends, default=text.rfind(" ", start, limit) + 1)
        end = end if end > start else limit
        yield Span(start, end)
        start = end
    if start < line.end:
        yield Span(start, line.end)


def _join(docs: list[Doc], pipeline: Language) -> Doc:
    for doc in docs:
        # from_docs stacks tensors, and lines that were not parsed have none of the right width
        doc.tensor = np.zeros((len(doc), 0), dtype="float32")
    joined = Doc.from_docs(docs, ensure_whitespace=False) if docs else None
    if joined is None:
        return pipeline.make_doc("")
    # unparsed tokens have no sentence of their own and would go on with the one before
    starts = joined.to_array("SENT_START")
    starts[np.cumsum([0, *map(len, docs[:-1])])] = 1
    return joined.from_array(["SENT_START"], starts)  # type: ignore[arg-type]  # the stub's own alias
