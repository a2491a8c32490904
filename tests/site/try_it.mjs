// Tries a case on a page of the built site, from file:// with every host blocked, and prints what it saw as JSON.
// Usage: node try_it.mjs SITE JSON: a program, an example or a file to start from, and what is typed by keyboard alone.
import { looked, trying } from "./trying.mjs";

const [site, told] = process.argv.slice(2);
const given = JSON.parse(told);
const group = (within, name) => within.locator(`fieldset[name="${name}"]`).first();

// Something said, into the fields that are named as in a document.
async function say({ press, unfold, write }, within, name, value) {
  const said = (inside, key, part) => say({ press, unfold, write }, inside, key, part);
  if (Array.isArray(value) && typeof value[0] === "object") {
    const list = group(within, name);
    for (const [at, entry] of value.entries()) {
      await press(list.locator("> button"));
      for (const [key, part] of Object.entries(entry)) await said(group(list, at), key, part);
    }
    return;
  }
  const here = within.locator(`> div > * > [name="${name}"], > div > fieldset[name="${name}"]`);
  const more = within.locator("> div > details").last();
  if (!await here.count() && await more.count()) await unfold(more);
  const control = within.locator(`[name="${name}"]`).first();
  if (await control.evaluate(it => it.tagName) !== "FIELDSET") return write(control, value);
  if (!await control.locator("> button").count()) {
    for (const [key, part] of Object.entries(value)) await said(control, key, part);
    return;
  }
  for (const [about, answer] of Object.entries(value)) {
    await press(control.locator("> button"));
    const line = control.locator(".try-it-line").last();
    await write(line.locator('[name="about"]'), about);
    await write(line.locator('[name="answer"]'), answer);
  }
}

// What is removed, changed, said and answered, in this order.
async function fillIn(page, reader) {
  const { press, unfold } = reader;
  for (const [section, name, words] of given.remove ?? []) {
    const list = page.locator(`fieldset[name="${section}"]`);
    await press(group(list, name).getByRole("button", { name: words, exact: true }));
  }
  for (const [section, entries] of Object.entries(given.change ?? {}))
    for (const [at, entry] of Object.entries(entries))
      for (const [name, value] of Object.entries(entry)) await say(reader, group(page.locator(`fieldset[name="${section}"]`), at), name, value);
  for (const [key, value] of Object.entries(given.say ?? {})) {
    const field = page.locator(`.try-it-form [name="${key}"]`).first();
    const section = page.locator("details.try-it-section", { has: page.locator(`[name="${key}"]`) }).first();
    await unfold(section);
    if (Array.isArray(value)) await say(reader, section, key, value);
    else for (const [inner, part] of Object.entries(value)) await say(reader, field, inner, part);
  }
  for (const words of given.answers ?? []) await press(page.getByRole("button", { name: words, exact: true }));
}

// Each worked example that is named, as the page decides it.
async function started(page, { decided }) {
  const found = {};
  for (const id of given.start ?? []) {
    await decided(() => page.selectOption("#try-it-from", id));
    found[id] = await page.evaluate(() => ({
      yaml: document.querySelector("#try-it-text").value, page: document.querySelector(".try-it-page")?.textContent,
    }));
  }
  return found;
}

const seen = await trying(site, given, async (page, reader) => {
  const before = given.axe ? await looked(page) : {};
  await reader.load();
  const examples = await started(page, reader);
  if (given.file) await reader.decided(() => page.setInputFiles("#try-it-file", given.file));
  if (given.moment) await reader.decided(() => reader.write(page.locator('[name="looked_at"]'), given.moment));
  await fillIn(page, reader);
  await page.waitForTimeout(600);
  await page.waitForFunction(() => !document.querySelector(".try-it").dataset.busy);
  await page.$$eval(".try-it details", all => all.forEach(it => { it.open = true; }));
  const shown = given.axe ? await looked(page) : {};
  const found = await page.evaluate(() => ({
    state: document.querySelector(".try-it-state").textContent,
    page: document.querySelector(".try-it-page")?.textContent ?? "",
    yaml: document.querySelector("#try-it-text").value,
    wrong: [...document.querySelectorAll(".try-it-wrong")].map(it => it.textContent).filter(Boolean),
    pictures: document.querySelectorAll(".try-it-answer svg").length,
    links: [...document.querySelectorAll(".try-it-answer a")].map(a => a.getAttribute("href")),
    loaded: Number(document.querySelector(".try-it").dataset.loaded),
    took: Number(document.querySelector(".try-it").dataset.took),
    steps: JSON.parse(document.querySelector(".try-it").dataset.steps),
  }));
  return { ...found, before, ...shown, examples };
});
process.stdout.write(JSON.stringify(seen));
