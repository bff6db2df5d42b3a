import csv
import io
from dataclasses import replace

import pytest

from rashomon.lexicon import KINDS
from rashomon.tell.countries import named_countries
from rashomon.tell.exports.acled import COLUMNS, events_csv
from rashomon.values import Dossier, EventPlace, Role, Side
from tests.tell.made import dossier, empty, hostile
from tests.tell.pinned import pinned

MALI = EventPlace(name="Orla", country="ML", precision=1)
CROWD = "Violent demonstration"
TARGETED = "Civilians targeted"


def rows(made: Dossier) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(events_csv(made))))


def bare(kind: str, *sides: tuple[str, Role], **fields: object) -> Dossier:
    """Make an event of a kind and sides of which no claim tells more."""
    told: dict[str, object] = {
        "kind": kind,
        "sides": tuple(Side(name, role) for name, role in sides),
        "claims": (),
        "accounts": (),
        "place": MALI,
        **fields,
    }
    return replace(dossier(), events=(replace(dossier().events[0], **told),))  # type: ignore[arg-type]


def test_csv_is_the_one_pinned() -> None:
    assert events_csv(dossier()) == pinned("acled.csv", events_csv(dossier()))


def test_columns() -> None:
    assert len(COLUMNS) == 31
    (row,) = rows(dossier())
    assert list(row) == list(COLUMNS)
    assert events_csv(empty()) == f"{','.join(COLUMNS)}\n"


@pytest.mark.parametrize("kind", KINDS)
def test_types_of_every_kind(kind: str) -> None:
    known = KINDS[kind]
    told = rows(bare(kind))
    if known.event_type == "Other news":
        assert told == []
        return
    specified = known.event_type != "Unspecified"
    types = (known.event_type, known.name) if specified else ("", "")
    (row,) = told
    assert (row["event_type"], row["sub_event_type"]) == types
    assert row["disorder_type"] == known.disorder_type


@pytest.mark.parametrize(
    ("kind", "sides", "actors", "interaction"),
    [
        (
            "Armed clash",
            (("the army", "actor"), ("rebels", "target")),
            ("the army", "State forces", "rebels", "Rebel group"),
            "State forces-Rebel group",
        ),
        (
            "Armed clash",
            (("rebels", "actor"), ("the army", "actor")),
            ("rebels", "Rebel group", "the army", "State forces"),
            "State forces-Rebel group",
        ),
        (
            "Armed clash",
            (("residents", "actor"), ("North Front", "target")),
            ("residents", "", "North Front", ""),
            "",
        ),
        (
            "Attack",
            (("gunmen", "actor"), ("villagers", "target")),
            ("gunmen", "Political militia", "Civilians (Mali)", "Civilians"),
            "Political militia-Civilians",
        ),
        (
            "Remote explosive/landmine/IED",
            (("passengers", "victim"),),
            (
                "Unidentified Armed Group (Mali)",
                "Political militia",
                "Civilians (Mali)",
                "Civilians",
            ),
            "Political militia-Civilians",
        ),
        (
            "Air/drone strike",
            (("France's air force", "actor"), ("residents", "target")),
            (
                "France's air force",
                "External/Other forces",
                "Civilians (Mali)",
                "Civilians",
            ),
            "External/Other forces-Civilians",
        ),
        (
            "Excessive force against protesters",
            (("police", "actor"), ("protesters", "target")),
            ("Protesters (Mali)", "Protesters", "police", "State forces"),
            "State forces-Protesters",
        ),
        (
            "Peaceful protest",
            (("demonstrators", "actor"), ("the government", "target")),
            ("Protesters (Mali)", "Protesters", "", ""),
            "Protesters only",
        ),
        (
            CROWD,
            (("miners", "actor"), ("police", "target")),
            ("Rioters (Mali)", "Rioters", "police", "State forces"),
            "State forces-Rioters",
        ),
        (
            "Arrests",
            (("police", "actor"),),
            ("police", "State forces", "", ""),
            "State forces only",
        ),
        ("Other", (), ("", "", "", ""), ""),
    ],
)
def test_actors(
    kind: str,
    sides: tuple[tuple[str, Role], ...],
    actors: tuple[str, str, str, str],
    interaction: str,
) -> None:
    (row,) = rows(bare(kind, *sides))
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == actors
    assert row["interaction"] == interaction


