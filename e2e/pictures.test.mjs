// Pictures: what is on screen goes into files and onto paper, and is what the command line draws.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { onPage, ROOT, runToEnd, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

const PROGRAM = `${ROOT}static/first_program.py`;

const drawn = (...args) => execFileSync(`${ROOT}target/debug/switchboard`, ["svg", PROGRAM, ...args], { encoding: "utf8" });

/** Presses a button of the share dialog that saves a picture; the file's name and contents. */
async function saved(page, view, button) {
  await page.getByRole("button", { name: "Share" }).first().click();
  await page.getByLabel("Picture of").selectOption(view);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  await page.keyboard.press("Escape");
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

for (const [view, word, file] of [
  ["Call center", "scene", "call-center"],
  ["Event loop", "queues", "event-loop"],
  ["Timeline", "timeline", "timeline"],
  ["Program", "code", "program"],
]) {
  onPage(`the ${view.toLowerCase()} is saved as the command line draws it`, async (page) => {
    await runToEnd(page);
    await page.evaluate(() => window.switchboard.seek(60));
    const { name, bytes } = await saved(page, view, "Save as SVG");
    assert.equal(name, `${file}.svg`);
    assert.equal(bytes.toString(), drawn("--view", word, "--at", "60"));
  });
}

onPage(
  "a picture has the theme of the page, and twice as many pixels each way",
  async (page) => {
    await runToEnd(page);
    const svg = await saved(page, "Call center", "Save as SVG");
    assert.equal(svg.bytes.toString(), drawn("--theme", "dark"));
    const { name, bytes } = await saved(page, "Call center", "Save as PNG");
    assert.equal(name, "call-center.png");
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.equal(bytes.readUInt32BE(16), 2 * Number(svg.bytes.toString().match(/width="(\d+)"/)[1]));
  },
  { colorScheme: "dark" },
);

onPage("on paper there is a hand-out: the program, the timeline, and what happened, by number", async (page) => {
  await runToEnd(page);
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 10_000, `${pdf.length} bytes`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const handout = page.locator(".handout");
  assert.deepEqual(await handout.locator("h2").allTextContents(), ["Program", "Timeline", "Log"]);
  assert.ok(await handout.locator("svg").isVisible());
  assert.ok((await handout.locator(".handout-log li").count()) > 50);
  assert.equal(await page.locator(".transport").isVisible(), false);
  await screenshot(page, "hand-out");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await handout.count(), 0);
});
