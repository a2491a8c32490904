"""The pages of the site as plain Markdown, made from the same objects that the engine runs."""

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.book.shown import ShownExample, shown_of
from cimscore.publishing.pages.paper.folder import OccupiedError, stale_pages, write_pages
from cimscore.publishing.pages.paper.markdown import Page
from cimscore.publishing.pages.site import site_pages

__all__ = ["Book", "OccupiedError", "Page", "ShownExample", "shown_of", "site_pages", "stale_pages", "write_pages"]
