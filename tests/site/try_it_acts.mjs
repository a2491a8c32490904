// What else a reader does on a page to try a case, by keyboard alone, and what becomes of it, as JSON.
// Usage: node try_it_acts.mjs SITE ACTION JSON
import { readFileSync } from "node:fs";
import { trying } from "./trying.mjs";

const [site, action, told] = process.argv.slice(2);
const given = JSON.parse(told);
const button = (page, name) => page.getByRole("button", { name, exact: true });
const textOf = page => page.$eval("#try-it-text", it => it.value);

// A file is opened, copied, pasted, used and saved: each step by keys.
async function keyboard() {
  return trying(site, given, async (page, { load, decided, reach, press, unfold }) => {
    await load();
    await decided(async () => {
      await reach(page.locator("#try-it-file"));
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
      await chooser.setFiles(given.file);
    });
    await unfold(page.locator("details", { has: page.locator("#try-it-text") }));
    const copied = {}, saved = {};
    for (const kind of ["YAML", "JSON"]) {
      await press(button(page, `Copy as ${kind}`));
      await reach(page.locator("#try-it-text"));
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+v");
      copied[kind] = await textOf(page);
      const [download] = await Promise.all([page.waitForEvent("download"), press(button(page, `Save as ${kind}`))]);
      saved[kind] = { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
    }
    await decided(() => press(button(page, "Use this text")));
    return { copied, saved, yaml: await textOf(page), state: await page.textContent(".try-it-state") };
  });
}

// An answer is typed to a question that is asked beside the decision.
async function answer() {
  return trying(site, given, async (page, { load, decided, unfold, write }) => {
    await load();
    const asked = page.locator(".try-it-answer details", { has: page.locator(".try-it-said") }).first();
    const question = await asked.locator("> summary").textContent();
    await unfold(asked);
    await decided(async () => {
      await write(asked.locator(".try-it-said input"), given.answer);
      await page.keyboard.press("Enter");
    });
    const focus = await page.evaluate(() => document.activeElement.className);
    return { question, yaml: await textOf(page), focus };
  });
}

// Everything that takes the focus: in what order, by what name, and whether one sees where it is.
async function order() {
  return trying(site, given, async (page, { load }) => {
    await load();
    await page.evaluate(() => {
      const all = document.querySelectorAll(".try-it details");
      all.forEach(details => { details.open = true; });
    });
    await page.waitForTimeout(600); // what unfolds is made then
    const client = await page.context().newCDPSession(page), stops = [];
    for (let pressed = 0; pressed < 900; pressed++) {
      const stop = await page.evaluate(stopped);
      if (!stop.inside) break;
      stops.push({ ...stop, ...await said(client) });
      await page.keyboard.press("Tab");
    }
    const wanted = await page.$$eval(".try-it :is(input, select, textarea, button, summary, a[href], [tabindex='0'])",
      all => all.filter(it => it.checkVisibility()).length);
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    const live = nodes.filter(({ ignored, properties = [] }) => !ignored && properties.some(({ name }) => name === "live"));
    return { stops, wanted, live: live.map(({ role, properties }) => [role.value, properties.find(({ name }) => name === "live").value.value]) };
  });
}

// In the page: where the focus is, whether that comes after where it was, and whether one sees it.
function stopped() {
  const at = document.activeElement, style = getComputedStyle(at), before = globalThis.before;
  globalThis.before = at;
  return {
    inside: Boolean(at.closest(".try-it")),
    later: !before || Boolean(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
    seen: style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
}

// What a screen reader says of where the focus is.
async function said(client) {
  const { result } = await client.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes: [node] } = await client.send("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false });
  return { role: node.role?.value, name: node.name?.value ?? "" };
}

// A notifier is typed, and the case copied, saved, answered and left: where the notifier is afterwards.
async function notifier() {
  const early = `{
    const post = Worker.prototype.postMessage;
    globalThis.posted = [];
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!message.packs) posted.push(JSON.stringify(message));
      return post.call(this, message, ...rest);
    };
  }`;
  return trying(site, { ...given, early, traced: given.notifier }, async (page, { load, decided, press, reach, unfold, write }) => {
    await load();
    await decided(() => page.setInputFiles("#try-it-file", given.file));
    await unfold(page.locator("details", { has: page.locator("#try-it-notifier") }));
    await write(page.locator("#try-it-notifier"), given.notifier);
    await unfold(page.locator("details", { has: page.locator("#try-it-text") }));
    const places = {};
    for (const kind of ["YAML", "JSON"]) {
      await press(button(page, `Copy as ${kind}`));
      await reach(page.locator("#try-it-text"));
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+v");
      places[`copied as ${kind}`] = await textOf(page);
      const [download] = await Promise.all([page.waitForEvent("download"), press(button(page, `Save as ${kind}`))]);
      places[`saved as ${kind}`] = download.suggestedFilename() + readFileSync(await download.path(), "utf8");
    }
    await decided(() => press(button(page, "Use this text")));
    for (const words of given.answers) await decided(() => press(button(page, words)));
    const own = await page.inputValue("#try-it-notifier");
    Object.assign(places, await page.evaluate(held), { cookies: JSON.stringify(await page.context().cookies()) });
    await page.selectOption("#try-it-from", { index: 0 });
    const after = await page.inputValue("#try-it-notifier");
    return { own, after, empty: Object.keys(places).filter(place => !places[place]), found: Object.keys(places).filter(place => places[place].includes(given.notifier)) };
  });
}

// In the page: whatever holds something of it.
async function held() {
  const fields = [...document.querySelectorAll("input, textarea, select")].filter(({ id }) => id !== "try-it-notifier");
  const read = request => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = bad; });
  const databases = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await read(indexedDB.open(name));
    for (const store of database.objectStoreNames) databases.push(await read(database.transaction(store).objectStore(store).getAll()));
  }
  const cached = await caches.keys().then(names => names.join(), String); // a file has none
  return {
    DOM: document.documentElement.outerHTML, "other fields": JSON.stringify(fields.map(field => field.value)),
    URL: location.href, history: JSON.stringify([history.state, document.title, window.name]),
    "local storage": JSON.stringify(localStorage), "session storage": JSON.stringify(sessionStorage),
    IndexedDB: JSON.stringify(databases), caches: cached || "none", "sent to the rules": posted.join(),
  };
}

