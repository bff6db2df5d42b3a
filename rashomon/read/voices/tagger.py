"""A small trained model that marks sources, words of saying and what is said, line by line.

`models/<language>.onnx` beside this file holds the weights, and as metadata its vocabulary and the
scores of its tag sequences. docs/models/attribution.md says what it was trained on and how well it
does; without it, or without onnxruntime, the rules read alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, cast

import numpy as np

from rashomon.read.voices.decoding import Chain, Scores, Stretch
from rashomon.text.wordpieces import Vocabulary, facing, words_in
from rashomon.values import Span

__all__ = ["ROLES", "Mark", "Role", "Tagger", "missing_part", "tagger_of", "windows"]

Role: TypeAlias = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

_MODELS = Path(__file__).parent / "models"
_LONGEST_LINE = 200  # words read at once; a paragraph of news has 41 in the middle, 93 at the 95th
_POSITIONS = 510  # pieces the model has places for, its own two left out
_BATCH = 1_000  # pieces a batch, filler included: more is no faster on one core
_ALIKE = 1.25  # how much longer than the shortest a line of a batch may be; the rest is filler
_FINAL = frozenset(".!?")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of text in one role; `p` is how probable exactly this stretch is to the model."""

    span: Span
    role: Role
    p: float


class _Session(Protocol):
    """What we use of onnxruntime's session."""

    def run(self, outputs: None, inputs: dict[str, object]) -> list[Scores]: ...


class Tagger:
    """Marks lines of one language; loading takes a tenth of a second."""

    def __init__(self, path: Path) -> None:
        """Load the model at `path`; one thread, so that processes can share a machine."""
        runtime = import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = runtime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        stored = session.get_modelmeta().custom_metadata_map
        self._session = cast("_Session", session)
        self._vocabulary = Vocabulary(stored["vocabulary"].split("\n"))
        chain = json.loads(stored["chain"])
        self._chain = Chain(
            *(np.asarray(chain[part], dtype=np.float32) for part in ("moves", "first", "last"))
        )

    def mark(self, text: str, lines: Iterable[Span]) -> list[list[Mark]]:
        """Mark lines of `text`: a list for each line, or for each part of one too long.

        They are read together in one order, so that the same lines always get the same marks.
        """
        faced = facing(text)
        read = [words for line in lines for words in windows(faced, line)]
        pieces = [
            _fitted([self._vocabulary.pieces(word.of(faced)) for word in words]) for words in read
        ]
        found: list[list[Mark]] = [[] for _ in read]
        for batch in _batches([sum(map(len, each)) + 2 for each in pieces]):
            scores = self._scores([pieces[index] for index in batch])
            stretches = self._chain.decode(scores, [len(read[index]) for index in batch])
            for index, marked in zip(batch, stretches, strict=True):
                found[index] = [_mark(read[index], stretch) for stretch in marked]
        return found

    def _scores(self, lines: Sequence[Sequence[tuple[int, ...]]]) -> Scores:
        """Return the scores of each line's words, each word by its first piece."""
        vocabulary = self._vocabulary
        width = max(sum(map(len, line)) for line in lines) + 2
        numbers = np.full((len(lines), width), vocabulary.filler, dtype=np.int64)
        firsts = np.zeros((len(lines), max(map(len, lines))), dtype=np.int64)
        for row, line in enumerate(lines):
            flat = [number for word in line for number in word]
            numbers[row, : len(flat) + 2] = [vocabulary.first, *flat, vocabulary.last]
            firsts[row, : len(line)] = np.cumsum([1, *map(len, line[:-1])])
        scores = self._session.run(None, {"pieces": numbers})[0]
        return np.take_along_axis(scores, firsts[:, :, None], 1)


@cache
def tagger_of(language: str) -> Tagger | None:
    """Load the model of a language once; None where the rules read alone."""
    return None if missing_part(language) else Tagger(_path(language))


def missing_part(language: str) -> str | None:
    """Name what the tagger of a language lacks: its model or onnxruntime; None if nothing."""
    if not _path(language).is_file():
        return f"no model for language {language!r}"
    return None if find_spec("onnxruntime") else "onnxruntime is not installed"


def _path(language: str) -> Path:
    return _MODELS / f"{language}.onnx"


def windows(text: str, line: Span) -> Iterator[list[Span]]:
    """Yield the words of a line, a long one in several parts cut behind a sentence."""
    words = words_in(text, line.start, line.end)
    while len(words) > _LONGEST_LINE:
        ends = (
            at + 1
            for at in range(_LONGEST_LINE // 2, _LONGEST_LINE)
            if words[at].of(text) in _FINAL
        )
        end = max(ends, default=_LONGEST_LINE)
        yield words[:end]
        words = words[end:]
    if words:
        yield words


def _mark(words: Sequence[Span], stretch: Stretch) -> Mark:
    span = Span(words[stretch.start].start, words[stretch.end - 1].end)
    return Mark(span, ROLES[stretch.role], stretch.p)


def _fitted(words: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Keep two pieces of each word where all of them are more than the model has places for."""
    if sum(map(len, words)) <= _POSITIONS:
        return words
    return [pieces[: _POSITIONS // _LONGEST_LINE] for pieces in words]


def _batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Group lines of similar size, the short ones first."""
    batch: list[int] = []
    for index in sorted(range(len(sizes)), key=sizes.__getitem__):
        size = sizes[index]
        if batch and (size > _ALIKE * sizes[batch[0]] or size * (len(batch) + 1) > _BATCH):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
