"""Find the time expressions of a report and say what they mean."""

from __future__ import annotations

from datetime import date

from rashomon.lexicon import languages, section
from rashomon.read.page import Page
from rashomon.read.reasons import because
from rashomon.read.times.carry import shared_years
from rashomon.read.times.days import day_of
from rashomon.read.times.grammar import grammar
from rashomon.read.times.resolve import resolve
from rashomon.read.times.scene import LATEST, Scene, is_history, supposed_day
from rashomon.read.times.tense import looks_ahead
from rashomon.values import Span, Time

__all__ = ["find_times"]

_FULL = "the words of the time name it in full"
_FROM = "the time counts from the day of the report, or from one told before it"


def find_times(page: Page, *, latest: date = LATEST) -> tuple[Time, ...]:
    """Find dates, times of day, durations and sets, in the order of the text.

    Values are TIMEX3's, resolved against `page.report.published`: its day as written, in its own
    offset. Without one they are resolved against the other dates of the text and marked as
    inferred; what stays unknown is written with X ("XXXX-08-20", "XXXX-WXX-6").

    Args:
        page: a report; its parse is used, where it has one, only to see which verbs look ahead.
        latest: the last day on which a report without a date can have been written.
    """
    language = page.language
    if language not in languages():
        return ()
    words = grammar(language)
    lexicon = section(language, "times")
    found = shared_years(page.text, words.find(page.text), lexicon.words("links"))
    published = day_of(page.report.published)
    day = published or supposed_day(found, latest)
    scene = Scene(words, day, history=is_history(found, published))
    ahead = lexicon.words("ahead")
    times: list[Time] = []
    for each in found:
        undated = not each.fields.keys() & {"year", "iso", "numeric", "named", "spoken"}
        scene.future = looks_ahead(page, each.span, ahead) if undated else None
        meaning = resolve(each, scene)
        if meaning is not None:
            kind, value = meaning
            inferred = published is None and undated and kind in {"DATE", "TIME"}
            span = Span(*each.span)
            time = Time(span, kind, value, inferred and value[:1].isdigit())
            times.append(because(time, "date", _FROM if undated else _FULL, span, at=span))
            if kind in {"DATE", "TIME"} and (scene.history or each.form != "offset"):
                scene.tell(value)
    return tuple(times)
