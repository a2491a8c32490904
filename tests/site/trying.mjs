// A page to try a case, opened from file:// with every host blocked, and what a reader does there by keyboard alone.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"];
const timeout = 240000; // milliseconds: a busy machine takes its time
const DECIDED = () => Number(document.querySelector(".try-it").dataset.decided ?? 0);

// Does `work` on the page of a program, and gives what it gives with the addresses that were asked for beside the site,
// and with the files of the browser that hold the word `traced`. `early` runs in the page before anything else.
export async function trying(site, { program, example, at = `try-it/${program}.html`, traced, early, scheme = "light", width = 1280 }, work) {
  const base = pathToFileURL(join(site, "/")).href, profile = mkdtempSync(join(tmpdir(), "cimscore-try-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CIMSCORE_CHROMIUM, headless: true, args: FLAGS, colorScheme: scheme,
  });
  const strangers = new Set();
  browser.on("request", request => {
    if (!request.url().startsWith(base) && !/^(blob|data|about):/.test(request.url())) strangers.add(request.url());
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(timeout);
    if (early) await page.addInitScript(early);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${base}${at}${example ? `#${example}` : ""}`);
    const seen = { ...await work(page, reader(page)), strangers: [...strangers] };
    await browser.close();
    return { ...seen, files: traced ? holding(profile, traced) : [] };
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

// The files below a folder that hold a word, however it is encoded.
function holding(folder, word) {
  const written = ["utf8", "utf16le"].map(encoding => Buffer.from(word, encoding));
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .filter(file => { const held = readFileSync(file); return written.some(bytes => held.includes(bytes)); });
}

// What axe finds, and how far the page scrolls sideways.
export async function looked(page) {
  await page.addScriptTag({ content: AXE });
  const { violations } = await page.evaluate(tags => axe.run({ runOnly: tags }), TAGS);
  return {
    violations: violations.map(found => `${found.id}: ${found.nodes.slice(0, 3).map(node => node.html).join(" ")}`),
    sideways: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  };
}

// Whoever reads the page without a mouse.
function reader(page) {
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

  // Loads the rules and waits for a first answer.
  async function load() {
    await press(page.locator(".try-it button"));
    await page.waitForSelector(".try-it-case");
    await page.waitForFunction(DECIDED);
  }

  // Does something that leads to another decision, and waits for it.
  async function decided(work) {
    const before = await page.evaluate(DECIDED);
    await work();
    await page.waitForFunction(before => Number(document.querySelector(".try-it").dataset.decided) > before, before);
    await page.waitForFunction(() => !document.querySelector(".try-it").dataset.busy);
  }

  return { reach, press, unfold, write, load, decided };
}
