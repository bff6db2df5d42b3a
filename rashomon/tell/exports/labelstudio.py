"""Texts with everything that was read in them, as tasks for Label Studio to correct.

Offsets are code points, as Label Studio has stored them since its editor's change 308 of 2021.
"""

from __future__ import annotations

import json
from xml.sax.saxutils import quoteattr

from rashomon.tell.exports.marks import LABELS, Mark, says, texts
from rashomon.values import Dossier, Reading, Report, Span, identify

__all__ = ["config", "files"]

# A hue for each label, at one lightness, far enough apart to be told from the one beside it.
_COLOURS = {
    "VOICE": "#7b5ea7",
    "CUE": "#b06a9d",
    "CONTENT": "#8a8f98",
    "CLAIM": "#b5a642",
    "TRIGGER": "#c0563b",
    "PARTICIPANT": "#3f7fb5",
    "FIGURE": "#d08a2e",
    "PLACE": "#3d8f6a",
    "TIME": "#4aa3a8",
}


def files(dossier: Dossier) -> dict[str, str]:
    """Return the tasks, one a report, and the labelling interface that they need."""
    readings = {reading.report: reading for reading in dossier.readings}
    tasks = [_task(report, marks, readings.get(report.id)) for report, marks in texts(dossier)]
    return {
        "labelstudio.json": json.dumps(tasks, ensure_ascii=False, indent=1) + "\n",
        "labelstudio.xml": config(),
    }


def config() -> str:
    """Return the labelling interface: the text, a label a sort of mark, and who says what."""
    labels = "\n".join(
        f"    <Label value={quoteattr(label)} hint={quoteattr(what)} "
        f"background={quoteattr(_COLOURS[label])}/>"
        for label, what in LABELS.items()
    )
    return (
        "<View>\n"
        '  <Header value="$about" size="5"/>\n'
        '  <Relations>\n    <Relation value="says"/>\n  </Relations>\n'
        f'  <Labels name="label" toName="text" showInline="true">\n{labels}\n  </Labels>\n'
        '  <Text name="text" value="$text" valueType="text" granularity="symbol"/>\n'
        "</View>\n"
    )


def _task(report: Report, marks: tuple[Mark, ...], reading: Reading | None) -> dict[str, object]:
    about = ", ".join(filter(None, (report.publisher, report.byline, report.published)))
    made_by = sorted({claim.made_by for claim in reading.claims}) if reading else []
    result = [_region(report, mark) for mark in marks]
    if reading is not None:
        result += _relations(report, reading, marks)
    return {
        "data": {
            "text": report.content,
            "about": about or report.id,
            "report": report.id,
            "url": report.url,
            "language": report.language,
        },
        "predictions": [{"model_version": ", ".join(made_by) or "rashomon", "result": result}],
    }


def _region(report: Report, mark: Mark) -> dict[str, object]:
    region: dict[str, object] = {
        "id": _region_id(report, mark),
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": mark.span.start,
            "end": mark.span.end,
            "text": mark.span.of(report.content),
            "labels": [mark.label],
        },
    }
    return {**region, "meta": {"text": [mark.note]}} if mark.note else region


def _relations(
    report: Report, reading: Reading, marks: tuple[Mark, ...]
) -> list[dict[str, object]]:
    """Join each voice to what it says, where both are marked."""
    ids: dict[tuple[str, Span], str] = {}
    for mark in marks:
        ids.setdefault((mark.label, mark.span), _region_id(report, mark))
    pairs = ((ids.get(("VOICE", v)), ids.get(("CONTENT", c))) for v, c in says(reading))
    return [
        {"type": "relation", "from_id": v, "to_id": c, "direction": "right", "labels": ["says"]}
        for v, c in dict.fromkeys(pairs)
        if v and c
    ]


def _region_id(report: Report, mark: Mark) -> str:
    return identify(report.id, mark.label, *mark.span, mark.claim)[:10]
