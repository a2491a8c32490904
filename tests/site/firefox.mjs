// Tries a case on a page of the built site in Firefox, from file:// and without a network, and prints what it saw as JSON.
// Usage: node firefox.mjs SITE JSON: a program, a file to open, and the moment to look from.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const require = createRequire(import.meta.url);
const [site, told] = process.argv.slice(2);
const given = JSON.parse(told);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const NOWHERE = { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 }; // every host is asked through a door that is shut
const timeout = 240000; // milliseconds: a busy machine takes its time
const DECIDED = () => Number(document.querySelector(".try-it").dataset.decided ?? 0);

const profile = mkdtempSync(join(tmpdir(), "cimscore-firefox-"));
const browser = await puppeteer.launch({
  browser: "firefox", executablePath: process.env.CIMSCORE_FIREFOX, userDataDir: profile, headless: true, timeout,
  protocolTimeout: timeout, extraPrefsFirefox: NOWHERE,
});
try {
  const page = await browser.newPage(), strangers = new Set();
  page.setDefaultTimeout(timeout);
  page.on("request", request => { if (!/^(file|blob|data|about):/.test(request.url())) strangers.add(request.url()); });
  await page.setViewport({ width: given.width ?? 1280, height: 900 });
  await page.goto(pathToFileURL(join(site, "try-it", `${given.program}.html`)).href);
  await page.focus(".try-it button");
  await page.keyboard.press("Enter");
  await page.waitForFunction(DECIDED);
  const next = async work => {
    const before = await page.evaluate(DECIDED);
    await work();
    await page.waitForFunction(before => Number(document.querySelector(".try-it").dataset.decided) > before, {}, before);
  };
  await next(async () => (await page.$("#try-it-file")).uploadFile(given.file));
  await next(async () => {
    await page.focus('[name="looked_at"]');
    await page.keyboard.type(given.at);
  });
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate(tags => axe.run({ runOnly: tags }).then(({ violations }) => violations.map(({ id }) => id)), TAGS);
  const seen = await page.evaluate(() => ({
    state: document.querySelector(".try-it-state").textContent, page: document.querySelector(".try-it-page")?.textContent ?? "",
    yaml: document.querySelector("#try-it-text").value, stored: JSON.stringify([localStorage, sessionStorage, document.cookie]),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  process.stdout.write(JSON.stringify({ ...seen, violations: found, strangers: [...strangers] }));
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
