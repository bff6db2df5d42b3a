"""The tutorial runs from top to bottom, is stored without output, and writes nothing beside it."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
TUTORIAL = DOCS / "tutorial.ipynb"


def test_the_tutorial_is_stored_without_output() -> None:
    import nbformat  # noqa: PLC0415  only this file needs it

    notebook = nbformat.read(TUTORIAL, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) > 5
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


@pytest.mark.slow
def test_the_tutorial_runs() -> None:
    before = {path.name for path in DOCS.iterdir()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the kernel's own packages
        import nbformat  # noqa: PLC0415
        from nbclient import NotebookClient  # noqa: PLC0415

        notebook = nbformat.read(TUTORIAL, as_version=4)
        resources = {"metadata": {"path": str(DOCS)}}
        NotebookClient(notebook, timeout=600, resources=resources).execute()
    shown = [
        output["data"]["text/html"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "text/html" in output.get("data", {})
    ]
    assert any("<mark" in html for html in shown)
    assert any("Compared with" in html for html in shown)
    assert {path.name for path in DOCS.iterdir()} == before
