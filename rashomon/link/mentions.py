"""Linking single words for happenings: which mentions, in which reports, mean one event.

Events of the product are linked by `link`, from claims. This answers the narrower question that
annotated corpora ask, where nothing is known but the words and their reports; no stage calls it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from rashomon.link.blocks import candidates
from rashomon.link.cluster import agglomerate
from rashomon.link.features import Features, compare
from rashomon.link.judge import probability
from rashomon.link.likeness import chance
from rashomon.link.portraits import portray
from rashomon.link.sightings import Mention, Sighting, sight
from rashomon.link.tellings import Telling
from rashomon.values import Report, identify

__all__ = ["CUT", "Mention", "cluster_mentions", "gather", "sighting_pairs"]

_NEAR = 0.05  # reports less likely to tell of one incident are not compared mention by mention
CUT = 0.25  # best on the developer side of both corpora, held out: docs/models/mentions.md


def cluster_mentions(reports: Mapping[str, Report], mentions: Iterable[Mention]) -> dict[str, str]:
    """Give each mention the id of its event, by mention id; the order of mentions is no matter."""
    sightings, near = gather(reports, mentions)
    pairs = {
        (i, j): chance(sightings[i], sightings[j], between)
        for i, j, between in sighting_pairs(sightings, near)
    }
    clusters = {}
    for group in agglomerate(len(sightings), pairs, (), CUT)[0]:
        members = [sightings[index].mention.id for index in group]
        clusters.update(dict.fromkeys(members, identify("mention", members[0])))
    return clusters


def gather(
    reports: Mapping[str, Report], mentions: Iterable[Mention]
) -> tuple[list[Sighting], dict[tuple[str, str], Features]]:
    """Look at all mentions, and compare the reports that may tell of one incident."""
    ordered = [reports[name] for name in sorted(reports)]
    portraits = [portray(Telling(report.id, report, ())) for report in ordered]
    near = {}
    for i, j in candidates(portraits):
        between = compare(portraits[i], portraits[j], 0.0)
        if probability(between) >= _NEAR:
            near[ordered[i].id, ordered[j].id] = between
    by_report: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_report[mention.report].append(mention)
    sightings = [sighting for report in ordered for sighting in sight(report, by_report[report.id])]
    return sightings, near


def sighting_pairs(
    sightings: Sequence[Sighting], near: Mapping[tuple[str, str], Features]
) -> Iterator[tuple[int, int, Features | None]]:
    """Yield the pairs worth judging by index, with what compares their reports; None for one."""
    by_report: defaultdict[str, list[int]] = defaultdict(list)
    for index, sighting in enumerate(sightings):
        by_report[sighting.mention.report].append(index)
    for members in by_report.values():
        yield from ((i, j, None) for i, j in combinations(members, 2))
    for (left, right), between in near.items():
        for i, j in product(by_report.get(left, ()), by_report.get(right, ())):
            yield i, j, between
