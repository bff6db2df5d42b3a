"""Find who says what: sources, words of saying, and what is said, nested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.read.happenings.arguments import OF_STATES
from rashomon.read.page import Page, span_of
from rashomon.read.reasons import because
from rashomon.read.voices.blending import blend, tagged
from rashomon.read.voices.cues import Cues, cues_of
from rashomon.read.voices.drafts import Draft, drafts_in
from rashomon.read.voices.headlines import headline_saying
from rashomon.read.voices.holding import Holding
from rashomon.read.voices.phrases import pieces
from rashomon.read.voices.quoting import Saying, give_quotations
from rashomon.read.voices.speakers import words_of
from rashomon.read.voices.tagger import Tagger
from rashomon.text.quotes import find_quotations
from rashomon.values import Attribution, Span

__all__ = ["find_attributions"]

_STATES = frozenset({"JJ", "VBN", "VBG"})  # "dead", "killed", "missing"


def find_attributions(page: Page, tagger: Tagger | None = None) -> tuple[Attribution, ...]:
    """Find the attributions of a report in order of their cues, with or without a tagger.

    `within` points at the innermost attribution whose content holds the cue.
    """
    cues = cues_of(page.language)
    sayings = _ruled(page, cues)
    if tagger is not None:
        sayings = blend(page, sayings, tagged(page, tagger, cues), cues)
    kept = {_without_the_told(saying, page) for saying in sayings}
    complete = sorted(kept, key=lambda each: (each.cue, each.source, each.content))
    for saying in complete:
        parts = (*saying.source, *saying.cue)
        because(saying, "voice", saying.rule, *saying.cue, p=saying.p, at=parts[0])
    return _nested(complete)


def _ruled(page: Page, cues: Cues) -> list[Saying]:
    """Read with the rules alone."""
    sayings = [
        _saying(page, draft, span_of(sentence))
        for sentence in page.sentences
        for draft in drafts_in(sentence, cues)
    ]
    headline = headline_saying(page, words_of(page.language))
    quotations = [q for q in find_quotations(page.content) if not page.skips(q.span)]
    sayings = give_quotations(page.content, sayings, quotations)
    return sayings if headline is None else [*sayings, headline]


def _saying(page: Page, draft: Draft, sentence: Span) -> Saying:
    doc = page.doc
    barred = draft.cue | draft.source
    return Saying(
        _closed(page.content, pieces(doc, draft.source)[:1]),
        pieces(doc, draft.cue)[:1],
        pieces(doc, draft.content, barred),
        sentence,
        draft.speech,
        draft.weak,
        draft.rule,
    )


def _closed(content: str, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """Keep the comma that closes an apposition, as PolNeAR does ("Ali, a doctor, said")."""
    if not source:
        return source
    span = source[0]
    if "," in span.of(content) and content[span.end : span.end + 1] == ",":
        return (Span(span.start, span.end + 1),)
    return source


def _without_the_told(saying: Saying, page: Page) -> Saying:
    """Take those of whom a headline tells for no source: "12 miners reported dead".

    It leaves out "were". They are told apart from "the army reported dead and wounded" by their
    number.
    """
    cue = page.tokens(saying.cue[0]).root
    if not saying.source or cue.tag_ not in {"VBD", "VBN"} or cue.i + 1 == len(cue.doc):
        return saying
    state = cue.nbor(1)
    is_of_state = state.head == cue and state.dep_ in OF_STATES and state.tag_ in _STATES
    source = page.tokens(saying.source[0])
    is_counted = any(token.dep_ == "nummod" or token.tag_ == "CD" for token in source)
    is_before = saying.source[0].end < cue.idx
    return replace(saying, source=()) if is_of_state and is_counted and is_before else saying


def _nested(sayings: Sequence[Saying]) -> tuple[Attribution, ...]:
    """Find for each saying the smallest one whose content holds its cue."""
    holding = Holding([saying.content for saying in sayings])
    found = []
    for index, saying in enumerate(sayings):
        holders = [at for at in holding.over(saying.cue[0]) if at != index]
        within = holders[-1] if holders else None
        found.append(Attribution(saying.source, saying.cue, saying.content, within))
    return tuple(found)
