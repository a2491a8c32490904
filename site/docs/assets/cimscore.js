// A table too wide for its place scrolls within it: let the keyboard scroll it too.
(() => {
  const mark = wrap => {
    const wide = wrap.scrollWidth > wrap.clientWidth;
    wide ? wrap.setAttribute("tabindex", "0") : wrap.removeAttribute("tabindex");
    wide ? wrap.setAttribute("role", "group") : wrap.removeAttribute("role");
    wide ? wrap.setAttribute("aria-label", "Table, scrolls sideways") : wrap.removeAttribute("aria-label");
  };
  const markAll = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach(mark);
  addEventListener("load", markAll);
  addEventListener("resize", markAll);
  new MutationObserver(markAll).observe(document.body, { childList: true, subtree: true });
})();
