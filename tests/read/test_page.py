from __future__ import annotations

import gc
import weakref
from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.read.page import Page, parse, span_of
from rashomon.text.shadow import shadow
from rashomon.values import Passage, Span
from tests.factory import page, pipeline, report, span

# What news texts hold and what breaks offsets: curly quotes, blanks of all widths, letters in two
# code points, emoji in one or several, lone and double ends of line.
PIECES = [
    "Gunmen", "killed", "12", "guards", "U.S.", "al-Noor", "“we won”", "it’s", "«no»", "-", "…",
    "KILLED", "THE", "GUARDS IN THE VALLEY",
    "\u00a0", "\u202f", "\u200b", "\ufeff", "cafe\u0301", "e\u0301", "\u00e9", "\U0001f4a5",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1fa\U0001f1f8", "ال", "的", "\n",
    "\n\n", "\r\n", "\r", "\u2028", "\x85", "\t", "  ", " ", ".", ". ", "!", "?", ",", "(", "\x00",
]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)


def test_a_pipeline_is_let_go_of() -> None:
    blank = spacy.blank("en")
    there = weakref.ref(blank)
    list(parse([report("Ten died.")], blank))
    del blank
    gc.collect()
    assert there() is None


@settings(max_examples=60)
@given(texts)
@example("“Ten died,” he said.\r\nShe\u00a0said: ‘no’.\n\n\U0001f4a5 cafe\u0301")
def test_every_token_quotes_the_content(text: str) -> None:
    made = page(text)
    assert made.doc.text == made.text
    assert same_letters(made.text, shadow(made.content))
    for token in made.doc:
        assert same_letters(shadow(span_of(token).of(made.content)), token.text)


def same_letters(one: str, other: str) -> bool:
    return len(one) == len(other) and all(
        a == b or a.casefold() == b.casefold() or a.upper() == b.upper()
        for a, b in zip(one, other, strict=True)
    )


@settings(max_examples=60)
@given(texts)
@example("HEADLINE\nGunmen killed 12 guards\r\nThe army said so.")
def test_no_sentence_crosses_a_line(text: str) -> None:
    made = page(text)
    for sentence in made.sentences:
        assert "\n" not in span_of(sentence).of(made.text)


@settings(max_examples=60)
@given(texts)
def test_sentences_are_in_order_and_hold_all_words(text: str) -> None:
    made = page(text)
    sentences = made.sentences
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    held = {token.i for sentence in sentences for token in sentence}
    assert all(token.i in held for token in made.doc if not token.is_space)


@settings(max_examples=60)
@given(texts, st.integers(0, 80), st.integers(0, 80))
def test_the_tokens_of_a_span_cover_it(text: str, start: int, length: int) -> None:
    made = page(text)
    asked = Span(min(start, len(text)), min(start + length, len(text)))
    held = {at for token in made.tokens(asked) for at in range(*span_of(token))}
    assert held >= {at for at in range(*asked) if not made.text[at].isspace()}


@settings(max_examples=60)
@given(texts)
def test_the_span_of_a_sentence_has_no_blank_edges(text: str) -> None:
    for sentence in page(text).sentences:
        words = span_of(sentence).of(sentence.doc.text)
        first, last = sentence[0], sentence[-1]
        assert words in sentence.text
        assert words[:1].strip() or first.is_space or not first.text[0].strip()
        assert words[-1:].strip() or last.is_space or not last.text[-1].strip()


@settings(max_examples=40)
@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=4))
def test_a_span_is_skipped_where_any_passage_covers_its_start(
    text: str, places: list[tuple[int, int]]
) -> None:
    passages = tuple(Passage(Span(at, at + length), "furniture") for at, length in places)
    made = page(text, passages=passages)
    for offset in range(len(text)):
        covered = any(each.span.start <= offset < each.span.end for each in passages)
        assert made.skips(Span(offset, offset + 1)) == covered
        assert not made.in_headline(Span(offset, offset + 1))


def with_passage(text: str, words: str, kind: str) -> Page:
    return page(text, passages=(Passage(span(text, words), kind),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Gunmen killed two men.\n\nSIGN UP HERE\n\nThe army said so.", "SIGN UP HERE"),
        ("SIGN UP HERE\nGunmen killed two men.\nThe army said so.", "SIGN UP HERE"),
        ("Gunmen killed two men.\nThe army said so.\nSIGN UP HERE", "SIGN UP HERE"),
    ],
)
def test_a_passage_apart_is_part_of_no_sentence(text: str, aside: str) -> None:
    made = with_passage(text, aside, "furniture")
    found = [span_of(sentence).of(text) for sentence in made.sentences]
    assert found == ["Gunmen killed two men.", "The army said so."]


def test_a_report_in_capitals_is_parsed_in_ordinary_casing() -> None:
    made = page("GUNMEN FROM TORVASK KILLED TWO GUARDS IN THE VALLEY.")
    assert made.text == "Gunmen from Torvask killed two guards in the valley."
    assert {token.text for token in made.doc if token.pos_ == "PROPN"} == {"Torvask"}


def test_a_headline_is_a_sentence_and_no_part_of_the_next() -> None:
    made = with_passage("Two men killed\nThe army said so.", "Two men killed", "headline")
    assert [span_of(each).of(made.content) for each in made.sentences] == [
        "Two men killed",
        "The army said so.",
    ]
    assert [made.in_headline(span_of(each)) for each in made.sentences] == [True, False]
    assert not any(made.skips(span_of(each)) for each in made.sentences)


def test_a_text_of_passages_only_has_no_sentences() -> None:
    text = "SIGN UP HERE\n\nREAD MORE"
    assert with_passage(text, text, "furniture").sentences == ()


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0\n\r\n", "\u200b"])
def test_a_blank_text_has_no_sentences(text: str) -> None:
    assert page(text).sentences == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army and " * 900,
        "Read more: " + "a" * 10_500 + " The army said so.",
        "Ten died. " + "\U0001f4a5" * 1_500 + " The army said so.",
        "\u3000" * 10_500,
    ],
)
def test_a_line_too_long_for_the_parser_keeps_its_offsets(text: str) -> None:
    made = page(text)
    assert made.doc.text == made.text
    assert all(span_of(token).of(made.text) == token.text for token in made.doc)


def test_a_line_too_long_is_cut_between_sentences() -> None:
    text = "The army said that two guards were killed on Sunday. " * 200
    found = {span_of(sentence).of(text) for sentence in page(text).sentences}
    assert found == {"The army said that two guards were killed on Sunday."}


def test_reports_parsed_together_read_as_alone() -> None:
    texts = ["Gunmen killed two men.\n\nThe army said so.", "", "A bomb exploded.\r\nNo one died."]
    reports = [report(text) for text in texts]
    together = [[token.dep_ for token in made.doc] for made in parse(reports, pipeline())]
    assert together == [[token.dep_ for token in page(text).doc] for text in texts]


def test_what_was_read_before_changes_no_casing() -> None:
    page("QUELVAN – Two men died.")  # with "QUELVAN" the parser's store takes in "quelvan"
    assert page("BOMB HITS QUELVAN").text == "Bomb hits Quelvan"
