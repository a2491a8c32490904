// The form of a report about one incident, in the order of its page: each field with its clauses, what is owed as one
// types, and the report as a document. What it holds is the document of the report; what it has no field for stays in it.
(() => {
  const { made, fieldOf, line, say, saved } = globalThis.cimscoreMade;
  const FILE = "report.yaml";

  // The parts of a text, each under the heading before it: a line of its own with a colon.
  const parted = (text, headings) => {
    const found = new Map([["", []]]);
    let under = "";
    for (const words of String(text ?? "").split("\n")) {
      const heading = words.endsWith(":") ? words.slice(0, -1) : "";
      if (headings.includes(heading)) found.set(under = heading, found.get(heading) ?? []); else found.get(under).push(words);
    }
    return new Map([...found].map(([heading, lines]) => [heading, lines.join("\n").trim()]));
  };
  const joined = (parts, headings) => ["", ...headings].filter(heading => parts.get(heading))
    .map(heading => heading ? `${heading}:\n${parts.get(heading)}` : parts.get(heading)).join("\n\n");

  const same = (step, entry) => entry?.question === step.question && entry?.move === step.move;
  const isHeld = value => typeof value === "object" && value !== null;

  // What a document says at a path: of keys, of an entry that is known by what it says, or of a heading in a text.
  const said = (document, path, headings) => path.reduce((held, step) => held === undefined ? undefined
    : step.heading ? parted(held, headings).get(step.heading)
    : isHeld(step) ? (Array.isArray(held) ? held.find(entry => same(step, entry)) : undefined)
    : isHeld(held) ? held[step] : undefined, document);

  function put(holder, [step, ...rest], value, headings) {
    if (!rest.length) {
      if (value === undefined) delete holder[step]; else holder[step] = value;
      return;
    }
    const held = changed(holder[step], rest, value, headings);
    if (held === undefined) delete holder[step]; else holder[step] = held;
  }

  function changed(held, [step, ...rest], value, headings) {
    if (step.heading) return joined(parted(held, headings).set(step.heading, value ?? ""), headings) || undefined;
    if (isHeld(step)) return listed(Array.isArray(held) ? held : [], step, rest, value, headings);
    const inner = isHeld(held) ? held : {};
    put(inner, [step, ...rest], value, headings);
    return Object.keys(inner).length ? inner : undefined;
  }

  function listed(entries, step, rest, value, headings) {
    const found = entries.find(entry => same(step, entry));
    const entry = found ?? { ...step };
    if (!found && value !== undefined) entries.push(entry);
    put(entry, rest, value, headings);
    const left = entries.filter(held => held !== entry || Object.keys(entry).some(key => !(key in step)));
    return left.length ? left : undefined;
  }

  // The notifier has a field of the page: nothing of it is in the document.
  class NotifierPart {
    constructor(element, control) { Object.assign(this, { key: "notifier", control, owes: line("try-it-notifier-owes", "try-it-owes"), element: made("div", {}, element) }); element.append(this.owes); }
    value() { return undefined; }
    find() { return this; }
    all() { return [this]; }
    tell() {}
    owe(words) { say(this.owes, words); }
  }

  class ReportForm {
    constructor(form, program, notifier, onchange) {
      Object.assign(this, { shape: form, name: `${program}/${form.id}`, notifier, onchange });
      this.headings = form.parts.flatMap(({ path }) => path.flatMap(step => step.heading ?? []));
      this.ids = made("datalist", { id: "try-it-ids" });
      this.inside = made("div");
      this.element = made("form", { class: "try-it-form", novalidate: true, onsubmit: event => event.preventDefault() }, this.ids, this.inside);
    }

    get hasNotifier() { return this.shape.parts.some(({ key }) => key === "notifier"); }

    clauses(site, ids) {
      return ids.flatMap((id, at) => [at ? ", " : "", made("a", { href: `${site}/clauses/${id}.html` }, id)]);
    }

    fill(document, site) {
      this.given = document;
      this.fields = this.shape.parts.map(part => part.key === "notifier" ? new NotifierPart(this.notifier, this.notifier.querySelector("textarea"))
        : fieldOf(part.key, part.schema, said(document, part.path, this.headings), this));
      this.inside.replaceChildren(...this.fields.map((field, at) => made("div", { class: "try-it-part" }, field.element,
        this.shape.parts[at].clauses.length ? made("p", { class: "try-it-clauses" }, "By ", ...this.clauses(site, this.shape.parts[at].clauses)) : "")));
      this.#offer();
    }

    get document() {
      const document = structuredClone(this.given);
      this.fields.forEach((field, at) => { if (field.key !== "notifier") put(document, this.shape.parts[at].path, field.value(), this.headings); });
      return document;
    }

    changed() {
      this.#offer();
      this.onchange();
    }

    #offer() {
      const { people = [], households = [], places = [] } = this.document;
      const given = [people, households, places].flat().map(entry => entry?.id).filter(Boolean);
      this.ids.replaceChildren(...[...given, "unknown"].map(id => made("option", { value: id })));
    }

    // The field at a place of the document: the innermost of the part that has most of its path.
    #at(where) {
      const steps = where.split(/[.[\]]+/).filter(Boolean);
      const fits = path => path.every((step, at) => step === steps[at] || isHeld(step) && (step.heading || /^\d+$/.test(steps[at] ?? "0")));
      const best = this.shape.parts.map(({ path }, at) => [at, fits(path) ? path.length : 0]).reduce((most, next) => next[1] > most[1] ? next : most);
      return best[1] ? this.fields[best[0]].find(steps.slice(best[1])) : null;
    }

    // Several lines at one field, each said once.
    #tell(entries, tells) {
      const words = new Map();
      for (const [field, sentence] of entries) if (field) words.set(field, [...(words.get(field) ?? []), sentence]);
      for (const [field, sentences] of words) tells(field, sentences.join(" "));
    }

    tell(problems) {
      for (const field of this.fields.flatMap(each => each.all())) field.tell("");
      const found = problems.map(problem => this.#at(problem.where));
      this.#tell(problems.map((problem, at) => [found[at], globalThis.cimscoreMade.sentence({ ...problem, where: "" })]), (field, words) => field.tell(words));
      return found;
    }

    // What the source asks for and nobody has said, or nobody knows yet: beside its field.
    owe(owed) {
      for (const field of this.fields.flatMap(each => each.all())) field.owe("");
      const found = owed.map(entry => {
        const at = this.shape.parts.findIndex(({ key }) => key === entry.field);
        return at < 0 ? this.#at(entry.where) : this.fields[at];
      });
      this.#tell(owed.map((entry, at) => [found[at], this.#owes(found[at], entry)]), (field, words) => field.owe(words));
      return found;
    }

    // A field of its own needs no name for what it lacks; a group of fields does.
    #owes(field, { owed, label }) {
      const state = owed ? "Still owed" : "Not known yet";
      return field?.legend ? `${state}: ${label}${/[.?]$/.test(label) ? "" : "."}` : `${state}.`;
    }

    show(field) {
      for (let at = field.element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      field.control.focus();
      field.element.scrollIntoView({ block: "center" });
    }
  }

  // What is owed, as a list at the top, and the report: to save for a register, to save or print as a document.
  class ReportDesk {
    constructor(page) {
      this.page = page;
      this.state = made("p", { role: "status", class: "try-it-state" });
      this.list = made("div");
      this.told = made("p", { role: "status" });
      const press = (words, does) => made("button", { type: "button", class: "md-button", onclick: does }, words);
      this.element = made("section", { class: "try-it-desk", "aria-label": "What is owed, and the report" }, this.state, this.list,
        made("p", { class: "try-it-buttons" }, press("Save for a register", () => this.#keep()),
          press("Save the report", () => this.#document(text => saved(text, "report.html", "text/html"))),
          press("Print the report", () => this.#document(text => this.#print(text)))),
        made("p", {}, `A register keeps the saved file by one command: `, made("code", {}, `cimscore register add REGISTER ${FILE} --by NAME --as ROLE`), ". ",
          page.form.hasNotifier ? "That file has the notifier, in its notifier field alone. The report does not." : ""),
        this.told);
    }

    async show() {
      const entries = await this.page.engine.call("owed", this.page.form.name, this.page.form.document, this.#notifier());
      const fields = this.page.form.owe(entries), owed = entries.filter(entry => entry.owed), waiting = entries.length - owed.length;
      const words = `${owed.length ? `Still owed: ${owed.length}` : "Nothing is owed"}${waiting ? `. Not known yet: ${waiting}` : ""}.`;
      if (this.state.textContent !== words) this.state.textContent = words;
      this.list.replaceChildren(...entries.length ? [made("details", { open: !this.isFolded, ontoggle: event => { this.isFolded = !event.target.open; } },
        made("summary", {}, "What is owed or not known yet"), made("ul", {}, entries.map((entry, at) => this.#entry(entry, fields[at]))))] : []);
    }

    #entry(entry, field) {
      const words = `${entry.label}${entry.about ? ` (${entry.about})` : ""}`;
      return made("li", {}, field ? made("button", { type: "button", class: "try-it-go", onclick: () => this.page.form.show(field) }, words) : words,
        entry.owed ? " " : ": not known yet ", ...this.page.form.clauses(this.page.site, entry.clauses));
    }

    // That a notifier is named is asked for; who that is stays in the field.
    #notifier() {
      const typed = this.page.form.hasNotifier ? this.page.notifier.value.trim() : "";
      return typed === "unknown" ? typed : Boolean(typed);
    }

    async #keep() {
      const text = await this.page.current("yaml"), typed = this.page.notifier.value.trim();
      // Where the rules have stopped it is JSON: then the notifier goes in there.
      saved(!typed ? text : text.startsWith("{") ? JSON.stringify({ ...JSON.parse(text), notifier: typed }, null, 2)
        : `${text}notifier: ${JSON.stringify(typed)}\n`, FILE, "application/yaml");
      this.told.textContent = `Saved as ${FILE}.`;
      this.page.unsaved = false;
    }

    async #document(use) {
      const { page, problems } = await this.page.engine.call("report", this.page.form.name, this.page.form.document, this.#notifier());
      this.told.textContent = problems ? "Put right first what is wrong with the report: it is told below." : "";
      if (!problems) use(page);
    }

    #print(text) {
      this.paper?.remove();
      this.paper = made("iframe", { class: "try-it-paper", title: "The report, to print", "aria-hidden": "true", tabindex: "-1" });
      this.paper.addEventListener("load", () => this.paper.contentWindow.print());
      this.paper.srcdoc = text;
      this.page.host.append(this.paper);
    }
  }

  Object.assign(globalThis.cimscoreMade, { ReportForm, ReportDesk });
})();
