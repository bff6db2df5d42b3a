"""Token sets of a parse and the pieces of text they cover."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from rashomon.values import Span

__all__ = ["SUBJECTS", "child", "children", "indices", "pieces"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_EDGES = frozenset(".,;:-…")  # punctuation that never begins or ends what somebody says
_QUOTES = frozenset("\"'")


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child with one of the dependency labels."""
    return next((each for each in token.children if each.dep_ in labels), None)


def children(token: Token, *labels: str) -> list[Token]:
    """Return all children with one of the dependency labels."""
    return [each for each in token.children if each.dep_ in labels]


def indices(heads: Iterable[Token], without: Iterable[Token] = ()) -> frozenset[int]:
    """Return the positions of the subtrees of `heads`, those of `without` left out."""
    kept = {token.i for head in heads for token in head.subtree}
    for head in without:
        kept -= {token.i for token in head.subtree}
    return frozenset(kept)


def pieces(
    doc: Doc, tokens: Iterable[int], barred: frozenset[int] = frozenset()
) -> tuple[Span, ...]:
    """Cut positions into runs of text; punctuation between two runs joins them unless `barred`.

    Edge punctuation falls away, quotation marks stay.
    """
    runs: list[list[int]] = []
    for index in sorted(tokens):
        if doc[index].is_space:
            continue
        if runs and all(
            (doc[gap].is_punct or doc[gap].is_space)
            and gap not in barred
            and "\n" not in doc[gap].text
            for gap in range(runs[-1][-1] + 1, index)
        ):
            runs[-1].append(index)
        else:
            runs.append([index])
    trimmed = (_trim(doc, run) for run in runs)
    return tuple(span for span in trimmed if span is not None)


def _trim(doc: Doc, run: list[int]) -> Span | None:
    start, end = run[0], run[-1]
    while start <= end and _is_edge(doc[start]):
        start += 1
    while end >= start and _is_edge(doc[end]):
        end -= 1
    if start > end or not any(char.isalnum() for char in doc[start : end + 1].text):
        return None
    if start == end and doc[start].text in _QUOTES:
        return None
    last = doc[end]
    return Span(doc[start].idx, last.idx + len(last.text))


def _is_edge(token: Token) -> bool:
    return token.is_space or all(char in _EDGES for char in token.text)
