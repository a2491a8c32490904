// A table too wide for its place scrolls within it: let the keyboard scroll it too.
// On a narrow screen the style sets its rows one under another: let each cell say of which column it is.
(() => {
  const name = table => {
    const heads = [...table.querySelectorAll("thead th")].map(head => head.textContent.trim());
    if (heads.length < 3 || table.dataset.columns) return;
    table.dataset.columns = heads.length;
    for (const row of table.tBodies[0]?.rows ?? []) [...row.cells].forEach((cell, place) => { cell.dataset.column = heads[place] ?? ""; });
  };
  const mark = wrap => {
    const wide = wrap.scrollWidth > wrap.clientWidth;
    wide ? wrap.setAttribute("tabindex", "0") : wrap.removeAttribute("tabindex");
    wide ? wrap.setAttribute("role", "group") : wrap.removeAttribute("role");
    wide ? wrap.setAttribute("aria-label", "Table, scrolls sideways") : wrap.removeAttribute("aria-label");
  };
  const markAll = () => {
    document.querySelectorAll(".md-typeset table:not([class])").forEach(name);
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(mark);
  };
  addEventListener("load", markAll);
  addEventListener("resize", markAll);
  new MutationObserver(markAll).observe(document.body, { childList: true, subtree: true });
})();
