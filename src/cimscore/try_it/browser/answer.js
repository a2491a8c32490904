// The answer beside a form: what is wrong with the case, or what follows from it, in the words of the command line.
(() => {
  const { made, picture } = globalThis.cimscoreMade;
  const SURE = { certain: "● certain", provisional: "◌ provisional" };

  class Answer {
    constructor(site, go) {
      this.site = site;
      this.go = go; // to the field of a problem
      this.state = made("p", { role: "status", class: "try-it-state" });
      this.body = made("div");
      this.element = made("section", { class: "try-it-answer", "aria-label": "What follows" }, this.state, this.body);
    }

    say(words) { this.state.textContent = words; }

    show(told, fields) {
      if (told.problems) return this.#problems(told.problems, fields);
      this.say(told.decisions.map(({ title, state }) => `${title}: ${state}.`).join(" "));
      this.body.replaceChildren(
        made("h2", {}, "The decision"),
        made("pre", { class: "try-it-page", tabindex: "0", role: "group", "aria-label": "The first page of the decision" }, told.page),
        made("h2", {}, "The households"), picture(told.picture),
        ...told.decisions.flatMap(decision => [...this.#open(decision), ...this.#clocks(decision), ...this.#holds(decision)]),
      );
    }

    #problems(problems, fields) {
      const count = problems.length === 1 ? "1 thing has" : `${problems.length} things have`;
      this.say(`${count} to be put right before the case can be decided.`);
      this.body.replaceChildren(made("ul", {}, problems.map((problem, at) => made("li", {}, sentence(problem), " ",
        fields[at] && made("button", { type: "button", class: "try-it-go", onclick: () => this.go(fields[at]) }, `Go to ${problem.where}`)))));
    }

    #open({ open }) {
      if (!open.length) return [];
      return [made("h2", {}, "What is open, and what another answer would change"), ...open.map(point => made("details", {},
        made("summary", {}, point.asks),
        made("p", {}, [point.whose && `To be answered by: ${point.whose}.`,
          point.working && `Working answer: ${point.working}${point.why ? ` (${point.why})` : ""}.`].filter(Boolean).join(" ")),
        made("ul", {}, point.changes.map(([answer, change]) => made("li", {}, answer ? `If ${answer}: ${change}` : change)))))];
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
