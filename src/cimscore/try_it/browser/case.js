// A case on this page: where it starts, what it says, and what follows, decided anew as it changes.
// Nothing of it is sent, and nothing is stored. The notifier is in its own field, and goes nowhere from there.
(() => {
  const { made, saved, Answer, Form, ReportDesk, ReportForm, TextField } = globalThis.cimscoreMade;
  const AT = {
    type: "string", title: "Looked at from",
    description: "Says which clocks are running or overdue: now, a day (2025-03-03), or a time (2025-03-03T10:15+10:00). Empty compares with no day.",
  };
  const PAUSE = 250; // milliseconds without a key before a case is decided
  const SEVERAL = "The form of a report holds one incident, and this file lists concerns: open it on the page for a case of your own.";
  const NOT_HERE = "Try again, or decide the case elsewhere: cimscore assess takes the same document.";

  class CasePage {
    constructor(host) {
      this.host = host;
      this.program = host.dataset.program;
      this.given = globalThis.cimscoreForms[this.program];
      this.engine = new globalThis.CimscoreEngine();
      this.site = host.dataset.site;
      const report = this.given.forms.find(({ id }) => id === host.dataset.form);
      this.form = report ? new ReportForm(report, this.program, this.#notifier(), () => this.changed()) : new Form(this.given.schema, () => this.changed());
      this.desk = report && new ReportDesk(this);
      this.at = new TextField("looked_at", AT, undefined, this);
      this.at.control.setAttribute("list", "try-it-moments");
      this.answer = new Answer(host.dataset.site, field => this.form.show(field), (address, said) => this.reply(address, said));
      this.button = made("button", { type: "button", class: "md-button md-button--primary", onclick: () => this.begin() },
        `Load the rules (${host.dataset.size} MB, from where this page is)`);
      this.host.replaceChildren(made("p", {}, this.button), this.answer.element);
      // A link to a clause leads away, and nothing of the case is stored: the browser asks first.
      addEventListener("beforeunload", event => { if (this.unsaved) event.preventDefault(); });
      this.answer.say("");
    }

    async begin() {
      this.button.disabled = true;
      try {
        const began = performance.now();
        const steps = await this.engine.begin(words => this.answer.say(words));
        this.host.dataset.loaded = Math.round(performance.now() - began);
        this.host.dataset.steps = JSON.stringify(steps);
      } catch (error) {
        Object.assign(this.button, { disabled: false, textContent: "Try again" }).focus();
        return this.answer.say(`The rules cannot be loaded. ${error.message} ${NOT_HERE}`);
      }
      this.host.replaceChildren(this.desk?.element ?? "", made("div", { class: "try-it-beside" }, this.#input(), this.answer.element));
      this.start(location.hash.slice(1));
      this.from.focus();
    }

    #notifier() {
      this.notifier = made("textarea", { id: "try-it-notifier", rows: 2, autocomplete: "off", "aria-describedby": `try-it-notifier-about${this.host.dataset.form ? " try-it-notifier-owes" : ""}`, oninput: () => this.name() });
      return made("div", { class: "try-it-field" }, made("label", { for: "try-it-notifier" }, "Notifier"), this.notifier,
        made("small", { id: "try-it-notifier-about" }, "It stays in this field: nothing is decided by it, and it is not in what you copy or save",
          this.host.dataset.form ? ", but for the notifier field of the file for a register." : "."));
    }

    // A worked example may tell of several concerns: the form of a report begins empty, or from a file.
    #input() {
      this.from = made("select", { id: "try-it-from", onchange: () => this.start(this.from.value) },
        made("option", { value: "" }, this.desk ? "An empty report" : "An empty case"),
        this.desk ? "" : this.given.examples.map(({ id, title }) => made("option", { value: id }, title)));
      const file = made("input", { id: "try-it-file", type: "file", accept: ".yaml,.yml,.json", onchange: () => this.open(file) });
      const notifier = this.notifier?.parentElement ?? this.#notifier();
      return made("section", { class: "try-it-case", "aria-label": this.desk ? "The report" : "The case" },
        made("div", { class: "try-it-field" }, made("label", { for: "try-it-from" }, "Start from"), this.from),
        made("div", { class: "try-it-field" }, made("label", { for: "try-it-file" }, "Or from a file of yours"), file),
        this.at.element, made("datalist", { id: "try-it-moments" }, made("option", { value: "now" })),
        this.form.element,
        this.form.hasNotifier ? "" : made("details", { class: "try-it-section" }, made("summary", {}, "Notifier"), notifier),
        this.#document());
    }

    // That a notifier is named may be what a report owes.
    name() {
      this.unsaved = true;
      if (this.desk) this.run(() => this.desk.show());
    }

    #document() {
      this.text = made("textarea", { id: "try-it-text", rows: 16, spellcheck: "false" });
      const press = (words, does) => made("button", { type: "button", class: "md-button", onclick: does }, words);
      return made("details", { class: "try-it-section" }, made("summary", {}, "The case as a document"),
        made("div", { class: "try-it-field" }, made("label", { for: "try-it-text" }, "The case as YAML, without the notifier"), this.text),
        made("p", { class: "try-it-buttons" },
          press("Use this text", () => this.take(this.text.value, "case.yaml")),
          press("Copy as YAML", () => this.copy("yaml")), press("Copy as JSON", () => this.copy("json")),
          press("Save as YAML", () => this.save("yaml")), press("Save as JSON", () => this.save("json"))));
    }

    get empty() { return this.form.shape?.begun ?? { cimscore: 1, id: "a-case", programs: [this.program] }; }

    start(id) {
      const example = !this.desk && this.given.examples.find(found => found.id === id);
      this.from.value = example ? id : "";
      this.notifier.value = "";
      this.fill(example?.document ?? this.empty);
      this.unsaved = false;
    }

    async open(file) {
      const [chosen] = file.files;
      if (chosen) await this.take(await chosen.text(), chosen.name);
      file.value = "";
    }

    take(text, name) {
      return this.run(async () => {
        const { problems, document, notifier } = await this.engine.call("opened", text, name);
        if (problems) return this.answer.show({ problems }, []);
        if (this.desk && document.concerns) return this.answer.say(SEVERAL);
        if (notifier) this.notifier.value = typeof notifier === "string" ? notifier : JSON.stringify(notifier);
        this.fill(document);
      });
    }

    reply(address, said) {
      return this.run(async () => {
        const { refused, document } = await this.engine.call("answered", this.form.document, address, said);
        if (refused) this.answer.say(refused);
        else {
          this.fill(document);
          this.unsaved = true;
        }
        this.answer.state.focus();
      });
    }

    // Work that needs the rules. Where they stop, it can be done again: the form keeps what is written.
    async run(work, stopped = () => {}) {
      this.host.dataset.busy = "true";
      try {
        await work();
      } catch (error) {
        this.answer.stopped(`The rules have stopped. ${error.message} What you have written is still here, and can be saved.`, () => this.run(work, stopped));
        stopped();
      }
      if (!this.deciding) delete this.host.dataset.busy;
    }

    // What is copied or saved is what is written: a decision that is on its way is waited for.
    async current(kind) {
      while (this.host.dataset.busy) await new Promise(later => setTimeout(later, 50));
      return this.told[kind];
    }

    async save(kind) {
      saved(await this.current(kind), `case.${kind}`, `application/${kind}`);
      this.unsaved = false;
    }

    async copy(kind) {
      const text = made("textarea", {}, await this.current(kind));
      document.body.append(text);
      text.select();
      document.execCommand("copy"); // what newer ways ask for, a file share does not give
      text.remove();
      this.unsaved = false;
      this.answer.add(`Copied as ${kind.toUpperCase()}, without the notifier.`);
    }

    // Without the rules, YAML is written as JSON, which is YAML too.
    keep() {
      const { notifier, ...document } = this.form.document, text = `${JSON.stringify(document, null, 2)}\n`;
      this.told = { yaml: text, json: text };
      this.text.value = text;
    }

    fill(document) {
      this.form.fill(document, this.site);
      this.decide();
    }

    // Each problem at its field; and the fields.
    tell(problems) {
      const ofMoment = problems.filter(({ where }) => where === this.at.key);
      this.at.tell(ofMoment.map(({ hint }) => hint).join(" "));
      return this.form.tell(problems).map((field, number) => ofMoment.includes(problems[number]) ? this.at : field);
    }

    changed() {
      this.unsaved = true;
      this.host.dataset.busy = "true";
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.decide(), PAUSE);
    }

    // One decision at a time: what changed meanwhile is decided next.
    async decide() {
      if (this.deciding) { this.again = true; return; }
      this.deciding = true;
      do {
        this.again = false;
        await this.run(() => this.follow(), () => this.keep());
      } while (this.again);
      this.deciding = false;
      delete this.host.dataset.busy;
      this.host.dataset.decided = Number(this.host.dataset.decided ?? 0) + 1;
    }

    async follow() {
      const began = performance.now();
      this.told = await this.engine.call("decided", this.form.document, this.at.value() ?? "");
      this.host.dataset.took = Math.round(performance.now() - began);
      this.text.value = this.told.yaml;
      this.answer.show(this.told, this.tell(this.told.problems ?? []));
      await this.desk?.show();
    }
  }

  for (const host of document.querySelectorAll(".try-it")) new CasePage(host);
})();
