"""The toll: every figure claimed as an interval on one axis, grouped by who says it.

One panel a measure and side, so that one sees who inflates, who copies and how a count moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.tell.case import Case
from rashomon.tell.charts.drawing import Drawing
from rashomon.tell.charts.panel import Panel, heading, panel_of, read_as
from rashomon.tell.charts.rows import draw_panel
from rashomon.tell.charts.voices import Saying, panels
from rashomon.tell.tolls import people_measures
from rashomon.tell.words import UNKNOWN, day, listed, phrases
from rashomon.values import Finding, identify

__all__ = ["draw_toll"]

_FEWEST_ROWS, _MOST_PANELS = 2, 6
_NOTE = (
    "Each line is the range that a voice gives, each dot one number, an arrow an open end; broken "
    "where nobody is named. A thin line below is a report that copies. The band reaches from low "
    "to high, the upright line is best."
)
_LOG = "The axis is stretched near zero (logarithm)."
_COLUMNS = ("Counted", "Who says it", "In words", "Read as", "Reports", "Copied by", "First told")


def draw_toll(case: Case) -> Drawing | None:
    """Draw every figure claimed of an event; None where looking would not beat reading."""
    found = sorted(panels(case), key=lambda pair: _rank(pair[0]))
    if not any(len(sayings) >= _FEWEST_ROWS for _, sayings in found):
        return None
    people = people_measures()
    worth = [
        (finding, sayings)
        for finding, sayings in found
        if len(sayings) >= _FEWEST_ROWS or finding.measure in people
    ]
    shown = [panel_of(finding, sayings) for finding, sayings in worth[:_MOST_PANELS]]
    name = identify("toll", case.event.id)
    return Drawing(
        svg=Markup('<div class="panels">{}</div>').format(
            Markup("").join(
                draw_panel(panel, f"c-{name}-{index}") for index, panel in enumerate(shown)
            )
        ),
        title="Every figure claimed",
        description=" ".join(panel.description for panel in shown),
        columns=_COLUMNS,
        rows=tuple(_told(finding, saying) for finding, sayings in found for saying in sayings),
        note=_note(shown, len(found) - len(shown)),
    )


def _rank(finding: Finding) -> tuple[int, str, bool]:
    """Put people before things, and sides before wholes."""
    order = phrases().ordered("participles")
    place = order.index(finding.measure) if finding.measure in order else len(order)
    return place, finding.measure, finding.of in {"total", "unknown"}


def _note(shown: Sequence[Panel], others: int) -> str:
    rows = sum(panel.left_out for panel in shown)
    left = {"more figures": rows, "more counts": others}
    more = listed([f"{number} {what}" for what, number in left.items() if number])
    return " ".join(
        filter(
            None,
            (
                _NOTE,
                _LOG if any(panel.axis.is_log for panel in shown) else "",
                f"The table has {more}." if more else "",
            ),
        )
    )


def _told(finding: Finding, saying: Saying) -> tuple[str, ...]:
    return (
        heading(finding),
        f"{saying.name} ({saying.kind})" if saying.kind else saying.name,
        " ".join(saying.figure.wording.split()),
        read_as(saying.figure),
        listed(saying.reports) or UNKNOWN,
        listed(saying.copies) or UNKNOWN,
        day(saying.first.published) or UNKNOWN,
    )
