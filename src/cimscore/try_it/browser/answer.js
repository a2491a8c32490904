// The answer beside a form: what is wrong with the case, or what follows from it, in the words of the command line.
(() => {
  const { made, picture } = globalThis.cimscoreMade;
  const SURE = { certain: "● certain", provisional: "◌ provisional" };

  class Answer {
    constructor(site, go, take) {
      this.site = site;
      this.take = take; // an answer to a question
      this.go = go; // to the field of a problem
      this.stands = "";
      this.state = made("p", { role: "status", tabindex: "-1", class: "try-it-state" });
      this.body = made("div");
      this.element = made("section", { class: "try-it-answer", "aria-label": "What follows" }, this.state, this.body);
    }

    say(words) { this.state.textContent = words; }

    // Something by the way: how the case stands is still said.
    add(words) { this.say(`${words} ${this.stands}`); }

    // The rules have stopped: what was decided before is not shown as if it were of this case.
    stopped(words, again) {
      this.#tell(words);
      const retry = () => { this.body.replaceChildren(); this.state.focus(); again(); };
      this.body.replaceChildren(made("p", {}, made("button", { type: "button", class: "md-button", onclick: retry }, "Try again")));
    }

    show(told, fields) {
      if (told.problems) return this.#problems(told.problems, fields);
      const from = told.at ? ` Looked at from ${told.at}.` : "";
      this.#tell(told.decisions.map(({ title, state }) => `${title}: ${state}.`).join(" ") + from);
      this.body.replaceChildren(
        made("h2", {}, "The decision"),
        made("pre", { class: "try-it-page", tabindex: "0", role: "group", "aria-label": "The first page of the decision" }, told.page),
        made("h2", {}, "The households"), picture(told.picture),
        ...this.#asks(told.asks),
        ...told.decisions.flatMap(decision => [...this.#clocks(decision), ...this.#holds(decision)]),
      );
    }

    #tell(stands) {
      this.stands = stands;
      this.say(stands);
    }

    #problems(problems, fields) {
      const count = problems.length === 1 ? "1 thing has" : `${problems.length} things have`;
      this.#tell(`${count} to be put right before the case can be decided.`);
      this.body.replaceChildren(made("ul", {}, problems.map((problem, at) => made("li", {}, sentence(problem), " ",
        fields[at] && made("button", { type: "button", class: "try-it-go", onclick: () => this.go(fields[at]) }, `Go to ${problem.where}`)))));
    }

    // What to ask next, what decides most first: as `cimscore interview` asks it.
    #asks(asks) {
      if (!asks.length) return [];
      return [made("h2", {}, "What to ask next"), ...asks.map((asked, at) => made("details", { open: at === 0 },
        made("summary", {}, asked.asks),
        made("p", {}, asked.decided_by ? `The ${asked.decided_by.replaceAll("-", " ")} decides. ` : `Ask ${asked.ask}. `,
          asked.working && `Worked with until then: ${asked.working}${asked.why ? ` (${asked.why})` : ""}. `, ...this.#clauses(asked.clauses)),
        made("ul", {}, asked.choices.map(choice => made("li", {}, this.#choice(asked, choice.answer), choice.changes && `: ${choice.changes}`))),
        this.#typed(asked)))];
    }

    #choice(asked, answer) {
      return made("button", { type: "button", class: "try-it-go", onclick: () => this.take(asked.address, answer) }, `Answer ${answer}`);
    }

    #typed(asked) {
      if (!asked.typed.length) return made("p", {}, asked.choices.length ? "" : asked.write.join(" "));
      const said = made("input", { type: "text", autocomplete: "off", "aria-label": `Answer to: ${asked.asks}` });
      return made("form", { class: "try-it-said", novalidate: true, onsubmit: event => { event.preventDefault(); this.take(asked.address, said.value); } },
        made("p", {}, `${asked.choices.length ? "Or type" : "Type"} ${asked.typed.join(", or ")}.`), said,
        made("button", { type: "submit", class: "md-button" }, "Answer"));
    }

    #clocks({ clocks }) {
      return this.#table("Clocks", ["What", "About", "By when", "How sure", "By clause"], clocks.map(clock =>
        [clock.what, clock.about, clock.due, SURE[clock.sure], this.#clauses(clock.clauses)]));
    }

    #holds({ holds }) {
      const rows = holds.map(line => [line.says, SURE[line.sure], this.#clauses(line.clauses)]);
      const table = this.#table(`All that holds (${holds.length})`, ["Decided", "How sure", "By clause"], rows);
      if (!table.length) return [];
      const [heading, body] = table;
      return [made("details", {}, made("summary", {}, heading.textContent), body)];
    }

    #table(title, head, rows) {
      if (!rows.length) return [];
      const cells = row => row.map((cell, at) => made(at ? "td" : "th", at ? {} : { scope: "row" }, cell));
      return [made("h2", {}, title), made("div", { class: "try-it-table", tabindex: "0", role: "group", "aria-label": title },
        made("table", {}, made("thead", {}, made("tr", {}, head.map(words => made("th", { scope: "col" }, words)))),
          made("tbody", {}, rows.map(row => made("tr", {}, cells(row))))))];
    }

    #clauses(ids) {
      return ids.flatMap((id, at) => [at ? ", " : "", made("a", { href: `${this.site}/clauses/${id}.html` }, id)]);
    }
  }

  // One problem in a sentence, as the command line tells it.
  const sentence = ({ where, found, expected, hint }) => [
    where && `${where}:`, found && `found ${found};`, expected && `expected ${expected}.`, hint,
  ].filter(Boolean).join(" ");

  Object.assign(globalThis.cimscoreMade, { Answer, sentence });
})();
