// Fills in the form of a report on a page of the built site by keyboard alone, from file:// with every host blocked, saves
// and prints it, and prints what it saw as JSON.
// Usage: node report.mjs SITE JSON: the form, what is typed by label, a notifier, and the folder to save into.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { looked, trying } from "./trying.mjs";

const [site, told] = process.argv.slice(2);
const given = JSON.parse(told);
const PRINTS = () => { window.print = () => { window.top.document.documentElement.dataset.printed = document.title; }; };

// What is saved by a button goes into the folder under its own name.
async function save(page, reader, words) {
  const waiting = page.waitForEvent("download");
  await reader.press(page.getByRole("button", { name: words, exact: true }));
  const download = await waiting;
  await download.saveAs(join(given.folder, download.suggestedFilename()));
}

// The saved report as a printer sets it: its paper, its pages, and what on it is no text.
async function printed(page) {
  await page.goto("about:blank");
  await page.setContent(readFileSync(join(given.folder, "report.html"), "utf8"));
  const controls = await page.locator("form, button, input, textarea, select, a, script, img").count();
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/MediaBox\s*\[([^\]]*)\]/)[1];
  return { controls, paper: paper.trim().split(/\s+/).slice(2).map(Math.round) };
}

const seen = await trying(site, { at: `forms/${given.form}.html`, scheme: given.scheme, width: given.width, early: PRINTS, traced: given.notifier }, async (page, reader) => {
  await reader.load();
  if (given.file) await reader.decided(() => page.setInputFiles("#try-it-file", given.file));
  for (const words of given.press ?? []) await reader.press(page.getByRole("button", { name: words, exact: true }));
  for (const [label, value, nth = 0] of given.type ?? [])
    await reader.write(page.locator(".try-it-case").getByLabel(label, { exact: true }).nth(nth), value);
  if (given.notifier) {
    const folded = page.locator("details", { has: page.locator("#try-it-notifier") });
    if (await folded.count()) await reader.unfold(folded);
    await reader.write(page.locator("#try-it-notifier"), given.notifier);
  }
  await page.waitForTimeout(600);
  await page.waitForFunction(() => !document.querySelector(".try-it").dataset.busy);
  if (given.go) await reader.press(page.locator(".try-it-desk").getByRole("button", { name: given.go, exact: true }));
  const focused = await page.evaluate(() => document.querySelector(`label[for="${document.activeElement.id}"]`)?.textContent ?? "");
  await page.$$eval(".try-it details", all => all.forEach(details => { details.open = true; }));
  const found = given.axe ? await looked(page) : {};
  if (given.folder) {
    await save(page, reader, "Save for a register");
    await save(page, reader, "Save the report");
    await reader.press(page.getByRole("button", { name: "Print the report", exact: true }));
    await page.waitForFunction(() => document.documentElement.dataset.printed);
  }
  const state = await page.evaluate(() => ({
    owed: document.querySelector(".try-it-desk .try-it-state").textContent,
    list: [...document.querySelectorAll(".try-it-desk li")].map(entry => entry.textContent),
    clauses: [...document.querySelectorAll(".try-it-desk li a")].map(link => link.getAttribute("href")),
    beside: [...document.querySelectorAll(".try-it-owes")].filter(line => !line.hidden).map(line => line.textContent),
    problems: [...document.querySelectorAll(".try-it-wrong")].map(line => line.textContent).filter(Boolean),
    page: document.querySelector(".try-it-page")?.textContent ?? "",
    yaml: document.querySelector("#try-it-text").value,
    printed: document.documentElement.dataset.printed ?? "",
    notifier: document.querySelector("#try-it-notifier").value,
    everywhere: document.documentElement.outerHTML + location.href + JSON.stringify([localStorage, sessionStorage, document.cookie]),
  }));
  const { everywhere, ...rest } = state;
  const elsewhere = given.notifier ? (everywhere + rest.yaml + rest.page).split(given.notifier).length - 1 : 0;
  return { ...found, ...rest, focused, elsewhere, ...given.folder ? await printed(page) : {} };
});
process.stdout.write(JSON.stringify(seen));
