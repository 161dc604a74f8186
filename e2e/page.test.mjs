// The page, as a person meets it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, screenshot } from "./browser.mjs";

test("the page opens without a problem", async () => {
  const { page, problems, close } = await openPage();
  try {
    await page.getByRole("heading", { name: "Switchboard" }).waitFor();
    await screenshot(page, "opened");
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});
