// Movement means an event, and there is none for those who want none.

import assert from "node:assert/strict";
import { onPage, shareBrowser } from "./browser.mjs";

shareBrowser();

/** How long the client that gets the line is on its way there, in milliseconds. */
async function walk(page) {
  await page.evaluate(() => window.switchboard.step(4, "await"));
  await page.locator(".scene-picture .client").first().waitFor();
  const times = await page.locator(".scene-picture .client").first().evaluate((client) => getComputedStyle(client).transitionDuration);
  return Math.max(...times.split(",").map((time) => parseFloat(time) * 1000));
}

onPage("a client walks, within a third of a second", async (page) => {
  const took = await walk(page);
  assert.ok(took >= 150 && took <= 350, `${took} ms`);
});

onPage("with reduced motion nobody walks", async (page) => {
  assert.ok((await walk(page)) <= 1);
}, { reducedMotion: "reduce" });
