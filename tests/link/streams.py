"""A made stream of reports with all that makes linking look back: reprints, notices, crowds."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.link.made import MARKET, RIVERTON, Made, day, made, place

__all__ = ["stream"]

_SIDES = (("Northern Shield", "Redcap militia"), ("Harvest Front", "Redcap militia"))
_PLACES = (RIVERTON, MARKET, place("Stonebridge", 3, lat=36.5))
_NOTICE = (
    "Readers who know more of what is told here are asked to write to the desk of this paper, "
    "which keeps their names to itself and answers within a week of every letter."
)
_FIRST = date(2021, 5, 1)


def stream(reports: int = 36, seed: int = 3) -> list[Made]:
    """Make reports of a dozen clashes within three months, some reprinted, some with a notice."""
    draw = random.Random(seed)  # noqa: S311  a made corpus
    words = ["".join(draw.choices("bdfgklmnprstv", k=5)) for _ in range(150)]
    found: list[Made] = []
    while len(found) < reports:
        sides, town = draw.choice(_SIDES), draw.choice(_PLACES)
        when = _FIRST + timedelta(days=draw.choice((0, 1, 2, 40, 41, 80)))
        own = draw.sample(words, 12)
        fields = {
            "words": "the militia",
            "sides": sides,
            "place": town,
            "date": day(when.isoformat()),
        }
        text = ""
        for _ in range(draw.choice((1, 2, 3, 5))):
            if not text or draw.random() > 0.4:
                told = draw.sample(own, 9) + draw.sample(words, 8)
                draw.shuffle(told)
                news = f"Near {town.name} the militia of the {sides[0]} met its foe."
                text = f"{news}\n{' '.join(told)}."
            shown = f"{text}\n\n{_NOTICE}" if draw.random() < 0.3 else text
            published = when + timedelta(days=draw.choice((0, 1, 2)))
            claim = {**fields, "dead": draw.choice((3, 4, 12))}
            if draw.random() < 0.2:
                del claim["date"]
            found.append(made(f"r{len(found):02}", shown, claim, published=published.isoformat()))
    return found[:reports]
