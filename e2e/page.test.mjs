// The page, as a person meets it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, screenshot } from "./browser.mjs";

test("three sleeps run in the order of their deadlines, in real time", async () => {
  const { page, problems, close } = await openPage();
  try {
    const started = Date.now();
    await page.getByRole("button", { name: "Run" }).click();
    const events = page.locator('[data-panel="log"] li');
    await events.filter({ hasText: "TimerFired" }).nth(2).waitFor();
    const elapsed = Date.now() - started;
    const texts = await events.allTextContents();
    const fired = texts.filter((text) => text.includes("TimerFired")).map((text) => text.split(" ")[0]);
    assert.deepEqual(fired, ["0.100", "0.200", "0.300"]);
    assert.ok(elapsed >= 290, `0.3 s of sleep took ${elapsed} ms`);
    await screenshot(page, "three-sleeps");
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});
