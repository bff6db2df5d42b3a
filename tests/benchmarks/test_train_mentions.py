"""Weights of mentions: who is held out together, and what a pair of words may weigh."""

import pytest

from rashomon.link.mentions import Mention, gather
from rashomon.values import Report, Span, identify

train = pytest.importorskip("benchmarks.train_mentions", reason="pip install rashomon[train]")

TEXT = "A fire gutted the mill. The fire spread."


def test_reports_that_share_two_events_are_held_out_together() -> None:
    reports = {name: Report(id=name, text=TEXT) for name in "abcdef"}
    mentions = [
        Mention(f"{name}{i}", name, Span(start, start + 4), "fire")
        for name in reports
        for i, start in enumerate((2, 28))
    ]
    gold = {mention.id: f"{mention.report in 'ab'}{mention.id[1:]}" for mention in mentions}
    alone = {m.id: m.id for m in mentions if m.report not in "ab"}
    sightings, _ = gather(reports, mentions)
    folds = dict(
        zip(
            (s.mention.report for s in sightings),
            train.folds_of(sightings, {**gold, **alone}),
            strict=True,
        )
    )
    assert folds["a"] == folds["b"]
    assert folds["c"] == int(identify("c"), 16) % train.FOLDS
