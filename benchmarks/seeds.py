"""Score the reading and weighing of the two founding reports, claim by claim.

    python -m benchmarks.seeds ../shared/seeds

Run with the publication dates that the reports had and without any. A gold claim is found when a
claim of the reader starts in its words with the right kind and figure; a claim of the reader is
right when it fits a gold claim in kind, figure, reality and currency.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.inputs import give_up
from benchmarks.seed_checks import checks
from benchmarks.seed_gold import Gold, load_gold
from rashomon.api import open_reader
from rashomon.gather import gather, prepare
from rashomon.pipeline import events_of
from rashomon.read import Reader
from rashomon.values import Claim, Dossier, Report

__all__ = ["main", "measure"]

_PUBLISHED = {"A": "2021-08-21", "B": "2021-08-22"}


@dataclass(frozen=True, slots=True)
class _Fit:
    """A gold claim and the reader's claims that start in its words."""

    gold: Gold
    near: tuple[Claim, ...]

    @property
    def found(self) -> Claim | None:
        """The first claim with the right kind and figure."""
        return next((claim for claim in self.near if self.gold.fits(claim)), None)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seeds", type=Path, help="the folder of the founding reports")
    options = parser.parse_args()
    if not (options.seeds / "gold.json").is_file():
        give_up(f"{options.seeds} holds no gold.json: the founding reports are kept elsewhere")
    measure(options.seeds)


def measure(folder: Path) -> dict[str, object]:
    """Read the founding reports with dates and without; print and return the shares, per cent."""
    files = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["files"]
    gold = load_gold(folder / "gold.json")
    reader = open_reader()
    shares: dict[str, object] = {}
    for dates, title in ((_PUBLISHED, "with publication dates"), ({}, "without dates")):
        reports = {letter: _load(folder / name) for letter, name in files.items()}
        dated = {
            letter: replace(report, id=letter, published=dates.get(letter))
            for letter, report in reports.items()
        }
        print(f"\n===== {title} =====")
        shares[title] = dict(_score(dated, gold, reader, show=bool(dates)))
    return shares


def _load(path: Path) -> Report:
    return next(prepare(found) for found in gather([path]) if isinstance(found, Report))


def _score(
    reports: dict[str, Report], gold: tuple[Gold, ...], reader: Reader, *, show: bool
) -> Iterator[tuple[str, float]]:
    readings = tuple(reader.read(reports.values()))
    events = events_of(reports.values(), readings, (), lambda _stage, _done, _total: None)
    dossier = Dossier(reports=tuple(reports.values()), readings=readings, events=events)
    claims = tuple(claim for reading in readings for claim in reading.claims)
    fits = [_Fit(each, tuple(c for c in claims if each.touches(c))) for each in gold]
    if show:
        for line in (*_claim_lines(fits, reports), *_wrong_lines(claims, gold, reports)):
            print(line)
    wanted = [fit for fit in fits if not fit.gold.is_opinion]
    yield _share(
        "gold claims found, kind and figure", sum(f.found is not None for f in wanted), len(wanted)
    )
    right = sum(any(each.accepts(claim) for each in gold) for claim in claims)
    yield _share("claims of the reader that are right", right, len(claims))
    chained = [fit for fit in wanted if fit.gold.chain_is_asked]
    complete = sum(fit.found is not None and fit.gold.chain_fits(fit.found) for fit in chained)
    yield _share("chains complete", complete, len(chained))
    outcomes = list(checks(dossier, reader))
    for name, passed in outcomes:
        print(f"  {'pass' if passed else 'FAIL'}  {name}")
    yield _share("checks", sum(passed for _, passed in outcomes), len(outcomes))


def _claim_lines(fits: list[_Fit], reports: dict[str, Report]) -> Iterator[str]:
    for fit in fits:
        content = reports[fit.gold.report].content
        found = fit.found
        words = fit.gold.content.of(content)[:60]
        if found is None:
            state = "missed" if not fit.near else "wrong kind or figure"
            yield f"{fit.gold.id:4} {state:20} {words!r}"
            for claim in fit.near:
                yield f"       read: {_line(claim, content)}"
            continue
        chain = "" if fit.gold.chain_fits(found) else f"  chain wanted {fit.gold.chain}"
        yield f"{fit.gold.id:4} {'found':20} {_line(found, content)}{chain}"


def _wrong_lines(
    claims: tuple[Claim, ...], gold: tuple[Gold, ...], reports: dict[str, Report]
) -> Iterator[str]:
    for claim in claims:
        if not any(each.accepts(claim) for each in gold):
            yield f"not in the gold: {claim.report} {_line(claim, reports[claim.report].content)}"


def _line(claim: Claim, content: str) -> str:
    chain = " < ".join(voice.name or voice.kind for voice in claim.voices)
    figures = ", ".join(f"{f.measure} {f.low}/{f.best}/{f.high} {f.scope}" for f in claim.figures)
    day = f"{claim.date.start}..{claim.date.end}" if claim.date else "no day"
    place = claim.place.name if claim.place else "no place"
    return (
        f"{claim.trigger.of(content)!r} {claim.kind}; {claim.reality}, {claim.currency}, "
        f"{claim.certainty}; {chain}; {figures or 'no figure'}; {day}; {place}"
    )


def _share(name: str, count: int, total: int) -> tuple[str, float]:
    share = 100 * count / total if total else 0.0
    print(f"{name}: {count} of {total} ({share:.0f} %)")
    return name, share


if __name__ == "__main__":
    main()