def test_groups_among_a_crowd_are_its_associates() -> None:
    (row,) = rows(bare(CROWD, ("miners", "actor"), ("students", "actor")))
    assert row["assoc_actor_1"] == "miners;students"


@pytest.mark.parametrize(
    ("kind", "sides", "targeted"),
    [
        ("Attack", (), TARGETED),
        ("Armed clash", (("rebels", "actor"), ("villagers", "target")), ""),
        ("Grenade", (("villagers", "target"),), TARGETED),
        ("Grenade", (("villagers", "target"), ("police", "target")), ""),
        ("Mob violence", (("villagers", "victim"),), TARGETED),
        ("Excessive force against protesters", (), TARGETED),
        ("Protest with intervention", (), ""),
    ],
)
def test_civilian_targeting(kind: str, sides: tuple[tuple[str, Role], ...], targeted: str) -> None:
    (row,) = rows(bare(kind, *sides))
    assert row["civilian_targeting"] == targeted


@pytest.mark.parametrize(
    ("end", "day", "code"),
    [
        ("2023-03-14", "2023-03-14", "1"),
        ("2023-03-20", "2023-03-17", "2"),
        ("2023-04-13", "2023-03-29", "3"),
        ("2023-04-14", "", ""),
        ("2023-12-31", "", ""),
    ],
)
def test_the_middle_of_what_is_known_is_coded(end: str, day: str, code: str) -> None:
    (row,) = rows(bare("Attack", end=end))
    assert (row["event_date"], row["time_precision"], row["year"]) == (day, code, "2023")


@pytest.mark.parametrize(
    ("precision", "code"), [(1, "1"), (2, "2"), (3, "2"), (4, "3"), (5, "3"), (6, ""), (7, "")]
)
def test_geo_precision(precision: int, code: str) -> None:
    (row,) = rows(bare("Attack", place=replace(MALI, precision=precision)))
    assert row["geo_precision"] == code


def test_the_dead_are_counted_by_the_lowest_rule() -> None:
    (row,) = rows(dossier())
    assert row["fatalities"] == "22"  # 20 raiders by the residents, not 90; and 2 villagers
    (none,) = rows(bare("Armed clash"))
    assert none["fatalities"] == "0"


def test_copies_are_no_sources() -> None:
    (row,) = rows(dossier())
    assert row["source"] == "Hill Post;Plains Radio"


def test_a_place_has_the_codes_of_its_country() -> None:
    (row,) = rows(bare("Attack"))
    assert (row["iso"], row["country"], row["region"]) == ("466", "Mali", "Western Africa")
    assert row["event_id_cnty"].startswith("MLI")
    assert row["event_id_cnty"][3:].isdigit()


def test_the_event_can_be_found_again() -> None:
    (row,) = rows(dossier())
    assert row["tags"] == f"rashomon={dossier().events[0].id}"


def test_no_text_cell_starts_a_formula() -> None:
    (row,) = rows(hostile())
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row.values())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mali's army", ["ML"]),
        ("forces of Niger and Nigeria", ["NE", "NG"]),
        ("Malians", []),
        ("South Sudan", ["SS"]),
    ],
)
def test_named_countries(text: str, codes: list[str]) -> None:
    assert [country.iso for country in named_countries(text)] == codes


@pytest.mark.parametrize(
    ("publishers", "expected"),
    [
        (["Reuters", "Agence  France-Presse", "AP"], "International"),
        (["Telegram", "BBC News", "Reuters"], "International-New media"),
        (["Reuters", "Hill Post", "AP"], ""),
        ([None, None, None], ""),
    ],
)
def test_the_scale_of_sources_is_told_where_everybody_knows_it(
    publishers: list[str | None], expected: str
) -> None:
    made = dossier()
    reports = tuple(
        replace(report, publisher=name)
        for report, name in zip(made.reports, publishers, strict=True)
    )
    (row,) = rows(replace(made, reports=reports))
    assert row["source_scale"] == expected
