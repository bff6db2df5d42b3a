"""Count how common the less common words of news are, for `lexicon/en/shares.yml`.

    python -m benchmarks.count_words --data ../shared/bench/data --out FILE

Linking weighs words by rarity in the language. Counted in the developer texts of all tasks, every
task weighing the same, so that no conflict and no kind of news sets what is common.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.inputs import find, records
from rashomon.lexicon import FALLBACK, section
from rashomon.link.words import tokenize

__all__ = ["levels", "main", "shares"]

# The streams whose texts are in no other task; headlines alone (figures_ged) are no texts.
TASKS = (
    "airwars", "attribution", "coref", "event_place", "incidents", "isaf", "kinds", "muc", "places",
    "police", "times",
)  # fmt: skip
_FEWEST_TASKS = 3  # for a word that is mostly written small, or a number
_FEWEST_FOR_NAMES = 5  # so that no place or person of one collection comes in
_LEVELS = (
    9000, 7000, 5000, 3500, 2500, 1800, 1300, 900, 650, 450, 320, 230, 160, 110, 80, 56, 40, 28, 20,
    14, 10, 7, 5, 4,
)  # fmt: skip
_SHORTEST = 200  # characters of a text
_HEADER = """\
# How common the words of news English are: texts in ten thousand that hold the word; what is not
# here and not in `frequent.yml` stands in fewer than four. Counted over {texts:,} texts of {tasks}
# public collections, each weighing the same, by benchmarks/count_words.py; only words of three
# collections, names of five.
"""


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    texts = [_texts(options.data / task) for task in TASKS]
    written = levels(shares(texts, _ordinary()))
    number = sum(len(each) for each in texts)
    text = _HEADER.format(texts=number, tasks=len(TASKS)) + _yaml(written)
    options.out.write_text(text, encoding="utf-8")
    print(f"{sum(map(len, written.values()))} words in {options.out}")


def shares(collections: Sequence[Iterable[str]], ordinary: frozenset[str]) -> dict[str, float]:
    """Return the share of texts that hold each word, the mean over the collections.

    Words that are neither `ordinary` nor numbers may be names, and must be in more collections.
    """
    sums: defaultdict[str, float] = defaultdict(float)
    homes: Counter[str] = Counter()
    for texts in collections:
        known = [set(tokenize(text)) for text in texts]
        found = Counter(word for words in known for word in words)
        homes.update(found.keys())
        for word, count in found.items():
            sums[word] += count / len(known)
    return {
        word: total / len(collections)
        for word, total in sums.items()
        if homes[word] >= _FEWEST_FOR_NAMES
        or (homes[word] >= _FEWEST_TASKS and (word in ordinary or word.isdecimal()))
    }


def levels(shares: Mapping[str, float]) -> dict[int, list[str]]:
    """Put each word under the greatest level, in texts in ten thousand, that it reaches."""
    found: dict[int, list[str]] = {level: [] for level in _LEVELS}
    for word in sorted(shares):
        reached = next((level for level in _LEVELS if shares[word] * 10_000 >= level), None)
        if reached is not None:
            found[reached].append(word)
    return found


def _texts(folder: Path) -> list[str]:
    path = find(folder, "reports.jsonl")
    texts = {str(record["text"]) for record in (records(path) if path is not None else ())}
    return sorted(text for text in texts if len(text) >= _SHORTEST)


def _ordinary() -> frozenset[str]:
    """List the words that are mostly written small."""
    tenths = section(FALLBACK, "capitals").pairs("tenths")
    return frozenset(word for words in tenths.values() for word in words.split())


def _yaml(levels: Mapping[int, Sequence[str]]) -> str:
    parts = ["per_ten_thousand:\n"]
    for level, words in levels.items():
        lines = textwrap.wrap(" ".join(words), 96, break_long_words=False, break_on_hyphens=False)
        parts.append(f'  "{level}": >-\n' + "".join(f"    {line}\n" for line in lines))
    return "".join(parts)


if __name__ == "__main__":
    main()
