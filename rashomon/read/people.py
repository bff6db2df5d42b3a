"""The names of people in a report, wherever they stand, as the language's pipeline sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from rashomon.batches import batched
from rashomon.read.page import parse
from rashomon.read.pipelines import Pipelines
from rashomon.read.reach import language_of, out_of_reach
from rashomon.values import Report, Span

__all__ = ["FOUND_BY", "find_people"]

FOUND_BY = "people 1"  # whoever changes what is found in the same report changes this

_BATCH = 16  # reports parsed together, as the reader does
_PERSON = frozenset({"PERSON", "PER"})
_NEEDED = frozenset({"tok2vec", "transformer", "ner"})


def find_people(
    reports: Iterable[Report], pipelines: Pipelines
) -> Iterator[tuple[Report, tuple[Span, ...] | None]]:
    """Yield each report with the spans of its persons' names, captions and teasers included.

    None stands for a report that cannot be searched: the reader does not read it either.

    Raises:
        MissingPartError: the model of a report's language is not installed.
    """
    for (language, is_readable), alike in groupby(reports, key=_way):
        for batch in batched(alike, _BATCH):
            if is_readable:
                yield from _found(batch, language, pipelines)
            else:
                yield from ((report, None) for report in batch)


def _way(report: Report) -> tuple[str, bool]:
    return language_of(report), out_of_reach(report) is None


def _found(
    batch: tuple[Report, ...], language: str, pipelines: Pipelines
) -> Iterator[tuple[Report, tuple[Span, ...]]]:
    pipeline = pipelines.of(language)
    # a passage is read by no rule, but what is named in it is named
    whole = [replace(report, passages=()) for report in batch]
    with pipeline.select_pipes(enable=[name for name in pipeline.pipe_names if name in _NEEDED]):
        pages = tuple(parse(whole, pipeline))
    for report, page in zip(batch, pages, strict=True):
        yield (
            report,
            tuple(
                Span(name.start_char, name.end_char)
                for name in page.doc.ents
                if name.label_ in _PERSON
            ),
        )
