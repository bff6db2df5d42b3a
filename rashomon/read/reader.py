"""Read reports: the models and the gazetteer, and the one place where a report may fail alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.batches import batched
from rashomon.errors import MissingPartError
from rashomon.gazetteer import Gazetteer
from rashomon.lexicon import tongue
from rashomon.read.claims import MADE_BY, claims_of
from rashomon.read.page import Page, parse
from rashomon.read.pipelines import Pipelines
from rashomon.read.places import find_places
from rashomon.read.reach import language_of, out_of_reach
from rashomon.read.reasons import Explained, explain, listening
from rashomon.read.screen import may_tell
from rashomon.read.times import find_times
from rashomon.read.voices import find_attributions, tagger_of
from rashomon.values import MISSING_MODEL, Issue, Reading, Report

__all__ = ["Reader"]

_BATCH = 16  # reports parsed together; more gained nothing and delays the first reading


class Reader:
    """Reads reports with rules over a parse; holds the model of each language, loaded once."""

    def __init__(
        self, gazetteer: Gazetteer, model: str | None = None, *, only_violence: bool = False
    ) -> None:
        """Read with the pipelines that the lexicon names, or `model` for its own language.

        With `only_violence`, reports without any word of violence or protest are not read: each
        gets an empty reading with the issue `screened`, hundreds of times as fast.

        Raises:
            MissingPartError: `model` is not installed.
        """
        self.gazetteer = gazetteer
        self.pipelines = Pipelines(model)
        self.only_violence = only_violence
        self.made_by = f"{MADE_BY}, only violence" if only_violence else MADE_BY

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading for each report, in order.

        A report that cannot be read gets a reading with an issue that says why; the others go on.
        So does one whose language's model is not installed.
        """
        for batch in batched(reports, _BATCH):
            yield from self._read_batch(batch)

    def explain(self, report: Report) -> Explained:
        """Read one report as `read` does, and tell for every part of a claim what decided it."""
        with listening() as notes:
            (reading,) = self.read([report])
        return explain(reading, notes)

    def _read_batch(self, batch: tuple[Report, ...]) -> Iterator[Reading]:
        refused = {
            index: issue for index, report in enumerate(batch) if (issue := self._refusal(report))
        }
        pages: dict[int, Page | Reading] = {}
        for language in dict.fromkeys(language_of(report) for report in batch):
            alike = [
                index
                for index, report in enumerate(batch)
                if index not in refused and language_of(report) == language
            ]
            if alike:
                found = self._pages([batch[index] for index in alike], language)
                pages.update(zip(alike, found, strict=True))
        for index, report in enumerate(batch):
            if index in refused:
                yield Reading(report=report.id, issues=(refused[index],))
                continue
            page = pages[index]
            yield page if isinstance(page, Reading) else self._read_page(page)

    def _refusal(self, report: Report) -> Issue | None:
        issue = out_of_reach(report)
        if issue is not None or not self.only_violence:
            return issue
        if may_tell(report.content, language_of(report)):
            return None
        message = "no word of violence or protest: not read, since only violence was asked for"
        return Issue("screened", message)

    def _pages(self, reports: list[Report], language: str) -> Iterator[Page | Reading]:
        """Parse reports together; if that fails, one by one, so that only the culprit is lost."""
        try:
            pipeline = self.pipelines.of(language)
        except MissingPartError as error:
            issue = Issue(MISSING_MODEL, f"{tongue(language).name} cannot be read: {error}")
            yield from (Reading(report=report.id, issues=(issue,)) for report in reports)
            return
        try:
            yield from tuple(parse(reports, pipeline))
        except Exception:  # noqa: BLE001  the boundary of one report
            for report in reports:
                try:
                    yield from tuple(parse([report], pipeline))
                except Exception as error:  # noqa: BLE001
                    yield _failed(report, error)

    def _read_page(self, page: Page) -> Reading:
        try:
            times = find_times(page)
            places = find_places(page, self.gazetteer)
            attributions = find_attributions(page, tagger_of(page.language))
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


def _failed(report: Report, error: Exception) -> Reading:
    message = f"report {report.id} could not be read: {type(error).__name__}: {error}"
    return Reading(report=report.id, issues=(Issue("reader-failed", message),))
