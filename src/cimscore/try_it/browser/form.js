// A form for a case, made from the schema of its documents: what it holds is the document, and nothing else.
(() => {
  const { made, fieldOf, sentence } = globalThis.cimscoreMade;
  const FIXED = new Set(["cimscore", "id", "programs", "notifier"]); // said by the page, or in a field of its own
  const FIRST = ["dates", "people", "households", "residences", "relationships", "places", "concerns", "incident", "decisions", "facts"];

  class Form {
    constructor(schema, onchange) {
      this.schema = schema;
      this.onchange = onchange;
      this.ids = made("datalist", { id: "try-it-ids" });
      this.sections = made("div");
      this.element = made("form", { class: "try-it-form", novalidate: true, onsubmit: event => event.preventDefault() }, this.ids, this.sections);
    }

    fill(document) {
      const { properties } = this.schema, keys = [...FIRST, ...Object.keys(properties)];
      this.head = Object.fromEntries(Object.entries(document).filter(([key]) => FIXED.has(key) || !properties[key]));
      this.fields = [...new Set(keys)].filter(key => properties[key] && !FIXED.has(key))
        .map(key => fieldOf(key, properties[key], document[key], this));
      this.sections.replaceChildren(...this.fields.map(field => this.#section(field, document)));
      this.#offer();
    }

    // Sections that say nothing yet are folded, but for those with which every case begins.
    #section(field, document) {
      const open = document[field.key] !== undefined || FIRST.indexOf(field.key) >= 0 && FIRST.indexOf(field.key) < 5;
      const words = field.key.replace(/[-_]/g, " ").replace(/^./, sign => sign.toUpperCase());
      return made("details", { class: "try-it-section", open }, made("summary", {}, words), field.element);
    }

    get document() {
      const said = this.fields.map(field => [field.key, field.value()]).filter(([, value]) => value !== undefined);
      return { ...this.head, ...Object.fromEntries(said) };
    }

    changed() {
      this.#offer();
      this.onchange();
    }

    // The ids that are given so far, to choose from wherever one is asked for.
    #offer() {
      const { people = [], households = [], places = [], concerns = [], records = [] } = this.document;
      const given = [people, households, places, concerns, records].flat().map(({ id }) => id).filter(Boolean);
      this.ids.replaceChildren(...[...given, "unknown"].map(id => made("option", { value: id })));
    }

    // Each problem at its own field, as far as there is one; and the fields, for whoever lists the problems.
    tell(problems) {
      for (const field of this.fields.flatMap(each => each.all())) field.tell("");
      const said = new Map();
      const found = problems.map(problem => {
        const [key, ...path] = problem.where.split(/[.[\]]+/).filter(Boolean);
        const field = this.fields.find(each => each.key === key)?.find(path) ?? null;
        if (field) said.set(field, [...(said.get(field) ?? []), sentence({ ...problem, where: "" })]);
        return field;
      });
      for (const [field, words] of said) field.tell(words.join(" "));
      return found;
    }

    show(field) {
      for (let at = field.element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      field.control.focus();
      field.element.scrollIntoView({ block: "center" });
    }
  }

  Object.assign(globalThis.cimscoreMade, { Form });
})();
