"""Count how often words begin with a capital within a sentence, for `lexicon/en/capitals.yml`.

    python -m benchmarks.count_capitals --data ../shared/bench/data --out FILE

Measures first how well casing is given back to words that were set in capitals: of each task's
texts with the words counted in the other tasks.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import spacy

from benchmarks.inputs import find, records
from rashomon.lexicon import FALLBACK, tongue
from rashomon.text.casing import Casing, recase, words_of
from rashomon.text.shadow import shadow

__all__ = ["count", "main"]

# Texts in ordinary casing; those of other tasks are shouted, in small letters, or the same again.
TASKS = ("attribution", "places", "times", "event_place", "isaf", "kinds", "incidents", "airwars")
_FEWEST_TEXTS = 3
_FEWEST_SMALL = 2  # uses in small letters, so that no name comes in by a slip
_NAMES = 0.95  # words written with a capital as often as this are names: what is unknown is, too
_LINE = 8  # words from which a line counts
_CAPITALS = (0.03, 0.5)  # share of capitals of a line in ordinary casing
_HEADER = """\
# In how many of ten uses within a sentence a word begins with a capital: words of news English that
# are mostly no names, for texts set in capitals. Counted over {texts:,} texts of {tasks} public
# collections by benchmarks/count_capitals.py; only words of three texts and more, never those that
# nearly always have a capital. What is missing here is taken for a name.
"""


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    lines = {task: list(_lines(options.data / task)) for task in TASKS}
    forms = spacy.load(tongue(FALLBACK).model).vocab.strings.__contains__
    for task in TASKS:
        others = [each for other in TASKS if other != task for each in lines[other]]
        _measure(task, [line for _, line in lines[task]], Casing(count(others), forms))
    everything = [each for task in TASKS for each in lines[task]]
    shares = count(everything)
    texts = len({report for report, _ in everything})
    text = _HEADER.format(texts=texts, tasks=len(TASKS)) + _written(shares)
    options.out.write_text(text, encoding="utf-8")
    print(f"{len(shares)} words in {options.out}")


def count(lines: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return the share of capitals of words in lower case, from (report, line)."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    texts: dict[str, set[str]] = defaultdict(set)
    for report, line in lines:
        for word, starts in words_of(line):
            if starts or (word.group().isupper() and len(word.group()) > 1):
                continue
            bare = word.group().lower().removesuffix("'s")
            (capital if word.group()[0].isupper() else small)[bare] += 1
            texts[bare].add(report)
    shares = {word: capital[word] / (capital[word] + small[word]) for word in texts}
    return {
        word: round(share, 1)
        for word, share in shares.items()
        if len(texts[word]) >= _FEWEST_TEXTS and small[word] >= _FEWEST_SMALL and share < _NAMES
    }


def _lines(folder: Path) -> Iterator[tuple[str, str]]:
    path = find(folder, "reports.jsonl")
    for record in records(path) if path is not None else ():
        for line in shadow(str(record["text"])).split("\n"):
            words = line.split()
            share = sum(word[0].isupper() for word in words) / max(len(words), 1)
            if len(words) >= _LINE and _CAPITALS[0] < share < _CAPITALS[1]:
                yield str(record["id"]), line


def _measure(task: str, lines: list[str], casing: Casing) -> None:
    """Print which share of names and of other words within sentences gets its casing back."""
    right: Counter[bool] = Counter()
    wrong: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for line in lines:
        written = recase(line.upper(), casing)
        if len(written) != len(line):
            continue
        for word, starts in words_of(line):
            if not starts:
                is_name = line[word.start()].isupper()
                if written[word.start()].isupper() == is_name:
                    right[is_name] += 1
                else:
                    wrong[is_name][word.group()] += 1
    total = {name: right[name] + sum(wrong[name].values()) for name in (True, False)}
    shares = " ".join(f"{right[name] / max(total[name], 1):.4f}" for name in (True, False))
    print(f"{task:12} {sum(total.values()):8} words; names, others right: {shares}")
    for name in (True, False):
        print("   ", " ".join(f"{word} {n}" for word, n in wrong[name].most_common(12)))


def _written(shares: Mapping[str, float]) -> str:
    parts = ["tenths:\n"]
    for share in sorted(set(shares.values())):
        words = " ".join(sorted(word for word, own in shares.items() if own == share))
        lines = textwrap.wrap(words, 96, break_long_words=False, break_on_hyphens=False)
        parts.append(f'  "{share * 10:.0f}": >-\n' + "".join(f"    {line}\n" for line in lines))
    return "".join(parts)


if __name__ == "__main__":
    main()
