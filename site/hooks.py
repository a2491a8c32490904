"""What is done to the built site last: what nobody reads is left out, so that it fits on a share and opens at once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from mkdocs.plugins import event_priority

INDEX: Final = 'location.protocol==="file:"?'
_TERMS: Final = r".split(/\s+/g).reduce("
_BEGUN: Final = r".map(r=>/(^[+-]|[~^]\d+$)/.test(r)?r:`${r}*`)"
_WHOLE: Final = r".map((r,n,o)=>/(^[+-]|[~^]\d+$)/.test(r)?r:o.length<4?`${r}^10 ${r}*`:`${r}*`)"
"""How search asks for each word: by its beginning, and in a short question ten times as gladly for the word itself."""
_LITTLE: Final = (
    "/^(?:an?|and|are|as|at|be|by|can|do|does|for|from|how|i|if|in|is|it|its|me|must|my|of|on|or|our|should|that|the|their"
    "|there|they|this|to|us|was|we|were|what|when|where|which|whom?|why|will|with|you|your)$/i"
)
"""Words that search leaves out of a question, unless it has no others: each would find all words that begin with it."""
_SPACES: Final = re.compile(r"\s*\n\s*")
_BETWEEN: Final = re.compile(r"(?<=>)\n(?=<)")
_BLOCKS: Final = re.compile(r"(?<=>)\n(?=</?(?:table|thead|tbody|tr|th|td|ul|ol|li|p|h[1-6]|details|summary)\b)")
_CLOSED_BY_THE_NEXT: Final = re.compile(r"</(?:li|td|th|tr|thead|tbody)>")
"""Closing tags that HTML lets one leave out: what comes next closes them."""
_ELLIPSIS: Final = re.compile(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', re.DOTALL)
_SECOND_LOGO: Final = re.compile(r'<a [^>]*class="md-nav__button md-logo".*?</a>', re.DOTALL)
"""The header's mark once more, in the drawer, where the name of the site stands beside it."""
_CONTENTS: Final = re.compile(r'<div class="md-sidebar md-sidebar--secondary".*?</nav></div></div></div>', re.DOTALL)
_AS_WRITTEN: Final = re.compile(r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)>)", re.DOTALL)
_SAID_ALREADY: Final = re.compile(
    r' xmlns="http://www\.w3\.org/2000/svg"'
    r'| data-search-exclude(?:="[^"]*")?(?=[^<]*>)'
    r'|<meta name="(?:generator|description)"[^>]*>\n'
    r'|"(?:annotate|tags|version)": null, |"clipboard\.[^"]*": "[^"]*", '
)
_TOOLS: Final = re.compile(
    r'<form class="md-header__option" data-md-component="palette">.*?(?=</nav></header>)', re.DOTALL
)
_PALETTE: Final = re.compile(r'<script src="[^"]*assets/palette\.js"></script>')
_LISTS: Final = {
    "tabs.js": re.compile(r'<nav class="md-tabs".*?</nav>', re.DOTALL),
    "drawer.js": re.compile(r'<nav class="md-nav md-nav--primary.*?</nav>', re.DOTALL),
}
"""The lists of sections, which are the same in every page that is in none of them."""
_PUT: Final = """\
{const own=document.currentScript,root=own.getAttribute("src").replace(/assets\\/.*/,"");
own.insertAdjacentHTML("beforebegin",%s.replaceAll('href="',`href="${root}`))}
"""
_SHARED: Final = {"scope.js": "__md_scope=", "palette.js": "var palette=", "tabbed.js": "var target=document"}
_SETTINGS: Final = '<script id="__config" type="application/json">'
_SET: Final = """\
const own=document.currentScript,put=document.createElement("script"),set=%s;
const base=own.getAttribute("src").replace(/\\/?assets\\/.*/,"")||".";
put.id="__config";put.type="application/json";put.textContent=JSON.stringify({...set,base,search:base+"/"+set.search});
own.before(put)
"""
_ROOT: Final = re.compile(r'new URL\("[./]*",location\)')
_scripts: dict[str, str] = {}
_UNREAD: Final = ("*.map", "assets/javascripts/lunr/**/*.js", "search/search_index.json", "generated-pages.txt")


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Return a page without blank lines and indents between its elements, and without marks that nobody needs."""
    parts = _AS_WRITTEN.split(output)
    kept = "".join(_script(part, page.url) if at % 2 else _SPACES.sub("\n", part) for at, part in enumerate(parts))
    before, opening, rest = _SAID_ALREADY.sub("", kept).partition("<article")
    article, closing, after = rest.partition("</article>")
    article = _CLOSED_BY_THE_NEXT.sub("", _BLOCKS.sub("", article))
    return f"{_lean(before, page)}{opening}{article}{closing}{_BETWEEN.sub('', after)}"


def _lean(before: str, page: Any) -> str:
    """Return what stands before the article without what only a theme of many languages and lists needs."""
    header, sidebar, lists = _BETWEEN.sub("", before).partition('<div class="md-sidebar')
    header = _TOOLS.sub(lambda found: _tools(found[0], page.url), header)
    header = _listed(header, "tabs.js", page.url)
    lists = _ELLIPSIS.sub(r"\1", _SECOND_LOGO.sub("", lists))
    lists = lists.replace('<span class="md-nav__icon md-icon"></span></a>', "</a>")
    if "toc" in page.meta.get("hide", ()):
        lists = _CONTENTS.sub("", lists)
    return f"{header}{sidebar}{_listed(lists, 'drawer.js', page.url)}"


def _listed(html: str, name: str, url: str) -> str:
    """Return a list of sections in which this page is not as a script that all such pages share."""
    found, root = _LISTS[name].search(html), "../" * url.count("/")
    if found is None or "--active" in found[0]:
        return html
    _scripts[name] = _PUT % json.dumps(found[0].replace(f'href="{root}', 'href="'))
    return f'{html[: found.start()]}<script src="{root}assets/{name}"></script>{html[found.end() :]}'


def _tools(html: str, url: str) -> str:
    """Return the switch of colours and the search, which work by script alone, as one script that all pages share."""
    put = json.dumps(_PALETTE.sub("", html))
    _scripts["header.js"] = f"document.currentScript.insertAdjacentHTML('beforebegin',{put});{_scripts['palette.js']}"
    return f'<script src="{"../" * url.count("/")}assets/header.js"></script>'


def _script(part: str, url: str) -> str:
    """Return a script that is in every page as a file that all of them share; anything else as it is."""
    root = "../" * url.count("/")
    if part.startswith(_SETTINGS):
        _scripts["settings.js"] = _settings(part.removeprefix(_SETTINGS).removesuffix("</script>"))
        return f'<script src="{root}assets/settings.js"></script>'
    for name, begins in _SHARED.items():
        if part.startswith(f"<script>{begins}"):
            text = _ROOT.sub("new URL('..',document.currentScript.src)", part.removeprefix("<script>"))
            _scripts[name] = text.removesuffix("</script>")
            return f'<script src="{root}assets/{name}"></script>'
    return part


def _settings(text: str) -> str:
    """Return the settings of the theme as a script: from page to page only the way to the root differs."""
    settings = json.loads(text)
    del settings["base"]
    settings["search"] = settings["search"][settings["search"].index("assets/") :]
    return f"{{{_SET % json.dumps(settings)}}}"


@event_priority(-200)  # after the index is written as a script
def on_post_build(config: Any, **_: Any) -> None:
    """Leave out maps, languages that no page is in, and the second copy of the search index.

    The theme reads the index as a script from a file share, and as JSON from a server. Read as a script on both it
    needs to be there once.

    Raises:
        RuntimeError: The theme looks for its index, or reads a question, in another way than it did.
    """
    site = Path(config["site_dir"])
    (bundle,) = site.glob("assets/javascripts/bundle.*.min.js")
    text = bundle.read_text(encoding="utf-8")
    if text.count(f"{INDEX}") < 1 or "search/search_index.js" not in text:
        raise RuntimeError(f"{bundle.name}: no {INDEX} in it: see how this version of the theme reads search_index")
    at = text.rindex(INDEX, 0, text.index("search/search_index.js"))
    bundle.write_text(f"{text[:at]}!0?{text[at + len(INDEX) :]}", encoding="utf-8")
    _by_telling_words(site)
    for name, script in _scripts.items():
        (site / "assets" / name).write_text(script, encoding="utf-8")
    for pattern in _UNREAD:
        for file in [*site.glob(pattern), *(site.rglob(pattern) if pattern.startswith("*") else ())]:
            file.unlink(missing_ok=True)


def _by_telling_words(site: Path) -> None:
    """Have search look for the telling words of a question alone, a whole word before what only begins with it."""
    (worker,) = site.glob("assets/javascripts/workers/search.*.min.js")
    text = worker.read_text(encoding="utf-8")
    for part in (_TERMS, _BEGUN):
        if text.count(part) != 1:
            raise RuntimeError(f"{worker.name}: no {part} in it: see how this version of the theme reads a question")
    kept = f".split(/\\s+/g).filter((r,n,o)=>!{_LITTLE}.test(r)||o.every(i=>{_LITTLE}.test(i))).reduce("
    worker.write_text(text.replace(_TERMS, kept).replace(_BEGUN, _WHOLE), encoding="utf-8")
