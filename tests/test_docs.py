"""What the documents name is there, and no document has grown too long."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("docs", "examples", "benchmarks")
PAGES = sorted(
    [*ROOT.glob("*.md"), *(page for each in FOLDERS for page in (ROOT / each).rglob("*.md"))]
)
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
HISTORY = ("CHANGELOG.md", "RESULTS.md")  # what they name may be gone since
LONGEST = 500  # lines


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [each for each in PAGES if each.name not in HISTORY], ids=named)
def test_files_that_are_named_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    paths = re.findall(r"`((?:rashomon|benchmarks|tests|docs|examples)/[\w/.*-]+)", text)
    assert [path for path in paths if not list(ROOT.glob(path.rstrip("/.")))] == []


@pytest.mark.parametrize("page", [each for each in PAGES if each.name not in HISTORY], ids=named)
def test_a_document_can_be_read_in_one_go(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("page", DECISIONS, ids=named)
def test_a_decision_is_short_and_says_what_it_is(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert re.match(r"---\nstatus: \w+\ndate: \d{4}-\d\d-\d\d\ndescription: .+\n---\n# ", text)
