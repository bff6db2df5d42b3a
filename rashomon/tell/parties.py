"""Names of parties and voices as they stand inside a sentence of ours."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rashomon.lexicon import SPOKEN
from rashomon.tell.case import Case
from rashomon.tell.words import name_key, phrases, voice_name
from rashomon.text.folding import fold
from rashomon.values import Claim, EventPlace, Role, Voice

__all__ = ["innermost", "is_called", "is_civil", "leading", "party", "speaker"]

# A name takes the article where a third of its mentions do: less is chance ("the Taliban fighters"
# of a name without one), more would miss names that headlines and lists strip of it.
_ARTICLE_SHARE = 1 / 3
_CROWDS = frozenset({"resident", "witness", "unnamed"})  # described, seldom named


def is_civil(name: str) -> bool:
    """Tell whether a side's name means people who do not fight."""
    return name.casefold() in phrases().words("civilians")


def is_called(name: str, words: str) -> bool:
    """Tell whether a name holds one of a list of the lexicon of telling, as whole words."""
    return _called(words).search(name) is not None


@cache
def _called(key: str) -> re.Pattern[str]:
    words = sorted(phrases().words(key), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def leading(case: Case) -> tuple[list[str], list[str]]:
    """Return who acts and who is acted on, the most often told first.

    A side has the part that its mentions in actual claims give it; to have victims weighs half of
    being acted on, since who attacks has losses too. A side without mentions keeps the role that
    linking gave it. Civilians are named only where nobody else is acted on, and a place where it
    happened is no party to it.
    """
    acts: Counter[str] = Counter()
    bears: Counter[str] = Counter()
    for name, role in _parts(case):
        (acts if role == "actor" else bears)[name] += 1 if role == "victim" else 2
    where = case.event.place
    order = [side.name for side in case.event.sides if not _is_ground(side.name, where)]
    told = sorted(order, key=lambda name: (-acts[name] - bears[name], order.index(name)))
    actors = [name for name in told if acts[name] and acts[name] >= bears[name]]
    targets = [name for name in told if bears[name] > acts[name]]
    return actors, [name for name in targets if not is_civil(name)] or targets


def _is_ground(name: str, where: EventPlace | None) -> bool:
    """Tell whether a side is only the place itself: "Idlib province" in Idlib."""
    names = (where.name, where.admin1, where.admin2) if where else ()
    first, _, last = name.rpartition(" ")
    bare = first if first and last in phrases().words("grounds") else name
    return fold(bare) in {fold(each) for each in names if each}


def _parts(case: Case) -> list[tuple[str, Role]]:
    """List each mention of a side with its role; claims of the event's own kind count twice."""
    told = [
        (case.side_of(participant), participant.role)
        for claim in case.claims
        if claim.reality == "actual" and claim.certainty != "no comment"
        for participant in claim.participants * (2 if claim.kind == case.event.kind else 1)
        if participant.role != "other"
    ]
    named = {name for name, _ in told}
    linked = [(side.name, side.role) for side in case.event.sides if side.name not in named]
    return told + linked


def innermost(case: Case) -> tuple[str, ...]:
    """Name the voices that an event goes back to, each once, in the order of telling.

    A claim for which the report names nobody has none.
    """
    named = [voice_name(claim.voices[-1]) for claim in case.claims if len(claim.voices) > 1]
    first = {name_key(name): name for name in reversed(named)}
    return tuple(first[key] for key in dict.fromkeys(map(name_key, named)))


def party(case: Case, side: str) -> str:
    """Name a side with the article that the event's reports give it, if any."""
    name = " ".join(side.split())
    article = phrases().ordered("articles")[0]
    if name.casefold().startswith(f"{article} "):
        return article + name[len(article) :]
    mention = re.compile(rf"(\b{article}\s+)?\b{re.escape(name)}\b", re.IGNORECASE)
    texts = [case.library.reports[account.report].content for account in case.accounts]
    mentions = [found for text in texts for found in mention.finditer(text)]
    with_article = sum(1 for found in mentions if found[1])
    if mentions and with_article >= _ARTICLE_SHARE * len(mentions):
        return f"{article} {name}"
    return name


def speaker(case: Case, claim: Claim, voice: Voice) -> str:
    """Name a voice for the middle of a sentence.

    A description takes the article that the report gives it ("a doctor"). A capital that only
    opened a sentence is taken back: of the article, of a crowd, or where the report writes the
    word small elsewhere. A common noun of another language is quoted; who speaks for a party is
    named with it.
    """
    name = voice_name(voice)
    first, *others = name.split()
    small = first[:1].lower() + first[1:]
    articles = phrases().words("articles")
    text = case.library.reports[claim.report].content
    is_crowd = voice.kind in _CROWDS and all(word.islower() for word in others)
    is_common = name.casefold() in phrases().words("crowds")
    is_common = is_common or (is_crowd and not _is_proper(first, text))
    if small in articles or is_common or re.search(rf"\b{re.escape(small)}\b(?![-'’])", text):
        name = small + name[len(first) :]
    if voice.span is not None and name.islower():
        opening = voice.span.of(text).split(maxsplit=1)[0].lower()
        name = f"{opening} {name}" if opening in articles and opening != small else name
    if name.islower() and (case.library.reports[claim.report].language or SPOKEN) != SPOKEN:
        return f"“{name}”"
    return f"{name}, for {spoken_for}," if (spoken_for := _spoken_for(case, voice)) else name


def _spoken_for(case: Case, voice: Voice) -> str | None:
    """Name the side that a party's voice speaks for, where its own name does not say it."""
    if voice.kind != "party" or not voice.name or not voice.side:
        return None
    known = {
        each.name: (each.name, *each.aliases)
        for each in case.event.sides
        if voice.side.casefold() in {name.casefold() for name in (each.name, *each.aliases)}
    }
    side, names = next(iter(known.items()), (voice.side, (voice.side,)))
    says_it = any(fold(name) in fold(voice.name) for name in names)
    return None if says_it or side == "unknown" else party(case, side)


def _is_proper(word: str, text: str) -> bool:
    """Tell whether a word is a name: it has a capital within a sentence, or owns something."""
    if word.endswith(("'s", "’s", "s'", "s’")):
        return True
    return re.search(rf"[a-z,;:] {re.escape(word)}\b", text) is not None
