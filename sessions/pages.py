"""The site: built, read in a browser, pictured."""

from __future__ import annotations

import json
import os
import shutil
from itertools import product

import nox

from sessions.shared import ROOT, install, recorded

SITE = ROOT / "build" / "site"
DECIDING = ("tests/cases", "tests/queensland", "tests/victoria", "tests/test_several_programs.py")
PICTURED = (
    "index.html", "flows/qld-child-safety.html", "clauses/qld/approve/5-day.html",
    "rules/qld-child-safety/subject.html", "examples/qld-child-safety/half-sister-not-decided-about.html",
    "outcomes/qld-child-safety/records-notification.html", "unclear/qld-child-safety/hundred-days.html",
    "sign-off/qld/approve-a-notification.html", "coverage/qld-child-safety.html",
)  # fmt: skip


@nox.session(default=False)
def site(session: nox.Session) -> None:
    """Build the site, with the last result of every test; `-- --sources DIR --sign-offs DIR` for a department's own."""
    install(session, "site", "test")
    _assemble(session, *session.posargs)
    _build_site(session)


@nox.session(name="site-browser", default=False)
def site_browser(session: nox.Session) -> None:
    """Build the site and read it in a real browser: nothing fetched, found by search, accessible, no dead link."""
    install(session, "site", "test")
    session.run("npm", "ci", external=True)
    _assemble(session)
    _build_site(session)
    session.run("pytest", "tests/site", *session.posargs, env={"CIMSCORE_SITE": str(SITE)})


@nox.session(name="try-it-times", default=False)
def try_it_times(session: nox.Session) -> None:
    """Measure the pages to try a case, part by part, and write the table of their guide; after `nox -s site`."""
    install(session)
    session.run("npm", "ci", external=True)
    browser = {"CIMSCORE_CHROMIUM": os.environ.get("CIMSCORE_CHROMIUM") or _chromium(session)}
    session.run("python", "benchmarks/try_it.py", str(SITE), env=browser)


@nox.session(name="site-pictures", default=False)
def site_pictures(session: nox.Session) -> None:
    """Take pictures of the built site for people to look at: nine kinds of page, light and dark, wide and narrow."""
    if not (SITE / "index.html").is_file():
        session.error(f"no site in {SITE}: build it first with `nox -s site`")
    folder = ROOT / "build" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    session.run("npm", "ci", external=True)
    browser = {"CIMSCORE_CHROMIUM": os.environ.get("CIMSCORE_CHROMIUM") or _chromium(session)}
    for scheme, width in product(("light", "dark"), (1280, 320)):
        told = json.dumps({"pages": PICTURED, "scheme": scheme, "width": width, "most": 2700, "folder": str(folder)})
        session.run("node", "tests/site/browser.mjs", str(SITE), "shoot", told, env=browser, external=True)
    session.log(f"pictures of {len(PICTURED)} pages in {folder}")


def _chromium(session: nox.Session) -> str:
    """Return the browser that is installed; the session ends where none is."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        session.error("install Chromium (Debian: apt-get install chromium), or name it in $CIMSCORE_CHROMIUM")
    return found


@nox.session(name="site-zensical", default=False)
def site_zensical(session: nox.Session) -> None:
    """Build the same pages with Zensical, which is to follow MkDocs; what fails is told and stops nobody."""
    install(session, "site", "test")
    session.install("zensical")
    _assemble(session)
    config, build = ROOT / "site" / "mkdocs.yml", ROOT / "build"
    shutil.copytree(ROOT / "site" / "overrides", build / "overrides", dirs_exist_ok=True)
    shutil.copy(ROOT / "site" / "hooks.py", build / "hooks.py")
    (build / "mkdocs.yml").write_text(config.read_text(encoding="utf-8").replace("../build/", ""), encoding="utf-8")
    session.run("zensical", "build", "--clean", "-f", str(build / "mkdocs.yml"), success_codes=range(256))
    pages = len(list(SITE.rglob("*.html")))
    session.log(f"{pages} pages built with Zensical in {SITE}") if pages else session.warn("Zensical built no page")


def _assemble(session: nox.Session, *more: str) -> None:
    """Put hand-written and generated pages into one folder, which is never committed."""
    own, pages = recorded(session), ROOT / "build" / "site-docs"
    others = recorded(session, ROOT / "build" / "more-tests.json", DECIDING)
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(ROOT / "site" / "docs", pages)
    tests = ("--tests", str(own), "--more-tests", str(others))
    session.run("cimscore", "site", "generate", "--out", str(pages), *tests, *_to_try(session), *more)


def _to_try(session: nox.Session) -> tuple[str, ...]:
    """Return the option for pages on which a case can be tried, where `npm ci` has brought what they need."""
    engine = ROOT / "node_modules" / "pyodide"
    if (engine / "package.json").is_file():
        return ("--try-it", str(engine))
    session.log("without the pages to try a case: `npm ci` brings what they need")
    return ()


def _build_site(session: nox.Session) -> None:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1735689600"}
    session.run("mkdocs", "build", "--strict", "--clean", "-f", "site/mkdocs.yml", env=quiet)
    (SITE / "404.html").unlink()  # A folder has no address for it, and its links would lead out of the folder.
