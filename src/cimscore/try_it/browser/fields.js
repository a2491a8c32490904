// Fields of a form, each made from the part of a JSON Schema that describes it. A field knows its element, its value,
// and the fields within it: `value()` is undefined where nothing is said, and `find(path)` gives the field of a problem.
(() => {
  const { made } = globalThis.cimscoreMade;
  const UNKNOWN = "unknown", SHOWN = 4; // so many details of an entry are shown at once, beside those that are said
  let number = 0;

  const spelled = key => { const words = key.replace(/[-_]/g, " "); return words[0].toUpperCase() + words.slice(1); };
  const isUnknown = part => part.const === UNKNOWN;
  const flat = schema => (schema.anyOf ?? [schema]).flatMap(part => part.anyOf ? flat(part) : [part]);

  // A line below a field that is only there while it says something.
  const line = (name, kind) => made("p", { id: name, class: kind, hidden: true });
  const say = (line, words) => { line.textContent = words; line.hidden = !words; };

  // The label, the control, what it is about, what is wrong with it, and whether a form is still owed it.
  class Field {
    constructor(key, schema, control) {
      this.key = key;
      this.control = Object.assign(control, { name: key });
      const id = control.id = `try-it-${++number}`;
      const about = schema.description;
      this.about = about ? made("small", { id: `${id}-about` }, about) : "";
      this.wrong = line(`${id}-wrong`, "try-it-wrong");
      this.owes = line(`${id}-owes`, "try-it-owes");
      control.setAttribute("aria-describedby", [about && `${id}-about`, `${id}-wrong`, `${id}-owes`].filter(Boolean).join(" "));
      this.element = made("div", { class: "try-it-field" },
        made("label", { for: id }, schema.title ?? spelled(key)), control, this.about, this.wrong, this.owes);
    }

    owe(words) { say(this.owes, words); }

    tell(words) {
      say(this.wrong, words);
      if (words) this.control.setAttribute("aria-invalid", "true"); else this.control.removeAttribute("aria-invalid");
    }

    find() { return this; }
    all() { return [this]; }
  }

  class ChoiceField extends Field {
    constructor(key, schema, given, form) {
      const parts = flat(schema), values = parts.flatMap(part => part.enum ?? (part.type === "boolean" ? [true, false] : []));
      const words = value => value === true ? "yes" : value === false ? "no" : String(value);
      if (given !== undefined && given !== UNKNOWN && !values.includes(given)) values.push(given); // the reader says what is wrong with it
      const choices = [...values.map(value => [words(value), value]), ...(parts.some(isUnknown) ? [["not known", UNKNOWN]] : [])];
      super(key, schema, made("select", { onchange: () => form.changed(this) },
        made("option", { value: "" }, "not said"),
        choices.map(([said, value], at) => made("option", { value: at, selected: JSON.stringify(value) === JSON.stringify(given) }, said))));
      this.choices = choices;
    }

    value() { return this.control.value === "" ? undefined : this.choices[this.control.value][1]; }
  }

  // A word, a number, a day, or several of them with commas between: read by what the schema takes.
  class TextField extends Field {
    constructor(key, schema, given, form) {
      const parts = flat(schema), takes = type => parts.some(part => part.type === type || !isUnknown(part) && type === typeof (part.const ?? part.enum?.[0]));
      const long = parts.some(part => part.maxLength > 500) || key === "text" || !parts.some(part => part.type);
      super(key, schema, long ? made("textarea", { rows: 2, oninput: () => form.changed(this) })
        : made("input", { type: "text", autocomplete: "off", list: "try-it-ids", oninput: () => form.changed(this) }));
      this.takes = takes;
      this.counted = parts.some(part => part.type === "array" && part.items.type === "integer");
      this.between = parts.some(part => part.properties?.between);
      this.control.value = written(given);
    }

    value() {
      const text = this.control.value.trim();
      if (!text) return undefined;
      if (text === UNKNOWN) return text;
      if (/^[[{]/.test(text)) try { return JSON.parse(text); } catch { return text; }
      const between = this.between && text.match(/^(\S+) to (\S+)$/);
      if (between) return { between: between.slice(1) };
      if (this.takes("array") && (!this.takes("string") || text.includes(",")))
        return text.split(",").map(part => part.trim()).filter(Boolean).map(part => this.counted ? whole(part) : part);
      if (this.takes("boolean") && /^(yes|true|no|false)$/.test(text)) return /^(yes|true)$/.test(text);
      return this.takes("integer") && !this.takes("string") ? whole(text) : text;
    }
  }

  const whole = text => /^-?\d+$/.test(text) ? Number(text) : text;
  const written = given => given === undefined ? ""
    : given === true ? "yes" : given === false ? "no"
    : Array.isArray(given) && given.every(part => typeof part !== "object") ? given.join(", ")
    : given.between ? given.between.join(" to ")
    : typeof given === "object" ? JSON.stringify(given) : String(given);

  // What is fixed, such as the number of the format: nothing to fill in.
  class Fixed {
    constructor(key, schema) { this.key = key; this.fixed = schema.const; this.element = ""; }
    value() { return this.fixed; }
    find() { return null; }
    all() { return []; }
    tell() {}
    owe() {}
  }

  // Several fields together, under one name.
  class Together {
    constructor(key, words, about) {
      this.key = key;
      this.fields = [];
      this.inside = made("div");
      this.wrong = line(undefined, "try-it-wrong");
      this.owes = line(undefined, "try-it-owes");
      this.legend = made("legend", { tabindex: "-1" }, words);
      this.element = made("fieldset", {}, this.legend, about ? made("small", {}, about) : "", this.wrong, this.owes, this.inside);
      this.element.name = key;
    }

    get control() { return this.legend; }
    all() { return [this, ...this.fields.flatMap(field => field.all())]; }

    owe(words) { say(this.owes, words); }
    tell(words) { say(this.wrong, words); }

    find(path) {
      if (!path.length) return this;
      const [key, ...rest] = path;
      return this.inner(key)?.find(rest) ?? this;
    }
  }

  class GroupField extends Together {
    constructor(key, schema, given, form, words = schema.title ?? spelled(key)) {
      super(key, words, schema.description);
      this.unknown = flat(schema).some(isUnknown);
      this.schema = flat(schema).find(part => part.properties) ?? schema;
      this.form = form;
      this.#fill(given ?? {});
    }

    // Some questions say how they are answered: the fields follow the question that is chosen.
    #properties(given) {
      const chosen = (this.schema.allOf ?? []).find(rule => rule.then?.properties
        && Object.entries(rule.if.properties).every(([key, only]) => given[key] !== undefined && given[key] === only.const));
      this.follows = new Set((this.schema.allOf ?? []).flatMap(rule => Object.keys(rule.if?.properties ?? {})));
      const then = { ...chosen?.then.properties };
      for (const key of this.follows) delete then[key];
      return { ...this.schema.properties, ...then };
    }

    #fill(given) {
      const required = new Set(this.schema.required ?? []), more = [], properties = this.#properties(given);
      // What this form has no field for is kept as it is: nothing of a reader's file is lost.
      this.rest = Object.fromEntries(Object.entries(given).filter(([key]) => !(key in properties)));
      this.fields = [];
      this.inside.replaceChildren();
      Object.entries(properties).forEach(([key, part], at) => {
        const shown = at < SHOWN || required.has(key) || given[key] !== undefined;
        if (!shown) return more.push([key, part]);
        this.#put(this.inside, key, part, given[key]);
      });
      if (more.length) this.inside.append(this.#later(more));
    }

    #put(where, key, part, given) {
      const field = fieldOf(key, part, given, this.form);
      this.fields.push(field);
      where.append(field.element);
      if (this.follows?.has(key)) field.control.addEventListener("change", () => this.#fill(this.value() ?? {}));
    }

    // What is seldom said unfolds, and is only made then: a form of hundreds of fields would be slow.
    #later(more) {
      const inside = made("div");
      const unfold = () => { for (const [key, part] of more.splice(0)) this.#put(inside, key, part, undefined); };
      const details = made("details", { ontoggle: unfold }, made("summary", {}, `More: ${more.map(([key]) => key.replace(/[-_]/g, " ")).slice(0, 3).join(", ")}${more.length > 3 ? " …" : ""}`), inside);
      return details;
    }

    value() {
      const said = this.fields.map(field => [field.key, field.value()]).filter(([, value]) => value !== undefined);
      const all = { ...this.rest, ...Object.fromEntries(said) };
      return Object.keys(all).length ? all : undefined;
    }

    inner(key) { return this.fields.find(field => field.key === key); }
  }

  // Entries of one kind, one after the other.
  class ListField extends Together {
    constructor(key, schema, given, form) {
      super(key, schema.title ?? spelled(key), schema.description);
      this.schema = flat(schema).find(part => part.type === "array");
      this.form = form;
      this.add = made("button", { type: "button", class: "md-button", onclick: () => this.#more() }, `Add ${this.#noun()}`);
      this.element.append(this.add);
      for (const entry of given ?? []) this.#put(entry);
    }

    #noun() {
      const [noun] = (this.schema.items.description ?? this.key).split(/[.,:]| (?:of|in|that|about|on) /);
      return noun.replace(/^./, sign => sign.toLowerCase()).replace(/^an? /, "");
    }

    #put(given) {
      const field = new GroupField("", this.schema.items, given, this.form, "");
      const remove = made("button", { type: "button", class: "md-button", onclick: () => this.#remove(field) });
      field.element.append(remove);
      field.remove = remove;
      this.fields.push(field);
      this.inside.append(field.element);
      this.#numbered();
      return field;
    }

    #more() {
      const field = this.#put({});
      this.form.changed();
      field.element.querySelector("input, select, textarea")?.focus();
    }

    #remove(field) {
      const at = this.fields.indexOf(field);
      this.fields.splice(at, 1);
      field.element.remove();
      this.#numbered();
      this.form.changed();
      (this.fields[at]?.legend ?? this.add).focus();
    }

    #numbered() {
      this.fields.forEach((field, at) => {
        field.element.name = at;
        field.legend.textContent = `${this.#noun()} ${at + 1}`;
        field.remove.textContent = `Remove ${this.#noun()} ${at + 1}`;
      });
    }

    value() {
      const said = this.fields.map(field => field.value() ?? {});
      return said.length ? said : undefined;
    }

    inner(key) { return this.fields[Number(key)]; }
  }

  // Answers by the thing that they are about: as many lines as there are things.
  class MapField extends Together {
    constructor(key, schema, given, form) {
      super(key, schema.title ?? spelled(key), schema.description);
      this.part = schema.additionalProperties;
      this.form = form;
      this.add = made("button", { type: "button", class: "md-button", onclick: () => this.#put("", undefined).about.control.focus() }, "Add an answer");
      this.element.append(this.add);
      for (const [about, value] of Object.entries(given ?? {})) this.#put(about, value);
    }

    #put(name, value) {
      const about = new TextField("about", { type: "string", title: "About" }, name || undefined, this.form);
      const held = fieldOf("answer", { title: "Answer", ...this.part }, value, this.form);
      this.fields.push(Object.assign(held, { about }));
      this.inside.append(made("div", { class: "try-it-line" }, about.element, held.element));
      return held;
    }

    all() { return [...super.all(), ...this.fields.map(field => field.about)]; }

    value() {
      const said = this.fields.map(field => [field.about.value(), field.value()]).filter(([about, value]) => about && value !== undefined);
      return said.length ? Object.fromEntries(said) : undefined;
    }

    inner(key) { return this.fields.find(field => field.about.value() === key); }
  }

  function fieldOf(key, schema, given, form) {
    const parts = flat(schema).filter(part => !isUnknown(part));
    if ("const" in schema) return new Fixed(key, schema);
    if (given === UNKNOWN && !parts.every(part => part.enum || part.type === "boolean")) return new TextField(key, schema, given, form);
    if (parts.every(part => part.enum || part.type === "boolean") && parts.length) return new ChoiceField(key, schema, given, form);
    const [part] = parts;
    if (parts.length === 1 && part.properties) return new GroupField(key, schema, given, form);
    if (parts.length === 1 && part.type === "object") return new MapField(key, { ...schema, ...part }, given, form);
    const list = parts.find(one => one.type === "array" && one.items?.properties);
    if (list && (given === undefined || Array.isArray(given))) return new ListField(key, { ...schema, ...list, description: schema.description }, given, form);
    return new TextField(key, schema, given, form);
  }

  Object.assign(globalThis.cimscoreMade, { fieldOf, TextField, line, say });
})();
