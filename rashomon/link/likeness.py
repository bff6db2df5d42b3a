"""How surely two mentions of happenings mean one event, by logistic regression."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.link.features import Features
from rashomon.link.judge import probability
from rashomon.link.sightings import Sighting
from rashomon.link.words import cosine, rarity

__all__ = ["chance", "evidence", "pairs_of"]

_NAME_SCALE = 10.0  # summed rarity of two common surnames
_START = 0.15  # the share of a report in which news says what happened
_SURE = 1e-6  # a chance is kept this far from 0 and 1, to have odds


def chance(left: Sighting, right: Sighting, reports: Features | None) -> float:
    """Return the chance that two mentions mean one event.

    `reports` compares their reports and is None where they stand in one. The weights are in
    `mentions.json`, made by `benchmarks/train_mentions.py`; docs/models/mentions.md describes them.
    """
    weights = _weights()["within" if reports is None else "across"]
    score = weights.bias + sum(weights.pairs.get(pair, 0.0) for pair in pairs_of(left, right))
    for name, value in evidence(left, right, reports).items():
        score += weights.evidence[name] * value
    return 1 / (1 + math.exp(-max(-700.0, score)))


def pairs_of(left: Sighting, right: Sighting) -> tuple[str, str]:
    """Name what the two mentions say, in one order: their families ("die|kill") and their words.

    Words of one family mean other parts of one incident: "shooting" all of it, "shot" one victim's.
    """
    families, words = sorted((left.family, right.family)), sorted((left.words, right.words))
    return "|".join(families), " | ".join(words)


def evidence(left: Sighting, right: Sighting, reports: Features | None) -> dict[str, float]:
    """Gather what speaks for and against a pair; the order of the two is no matter."""
    return {
        **_wording(left, right),
        **_surroundings(left, right),
        **(_one_report(left, right) if reports is None else _two_reports(reports)),
    }


def _wording(left: Sighting, right: Sighting) -> dict[str, float]:
    family = bool(left.family) and left.family == right.family
    return {
        "family": float(family),
        "words": float(left.words == right.words),
        "stems": float(bool(left.stems & right.stems)),
        "beginning": _beginning(left.words, right.words),
        "rare_family": rarity(left.family) / _NAME_SCALE if family else 0.0,
        "vague": float(left.vague) + float(right.vague),
        "both_vague": float(left.vague and right.vague),
        "number": float(left.words.endswith("s") != right.words.endswith("s")),
        "usual": math.log(left.usual) + math.log(right.usual),
    }


def _beginning(one: str, other: str) -> float:
    """Return the share of the longer word that both begin with."""
    same = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return same / max(len(one), len(other), 1)


def _surroundings(left: Sighting, right: Sighting) -> dict[str, float]:
    def shared(one: frozenset[str], other: frozenset[str]) -> float:
        return sum(map(rarity, sorted(one & other))) / _NAME_SCALE

    def other(one: frozenset[str], another: frozenset[str]) -> float:
        return float(bool(one) and bool(another) and one.isdisjoint(another))

    return {
        "around": cosine(left.around, right.around),
        "beside": cosine(left.beside, right.beside),
        "names": shared(left.names, right.names),
        "other_names": other(left.names, right.names),
        "names_beside": shared(left.names_beside, right.names_beside),
        "other_names_beside": other(left.names_beside, right.names_beside),
        "numerals": shared(left.numerals, right.numerals),
        "other_numerals": other(left.numerals, right.numerals),
        "before": float(left.before == right.before != ""),
        "after": float(left.after == right.after != ""),
        "titled": float(left.titled) + float(right.titled),
        "both_early": float(max(left.part, right.part) < _START),
        "parts": abs(left.part - right.part),
    }


def _one_report(left: Sighting, right: Sighting) -> dict[str, float]:
    gap = abs(left.sentence - right.sentence)
    return {
        "one_sentence": float(gap == 0),
        "next_sentence": float(gap == 1),
        "sentences": math.log1p(gap),
        "next": float(abs(left.order - right.order) == 1),
        "between": math.log1p(abs(left.order - right.order)),
        "touching": float(abs(left.word - right.word) <= 2),  # noqa: PLR2004  one word between
    }


def _two_reports(reports: Features) -> dict[str, float]:
    p = min(max(probability(reports), _SURE), 1 - _SURE)
    return {
        "reports": math.log(p / (1 - p)),
        "text": reports.text,
        "lead": reports.lead,
        "report_names": reports.names,
        "name_share": reports.name_share,
        "report_numerals": reports.numerals,
        "soon": reports.soon,
    }


@dataclass(frozen=True, slots=True)
class _Weights:
    bias: float
    evidence: Mapping[str, float]
    pairs: Mapping[str, float]  # by `pairs_of`


@cache
def _weights() -> Mapping[str, _Weights]:
    data = json.loads((files("rashomon.link") / "mentions.json").read_text(encoding="utf-8"))
    return {name: _Weights(**data[name]) for name in ("within", "across")}
