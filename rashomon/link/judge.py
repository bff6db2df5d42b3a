"""How surely two tellings are of one incident, and why, in words."""

from __future__ import annotations

import json
import math
from dataclasses import fields
from functools import cache
from importlib.resources import files
from itertools import product
from operator import mul

from rashomon.link.differences import days_apart, other_district
from rashomon.link.features import Features
from rashomon.link.nearness import closeness, to_district
from rashomon.link.portraits import Portrait
from rashomon.values import Judgement

__all__ = ["MADE_BY", "forbidden", "judge", "probability"]

MADE_BY = "link 3"  # whoever changes what linking makes of the same readings changes this
_UNDECIDED = 0.5  # the most that is believed where a toll speaks against and no district for
_OTHER_TOLL = math.log(3)  # tolls that differ by more are in major conflict
# One day between two readings of one day is common (night, "yesterday"): a bound of 1 costs 1.4
# points of pairwise F1 on incidents_small and .5 on incidents.
_DAYS = 3
_DISTRICT, _ONE_DISTRICT = 0.8, 0.6  # grades of `closeness`


def probability(features: Features) -> float:
    """Return the chance that a pair is of one incident, by logistic regression.

    The weights are in `weights.json`, made by `benchmarks/train_links.py`, which says on what they
    were trained and what they gain.
    """
    weights, bias = _weights()
    score = sum(map(mul, weights, features.row())) + bias
    return 1 / (1 + math.exp(min(-score, 700.0)))  # beyond, exp overflows


def forbidden(left: Portrait, right: Portrait, features: Features) -> str | None:
    """Say what makes it impossible that two tellings are of one incident; None if nothing does.

    Days and places are misread too often to outweigh a rare name in common; nor does one of them
    alone outweigh a copied passage.
    """
    if left.report == right.report:
        return "one report tells them apart"
    passing = not (left.first and right.first)
    if passing and not features.copied and features.place < _ONE_DISTRICT:
        return "a passing mention, and no place in common"
    if left.rare & right.rare:
        return None
    if days_apart(left, right) and other_district(left, right):
        return "another day and another district"
    return None if features.copied else _misfit(left, right, features)


def _misfit(left: Portrait, right: Portrait, features: Features) -> str | None:
    """Say by how far two tellings miss each other in day or place alone.

    Parties with a name fight on many days, so between them every day counts.
    """
    days = days_apart(left, right)
    if days > (0 if features.parties else _DAYS):
        return f"{days} day{'s' if days > 1 else ''} apart"
    return "more than 150 km apart" if features.far and not features.namesake else None


def judge(left: Portrait, right: Portrait, features: Features) -> Judgement:
    """Judge one pair; `p` is None where the evidence forbids the link."""
    first, second = sorted((left.id, right.id))
    no = forbidden(left, right, features)
    if no is not None:
        return Judgement(left=first, right=second, p=None, why=(no,), made_by=MADE_BY)
    p = probability(features)
    if _undecided(left, right, features):
        p = min(p, _UNDECIDED)
    return Judgement(left=first, right=second, p=p, why=_reasons(features), made_by=MADE_BY)


def _undecided(left: Portrait, right: Portrait, features: Features) -> bool:
    """Tell whether the tolls are in major conflict and not said of one district."""
    if features.other_toll <= _OTHER_TOLL or features.copied:
        return False
    places = product(left.toll_places, right.toll_places)
    return not any(to_district(a, b) and closeness(a, b) >= _DISTRICT for a, b in places)


def _reasons(features: Features) -> tuple[str, ...]:
    """Say in words what speaks for and against."""
    tests = (
        (features.copied > 0, "one copies the other"),
        (features.same_day > 0, "same day"),
        (features.other_day > 0, "different days"),
        (features.place == 1, "same place"),
        (0.8 <= features.place < 1, "same district"),  # noqa: PLR2004  grades of `closeness`
        (0.4 <= features.place < 0.8, "same province"),  # noqa: PLR2004
        (features.other_place > 0, "different places"),
        (features.parties > 0, "same parties"),
        (features.other_parties > 0, "different parties"),
        (features.person > 0, "a person's name in common"),
        (features.ages > 0, "the same age"),
        (features.other_age == 1, "different ages"),
        (features.other_hour > 0, "different hours"),
        (features.street > 0, "the same street"),
        (features.other_street == 1, "different streets"),
        (features.namesake > 0, "places of one name"),
        (features.rarest > 0.6, "rare names in common"),  # noqa: PLR2004  one report in 400
        (features.tolls > 0, "the tolls agree"),
        (features.other_toll > 0, "the tolls differ"),
        (features.text > 0.6, "much the same words"),  # noqa: PLR2004  cosine .36
        (features.text < 0.3, "few words in common"),  # noqa: PLR2004  cosine .09
    )
    return tuple(words for holds, words in tests if holds)


@cache
def _weights() -> tuple[tuple[float, ...], float]:
    data = json.loads((files("rashomon.link") / "weights.json").read_text(encoding="utf-8"))
    return tuple(data["weights"][field.name] for field in fields(Features)), data["bias"]
