// A case on this page: where it starts, what it says, and what follows, decided anew as it changes.
(() => {
  const { made, saved, Answer } = globalThis.cimscoreMade;
  const PAUSE = 300; // milliseconds without a key before a case is decided

  class CasePage {
    constructor(host) {
      this.host = host;
      this.program = host.dataset.program;
      this.form = globalThis.cimscoreForms[this.program];
      this.engine = new globalThis.CimscoreEngine();
      this.answer = new Answer(host.dataset.site);
      this.text = made("textarea", { id: "try-it-text", rows: "24", spellcheck: "false", oninput: () => this.changed() });
      this.button = made("button", { type: "button", class: "md-button md-button--primary", onclick: () => this.begin() },
        `Load the rules (${host.dataset.size} MB, from where this page is)`);
      this.host.replaceChildren(made("p", {}, this.button), this.answer.element);
      this.answer.say("");
    }

    async begin() {
      this.button.disabled = true;
      this.answer.say("Loading the rules …");
      try {
        await this.engine.begin((read, whole) => this.answer.say(`Loading the rules: ${Math.round(100 * read / whole)} % read …`));
      } catch (error) {
        this.button.disabled = false;
        return this.answer.say(`The rules cannot be loaded: ${error.message}`);
      }
      this.host.replaceChildren(made("div", { class: "try-it-beside" }, this.#input(), this.answer.element));
      await this.start(location.hash.slice(1));
    }

    #input() {
      const { examples } = this.form;
      this.from = made("select", { id: "try-it-from", onchange: () => this.start(this.from.value) },
        made("option", { value: "" }, "An empty case"), examples.map(({ id, title }) => made("option", { value: id }, title)));
      const file = made("input", { id: "try-it-file", type: "file", accept: ".yaml,.yml,.json", onchange: () => this.open(file.files[0]) });
      const save = (kind, type) => made("button", { type: "button", class: "md-button", onclick: () => saved(this.told[kind], `case.${kind}`, type) },
        `Save as ${kind.toUpperCase()}`);
      return made("section", { class: "try-it-case", "aria-label": "The case" },
        made("p", {}, made("label", { for: "try-it-from" }, "Start from "), this.from),
        made("p", {}, made("label", { for: "try-it-file" }, "or from a file "), file),
        made("p", {}, made("label", { for: "try-it-text" }, "The case as a document"), this.text),
        made("p", {}, save("yaml", "application/yaml"), " ", save("json", "application/json")));
    }

    async start(id) {
      const example = this.form.examples.find(found => found.id === id);
      this.from.value = example ? id : "";
      const document = example?.document ?? { cimscore: 1, id: "case", programs: [this.program] };
      this.text.value = (await this.engine.call("decided", document)).yaml;
      await this.decide();
    }

    async open(file) {
      if (!file) return;
      this.text.value = await file.text();
      await this.decide();
    }

    changed() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.decide(), PAUSE);
    }

    async decide() {
      const began = performance.now();
      const opened = await this.engine.call("opened", this.text.value, "case.yaml");
      if (opened.problems) return this.answer.show(opened);
      this.told = await this.engine.call("decided", opened.document);
      this.host.dataset.took = Math.round(performance.now() - began);
      this.answer.show(this.told);
    }
  }

  for (const host of document.querySelectorAll(".try-it")) new CasePage(host);
})();
