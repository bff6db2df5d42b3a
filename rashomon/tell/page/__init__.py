"""The report page: one HTML file that needs nothing from outside and runs no script."""

from rashomon.tell.page.render import render_page

__all__ = ["render_page"]
