"""Paper on which a page is written: Markdown, links, and where each page stands."""
