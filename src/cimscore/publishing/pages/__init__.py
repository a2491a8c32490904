"""The pages of the site as plain Markdown, made from the same objects that the engine runs."""

from cimscore.publishing.pages.book import Book
from cimscore.publishing.pages.folder import OccupiedError, stale_pages, write_pages
from cimscore.publishing.pages.markdown import Page
from cimscore.publishing.pages.shown import ShownExample, shown_of
from cimscore.publishing.pages.site import site_pages

__all__ = ["Book", "OccupiedError", "Page", "ShownExample", "shown_of", "site_pages", "stale_pages", "write_pages"]
