"""A situation report in Markdown (CommonMark with tables), for wikis, issues and pandoc."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.tell.exports.situation import Part, Section, Situation, Source, situation
from rashomon.values import Dossier

__all__ = ["escaped", "opened", "report"]

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_OPENING = re.compile(r"^(\d{0,9})([-+=:.)])")  # what makes a list or a rule of a line


def report(dossier: Dossier) -> str:
    """Return the report, lines ended by a newline."""
    told = situation(dossier)
    blocks = [
        f"# {escaped(told.title)}",
        escaped(told.about),
        *([_summary(told)] if told.sections else []),
        *(block for section in told.sections for block in _event(section)),
        *(["## Sources", "\n".join(map(_source, told.sources))] if told.sources else []),
        "## How to read this",
        escaped(told.method),
    ]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Write a text so that no character of it means anything to Markdown inside a line."""
    return _MARKS.sub(r"\\\1", text)


def opened(block: str) -> str:
    """Keep the first characters of a paragraph from making a list, a heading or a rule of it."""
    return _OPENING.sub(r"\1\\\2", block)


def _summary(told: Situation) -> str:
    heads = ("", "Event", "When", "Where", "Killed: low, best, high", "Origins", "Grade")
    rows = [
        (
            str(each.number),
            escaped(each.title),
            escaped(each.days),
            escaped(each.where),
            ", ".join(each.killed),
            str(each.origins),
            each.grade,
        )
        for each in told.sections
    ]
    return _table(heads, ("--:", "---", "---", "---", "--:", "--:", "---"), rows)


def _event(section: Section) -> Iterator[str]:
    yield f"## {section.number}. {escaped(section.title)}"
    yield "\n".join(f"- **{name}:** {escaped(value)}" for name, value in section.facts)
    yield opened("".join(map(_part, section.paragraph)))
    if section.amounts:
        yield "### Figures"
        heads = ("Counted", "Low", "Best", "High", "Rule", "Sources")
        rows = [
            (
                escaped(each.heading),
                each.low,
                each.best,
                each.high,
                escaped(each.rule),
                _numbers(each.sources),
            )
            for each in section.amounts
        ]
        yield _table(heads, ("---", "--:", "--:", "--:", "---", "---"), rows)
    if section.disputes:
        yield "### Contradictions"
        yield "\n".join(
            f"- **{escaped(each.aspect)}:** {', or '.join(map(_part, each.positions))}. "
            f"{escaped(each.explanation)}".rstrip()
            for each in section.disputes
        )
    yield f"### Grade: {section.grade}, {section.meaning}"
    yield _list(section.reasons)
    if section.doubts:
        yield "### Doubts"
        yield _list(section.doubts)


def _list(sentences: Sequence[str]) -> str:
    return "\n".join(f"- {escaped(each)}" for each in sentences)


def _part(part: Part) -> str:
    """Set the sources right behind the words, before the space that follows."""
    words = part.text.rstrip()
    after = part.text[len(words) :]
    cited = f" {_numbers(part.sources)}" if part.sources else ""
    return f"{escaped(words)}{cited}{after}"


def _numbers(sources: Sequence[int]) -> str:
    return rf"[\[{', '.join(map(str, sources))}\]](#sources)" if sources else ""


def _source(source: Source) -> str:
    address = f" <{source.url}>" if source.url else ""
    return f"{source.number}. {escaped(source.words)}{address}"


def _table(heads: Sequence[str], rule: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))
