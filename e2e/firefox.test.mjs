// One run in another browser's engine. All else is tested in Chromium.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { LAPTOP, pathOfScreenshot, serveDist } from "./browser.mjs";

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const skip = existsSync(FIREFOX) ? false : "there is no Firefox here: install one, or name its path in $FIREFOX";

let browser;
let server;

before(async () => {
  if (skip) return;
  server = await serveDist();
  browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test("Firefox runs the first program in real time, steps back and seeks", { skip }, async () => {
  const page = await browser.newPage();
  await page.setViewport(LAPTOP);
  const problems = watch(page);
  await page.goto(server.url);
  const play = await page.waitForSelector(".transport .main");

  const started = Date.now();
  await play.click();
  await page.waitForFunction(() => window.switchboard.board()?.end);
  const elapsed = Date.now() - started;
  assert.ok(elapsed >= 1450 && elapsed < 6000, `1.5 s of sleep took ${elapsed} ms`);
  const output = await page.$$eval(".console-line .text", (lines) => lines.map((line) => line.textContent));
  assert.deepEqual(output, [
    "start 1",
    "start 2",
    "start 3",
    "got 1: 7699 bytes",
    "got 2: 20875 bytes",
    "got 3: 19252 bytes",
    "47826",
  ]);

  const last = await step(page);
  await page.keyboard.press("ArrowLeft");
  assert.ok((await step(page)) < last);
  await page.evaluate(() => window.switchboard.seek(40));
  assert.equal(await step(page), 40);
  // The sentence of the scene is about the step at the playhead.
  const said = await page.$eval('[data-panel="scene"]', (scene) => scene.textContent);
  assert.match(said, /fetch\(2\)/);
  await page.screenshot({ path: await pathOfScreenshot("firefox") });
  assert.deepEqual(problems, []);
});

const step = (page) => page.evaluate(() => window.switchboard.board().step);

function watch(page) {
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`request failed: ${request.url()}`));
  return problems;
}
