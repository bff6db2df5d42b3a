"""The made sentences of every language are read as they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.lexicon import languages
from rashomon.values import Claim, Reading
from tests.factory import reader, report

_HERE = Path(__file__).parent


def _cases() -> Iterator[Any]:
    for language in languages():
        file = _HERE / f"{language}.yml"
        topics = yaml.safe_load(file.read_text(encoding="utf-8"))
        for topic, cases in topics.items():
            for case in cases:
                name = f"{language}, {topic}: {case['text']}"
                yield pytest.param(language, case["text"], case["claim"], id=name)


@cache
def _read(language: str, text: str) -> Reading:
    made = report(text, language=language, published="2024-05-08", publisher="Le Courrier")
    return next(reader().read([made]))


def _found(claim: Claim) -> dict[str, object]:
    """Return what the cases can ask of a claim, under the names that they use."""
    figures = {each.measure: [each.low, each.best, each.high] for each in claim.figures}
    sides = {each.role: each.side for each in reversed(claim.participants)}
    return {
        "kind": claim.kind,
        "reality": claim.reality,
        "currency": claim.currency,
        "certainty": claim.certainty,
        "voices": [voice.name for voice in claim.voices[1:]],
        "voice_kinds": [voice.kind for voice in claim.voices[1:]],
        "figures": figures,
        "scope": claim.figures[0].scope if claim.figures else None,
        "sides": sides,
        "place": claim.place.name if claim.place else None,
        "precision": claim.place.precision if claim.place else None,
        "start": claim.date.start if claim.date else None,
        "end": claim.date.end if claim.date else None,
    }


def _holds(found: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    for key, value in wanted.items():
        here = found[key]
        if isinstance(value, dict) and isinstance(here, dict):
            if not value.items() <= here.items():
                return False
        elif here != value:
            return False
    return True


@pytest.mark.slow
@pytest.mark.parametrize(("language", "text", "wanted"), [*_cases()])
def test_a_sentence_is_read(language: str, text: str, wanted: dict[str, object]) -> None:
    found = [_found(claim) for claim in _read(language, text).claims]
    assert any(_holds(each, wanted) for each in found), found
