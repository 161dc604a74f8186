// A headless Chromium on the built page, and everything that went wrong in it.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL("./screenshots/", import.meta.url));

export const LAPTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

let browser;
let server;

/** Lets the tests of a file share one browser, and what is served: the built page, unless it says otherwise. */
export function shareBrowser(serveSite = serveDist) {
  before(async () => {
    server = await serveSite();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
}

/** Serves the page that is built in `dist`. */
export const serveDist = () => serve(DIST);

/** Serves a folder of the repository with the page and reveal.js in folders within. */
export const serveBeside = (folder) =>
  serve(`${ROOT}${folder}`, { "switchboard/": DIST, "reveal.js/": `${ROOT}node_modules/reveal.js/` });

function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
}

/**
 * Opens the page that is built in `dist` in a browser of its own, after `prepare` has done something to the empty one.
 * `problems` collects console errors and warnings, uncaught exceptions and failed requests from the first byte on.
 */
export async function openPage({ dist = DIST, isKept = false, prepare = async () => {} } = {}) {
  const ownServer = await serve(dist);
  const ownBrowser = await launch();
  const page = await ownBrowser.newPage({ viewport: LAPTOP, locale: "en-GB" });
  const problems = watch(page);
  if (!isKept) await page.addInitScript(forgetWorkers);
  await prepare(page);
  await page.goto(ownServer.url);
  await page.locator(".transport .main").waitFor();
  const close = async () => {
    await ownBrowser.close();
    await ownServer.close();
  };
  return { page, problems, close };
}

/**
 * A test on the page, as somebody opens it who has never been here. Any console error or warning, uncaught exception
 * or failed request fails it. `options` are those of a browser context, `draft` is a program to begin with, `address`
 * what the page's address goes on with, and `sign` what is seen when it is there. The browser keeps the page for visits without network only if `isKept`. Problems
 * that are `meant` are none.
 */
export function onPage(name, body, { draft, address = "", sign = ".transport .main", isKept = false, meant, ...options } = {}) {
  test(name, async () => {
    const context = await browser.newContext({ viewport: LAPTOP, locale: "en-GB", ...options });
    if (!isKept) await context.addInitScript(forgetWorkers);
    const page = await context.newPage();
    const problems = watch(page);
    if (draft !== undefined) await begin(context, draft);
    try {
      await page.goto(server.url + address);
      await page.locator(sign).first().waitFor();
      await body(page, context);
      assert.deepEqual(problems.filter((problem) => !meant?.test(problem)), []);
    } finally {
      await context.close();
    }
  });
}

/** Runs in the page, before it starts: the browser is one that keeps no page. */
function forgetWorkers() {
  delete Navigator.prototype.serviceWorker;
}

/** Puts a program in the draft's place before the page is opened, once. */
function begin(context, draft) {
  return context.addInitScript((text) => {
    if (localStorage.getItem("switchboard.draft") === null) localStorage.setItem("switchboard.draft", text);
  }, draft);
}

/** Writes a picture of the page for people to look at. */
export async function screenshot(page, name) {
  await page.screenshot({ path: await pathOfScreenshot(name) });
}

/** Where a picture of this name goes; its folder is there then. */
export async function pathOfScreenshot(name) {
  await mkdir(SCREENSHOTS, { recursive: true });
  return `${SCREENSHOTS}${name}.png`;
}

/** What each page has asked for and not got yet, in its frames too. */
const asked = new WeakMap();

/** Waits until the page and its frames have all that they ask for. */
export async function quiet(page) {
  for (let still = 0; still < 3; still = asked.get(page).size ? 0 : still + 1) await page.waitForTimeout(100);
}

function watch(page) {
  const problems = [];
  const open = new Set();
  asked.set(page, open);
  page.on("request", (request) => open.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => open.delete(request));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    if (!isBrokenOff(request)) problems.push(`request failed: ${request.url()}`);
  });
  return problems;
}

/** Whether the page was left before the answer came, as when somebody follows a link at once. */
const isBrokenOff = (request) => request.failure()?.errorText === "net::ERR_ABORTED";

// -- What a person does ------------------------------------------------------------------------------------------

export const playButton = (page) => page.locator(".transport .main");

/** Chooses the rate without waiting, and runs to the end. */
export async function runToEnd(page) {
  await page.getByLabel("Speed").selectOption("instant");
  await playButton(page).click();
  await page.waitForFunction(() => window.switchboard.board()?.end);
}

export const board = (page) => page.evaluate(() => window.switchboard.board());

export const panel = (page, name) => page.locator(`[data-panel="${name}"]`);

/** Puts a program in the draft's place and runs it without waiting for its sleeps. */
export async function run(page, program) {
  await page.getByLabel("Speed").selectOption("instant");
  await page.evaluate((text) => {
    window.switchboard.load(text);
    window.switchboard.run();
  }, program);
}

/** The lines of the output panel, once what has happened so far is drawn. */
export async function output(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return panel(page, "console").locator(".console-line .text").allTextContents();
}

export async function waitForOutput(page, text) {
  await panel(page, "console").locator(".console-line .text", { hasText: text }).first().waitFor();
}

/** Watches for so many milliseconds how long the page stands still at most: the longest time between two frames. */
export function longestFrame(page, duration) {
  return page.evaluate(async (duration) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let [last, longest] = [await frame(), 0];
    for (const end = last + duration; last < end; ) {
      const now = await frame();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  }, duration);
}
