"""Put those who speak in the place of "we", and of "they" where they speak of themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.lexicon import section
from rashomon.read.happening import Happening
from rashomon.read.page import Page
from rashomon.read.reasons import because
from rashomon.read.voices import Told
from rashomon.values import Attribution, Participant, Span

__all__ = ["introduced"]

_PLURAL = {"NNS", "NNPS"}


def introduced(
    page: Page,
    happening: Happening,
    told: Told,
    attributions: Sequence[Attribution],
    sides: Mapping[str, str | None],
) -> Happening:
    """Return a happening with those who tell it by name where it has only "we" or "they".

    `sides` gives the side of every participant of the report by name.
    """
    speaker = told.voices[-1]
    if told.attribution is None or speaker.name is None:
        return happening
    side = speaker.side or sides.get(speaker.name)
    attribution = attributions[told.attribution]
    participants = tuple(
        because(
            replace(each, name=speaker.name, side=side),
            "participant",
            "the pronoun means who speaks",
            speaker.span,
            at=each.span,
        )
        if _is_speaker(page, each, attribution)
        else each
        for each in happening.participants
    )
    return replace(happening, participants=participants)


def _is_speaker(page: Page, participant: Participant, attribution: Attribution) -> bool:
    """Tell whether a pronoun means those who speak: several, and the first to be named."""
    words = section(page.language, "voices")
    if participant.span is None or participant.name.lower() in words.words("first_plural"):
        return participant.span is not None
    plural = words.words("plural_pronouns")
    if participant.role != "actor" or participant.name.lower() not in plural:
        return False
    piece = next((p for p in attribution.content if p.holds(participant.span)), None)
    if piece is None or not attribution.source:
        return False
    source = page.tokens(attribution.source[0]).root
    collectives = section(page.language, "parties").words("collectives")
    are_several = (
        source.tag_ in _PLURAL
        or source.lower_ in plural | collectives
        or source.ent_type_ in {"NORP", "ORG"}
    )
    return are_several and not any(
        token.tag_ in _PLURAL
        for token in page.tokens(Span(piece.start, participant.span.start + 1))
    )
