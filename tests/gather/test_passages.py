from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.gather import prepare
from tests.factory import report

BODY = (
    "Gunmen attacked a convoy near the town of Lorn on Sunday and killed four guards, police said."
)
MORE = (
    "The army sent more troops to the area on Monday, and the road to the north stays closed now."
)


def marks(text: str, **fields: object) -> list[tuple[str, str]]:
    made = prepare(report(text, **fields))
    return [(passage.kind, passage.span.of(made.content)) for passage in made.passages]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Also read: Why the army left Lorn", "teaser"),
        ("ALSO READ | Why the army left Lorn", "teaser"),
        ("Read more: Why the army left Lorn", "teaser"),
        ("Read also Why the army left Lorn", "teaser"),
        ("Must read: Five questions about Lorn", "teaser"),
        ("Recommended: Five questions about Lorn", "teaser"),
        ("Related:", "teaser"),
        ("See also - Five questions about Lorn", "teaser"),
        ("Watch: The convoy on the road", "teaser"),
        ("[Video: The convoy on the road]", "teaser"),
        ("Related stories", "teaser"),
        ("You may also like", "teaser"),
        ("Click here to read the full text", "teaser"),
        ("Photo: A soldier on the road to Lorn", "caption"),
        ("Image: A soldier on the road to Lorn", "caption"),
        ("(Photo by Jana Riva)", "caption"),
        ("File photo: a guard at the gate", "caption"),
        ("A guard at the gate of the town (File photo)", "caption"),
        ("Photo credit - Jana Riva", "caption"),
        ("Share", "furniture"),
        ("SHARE THIS ARTICLE", "furniture"),
        ("Follow us on our channel", "furniture"),
        ("Subscribe to our newsletter", "furniture"),
        ("Stay informed; sign up for our newsletter", "furniture"),
        ("Advertisement", "furniture"),
        ("Copyright 2024 Lorn Daily. All rights reserved.", "furniture"),
        ("© 2024 Lorn Daily", "furniture"),
        ("We use cookies to make this site better.", "furniture"),
        ("Leave a comment", "furniture"),
        ("Click here for more.", "teaser"),
        ("(With inputs from agencies)", "furniture"),
        ("Reporting by Jana Riva; Editing by Tomas Varga", "furniture"),
        ("By Jana Riva", "furniture"),
        ("Last updated: 9:30 p.m.", "furniture"),
        ("Tags: Lorn, convoy", "furniture"),
        ("Army Sends Troops to Lorn", "subhead"),
        ("‘We will soon be back in the town of Lorn’", "subhead"),
        ("A road closed", "subhead"),
        ("WHAT COMES NEXT", "subhead"),
    ],
)
def test_a_line_between_paragraphs_that_is_no_running_text(line: str, kind: str) -> None:
    assert marks(f"{BODY}\n{line}\n{MORE}") == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "The army denied it.",
        "The governor of the town has not commented on the attack of Sunday",
        "He told people to read more about the law before they came to the gate of the town.",
        "Photographs of the convoy were found in the house of a former guard on Monday.",
        "“We were attacked at dawn,” a guard said.",
        "Police shared pictures of the car.",
        "By Monday the army had taken the road.",
        "They attacked without prior warning.",
        "Two men watched: both fled.",
        "and killed four more guards",
        "- four guards were killed",
        "Background checks were made on all the guards.",
        "The end of the road is closed.",
        "A comment was refused.",
        "12 guards were killed",
    ],
)
def test_body_text_is_never_marked_away(line: str) -> None:
    assert marks(f"{BODY}\n{line}\n{MORE}") == []


def test_a_title_is_the_headline_and_its_repeat_too() -> None:
    title = "Convoy attacked near Lorn"
    assert marks(f"{title}\n{BODY}", title=title) == [("headline", title), ("headline", title)]


def test_a_first_line_over_a_blank_one_is_the_headline() -> None:
    line = "In first attack of the year, gunmen kill four guards"
    assert marks(f"{line}\n\n{BODY}") == [("headline", line)]


def test_the_headline_may_stand_under_a_byline() -> None:
    text = f"By Jana Riva\nConvoy attacked near Lorn\n\n{BODY}"
    assert marks(text) == [
        ("furniture", "By Jana Riva"),
        ("headline", "Convoy attacked near Lorn"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "Share",
        "Four guards were killed near Lorn",
        "Four guards were killed near Lorn\n\nThe road is closed now",
        f"{BODY}\n\n{MORE}",
        f"{BODY.upper()}\n\nTHREE MORE WERE HURT\n\n{MORE.upper()}",
        "LORN, 3 MAY -- FOUR GUARDS DIED\n\n" + BODY.upper(),
        f"Four guards were killed near Lorn\n{BODY}",
        f"Four guards were killed near Lorn.\n\n{BODY}",
        BODY,
    ],
)
def test_short_shouted_and_plain_texts_are_left_whole(text: str) -> None:
    assert marks(text) == []


def test_wrapped_text_has_no_subheads() -> None:
    text = (
        "Gunmen attacked a convoy near the town of Lorn on Sunday. Four\n"
        "Guards of the North were killed, police said, and three were hurt.\n"
        "Troops of the Lorn Brigade and the Guards of the Northern Road\n"
        "Army came to help them on Monday. The road to the north is shut."
    )
    assert marks(text) == []


def test_given_passages_and_language_are_trusted() -> None:
    first = prepare(report(f"{BODY}\nShare\n{MORE}"))
    assert prepare(first) == first
    assert prepare(report("Vier Wachen wurden getötet.", language="fr")).language == "fr"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (BODY.upper(), "en"),
        ("Vier Wachen wurden am Sonntag in der Nähe der Stadt getötet, sagte die Polizei.", "de"),
        ("Quatre gardes ont été tués dimanche près de la ville, a annoncé la police.", "fr"),
        ("12", None),
        ("", None),
    ],
)
def test_the_language_is_found_in_the_running_text(text: str, language: str | None) -> None:
    assert prepare(report(text, language=None)).language == language


@given(st.text(max_size=300))
def test_passages_are_in_order_and_within_the_text(text: str) -> None:
    made = prepare(report(text))
    ends = 0
    for passage in made.passages:
        assert ends <= passage.span.start < passage.span.end <= len(made.content)
        ends = passage.span.end
