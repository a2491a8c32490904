// Reads the built site from file:// in a real browser with every host blocked, and prints what it saw as JSON.
// Usage: node browser.mjs SITE ACTION JSON, with an empty profile that is removed again.
import { mkdtempSync, rmSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const [site, action, told] = process.argv.slice(2);
const given = JSON.parse(told ?? "{}");
const base = pathToFileURL(join(site, "/")).href;
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PATIENCE = 120000; // milliseconds: a busy machine takes its time
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"];

async function withBrowser(scheme, work) {
  const profile = mkdtempSync(join(tmpdir(), "cimscore-site-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CIMSCORE_CHROMIUM, headless: true, args: FLAGS, colorScheme: scheme,
  });
  const strangers = new Set();
  browser.on("request", request => {
    if (!request.url().startsWith(base) && !/^(blob|data|about):/.test(request.url())) strangers.add(request.url());
  });
  try {
    return await work(browser, strangers);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function open(browser, path, width) {
  const page = await browser.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(base + path, { timeout: PATIENCE });
  await page.waitForTimeout(150);
  return page;
}

// Every page given, in one colour scheme and width: requests to anywhere, violations, sideways scrolling.
async function read() {
  return withBrowser(given.scheme, async (browser, strangers) => {
    const pages = {};
    for (const path of given.pages) {
      const page = await open(browser, path, given.width);
      await page.addScriptTag({ content: AXE });
      const found = await page.evaluate(tags => axe.run({ runOnly: tags }), TAGS);
      pages[path] = {
        violations: found.violations.map(it => `${it.id}: ${it.nodes.slice(0, 3).map(node => node.html).join(" ")}`),
        sideways: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        scheme: await page.evaluate(() => document.body.getAttribute("data-md-color-scheme")),
        cells: await page.evaluate(() => [...document.querySelectorAll("table[data-columns] td")].map(cell => cell.offsetWidth)),
      };
      await page.close();
    }
    return { pages, strangers: [...strangers] };
  });
}

// What a reader finds who types into the search field.
async function search() {
  return withBrowser("light", async (browser, strangers) => {
    const found = {};
    const page = await open(browser, "index.html", 1280);
    await page.keyboard.press("/");
    for (const query of given.queries) {
      await page.fill(".md-search__input", ""); // the answer before goes away
      await page.waitForFunction(() => !document.querySelector(".md-search-result__item"), null, { timeout: PATIENCE });
      await page.keyboard.type(query, { delay: 15 });
      await page.waitForSelector(".md-search-result__item", { timeout: 20000 }).catch(() => null); // nothing is found
      await page.waitForTimeout(400);
      const links = await page.$$eval(".md-search-result__item > a", all => all.slice(0, 10).map(a => a.href.split(/[?#]/)[0]));
      found[query] = links.map(href => href.slice(base.length));
    }
    return { found, strangers: [...strangers] };
  });
}

// A reader's walk from the home page: what is clicked is named by its visible words, and the answer has to be seen.
async function walk() {
  return withBrowser("light", async browser => {
    const page = await open(browser, "index.html", 1280);
    const began = Date.now(), steps = [];
    for (const step of given.steps) steps.push(await take(page, step));
    const answers = await page.evaluate(seen, given.answers);
    const seconds = (Date.now() - began) / 1000;
    return { at: decodeURI(page.url().slice(base.length)), clicks: steps.length, seconds, steps, answers };
  });
}

// One click: on a link, on what unfolds, or (after typing) on one of the first three pages that search finds.
async function take(page, step) {
  if (step.type) {
    await page.keyboard.press("/");
    await page.keyboard.type(step.type, { delay: 15 });
    await page.waitForSelector(".md-search-result__item", { timeout: PATIENCE });
    await page.waitForTimeout(400);
  }
  const within = step.type ? ".md-search-result__item:nth-child(-n+3) > a" : ".md-content a, .md-tabs a, .md-nav a, summary";
  const found = await page.evaluate(named, { within, words: step.click, under: step.under ?? "" });
  if (!found) throw new Error(`${page.url()}: nothing to click says "${step.click}"`);
  const target = page.locator("[data-step]");
  const away = await target.evaluate(it => it.tagName === "A");
  const [old] = page.url().split("#");
  await target.click();
  if (away) await page.waitForURL(url => url.href.split("#")[0] !== old || url.hash !== "", { timeout: PATIENCE });
  await page.waitForTimeout(150);
  await page.evaluate(() => document.querySelector("[data-step]")?.removeAttribute("data-step"));
  return { click: found.words, screens: found.screens };
}

// In the page: mark the first thing seen that says the words, below a heading where one is named.
function named({ within, words, under }) {
  const flat = text => text.replace(/\s+/g, " ").trim();
  const headings = [...document.querySelectorAll("article h1, article h2, article h3")];
  const below = it => headings.filter(head => head.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  const fits = it => it.checkVisibility() && flat(it.innerText).includes(words)
    && (!under || flat(below(it)?.innerText ?? "").includes(under));
  const it = [...document.querySelectorAll(within)].find(fits);
  if (!it) return null;
  it.dataset.step = "";
  return { words: flat(it.innerText), screens: Math.abs(it.getBoundingClientRect().top) / innerHeight };
}

// In the page: how many screens away each answer is seen; null where it is not.
function seen(answers) {
  const flat = text => text.replace(/\s+/g, " ").trim();
  const all = [...document.querySelectorAll("article *")].filter(it => it.checkVisibility());
  return Object.fromEntries(answers.map(answer => {
    const says = it => flat(it.innerText ?? "").includes(answer);
    const holding = all.find(it => says(it) && ![...it.children].some(says));
    return [answer, holding ? Math.abs(holding.getBoundingClientRect().top) / innerHeight : null];
  }));
}

// Pictures of pages, for people to look at: as far down as is asked for, in one colour scheme and width.
async function shoot() {
  return withBrowser(given.scheme, async browser => {
    for (const path of given.pages) {
      const page = await open(browser, path, given.width);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: given.width, height: Math.min(height, given.most) });
      await page.waitForTimeout(150);
      const name = path.replace(/\.html$/, "").replace(/[/]/g, "-");
      await page.screenshot({ path: join(given.folder, `${name}-${given.scheme}-${given.width}.png`) });
      await page.close();
    }
    return {};
  });
}

// Which of the things that can be used does the Tab key never reach, and which show no focus?
async function keyboard() {
  return withBrowser("light", async browser => {
    const page = await open(browser, given.page, 1280);
    await page.evaluate(() => {
      document.querySelectorAll("details").forEach(it => { it.open = true; });
      const usable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';
      let number = 0;
      for (const it of document.querySelectorAll(usable)) {
        const box = it.getBoundingClientRect();
        const seen = box.width > 1 && box.height > 1 && getComputedStyle(it).visibility === "visible";
        if (seen && it.tabIndex >= 0 && !it.closest("[hidden], [inert], .md-skip, .md-search__output")) it.dataset.wanted = ++number;
      }
    });
    const wanted = new Set(await page.$$eval("[data-wanted]", all => all.map(it => it.dataset.wanted)));
    const bare = new Set(), most = 60 + 3 * wanted.size;
    for (let pressed = 0; pressed < most && wanted.size; pressed++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return { id: document.activeElement.dataset?.wanted, html: document.activeElement.outerHTML.slice(0, 120),
          outline: style.outlineStyle !== "none" || style.boxShadow !== "none" };
      });
      if (at.id && wanted.delete(at.id) && !at.outline && !at.html.includes("md-search__input")) bare.add(at.html);
    }
    const missed = await page.$$eval("[data-wanted]", (all, ids) => all.filter(it => ids.includes(it.dataset.wanted))
      .map(it => it.outerHTML.slice(0, 160)), [...wanted]);
    return { missed, bare: [...bare] };
  });
}

process.stdout.write(JSON.stringify(await { read, search, walk, shoot, keyboard }[action]()));
