// Elements of a page: made with their attributes, and announced to those who do not see them.
(() => {
  const made = (name, given = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(given)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...inside.flat().filter(part => part !== undefined && part !== null && part !== ""));
    return element;
  };

  // A picture that the rules have drawn: read as a document of its own, so that nothing in it runs.
  const picture = svg => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    return made("div", { class: "cims-picture cims-wide", tabindex: "0", role: "group", "aria-label": "The households as a picture" },
      document.importNode(root, true));
  };

  const saved = (text, name, type) => {
    const link = made("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  globalThis.cimscoreMade = { made, picture, saved };
})();