// A link leads away from what is written: first while nothing of it is saved, then when it is.
async function leaving() {
  return trying(site, given, async (page, { load, decided, press, reach, unfold, write }) => {
    const asked = [];
    page.on("dialog", dialog => { asked.push(dialog.type()); dialog.dismiss(); });
    await load();
    const link = page.locator(".try-it-answer a").first();
    await unfold(page.locator("details.try-it-section", { has: page.locator('fieldset[name="people"]') }).first());
    await decided(async () => {
      await press(page.locator('fieldset[name="people"] > button'));
      await write(page.locator('fieldset[name="people"] [name="id"]').last(), given.id);
    });
    await press(link);
    await page.waitForTimeout(500);
    const kept = await textOf(page), before = [...asked], stayed = page.url();
    await unfold(page.locator("details", { has: page.locator("#try-it-text") }));
    await press(button(page, "Copy as YAML"));
    await page.waitForFunction(() => document.querySelector(".try-it-state").textContent.startsWith("Copied"));
    const state = await page.textContent(".try-it-state");
    await reach(link);
    await Promise.all([page.waitForURL(/clauses/), page.keyboard.press("Enter")]);
    return { kept, before, stayed, state, after: asked.slice(before.length) };
  });
}

// Workers that never begin, and questions that are never answered: what the page says, and that it goes on.
async function stops() {
  const early = `{
    const Own = Worker, silent = ${given.silent ?? 0}, deaf = ${JSON.stringify(given.deaf ?? [])};
    let made = 0, asked = 0;
    globalThis.heard = true;
    globalThis.Worker = class extends Own {
      constructor(url, options) {
        heard = ++made > silent;
        super(heard ? url : "data:text/javascript,", options);
      }
      postMessage(message) {
        heard = !deaf.includes(++asked);
        if (heard) super.postMessage(message);
      }
    };
    globalThis.said = [];
    new MutationObserver(() => {
      const words = document.querySelector(".try-it-state")?.textContent;
      if (words && said.at(-1) !== words) said.push(words);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }`;
  return trying(site, { ...given, early }, async (page, { press, unfold, write }) => {
    await page.clock.install();
    const ended = () => document.querySelector(".try-it-answer button.md-button, .try-it > p > button:not(:disabled)")?.textContent === "Try again"
      || document.querySelector(".try-it-case") && !document.querySelector(".try-it").dataset.busy;
    // Time flies only while nobody listens: what is at work is given its time.
    const wait = async () => {
      await page.waitForTimeout(500);
      while (!await page.evaluate(ended)) {
        if (!await page.evaluate("heard")) await page.clock.fastForward(61000);
        await page.waitForTimeout(200);
      }
    };
    await press(page.locator(".try-it button"));
    await wait();
    let written;
    if (given.id) {
      await page.locator("details.try-it-section", { has: page.locator('fieldset[name="people"]') }).first().evaluate(it => { it.open = true; });
      await press(page.locator('fieldset[name="people"] > button'));
      await write(page.locator('fieldset[name="people"] [name="id"]').first(), given.id);
      await wait();
      written = await textOf(page);
    }
    const again = button(page, "Try again");
    const focus = await page.evaluate(() => document.activeElement.textContent);
    if (await again.count()) {
      await press(again);
      await wait();
    }
    return { said: await page.evaluate("said"), written, focus, yaml: await textOf(page), busy: await page.evaluate(() => document.querySelector(".try-it").dataset.busy ?? "") };
  });
}

process.stdout.write(JSON.stringify(await { keyboard, answer, order, notifier, leaving, stops }[action]()));
