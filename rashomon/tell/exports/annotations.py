"""What was read in the texts as W3C Web Annotations.

An annotation's first target is the text as it was read, which lies beside in `texts/`: there both
selectors hold. Where the report has a web address, the page is the second target, with the
quotation only, since a page's characters are not the text's.
"""

from __future__ import annotations

from rashomon.tell.exports.linked import to_jsonld, without_none
from rashomon.tell.exports.marks import LABELS, Mark, texts
from rashomon.tell.links import followable, urn
from rashomon.values import Dossier, Report, Span, identify

__all__ = ["CONTEXT", "files"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after a quotation, as annotation tools commonly keep
_GEONAMES = "https://sws.geonames.org/{}/"


def files(dossier: Dossier) -> dict[str, str | bytes]:
    """Return the annotations as one collection, and each text that they point into."""
    events = {claim: event.id for event in dossier.events for claim in event.claims}
    marked = list(texts(dossier))
    annotations = (_annotation(report, mark, events) for report, marks in marked for mark in marks)
    head = _page(sum(len(marks) for _, marks in marked))
    return {
        "annotations.jsonld": to_jsonld(head, "items", annotations),
        **{_text_file(each): each.content.encode("utf-8", "replace") for each, _ in marked},
    }


def _page(total: int) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "id": urn("annotations", "page"),
        "type": "AnnotationPage",
        "partOf": {
            "id": urn("annotations"),
            "type": "AnnotationCollection",
            "label": "What rashomon read in the reports",
            "total": total,
        },
        "startIndex": 0,
    }


def _annotation(report: Report, mark: Mark, events: dict[str, str]) -> dict[str, object]:
    event = events.get(mark.claim or "")
    identifying = (mark.geonameid or 0) > 0
    body = [
        {"type": "TextualBody", "purpose": "tagging", "value": mark.label},
        {
            "type": "TextualBody",
            "purpose": "describing",
            "value": mark.note or LABELS[mark.label],
            "format": "text/plain",
            "language": "en",
        },
    ]
    if identifying:
        source = _GEONAMES.format(mark.geonameid)
        body.append({"type": "SpecificResource", "purpose": "identifying", "source": source})
    if event is not None and mark.label == "CLAIM":
        source = urn("event", event)
        body.append({"type": "SpecificResource", "purpose": "linking", "source": source})
    return {
        "id": urn("annotation", report.id, mark.label, *mark.span, mark.claim),
        "type": "Annotation",
        "motivation": ["tagging", "describing", *(["identifying"] if identifying else [])],
        "generator": {"id": urn("rashomon"), "type": "Software", "name": "rashomon"},
        "body": body,
        "target": _targets(report, mark.span),
    }


def _targets(report: Report, span: Span) -> list[dict[str, object]]:
    quote = _quote(report.content, span)
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    own: dict[str, object] = {
        "type": "SpecificResource",
        "source": without_none(
            id=_text_file(report), type="Text", format="text/plain", language=report.language
        ),
        "selector": [quote, position],
    }
    page = followable(report.url)
    if page is None:
        return [own]
    return [own, {"type": "SpecificResource", "source": page, "selector": [quote]}]


def _quote(content: str, span: Span) -> dict[str, object]:
    return without_none(
        type="TextQuoteSelector",
        exact=span.of(content),
        prefix=content[max(span.start - _AROUND, 0) : span.start],
        suffix=content[span.end : span.end + _AROUND],
    )


def _text_file(report: Report) -> str:
    return f"texts/{identify(report.id)}.txt"
