"""Names of parties and voices as they stand inside a sentence of ours."""

from __future__ import annotations

import re

from rashomon.tell.case import Case
from rashomon.tell.words import phrases, voice_name
from rashomon.values import Claim, Voice

__all__ = ["party", "speaker"]

# A name takes the article where a third of its mentions do: less is chance ("the Taliban fighters"
# of a name without one), more would miss names that headlines and lists strip of it.
_ARTICLE_SHARE = 1 / 3


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

    A capital that only opened a sentence is taken back: where the report writes the word small
    elsewhere, or where it is the article.
    """
    name = voice_name(voice)
    first = name.split(maxsplit=1)[0]
    small = first[:1].lower() + first[1:]
    articles = phrases().words("articles")
    text = case.library.reports[claim.report].content
    if small in articles or re.search(rf"\b{re.escape(small)}\b", text):
        return small + name[len(first) :]
    return name
