// Tries a case on a page of the built site, from file:// with every host blocked, and prints what it saw as JSON.
// Usage: node try_it.mjs SITE JSON: a program, an example or a file to start from, and what is typed by keyboard alone.
import { mkdtempSync, rmSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const [site, told] = process.argv.slice(2);
const given = JSON.parse(told);
const base = pathToFileURL(join(site, "/")).href;
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"];
const timeout = 240000; // milliseconds: a busy machine takes its time

const profile = mkdtempSync(join(tmpdir(), "cimscore-try-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CIMSCORE_CHROMIUM, headless: true, args: FLAGS, colorScheme: given.scheme ?? "light",
});
const strangers = new Set();
browser.on("request", request => {
  if (!request.url().startsWith(base) && !/^(blob|data|about):/.test(request.url())) strangers.add(request.url());
});
const page = await browser.newPage();
page.setDefaultTimeout(timeout);
await page.setViewportSize({ width: given.width ?? 1280, height: 900 });
await page.goto(`${base}try-it/${given.program}.html${given.example ? `#${given.example}` : ""}`);

// The Tab key, forwards or backwards, until the target has the focus.
async function reach(target) {
  const mark = await target.first().elementHandle({ timeout: 5000 });
  for (let pressed = 0; pressed < 600; pressed++) {
    const where = await mark.evaluate(it => it === document.activeElement ? "" :
      document.activeElement.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab");
    if (!where) return;
    await page.keyboard.press(where);
  }
  throw new Error(`the Tab key never reaches ${target}`);
}

async function press(target) {
  await reach(target);
  await page.keyboard.press("Enter");
}

async function unfold(details) {
  if (!await details.evaluate(it => it.open)) await press(details.locator("> summary"));
}

const group = (within, name) => within.locator(`fieldset[name="${name}"]`).first();
const DECIDED = () => Number(document.querySelector(".try-it").dataset.decided ?? 0);

// Something said, into the fields that are named as in a document.
async function say(within, name, value) {
  if (Array.isArray(value) && typeof value[0] === "object") {
    const list = group(within, name);
    for (const [at, entry] of value.entries()) {
      await press(list.locator("> button"));
      for (const [key, part] of Object.entries(entry)) await say(group(list, at), key, part);
    }
    return;
  }
  const here = within.locator(`> div > * > [name="${name}"], > div > fieldset[name="${name}"]`);
  const more = within.locator("> div > details").last();
  if (!await here.count() && await more.count()) await unfold(more);
  const control = within.locator(`[name="${name}"]`).first();
  if (await control.evaluate(it => it.tagName) === "FIELDSET") {
    if (!await control.locator("> button").count()) {
      for (const [key, part] of Object.entries(value)) await say(control, key, part);
      return;
    }
    for (const [about, answer] of Object.entries(value)) {
      await press(control.locator("> button"));
      const line = control.locator(".try-it-line").last();
      await write(line.locator('[name="about"]'), about);
      await write(line.locator('[name="answer"]'), answer);
    }
    return;
  }
  await write(control, value);
}

async function write(control, value) {
  await reach(control);
  const words = value === true ? "yes" : value === false ? "no" : Array.isArray(value) ? value.join(", ") : String(value);
  if (await control.evaluate(it => it.tagName) !== "SELECT") {
    await page.keyboard.press("Control+a");
    return page.keyboard.type(words);
  }
  const steps = await control.evaluate((it, said) => [...it.options].findIndex(option => option.text === said) - it.selectedIndex, words);
  if (steps) for (let at = 0; at < Math.abs(steps); at++) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
}

await press(page.locator(".try-it button"));
await page.waitForSelector(".try-it-case");
await page.waitForFunction(DECIDED);
if (given.file) {
  const before = await page.evaluate(DECIDED);
  await page.setInputFiles("#try-it-file", given.file);
  await page.waitForFunction(before => Number(document.querySelector(".try-it").dataset.decided) > before, before);
}
for (const [section, name, words] of given.remove ?? []) {
  const list = page.locator(`fieldset[name="${section}"]`);
  await press(group(list, name).getByRole("button", { name: words, exact: true }));
}
for (const [section, entries] of Object.entries(given.change ?? {}))
  for (const [at, entry] of Object.entries(entries))
    for (const [name, value] of Object.entries(entry)) await say(group(page.locator(`fieldset[name="${section}"]`), at), name, value);
for (const [key, value] of Object.entries(given.say ?? {})) {
  const field = page.locator(`.try-it-form [name="${key}"]`).first();
  const section = page.locator("details.try-it-section", { has: page.locator(`[name="${key}"]`) }).first();
  await unfold(section);
  if (Array.isArray(value)) await say(section, key, value);
  else for (const [inner, part] of Object.entries(value)) await say(field, inner, part);
}
for (const words of given.answers ?? []) await press(page.getByRole("button", { name: words, exact: true }));
if (given.notifier) {
  await unfold(page.locator("details", { has: page.locator("#try-it-notifier") }));
  await write(page.locator("#try-it-notifier"), given.notifier);
}
await page.waitForTimeout(600);
await page.waitForFunction(() => !document.querySelector(".try-it").dataset.busy);

await page.$$eval(".try-it details", all => all.forEach(it => { it.open = true; }));
await page.addScriptTag({ content: AXE });
const found = given.axe ? (await page.evaluate(tags => axe.run({ runOnly: tags }), TAGS)).violations : [];
const seen = await page.evaluate(() => ({
  state: document.querySelector(".try-it-state").textContent,
  page: document.querySelector(".try-it-page")?.textContent ?? "",
  yaml: document.querySelector("#try-it-text").value,
  wrong: [...document.querySelectorAll(".try-it-wrong")].map(it => it.textContent).filter(Boolean),
  pictures: document.querySelectorAll(".try-it-answer svg").length,
  links: [...document.querySelectorAll(".try-it-answer a")].map(a => a.getAttribute("href")),
  sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  loaded: Number(document.querySelector(".try-it").dataset.loaded),
  took: Number(document.querySelector(".try-it").dataset.took),
  address: location.href,
  stored: JSON.stringify([localStorage, sessionStorage, document.cookie]),
  notifier: document.querySelector("#try-it-notifier").value,
  html: document.documentElement.outerHTML,
}));
const { html, ...rest } = seen;
const elsewhere = given.notifier ? (html + rest.address + rest.stored + rest.yaml + rest.page).split(given.notifier).length - 1 : 0;
const violations = found.map(it => `${it.id}: ${it.nodes.slice(0, 3).map(node => node.html).join(" ")}`);
await browser.close();
rmSync(profile, { recursive: true, force: true });
process.stdout.write(JSON.stringify({ ...rest, elsewhere, violations, strangers: [...strangers] }));
