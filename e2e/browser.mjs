// A headless Chromium on the built page, and everything that went wrong in it.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL("./screenshots/", import.meta.url));

/**
 * Opens the page that is built in `dist` in a fresh browser, after `prepare` has done something to the empty one.
 * `problems` collects console errors and warnings, uncaught exceptions and failed requests from the first byte on.
 */
export async function openPage({ dist = DIST, prepare = async () => {}, ...options } = {}) {
  const server = await serve(dist);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 }, ...options });
  const problems = watch(page);
  await prepare(page);
  await page.goto(server.url);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, problems, close };
}

/** Writes a picture of the page for people to look at. */
export async function screenshot(page, name) {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true });
}

function watch(page) {
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`request failed: ${request.url()}`));
  return problems;
}
